import yargsParser from 'yargs-parser';
import { misuse } from '../messages/failure.ts';
import { usageMessages as messages } from '../messages/usage.ts';
import { atLeast } from '../model/release.ts';
import type { CommandSpec, OptionSpec } from './spec.ts';
import { type Token, type Tokens, tokenize } from './tokens.ts';

/** One attribute list; a bare name has the value `''`. */
export type AttributeList = Readonly<Record<string, string>>;

/** What a command's user typed, checked against its spec. */
export class Arguments {
  readonly operands: readonly string[];
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #lists: ReadonlyMap<string, readonly AttributeList[]>;

  constructor(
    values: Readonly<Record<string, unknown>>,
    lists: ReadonlyMap<string, readonly AttributeList[]>,
    operands: readonly string[],
  ) {
    this.#values = values;
    this.#lists = lists;
    this.operands = operands;
  }

  has(flag: string): boolean {
    return this.#values[flag] !== undefined || this.#lists.has(flag);
  }

  /** The value of a flag; `''` for an optional one that was left out. */
  value(flag: string): string | undefined {
    return this.values(flag)[0];
  }

  /** The values of a flag that may be repeated, in order. */
  values(flag: string): readonly string[] {
    const value = this.#values[flag];
    return Array.isArray(value) ? value.map((each) => String(each).slice(shield.length)) : [];
  }

  /** Attribute lists, one for each time the flag was given. */
  lists(flag: string): readonly AttributeList[] {
    return this.#lists.get(flag) ?? [];
  }

  /** The attributes of a flag that may be given once. */
  list(flag: string): AttributeList {
    return this.lists(flag)[0] ?? {};
  }

  get operand(): string {
    return this.operands[0] ?? '';
  }
}

/**
 * @param level of the host the command acts on: later flags are not recognized there
 * @throws Failure (misuse)
 */
export function parseArguments(
  spec: CommandSpec,
  argv: readonly string[],
  level: string | undefined,
): Arguments {
  const read = tokenize(spec, argv);
  checkFlags(spec, read, level);
  checkOperands(spec, read.operands);
  const lists = new Map<string, AttributeList[]>();
  for (const token of read.tokens) {
    if (token.words)
      lists.set(token.flag, [...(lists.get(token.flag) ?? []), attributeList(read.options, token)]);
  }
  return new Arguments(parseValues(read), lists, read.operands);
}

/** yargs' parser drops an empty value of an array; one character before each value keeps it. */
export const shield = ':';

// The token layer has resolved what getopt and yargs see differently; what is left is unambiguous for yargs' parser.
function parseValues(read: Tokens): Record<string, unknown> {
  const valued = read.options.filter((option) => option.argument && option.argument.kind !== 'attributes');
  const plain = read.options.filter((option) => !option.argument);
  const canonical = read.tokens
    .filter((token) => !token.words)
    .map((token) =>
      plain.some((option) => option.flag === token.flag)
        ? `--${token.flag}`
        : `--${token.flag}=${shield}${token.value ?? ''}`,
    );
  const { _, ...values } = yargsParser(canonical, {
    array: valued.map((option) => option.flag),
    string: valued.map((option) => option.flag),
    boolean: plain.map((option) => option.flag),
    configuration: {
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-numbers': false,
      'short-option-groups': false,
    },
  });
  return values;
}

function attributeList(options: readonly OptionSpec[], token: Token): AttributeList {
  const argument = options.find((option) => option.flag === token.flag)?.argument;
  const allowed = argument?.kind === 'attributes' ? argument.attributes : [];
  const list: Record<string, string> = {};
  for (const word of token.words ?? []) {
    const end = word.indexOf('=');
    const attribute = end < 0 ? word : word.slice(0, end);
    if (attribute === '') throw misuse(messages.badAttribute, { word });
    if (!allowed.includes(attribute)) {
      throw misuse(messages.unknownAttribute, { attribute, flag: `-${token.flag}` });
    }
    if (Object.hasOwn(list, attribute)) {
      throw misuse(messages.attributeTwice, { attribute, flag: `-${token.flag}` });
    }
    list[attribute] = end < 0 ? '' : word.slice(end + 1);
  }
  return list;
}

function checkFlags(spec: CommandSpec, read: Tokens, level: string | undefined): void {
  const given = new Set<string>();
  for (const { flag } of read.tokens) {
    const option = read.options.find((each) => each.flag === flag);
    if (given.has(flag) && option?.argument && option.repeat !== true) {
      throw misuse(messages.twice, { flag: `-${flag}` });
    }
    given.add(flag);
    if (option?.since !== undefined && level !== undefined && !atLeast(level, option.since)) {
      throw misuse(messages.tooOld, { flag, release: level, since: option.since });
    }
    if (option?.refused !== undefined)
      throw misuse(messages.unsupported, { flag: `-${flag}`, why: option.refused });
  }
  for (const group of spec.exclusive ?? []) {
    const [first, second] = group.filter((flag) => given.has(flag));
    if (first !== undefined && second !== undefined) {
      throw misuse(messages.exclusive, { first: `-${first}`, second: `-${second}` });
    }
  }
  for (const [flag, others] of Object.entries(spec.needs ?? {})) {
    if (given.has(flag) && !others.some((other) => given.has(other))) {
      throw misuse(messages.needsFlag, {
        flag: `-${flag}`,
        other: others.map((other) => `-${other}`).join(' or '),
      });
    }
  }
}

function checkOperands(spec: CommandSpec, operands: readonly string[]): void {
  const { minimum, maximum, name } = spec.operands;
  if (operands.length < minimum) throw misuse(messages.missingOperand, { operand: name });
  const extra = operands[maximum];
  if (extra !== undefined) throw misuse(messages.extraOperand, { operand: extra });
}
