import type { Arguments } from '../../cli/arguments.ts';
import type { Context } from '../../cli/context.ts';
import { flag, type OptionSpec, valued } from '../../cli/spec.ts';
import {
  attributeLine,
  attributeRecord,
  attributeStanza,
  attributeTitles,
  type Pairs,
} from '../../format/user-attributes.ts';
import { printable } from '../../messages/define.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { usageMessages } from '../../messages/usage.ts';
import { userMessages as messages } from '../../messages/users.ts';

/** The flag of all commands for users: where they are kept. */
export const loadModule: OptionSpec = valued(
  'R',
  'load_module',
  'The load module that keeps them. parlab has one: files.',
  'document',
);

/** @throws Failure for a load module that there is not */
export function requireFiles(args: Arguments): void {
  const module = args.value('R');
  if (module !== undefined && module !== 'files') throw failure(messages.otherRegistry, { module });
}

/** The flags of lsuser and lsgroup. */
export const listOptions: readonly OptionSpec[] = [
  valued(
    'a',
    'List',
    'Only these attributes: all words but the last; without any, the names alone.',
    'document',
  ),
  flag('c', 'Records of fields between colons, each after a line of titles.', 'document'),
  flag(
    'C',
    'Records of fields between colons, after one line of titles; what has no value is empty.',
    'document',
  ),
  flag('f', 'Stanzas.', 'document'),
  loadModule,
];

/** What is listed: users, or groups. */
export interface Listing<Entry extends { readonly name: string }> {
  readonly all: readonly Entry[];
  /** All attributes that are shown of one. */
  shown(entry: Entry): Pairs;
  /** The value of one attribute; undefined if there is none. */
  value(entry: Entry, attribute: string): string | undefined;
  isAttribute(attribute: string): boolean;
  /** The message about a name that nobody has. */
  readonly unknown: typeof messages.noUser | typeof messages.noGroup;
}

/** Prints what lsuser and lsgroup print. @returns the exit status */
export function printList<Entry extends { readonly name: string }>(
  args: Arguments,
  context: Context,
  listing: Listing<Entry>,
): number {
  const { names, attributes } = readWords(args);
  const bad = attributes?.find((attribute) => !listing.isAttribute(attribute));
  if (bad !== undefined) throw failure(messages.unknownAttribute, { attribute: bad });
  const chosen = names.includes('ALL') ? listing.all : find(names, listing, context);
  const rows = chosen.map((entry) => ({ name: entry.name, pairs: pairsOf(entry, attributes, listing) }));
  if (args.has('C')) {
    const titles = attributes ?? [...new Set(rows.flatMap(({ pairs }) => pairs.map(([name]) => name)))];
    const lines = rows.map(({ name, pairs }) => {
      const values = new Map(pairs);
      return attributeRecord(
        name,
        titles.map((title) => values.get(title) ?? ''),
      );
    });
    if (lines.length > 0) context.stdout.write(attributeTitles(titles) + lines.join(''));
  } else context.stdout.write(rows.map(({ name, pairs }) => written(args, name, pairs)).join(''));
  return names.includes('ALL') || chosen.length === names.length ? 0 : (messages.noUser.status ?? 1);
}

function written(args: Arguments, name: string, pairs: Pairs): string {
  if (args.has('f')) return attributeStanza(name, pairs);
  if (!args.has('c')) return attributeLine(name, pairs);
  const titles = attributeTitles(pairs.map(([attribute]) => attribute));
  return (
    titles +
    attributeRecord(
      name,
      pairs.map(([, value]) => value),
    )
  );
}

interface Words {
  readonly names: readonly string[];
  /** Undefined: all that have a value. */
  readonly attributes: readonly string[] | undefined;
}

// `lsuser -a id home root`: the last word has the names, those before it are of the list.
function readWords(args: Arguments): Words {
  const list = args.value('a');
  const words = [...(list === undefined ? [] : list.split(/\s+/)), ...args.operands];
  const last = words.pop();
  if (last === undefined || last === '')
    throw misuse(usageMessages.missingOperand, { operand: 'ALL | Name' });
  const extra = list === undefined ? words[0] : undefined;
  if (extra !== undefined) throw misuse(usageMessages.extraOperand, { operand: last });
  const names = [...new Set(last.split(',').filter((name) => name !== ''))];
  return { names, attributes: list === undefined ? undefined : words.filter((word) => word !== '') };
}

function find<Entry extends { readonly name: string }>(
  names: readonly string[],
  { all, unknown }: Listing<Entry>,
  context: Context,
): Entry[] {
  const known = new Map(all.map((entry) => [entry.name, entry]));
  return names.flatMap((name) => {
    const entry = known.get(name);
    if (!entry) context.report(unknown, { name });
    return entry ? [entry] : [];
  });
}

// Whoever may write into the files must not write on the terminal of who reads them.
function pairsOf<Entry extends { readonly name: string }>(
  entry: Entry,
  attributes: readonly string[] | undefined,
  listing: Listing<Entry>,
): Pairs {
  const pairs: Pairs = attributes
    ? attributes.flatMap((attribute) => {
        const value = listing.value(entry, attribute);
        return value === undefined ? [] : [[attribute, value] as const];
      })
    : listing.shown(entry);
  return pairs.map(([attribute, value]) => [attribute, printable(value)] as const);
}
