import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import type { Attribute } from '../../format/hmc-csv.ts';
import { type ManagedHere, systemsOf } from '../../state/frames/systems.ts';
import { listOptions, listSpec, printerOf } from './listing.ts';

const spec: CommandSpec = {
  ...listSpec,
  name: 'lssysconn',
  purpose: 'lists the connections of the console to its managed systems',
  synopsis: ['lssysconn -r all [-F [attribute-names] [--header]] [--help]'],
  options: [
    {
      flag: 'r',
      text: 'Which connections: all.',
      evidence: 'capture',
      argument: { kind: 'value', name: 'resource-type', values: { all: '' } },
    },
    ...listOptions,
  ],
  required: [['r']],
  needs: { '-header': ['F'] },
};

const connected = (system: ManagedHere) => system.connection === 'Connected';

// While there is none, the console does not know which service processor it would be; one that has answered and been
// refused is known. An error code is there only without a connection (captures).
const unknown = new Set(['Connecting', 'No Connection']);
const attributes: readonly Attribute<ManagedHere>[] = [
  { name: 'resource_type', value: () => 'sys' },
  { name: 'type_model_serial_num', value: (system) => `${system.type_model}*${system.serial}` },
  { name: 'sp', value: (system) => (unknown.has(system.connection) ? 'unavailable' : 'primary') },
  { name: 'sp_phys_loc', value: () => 'unavailable' },
  { name: 'side', shown: 'named', value: () => undefined },
  { name: 'ipaddr', value: (system) => system.ipaddr },
  { name: 'alt_ipaddr', value: () => 'unavailable' },
  { name: 'state', value: (system) => system.connection },
  {
    name: 'connection_error_code',
    value: (system) =>
      connected(system) ? undefined : (system.connection_error ?? 'Connecting 0000-0000-00000000'),
  },
];

function run(args: Arguments, context: Context): number {
  const print = printerOf(args, attributes);
  return print(context, systemsOf(context.engine, context.host.name));
}

export const command: Command = { spec, run };
