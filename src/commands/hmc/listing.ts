/** What all HMC list commands share: `-F`, `--header`, `--help`, and the printing of records. */
import type { Arguments } from '../../cli/arguments.ts';
import type { Context } from '../../cli/context.ts';
import type { Filters } from '../../cli/hmc/filter.ts';
import { type CommandSpec, flag, type OptionSpec } from '../../cli/spec.ts';
import {
  type Attribute,
  type FieldList,
  formatFields,
  formatLines,
  formatRecord,
  type Named,
  parseFields,
} from '../../format/hmc-csv.ts';
import { failure } from '../../messages/failure.ts';
import { hmcMessages as messages } from '../../messages/hmc.ts';
import { type Listing, listingText } from '../../state/frames/listings/listing.ts';

export const helpOption: OptionSpec = flag('-help', 'Prints the usage.', 'document');

export const listOptions: readonly OptionSpec[] = [
  {
    flag: 'F',
    argument: { kind: 'optional', name: 'attribute-names' },
    text: 'Prints only values: of these attributes, or of all. What separates the names separates the values.',
    evidence: 'capture',
  },
  flag('-header', 'Prints a line of attribute names first.', 'capture'),
  helpOption,
];

/** What the specs of HMC list commands have in common. */
export const listSpec = {
  platform: 'hmc',
  evidence: 'document',
  operands: { name: '', minimum: 0, maximum: 0 },
  parse: 'hmc',
  errors: 'stdout',
  user: 'any',
  statuses: {
    0: 'The list is printed, or there is nothing to list.',
    1: 'A parameter, an attribute or the name of an object is wrong.',
  },
} as const satisfies Partial<CommandSpec>;

/** Prints rows as the flags ask. @returns the exit status */
export type Printer<Row> = (
  context: Context,
  rows: readonly Row[],
  attributes?: readonly Attribute<Row>[],
) => number;

/**
 * Reads `-F` and checks its names, as the console does before it looks at any object.
 * @param all every attribute of the resource
 * @throws Failure for the first name that is none
 */
export function printerOf<Row>(args: Arguments, all: readonly Attribute<Row>[]): Printer<Row> {
  const fields = readFields(args, all);
  return (context, rows, attributes = all) => {
    if (rows.length === 0) {
      context.report(messages.noResults, {});
      return 0;
    }
    if (!fields) {
      context.stdout.write(rows.map((row) => `${formatRecord(attributes, row)}\n`).join(''));
      return 0;
    }
    const here = new Map(attributes.map((attribute) => [attribute.name, attribute]));
    const names = namesOf(fields, attributes);
    const chosen = names.map((name) => here.get(name) ?? { name, value: () => undefined });
    const lines = rows.map((row) => `${formatFields(chosen, row, fields.delimiter)}\n`);
    context.stdout.write(headerOf(args, names, fields) + lines.join(''));
    return 0;
  };
}

function readFields(args: Arguments, all: readonly Named[]): FieldList | undefined {
  const fields = args.has('F') ? parseFields(args.value('F') ?? '') : undefined;
  const known = new Set(all.map(({ name }) => name));
  const unknown = fields?.names.find((name) => !known.has(name));
  if (unknown !== undefined) throw failure(messages.invalidAttribute, { attribute: unknown });
  return fields;
}

function namesOf(fields: FieldList, attributes: readonly Named[]): readonly string[] {
  if (fields.names.length > 0) return fields.names;
  return attributes.filter(({ shown }) => shown !== 'named').map(({ name }) => name);
}

function headerOf(args: Arguments, names: readonly string[], { delimiter }: FieldList): string {
  return args.has('-header') ? `${names.join(delimiter)}\n` : '';
}

/** Prints a listing as the flags ask. @returns the exit status */
export type TextPrinter = (
  context: Context,
  of: { readonly system: number; readonly filters: Filters },
  attributes?: readonly Named[],
) => number;

/**
 * As {@link printerOf}, of a listing whose text the database writes: of those that grow with the partitions.
 * @param all every attribute of the resource
 * @throws Failure for the first name that is none
 */
export function textPrinterOf(args: Arguments, listing: Listing, all: readonly Named[]): TextPrinter {
  const fields = readFields(args, all);
  return (context, { system, filters }, attributes = all) => {
    const here = new Set(attributes.map(({ name }) => name));
    const names = fields
      ? namesOf(fields, attributes)
      : attributes.filter(({ shown }) => shown === undefined).map(({ name }) => name);
    const columns = Object.fromEntries(Object.entries(listing.columns).filter(([name]) => here.has(name)));
    const delimiter = fields?.delimiter ?? ',';
    const once = [...new Set(names)];
    const text = listingText(context.engine, { ...listing, columns }, system, {
      names: once,
      form: fields ? 'fields' : 'pairs',
      filters,
    });
    if (text === undefined) {
      context.report(messages.noResults, {});
      return 0;
    }
    const header = fields ? headerOf(args, names, fields) : '';
    const places = once.length < names.length ? names.map((name) => once.indexOf(name)) : undefined;
    context.stdout.write(header + formatLines(text, delimiter, places));
    return 0;
  };
}
