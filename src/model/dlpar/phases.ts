import type { DlparAction } from './event.ts';

/** The phases of a request, as seed 4 has them ("Making Programs DLPAR-Aware Using DLPAR APIs", "DLPAR Script Commands"). */
export type Phase = 'check' | 'post' | 'pre' | 'undo';

/**
 * What becomes of the request when a listener refuses:
 * `refuse`: it ends, and nobody has anything to undo; `stop`: those who are ready undo, and it ends; `note`: it goes on, and
 * whoever asked is told.
 */
export type Refused = 'note' | 'refuse' | 'stop';

/** Who is called: all; those that were called before in this request; those that completed the pre phase in it. */
export type Called = 'all' | 'called' | 'completed';

export interface PhaseRow {
  /** What a script is called with before the name of the resource. */
  readonly command: string;
  readonly called: Called;
  readonly refused: Refused;
  /** With FORCE: not called at all, or what a refusal means then. */
  readonly forced: Refused | 'skip';
}

type Action = Readonly<Record<Phase, PhaseRow>>;

const told = { called: 'called', refused: 'note', forced: 'note' } as const;

/**
 * The whole protocol. Removal: seed 4, checkrelease to undoprerelease: a failing prerelease does not stop the removal, FORCE
 * skips checkrelease, undo goes to every script that prerelease was sent to. Addition: seed 4, checkacquire to postacquire:
 * checkacquire is asked and honoured whatever FORCE says, a failing preacquire stops without FORCE, and undo goes only to
 * those that completed it. Mobility and hibernation as an addition (recalled): a failing pre stops, and FORCE is not known
 * there.
 */
export const protocol: Readonly<Record<DlparAction, Action>> = {
  release: {
    check: { command: 'checkrelease', called: 'all', refused: 'refuse', forced: 'skip' },
    pre: { command: 'prerelease', called: 'all', refused: 'note', forced: 'note' },
    post: { command: 'postrelease', ...told },
    undo: { command: 'undoprerelease', ...told },
  },
  acquire: {
    check: { command: 'checkacquire', called: 'all', refused: 'refuse', forced: 'refuse' },
    pre: { command: 'preacquire', called: 'all', refused: 'stop', forced: 'note' },
    post: { command: 'postacquire', ...told },
    undo: { command: 'undopreacquire', ...told, called: 'completed' },
  },
  migrate: {
    check: { command: 'checkmigrate', called: 'all', refused: 'refuse', forced: 'refuse' },
    pre: { command: 'premigrate', called: 'all', refused: 'stop', forced: 'stop' },
    post: { command: 'postmigrate', ...told },
    undo: { command: 'undopremigrate', ...told },
  },
  hibernate: {
    check: { command: 'checkhibernate', called: 'all', refused: 'refuse', forced: 'refuse' },
    pre: { command: 'prehibernate', called: 'all', refused: 'stop', forced: 'stop' },
    post: { command: 'posthibernate', ...told },
    undo: { command: 'undoprehibernate', ...told },
  },
};

/** The commands that say what a script is, in the order in which an installation asks (seed 4). */
export const descriptions = ['scriptinfo', 'register', 'usage'] as const;

/** Every command that a script may be called with. */
export const scriptCommands: readonly string[] = [
  ...descriptions,
  ...Object.values(protocol).flatMap((action) => Object.values(action).map(({ command }) => command)),
];
