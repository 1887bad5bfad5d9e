/** `-field` and `-fmt` of the lists of a VIO server. */
import type { Arguments } from '../../cli/arguments.ts';
import type { OptionSpec } from '../../cli/spec.ts';
import {
  type Column,
  formatDelimited,
  formatRow,
  formatTitles,
  type Values,
} from '../../format/vios/fields.ts';
import { failure } from '../../messages/failure.ts';
import { viosCommandMessages as messages } from '../../messages/vios-commands.ts';

export const fieldOption: OptionSpec = {
  flag: 'field',
  argument: { kind: 'value', name: 'FieldName', several: true },
  text: 'Prints only these fields.',
  evidence: 'document',
};

export const fmtOption: OptionSpec = {
  flag: 'fmt',
  argument: { kind: 'value', name: 'Delimiter' },
  text: 'Prints a line of values with this between them, without titles; an empty value is a blank.',
  evidence: 'document',
};

/** What all commands of this server's spec have in common. */
export const viosSpec = {
  platform: 'vios',
  evidence: 'document',
  operands: { name: '', minimum: 0, maximum: 0 },
  parse: 'vios',
  user: 'any',
} as const;

/** The fields that `-field` names, in its order. @throws Failure for one that there is not */
export function requestedFields(args: Arguments, known: readonly string[]): readonly string[] | undefined {
  if (!args.has('field')) return undefined;
  const fields = args.values('field').map((field) => field.toLowerCase());
  const unknown = fields.find((field) => !known.includes(field));
  if (unknown !== undefined)
    throw failure(messages.invalidField, { field: unknown, known: known.join(', ') });
  return fields;
}

/** A table, or lines of values. */
export function formatList(args: Arguments, columns: readonly Column[], rows: readonly Values[]): string {
  const fields = requestedFields(
    args,
    columns.map(({ field }) => field),
  );
  const chosen = fields
    ? fields.flatMap((field) => columns.filter((column) => column.field === field))
    : columns;
  const delimiter = args.value('fmt');
  if (delimiter !== undefined) {
    return rows
      .map((row) =>
        formatDelimited(
          chosen.map(({ field }) => row[field]),
          delimiter,
        ),
      )
      .join('');
  }
  return [formatTitles(chosen), ...rows.map((row) => formatRow(chosen, row))].join('');
}
