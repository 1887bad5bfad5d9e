import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import type { Column } from '../../format/vios/fields.ts';
import { failure } from '../../messages/failure.ts';
import { viosCommandMessages as messages } from '../../messages/vios-commands.ts';
import { portUseOf } from '../../model/frames/fc-login.ts';
import { fieldOption, fmtOption, formatList, viosSpec } from './listing.ts';
import { requireServer } from './this-server.ts';

const spec: CommandSpec = {
  ...viosSpec,
  name: 'lsnports',
  purpose: 'displays the Fibre Channel ports that support NPIV',
  synopsis: ['lsnports [-label] [-field FieldName ...] [-fmt Delimiter]'],
  options: [
    fieldOption,
    fmtOption,
    flag('label', 'Shows labels of ports.', 'document', { refused: "parlab's ports have no labels." }),
  ],
  statuses: { 0: 'The ports are printed.', 1: 'A field is wrong.', 62: 'There is no such port.' },
};

// Widths recalled: parsers split at blanks.
const columns: readonly Column[] = [
  { field: 'name', title: 'name', width: 16 },
  { field: 'physloc', title: 'physloc', width: 30 },
  { field: 'fabric', title: 'fabric', width: 6, right: true },
  { field: 'tports', title: 'tports', width: 6, right: true },
  { field: 'aports', title: 'aports', width: 6, right: true },
  { field: 'swwpns', title: 'swwpns', width: 6, right: true },
  { field: 'awwpns', title: 'awwpns', width: 7, right: true },
];

function run(args: Arguments, context: Context): number {
  const server = requireServer(context);
  const rows = portUseOf(context.engine, server)
    .filter(({ port }) => port.status === 'Available')
    .map(({ port, freePorts, freeWwpns }) => ({
      name: port.name,
      physloc: port.location,
      fabric: String(port.fabric),
      tports: String(port.ports),
      aports: String(freePorts),
      swwpns: String(port.wwpns),
      awwpns: String(freeWwpns),
    }));
  const text = formatList(args, columns, rows);
  if (rows.length === 0) throw failure(messages.noNpivPorts, {});
  context.stdout.write(text);
  return 0;
}

export const command: Command = { spec, run };
