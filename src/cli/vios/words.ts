/**
 * Reads the command line of a VIO server's command: flags are words after one dash (`-dev vhost0 -attr`), never clusters;
 * a list of values goes on up to the next word with a dash. What is left are operands.
 */
import { misuse } from '../../messages/failure.ts';
import { viosMessages as messages } from '../../messages/vios.ts';
import { Arguments, shield } from '../arguments.ts';
import type { CommandSpec, OptionSpec } from '../spec.ts';

/** @throws Failure (misuse) */
export function parseWords(spec: CommandSpec, argv: readonly string[]): Arguments {
  const given = new Map<string, string[]>();
  const operands: string[] = [];
  let index = 0;
  while (index < argv.length) {
    const word = argv[index] ?? '';
    index++;
    if (!/^-./.test(word)) {
      operands.push(word);
      continue;
    }
    const option = spec.options.find(({ flag }) => flag === word.slice(1));
    if (!option) throw misuse(messages.invalidFlag, {});
    if (given.has(option.flag)) throw misuse(messages.flagTwice, { flag: word });
    const words = readValues(option, argv, index);
    given.set(option.flag, words);
    index += words.length;
  }
  check(spec, given, operands);
  return new Arguments(
    Object.fromEntries(
      [...given].map(([flag, words]) => [
        flag,
        (words.length === 0 ? [''] : words).map((word) => `${shield}${word}`),
      ]),
    ),
    new Map(),
    operands,
  );
}

// A lone dash is a value (lsdev -l - has no counterpart here); everything else with a dash is the next flag.
function readValues({ flag, argument }: OptionSpec, argv: readonly string[], next: number): string[] {
  if (!argument) return [];
  let end = next;
  while (end < argv.length && !/^-./.test(argv[end] ?? '')) end++;
  const several = argument.kind === 'attributes' || argument.several === true;
  const words = argv.slice(next, several ? end : Math.min(end, next + 1));
  if (words.length === 0 && argument.kind !== 'optional')
    throw misuse(messages.needsValue, { flag: `-${flag}` });
  return words;
}

function check(
  spec: CommandSpec,
  given: ReadonlyMap<string, readonly string[]>,
  operands: readonly string[],
): void {
  for (const { flag, refused } of spec.options) {
    if (given.has(flag) && refused !== undefined)
      throw misuse(messages.unsupported, { flag: `-${flag}`, why: refused });
  }
  for (const group of spec.exclusive ?? []) {
    const [first, second] = group.filter((flag) => given.has(flag));
    if (first !== undefined && second !== undefined)
      throw misuse(messages.exclusive, { first: `-${first}`, second: `-${second}` });
  }
  for (const group of spec.required ?? []) {
    if (!group.some((flag) => given.has(flag)))
      throw misuse(messages.missingFlag, { flags: group.map((flag) => `-${flag}`).join(' or ') });
  }
  for (const [flag, others] of Object.entries(spec.needs ?? {})) {
    if (given.has(flag) && !others.some((other) => given.has(other)))
      throw misuse(messages.needsFlag, {
        flag: `-${flag}`,
        other: others.map((other) => `-${other}`).join(' or '),
      });
  }
  const { minimum, maximum, name } = spec.operands;
  if (operands.length < minimum) throw misuse(messages.missingOperand, { operand: name });
  const extra = operands[maximum];
  if (extra !== undefined) throw misuse(messages.extraOperand, { operand: extra });
}
