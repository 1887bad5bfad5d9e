import { basename } from 'node:path';
import { labTime } from '../state/clock.ts';
import type { Lab } from '../state/lab.ts';
import { seeded } from '../state/random.ts';
import type { Inside, RealProcess } from './inside.ts';
import type { Place } from './place.ts';
import { UserFiles } from './users/user-files.ts';

/** Somebody who is logged in to a place. */
export interface Session {
  /** A name; the number of a user whom the place does not know. */
  readonly user: string;
  /** `Global` for a clogin: its terminal is one of the global environment (seed 3, listing 6). */
  readonly line: string;
  /** The shell. */
  readonly pid: number;
  /** Lab seconds. */
  readonly login: number;
  /** Seconds of processor time: of all that runs on the terminal, and of what was started last there. */
  readonly all: number;
  readonly last: number;
  /** What was started last there; undefined where it is not known whose it is. */
  readonly doing: string | undefined;
}

export const globalLine = 'Global';

/** Who is logged in to a place, the first to come first. */
export async function sessionsOf(lab: Lab, inside: Inside, place: Place): Promise<Session[]> {
  const processes = [...(await inside.processes(place))].sort(
    (a, b) => a.started - b.started || a.pid - b.pid,
  );
  const names = new Map(new UserFiles(lab, place).accounts().map(({ uid, name }) => [uid, name]));
  const booted = bootTime(lab, place);
  const now = lab.now();
  return processes.filter(isLogin).map((first) => {
    const shell = shellOf(first, processes);
    const line = first.clogin ? globalLine : (shell.terminal ?? globalLine);
    // What runs below a clogin has no terminal of its own here.
    const here = first.clogin ? [] : processes.filter(({ terminal }) => terminal === line);
    const latest = here.at(-1);
    return {
      user: names.get(shell.user) ?? String(shell.user),
      line,
      pid: shell.pid,
      login: Math.min(now, Math.max(booted, labTime(lab.clock(), shell.started))),
      all: here.reduce((sum, { seconds }) => sum + seconds, 0),
      last: latest?.seconds ?? 0,
      doing: latest && shownWords(latest),
    };
  });
}

// Who comes from outside: what somebody starts inside has a parent there, and what was left behind has init.
function isLogin({ parent, clogin, terminal }: RealProcess): boolean {
  return parent === 0 && (clogin || terminal !== undefined);
}

// A program that lends a login its terminal stands between: it is not what somebody has on the screen.
function shellOf(first: RealProcess, processes: readonly RealProcess[]): RealProcess {
  if (first.clogin || first.words[0] !== '/usr/bin/script') return first;
  const other = processes.find(({ parent, terminal }) => parent === first.pid && terminal !== undefined);
  return other ?? first;
}

// A command of ours is run by a program that AIX has not.
function shownWords({ words }: RealProcess): string {
  const [program = '', command = '', ...rest] = words;
  return program === '/usr/lib/parlab/node' ? [basename(command), ...rest].join(' ') : words.join(' ');
}

/** Lab seconds at which a place was started: a WPAR by startwpar, a host with the world. */
export function bootTime(lab: Lab, { wpar }: Place): number {
  return wpar ? (wpar.started ?? lab.now()) : Number(lab.meta('clock.start') ?? lab.now());
}

/**
 * Runnable processes of the last 1, 5 and 15 minutes. Nothing of the kind can be measured in a place whose processors are not its
 * own: an idle WPAR has those of seed 3, listing 6, another place other small ones, always the same in a world.
 */
export function loadAverages(lab: Lab, { host, wpar }: Place): readonly [number, number, number] {
  if (wpar) return [0.02, 0.04, 0.02];
  const seed = Number(lab.meta('seed') ?? 1);
  const index = [...host.name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 65_536;
  const load = (lane: number) => (2 + (seeded(seed, index, lane) % 30)) / 100;
  return [load(1), load(2), load(3)];
}
