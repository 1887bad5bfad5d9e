/** What all HMC list commands share: `-F`, `--header`, `--help`, and the printing of records. */
import type { Arguments } from '../../cli/arguments.ts';
import type { Context } from '../../cli/context.ts';
import { type CommandSpec, flag, type OptionSpec } from '../../cli/spec.ts';
import { type Attribute, formatFields, formatRecord, parseFields } from '../../format/hmc-csv.ts';
import { failure } from '../../messages/failure.ts';
import { hmcMessages as messages } from '../../messages/hmc.ts';

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
  const fields = args.has('F') ? parseFields(args.value('F') ?? '') : undefined;
  const known = new Set(all.map(({ name }) => name));
  const unknown = fields?.names.find((name) => !known.has(name));
  if (unknown !== undefined) throw failure(messages.invalidAttribute, { attribute: unknown });
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
    const chosen =
      fields.names.length > 0
        ? fields.names.map((name) => here.get(name) ?? { name, value: () => undefined })
        : attributes.filter(({ shown }) => shown !== 'named');
    const header = args.has('-header') ? [chosen.map(({ name }) => name).join(fields.delimiter)] : [];
    const lines = rows.map((row) => formatFields(chosen, row, fields.delimiter));
    context.stdout.write([...header, ...lines].map((line) => `${line}\n`).join(''));
    return 0;
  };
}
