import type { Arguments } from '../../cli/arguments.ts';
import { type OptionSpec, valued } from '../../cli/spec.ts';
import { misuse } from '../../messages/failure.ts';
import { workloadMessages as messages } from '../../messages/workload.ts';
import { attributeProblem } from '../../model/dlpar/class-attributes.ts';
import type { ClassAttributes } from '../../state/workload.ts';

const noTotals = 'parlab has no total limits.';

/** Where the classes are of the commands: parlab has one configuration, and superclasses only. */
export const classPlaces: readonly OptionSpec[] = [
  valued('d', 'Config_Dir', 'Another configuration.', 'document', {
    refused: 'there is one configuration, the current one.',
  }),
  valued('S', 'SuperClass', 'Subclasses of this class.', 'document', {
    refused: 'there are only superclasses.',
  }),
];

/** What mkclass and chclass set. */
export const classOptions: readonly OptionSpec[] = [
  valued('a', 'Attribute=Value', 'An attribute: rset, tier, inheritance ...', 'document', { repeat: true }),
  valued('c', 'KeyWord=Value', 'Processors: shares, min, softmax or hardmax.', 'document', { repeat: true }),
  valued('m', 'KeyWord=Value', 'Memory: the same.', 'document', { repeat: true }),
  valued('b', 'KeyWord=Value', 'Throughput of disks: the same.', 'document', { repeat: true }),
  ...['v', 'C', 'B', 'P', 'T', 'V', 'L', 'A'].map((letter) =>
    valued(letter, 'hardmax=Value', 'A total limit.', 'document', { refused: noTotals }),
  ),
  ...classPlaces,
];

const resources = { c: 'CPU', m: 'memory', b: 'diskIO' } as const;

/** The attributes that a command line sets. @throws Failure */
export function typedClassAttributes(args: Arguments): ClassAttributes {
  const pairs = args.values('a').map((word) => pairOf(word));
  for (const [letter, resource] of Object.entries(resources)) {
    for (const word of args.values(letter)) {
      const [keyword, value] = pairOf(word);
      pairs.push([`${resource}${keyword}`, value]);
    }
  }
  const attributes = Object.fromEntries(pairs);
  const problem = attributeProblem(attributes);
  if (problem) throw problem;
  return attributes;
}

function pairOf(word: string): [string, string] {
  const cut = word.indexOf('=');
  if (cut < 1) throw misuse(messages.notAPair, { word });
  return [word.slice(0, cut), word.slice(cut + 1)];
}
