import type { DlparAction, ScriptResource } from '../event.ts';
import type { Size } from './amounts.ts';

/** A course of a request that a script may meet. */
export interface Scenario {
  /** After the name of the action: `release, the change fails`. */
  readonly name?: string;
  readonly force?: true;
  /** Default 0. */
  readonly detail?: number;
  /** Default: four blocks. */
  readonly size?: Size;
  /** Another script says no in this phase; it is called after the one that is tried, or before it. */
  readonly other?: { readonly phase: 'check' | 'pre'; readonly first?: true };
  /** The pre phase of the script itself is said to have failed: it is not called in it. */
  readonly cutShort?: true;
  /** The operating system cannot make the change; of memory, half of it has moved by then. */
  readonly fails?: 'half' | 'whole';
  /** Undo comes twice: the request's process has died, and somebody else ends it. */
  readonly twice?: true;
  /** Default: all that have the action. */
  readonly only?: ScriptResource;
}

const change: readonly Scenario[] = [
  {},
  { name: 'with FORCE', force: true },
  { name: 'with detail level 5', detail: 5 },
  { name: 'of one block', only: 'mem', size: 'block' },
  { name: 'of more than half', only: 'mem', size: 'most' },
  { name: 'another script refuses the check', other: { phase: 'check' } },
];

const failures: readonly Scenario[] = [
  { name: 'the change fails', fails: 'whole' },
  { name: 'the change fails half-way', fails: 'half', only: 'mem' },
  { name: 'undo is repeated', fails: 'whole', twice: true },
];

/** A pre phase that another script fails is undone. */
const otherPre: readonly Scenario[] = [
  { name: 'another script fails pre', other: { phase: 'pre' } },
  { name: 'another script fails pre before', other: { phase: 'pre', first: true } },
];

/** In the end as in the beginning: the answers have to be the same. */
export const again: Scenario = { name: 'once more' };

const move: readonly Scenario[] = [
  {},
  { name: 'with detail level 5', detail: 5 },
  { name: 'another script refuses the check', other: { phase: 'check' } },
  ...otherPre,
  { name: 'the change fails', fails: 'whole' },
  { name: 'undo is repeated', fails: 'whole', twice: true },
  { name: 'undo after a failed pre', cutShort: true },
  again,
];

/**
 * What may become of a request (seed 4, "DLPAR Script Commands"). A failing prerelease stops nothing, so post and undo come to
 * who has failed it; preacquire with FORCE likewise; without, only who completed it is undone.
 */
export const scenarios: Readonly<Record<DlparAction, readonly Scenario[]>> = {
  release: [
    ...change,
    ...failures,
    { name: 'the change fails, with FORCE', fails: 'whole', force: true },
    { name: 'post after a failed pre', cutShort: true },
    { name: 'undo after a failed pre', cutShort: true, fails: 'whole' },
    again,
  ],
  acquire: [
    ...change,
    ...otherPre,
    ...failures,
    { name: 'post after a failed pre, with FORCE', cutShort: true, force: true },
    again,
  ],
  migrate: move,
  hibernate: move,
};

/** What can happen to a resource. */
export const actionsOf: Readonly<Record<ScriptResource, readonly DlparAction[]>> = {
  cpu: ['acquire', 'release'],
  mem: ['acquire', 'release'],
  capacity: ['acquire', 'release'],
  var_weight: ['acquire', 'release'],
  pmig: ['migrate'],
  phib: ['hibernate'],
};

export const resourceNames = Object.keys(actionsOf) as readonly ScriptResource[];

export function isResource(name: string): name is ScriptResource {
  return Object.hasOwn(actionsOf, name);
}
