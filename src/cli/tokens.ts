/**
 * Reads a command line as getopt does, by the command's spec: clusters (`-cs`), glued values (`-nfoo`), attribute lists
 * (`-N address=A netmask=B -N address=C wp1`), optional values, `--`. The first word that is no flag ends the flags.
 */
import { misuse } from '../messages/failure.ts';
import { usageMessages as messages } from '../messages/usage.ts';
import type { CommandSpec, OptionSpec } from './spec.ts';

export interface Token {
  readonly flag: string;
  readonly value?: string;
  /** Words of an attribute list, as typed. */
  readonly words?: readonly string[];
}

export interface Tokens {
  readonly options: readonly OptionSpec[];
  readonly tokens: readonly Token[];
  readonly operands: readonly string[];
}

/** @throws Failure (misuse) */
export function tokenize(spec: CommandSpec, argv: readonly string[]): Tokens {
  refuseForeignCharacters(argv);
  if (spec.operands.anyText !== true) refuseControlCharacters(argv);
  const options = chooseOptions(spec, argv);
  const known = new Map(options.map((option) => [option.flag, option]));
  const tokens: Token[] = [];
  let index = 0;
  while (index < argv.length) {
    const word = argv[index] ?? '';
    if (word === '--') {
      index++;
      break;
    }
    if (!/^-./.test(word)) break;
    index = readCluster(word, argv, index + 1, known, tokens, spec.operands.minimum);
  }
  if (spec.operands.anyText === true) refuseControlCharacters(argv.slice(0, index));
  return { options, tokens, operands: argv.slice(index) };
}

function readCluster(
  word: string,
  argv: readonly string[],
  next: number,
  known: ReadonlyMap<string, OptionSpec>,
  tokens: Token[],
  operandsNeeded: number,
): number {
  for (let place = 1; place < word.length; place++) {
    const letter = word.charAt(place);
    const option = known.get(letter);
    if (!option) throw misuse(messages.unknownFlag, { flag: letter });
    const { argument } = option;
    if (!argument) {
      tokens.push({ flag: letter });
      continue;
    }
    const glued = word.slice(place + 1);
    if (argument.kind === 'attributes') return readAttributes(option, argument, glued, argv, next, tokens);
    if (glued !== '') {
      tokens.push({ flag: letter, value: glued });
      return next;
    }
    const value = argv[next];
    // `chwpar -U wp03`: what the command cannot do without is not the value of a flag that can (which of the two the
    // vendor takes was not found).
    const isOperand = argv.length - next <= operandsNeeded;
    if (argument.kind === 'optional' && (value === undefined || value.startsWith('-') || isOperand)) {
      tokens.push({ flag: letter });
      return next;
    }
    if (value === undefined) throw misuse(messages.needsArgument, { flag: `-${letter}` });
    tokens.push({ flag: letter, value });
    return next + 1;
  }
  return next;
}

// The manual demands a blank between the flag and its first attribute.
function readAttributes(
  option: OptionSpec,
  argument: { readonly attributes: readonly string[]; readonly bare?: boolean },
  glued: string,
  argv: readonly string[],
  next: number,
  tokens: Token[],
): number {
  if (glued !== '') throw misuse(messages.badAttribute, { word: `-${option.flag}${glued}` });
  const words: string[] = [];
  let index = next;
  for (; index < argv.length; index++) {
    const word = argv[index] ?? '';
    const bare = argument.bare === true && argument.attributes.includes(word) && index < argv.length - 1;
    if (word.startsWith('-') || !(word.includes('=') || bare)) break;
    words.push(word);
  }
  if (words.length === 0 && argument.bare !== true)
    throw misuse(messages.needsArgument, { flag: `-${option.flag}` });
  tokens.push({ flag: option.flag, words });
  return index;
}

// `chwpar -K` gives other flags other shapes: seen from a cluster of plain flags that has the K in it.
function chooseOptions(spec: CommandSpec, argv: readonly string[]): readonly OptionSpec[] {
  const { alternative } = spec;
  if (!alternative) return spec.options;
  const plain = new Set(spec.options.filter((option) => !option.argument).map((option) => option.flag));
  for (const word of argv) {
    if (word === '--') break;
    const letters = word.slice(1);
    if (!/^-[A-Za-z]+$/.test(word) || !letters.includes(alternative.flag)) continue;
    if ([...letters].every((letter) => letter === alternative.flag || plain.has(letter)))
      return alternative.options;
  }
  return spec.options;
}

// mkwpar, chwpar and wparexec pages: ASCII only, in every locale.
function refuseForeignCharacters(argv: readonly string[]): void {
  for (const word of argv) {
    if (/[^\x00-\x7f]/.test(word)) throw misuse(messages.notAscii, {});
  }
}

// They would forge messages and files.
function refuseControlCharacters(words: readonly string[]): void {
  for (const word of words) {
    if (/[\x00-\x1f\x7f]/.test(word)) throw misuse(messages.controlCharacter, {});
  }
}
