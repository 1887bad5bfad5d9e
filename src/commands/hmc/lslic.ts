import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, type OptionSpec, valued } from '../../cli/spec.ts';
import type { Attribute } from '../../format/hmc-csv.ts';
import { isPoweredOn } from '../../model/frames/resources.ts';
import { type ManagedHere, systemsOf } from '../../state/frames/systems.ts';
import { helpOption, listSpec, printerOf } from './listing.ts';
import { requireSystem } from './objects.ts';
import { systemOption } from './one-partition.ts';

const noPower = "parlab's frames have neither power subsystems nor adapters with code of their own.";
const noRepository = 'parlab has no repository of firmware.';

function repository(letter: string, name: string, text: string): OptionSpec {
  return valued(letter, name, text, 'document', { refused: noRepository });
}

const spec: CommandSpec = {
  ...listSpec,
  name: 'lslic',
  purpose: 'lists the levels of licensed internal code of managed systems',
  synopsis: [
    'lslic {-m managed-system | -e managed-frame [--allsystems] | -w | -c} [-t {sys | power | syspower | powerfru | sriov}] [-r {ibmwebsite | ftp | sftp | dvd | disk | mountpoint | usb} [-h host] [-u user] [--passwd password] [-k key] [-d directory]] [-F [attribute-names] [--header]] [--help]',
  ],
  options: [
    systemOption,
    flag('w', 'All systems.', 'document'),
    valued('e', 'managed-frame', 'The systems of a frame.', 'document', {
      refused: "parlab's worlds have no managed frames.",
    }),
    flag('-allsystems', 'With -e: all systems of the frame.', 'document', {
      refused: "parlab's worlds have no managed frames.",
    }),
    flag('c', 'The systems of a cluster.', 'document', { refused: "parlab's worlds have no such clusters." }),
    {
      flag: 't',
      text: 'Whose code; default sys.',
      evidence: 'document',
      argument: {
        kind: 'value',
        name: 'code-type',
        values: { sys: '', power: noPower, syspower: noPower, powerfru: noPower, sriov: noPower },
      },
    },
    repository('r', 'repository', 'Lists levels of a repository.'),
    repository('h', 'host', 'Host of the repository.'),
    repository('u', 'user', 'User there.'),
    repository('-passwd', 'password', 'Password there.'),
    repository('k', 'key', 'Key file for it.'),
    repository('d', 'directory', 'Directory of the repository.'),
    {
      flag: 'F',
      argument: { kind: 'optional', name: 'attribute-names', several: true },
      text: 'Prints only values: of these attributes, or of all. Names may be separated by blanks here.',
      evidence: 'capture',
    },
    flag('-header', 'Prints a line of attribute names first.', 'document'),
    helpOption,
  ],
  required: [['m', 'w', 'e', 'c']],
  exclusive: [['m', 'w', 'e', 'c']],
  needs: { '-header': ['F'] },
};

const level = (system: ManagedHere) => system.level;
const ecNumber = (system: ManagedHere) => system.ec_number;

function sides(name: string): Attribute<ManagedHere>[] {
  return [
    { name: `${name}_level_primary`, value: level },
    { name: `${name}_ecnumber_primary`, value: ecNumber },
  ];
}

// Names partly from programs that read them, their order recalled. Every side of a system of parlab has one level.
const attributes: readonly Attribute<ManagedHere>[] = [
  { name: 'lic_type', value: () => 'Managed System' },
  { name: 'management_status', value: () => 'Enabled' },
  { name: 'disabled_reason', value: () => '' },
  { name: 'activated_level', value: (system) => (isPoweredOn(system) ? system.level : 'unavailable') },
  { name: 'installed_level', value: level },
  { name: 'accepted_level', value: level },
  { name: 'ecnumber', value: ecNumber },
  { name: 'mtms', value: (system) => `${system.type_model}*${system.serial}` },
  { name: 'activated_spname', shown: 'named', value: () => undefined },
  { name: 'installed_spname', shown: 'named', value: () => undefined },
  { name: 'accepted_spname', shown: 'named', value: () => undefined },
  { name: 'deferred_level', value: () => 'None' },
  { name: 'deferred_spname', shown: 'named', value: () => undefined },
  { name: 'platform_ipl_level', value: level },
  { name: 'platform_ipl_spname', shown: 'named', value: () => undefined },
  ...sides('curr'),
  { name: 'curr_power_on_side_primary', value: () => 'temp' },
  { name: 'pend_power_on_side_primary', value: () => 'temp' },
  ...sides('temp'),
  ...sides('perm'),
  ...['a', 'b'].flatMap((side): Attribute<ManagedHere>[] => [
    { name: `curr_level_${side}`, shown: 'named', value: level },
    { name: `curr_ecnumber_${side}`, shown: 'named', value: ecNumber },
  ]),
];

function run(args: Arguments, context: Context): number {
  const print = printerOf(args, attributes);
  const { engine, host } = context;
  const named = args.value('m');
  const rows = named === undefined ? systemsOf(engine, host.name) : [requireSystem(engine, host.name, named)];
  return print(context, rows);
}

export const command: Command = { spec, run };
