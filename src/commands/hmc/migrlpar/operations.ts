import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { failure } from '../../../messages/failure.ts';
import { hmcMessages } from '../../../messages/hmc.ts';
import { migrate, validate } from './move.ts';
import { recover } from './recover.ts';
import { set } from './set.ts';
import { stop } from './stop.ts';

type Operation = (args: Arguments, context: Context) => number | Promise<number>;

export const operations: Readonly<Record<string, Operation>> = {
  m: migrate,
  v: validate,
  s: stop,
  r: recover,
  set,
};

const moving = [
  ...[
    'n',
    'i',
    'f',
    'v',
    '-nodetails',
    '-redundantvios',
    '-mpio',
    '-vlanbridge',
    '-vsi',
    '-uuid',
    '-protectstorage',
  ],
  ...['-npivval', '-requirerr', '-redundantmsps', '-affinity', '-migsriov', '-usecurrdata', '-all'],
];

/** What each operation takes beside -o and -m. */
const taken: Readonly<Record<string, readonly string[]>> = {
  m: ['t', 'p', '-id', '-ip', 'u', 'w', 'd', ...moving],
  v: ['t', 'p', '-id', '-ip', 'u', 'w', 'd', ...moving],
  // The reference has no -t here, but clients pass it to a stop.
  s: ['p', '-id', '-all', '-ip', 'u', 't'],
  r: ['p', '-id', '-ip', 'u', '-force', 'w', 'd'],
  set: ['r', 'p', '-id', 'i', 'f'],
};

/** Flags that are one of several that must be given. */
const needed: Readonly<Record<string, readonly (readonly string[])[]>> = {
  m: [['m'], ['t'], ['p', '-id', '-all']],
  v: [['m'], ['t'], ['p', '-id', '-all']],
  s: [['m'], ['p', '-id', '-all']],
  r: [['m'], ['p', '-id']],
  set: [['r'], ['i', 'f']],
};

const every = [...new Set(Object.values(taken).flat())];

/** @throws Failure for a flag that the operation does not have, or lacks */
export function checkWords(operation: string, args: Arguments): void {
  const foreign = every.find((flag) => args.has(flag) && !taken[operation]?.includes(flag));
  if (foreign !== undefined) throw failure(hmcMessages.invalidParameter, { parameter: `-${foreign}` });
  for (const group of needed[operation] ?? []) {
    if (!group.some((flag) => args.has(flag)))
      throw failure(hmcMessages.missingParameter, { parameter: `-${group[0]}` });
  }
  checkNumber(args, 'w', 1, 10_000);
  checkNumber(args, 'd', 0, 5);
}

function checkNumber(args: Arguments, flag: string, least: number, most: number): void {
  const value = args.value(flag);
  if (value === undefined) return;
  const number = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most))
    throw failure(hmcMessages.invalidValue, { parameter: `-${flag}`, value });
}
