/**
 * Reads the command line of an HMC command by its spec: `-r lpar` or `-rlpar`, `--filter DATA`, `-F` glued, spaced or
 * alone. An option's `flag` is what follows its first dash, so `--filter` has the flag `-filter`. No operands, no
 * clusters; errors in the console's words.
 */
import { failure } from '../../messages/failure.ts';
import { hmcMessages as messages } from '../../messages/hmc.ts';
import { Arguments, shield } from '../arguments.ts';
import type { CommandSpec, OptionSpec } from '../spec.ts';

/** The flag that every HMC command has. */
const helpFlag = '-help';

/** @throws Failure */
export function parseParameters(spec: CommandSpec, argv: readonly string[]): Arguments {
  const given = new Map<string, string>();
  let index = 0;
  while (index < argv.length) {
    const word = argv[index] ?? '';
    const { option, glued } = findOption(spec, word);
    if (given.has(option.flag)) throw failure(messages.parameterTwice, { parameter: `-${option.flag}` });
    const { words, next } = readValue(option, glued, argv, index + 1);
    given.set(option.flag, words);
    index = next;
  }
  if (!given.has(helpFlag)) checkParameters(spec, given);
  return new Arguments(
    Object.fromEntries([...given].map(([flag, value]) => [flag, [`${shield}${value}`]])),
    new Map(),
    [],
  );
}

function findOption(spec: CommandSpec, word: string): { option: OptionSpec; glued: string } {
  const flag = word.startsWith('-') ? word.slice(1) : '';
  const whole = spec.options.find((option) => option.flag === flag);
  if (whole) return { option: whole, glued: '' };
  const letter = spec.options.find((option) => option.flag.length === 1 && option.flag === flag.charAt(0));
  if (letter?.argument) return { option: letter, glued: flag.slice(1) };
  // Seed 5, page 55 has one dash before all; page 56 has the two that the console knows.
  if (spec.options.some((option) => option.flag === `-${flag}`))
    throw failure(messages.oneDash, { parameter: word, meant: `-${word}` });
  throw failure(messages.invalidParameter, { parameter: word });
}

function readValue(
  option: OptionSpec,
  glued: string,
  argv: readonly string[],
  next: number,
): { words: string; next: number } {
  const { argument } = option;
  if (!argument) return { words: '', next };
  if (glued !== '') return { words: glued, next };
  const value = argv[next];
  if (value === undefined || /^-./.test(value)) {
    if (argument.kind === 'optional') return { words: '', next };
    throw failure(messages.missingValue, { parameter: `-${option.flag}` });
  }
  if (argument.kind !== 'optional' || argument.several !== true) return { words: value, next: next + 1 };
  // lslic takes names separated by blanks, too (-F ecnumber activated_level, xCAT).
  let end = next + 1;
  while (end < argv.length && !argv[end]?.startsWith('-')) end++;
  return { words: argv.slice(next, end).join(' '), next: end };
}

function checkParameters(spec: CommandSpec, given: ReadonlyMap<string, string>): void {
  for (const option of spec.options) {
    const value = given.get(option.flag);
    if (value === undefined) continue;
    const parameter = `-${option.flag}`;
    if (option.refused !== undefined) throw failure(messages.unsupported, { parameter, why: option.refused });
    const values = option.argument?.kind === 'value' ? option.argument.values : undefined;
    if (values && !Object.hasOwn(values, value)) throw failure(messages.invalidValue, { parameter, value });
    const why = values?.[value];
    if (why) throw failure(messages.unsupported, { parameter: `${parameter} ${value}`, why });
  }
  for (const group of spec.exclusive ?? []) {
    const [first, second] = group.filter((flag) => given.has(flag));
    if (first !== undefined && second !== undefined)
      throw failure(messages.exclusive, { first: `-${first}`, second: `-${second}` });
  }
  for (const group of spec.required ?? []) {
    const missing = group[0] ?? '';
    if (!group.some((flag) => given.has(flag)))
      throw failure(messages.missingParameter, { parameter: `-${missing}` });
  }
  for (const [flag, others] of Object.entries(spec.needs ?? {})) {
    if (given.has(flag) && !others.some((other) => given.has(other)))
      throw failure(messages.needsParameter, {
        parameter: `-${flag}`,
        other: others.map((other) => `-${other}`).join(' or '),
      });
  }
}
