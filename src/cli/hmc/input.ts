/**
 * Configuration data of HMC commands: `name=p1,"io_slots=21010002//0,21010003//0"`, what `-i` and `-a` carry and each line
 * of a file of `-f`. CSV of `name=value` pairs; a pair whose value has commas stands in quotes, quotes inside it are doubled
 * or follow a backslash. Scripts also leave the shell's backslash before the outer quotes, and a blank after a comma.
 */
import { failure } from '../../messages/failure.ts';
import { hmcMessages } from '../../messages/hmc.ts';
import { inputMessages as messages } from '../../messages/input.ts';
import type { Arguments } from '../arguments.ts';
import type { Context } from '../context.ts';

/** How a pair changes its attribute: replaces it, or adds to or takes from a list. */
export type Operator = '+=' | '-=' | '=';

export interface InputPair {
  readonly name: string;
  readonly operator: Operator;
  /** As it was written, without the quotes around the pair. */
  readonly value: string;
  /** Elements, if the value is a list of several or of one with commas in it; see {@link elementsOf}. */
  readonly list?: readonly string[];
}

/**
 * Reads one record.
 * @throws Failure for bad syntax, and for an attribute that is there twice
 */
export function parseRecord(text: string): readonly InputPair[] {
  const pairs = splitQuoted(text).map(readPair);
  const names = new Set<string>();
  for (const { name } of pairs) {
    if (names.has(name)) throw failure(messages.twice, { attribute: name });
    names.add(name);
  }
  return pairs;
}

/** Elements of a pair's value; `none` and nothing are no elements. */
export function elementsOf(pair: InputPair): readonly string[] {
  if (pair.list) return pair.list;
  return pair.value === '' || pair.value === 'none' ? [] : [pair.value];
}

/**
 * The value of an attribute that is no list.
 * @returns undefined if the record does not have it
 * @throws Failure if it is added to or taken from
 */
export function plainValue(pairs: readonly InputPair[], name: string): string | undefined {
  const pair = pairs.find((each) => each.name === name);
  if (pair && pair.operator !== '=')
    throw failure(messages.operator, { attribute: name, operator: pair.operator });
  return pair?.value;
}

/** @throws Failure if the record does not have the attribute, or has it empty */
export function requiredValue(pairs: readonly InputPair[], name: string): string {
  const value = plainValue(pairs, name);
  if (value === undefined || value === '') throw failure(messages.missing, { attribute: name });
  return value;
}

/** @throws Failure naming the first attribute that the resource does not have */
export function refuseUnknown(pairs: readonly InputPair[], known: Iterable<string>): void {
  const names = new Set(known);
  const unknown = pairs.find(({ name }) => !names.has(name));
  if (unknown) throw failure(hmcMessages.invalidAttribute, { attribute: unknown.name });
}

/**
 * Records of `-i` (one) or of the caller's file of `-f` (one a line).
 * @throws Failure if there are none
 */
export function readRecords(args: Arguments, context: Context): readonly (readonly InputPair[])[] {
  const typed = args.value('i');
  if (typed !== undefined) return [parseRecord(typed)];
  const file = args.value('f');
  if (file === undefined) throw failure(hmcMessages.missingParameter, { parameter: '-i' });
  const text = context.files('caller').read(file);
  if (text === undefined) throw failure(messages.noFile, { file });
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) throw failure(messages.noRecords, { file });
  return lines.map(parseRecord);
}

function readPair(item: string): InputPair {
  const [, name, sign = '', value = ''] = /^(\w+)([+-]?)=([\s\S]*)$/.exec(item) ?? [];
  if (name === undefined) throw malformed(item);
  const operator: Operator = sign === '+' ? '+=' : sign === '-' ? '-=' : '=';
  const several = /[",]/.test(value);
  return { name, operator, value, ...(several ? { list: splitQuoted(value) } : {}) };
}

/** Items between commas; an item in quotes may have commas and quotes in it. Nothing at all is no list. */
function splitQuoted(text: string): string[] {
  const items: string[] = [];
  for (let position = 0; ; position++) {
    while (text[position] === ' ') position++;
    const open = /\\?"/y;
    open.lastIndex = position;
    const quote = open.exec(text)?.[0];
    const item = quote === undefined ? bareItem(text, position) : quotedItem(text, position, quote);
    if (item.text === '') throw malformed(text.slice(position));
    items.push(item.text);
    position = item.end;
    if (position >= text.length) return items;
    if (text[position] !== ',') throw malformed(text.slice(position));
  }
}

interface Item {
  readonly text: string;
  /** Position after it: a comma, or the end. */
  readonly end: number;
}

function bareItem(text: string, start: number): Item {
  const comma = text.indexOf(',', start);
  const end = comma < 0 ? text.length : comma;
  const item = text.slice(start, end).trimEnd();
  if (item.includes('"')) throw malformed(item);
  return { text: item, end };
}

// A quote that is followed by a comma or the end closes the item; inside, `""` and `\"` are quotes.
function quotedItem(text: string, start: number, quote: string): Item {
  let item = '';
  let position = start + quote.length;
  while (position < text.length) {
    if (text.startsWith(quote, position) && closes(text, position + quote.length)) {
      const rest = /^ */.exec(text.slice(position + quote.length))?.[0].length ?? 0;
      return { text: item, end: position + quote.length + rest };
    }
    if (text.startsWith('""', position) || text.startsWith('\\"', position)) {
      item += '"';
      position += 2;
    } else if (text[position] === '"' && quote === '"') {
      throw malformed(text.slice(start));
    } else {
      item += text[position];
      position++;
    }
  }
  throw malformed(text.slice(start));
}

const closes = (text: string, position: number) => /^ *(?:,|$)/.test(text.slice(position, position + 64));

function malformed(near: string) {
  return failure(messages.format, { near: near === '' ? 'the end' : near.slice(0, 60) });
}
