import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, type OptionSpec, valued } from '../../cli/spec.ts';
import { type Seen, seenPartitions } from '../../state/frames/rmc.ts';
import { helpOption, listSpec } from './listing.ts';

const internal = 'it is an internal view of the console; what it prints is not known.';

function refused(letters: string, text: string): OptionSpec {
  return flag(letters, text, 'capture', { refused: internal });
}

const spec: CommandSpec = {
  ...listSpec,
  name: 'lspartition',
  purpose: 'lists partitions as the RMC daemon of the console sees them',
  synopsis: ['lspartition {-dlpar | -sfp | -ix | -i | -c type-model_serial | -dlparreset} [--help]'],
  options: [
    flag('dlpar', 'Lists partitions with what they can do for dynamic partitioning.', 'capture'),
    refused('sfp', 'Lists partitions for service focal point.'),
    refused('ix', 'Lists partitions with more detail.'),
    refused('i', 'Lists partitions in short.'),
    valued('c', 'type-model_serial', 'Lists those of one system.', 'capture', { refused: internal }),
    refused('dlparreset', 'Resets the connections.'),
    helpOption,
  ],
  required: [['dlpar', 'sfp', 'ix', 'i', 'c', 'dlparreset']],
};

// The second line as captured, with its seven blanks; a lost partition's values are those of an example of the vendor.
function describe(seen: Seen, index: number): string {
  const { lpar_id, type_model, serial, rmc_hostname, rmc_ipaddr } = seen;
  const first = `<#${index}> Partition:<${lpar_id}*${type_model}*${serial}, ${rmc_hostname}, ${rmc_ipaddr}>`;
  const second =
    seen.rmc_connected === 1
      ? `Active:<1>, OS:<${operatingSystem(seen)}>, DCaps:<0x${seen.dcaps.toString(16)}>, CmdCaps:<${commandCaps(seen)}>, PinnedMem:<${pinned(seen)}>`
      : 'Active:<0>, OS:< , , >, DCaps:<0x2f>, CmdCaps:<0x0b, 0x0b>, PinnedMem:<0>';
  return `${first}\n       ${second}\n`;
}

// A VIO server shows the AIX that it is made of (captured): 2.2.3.3 is 6100-09-03 (seed 5, page 6); 2.2.2 is 6100-08.
function operatingSystem({ os_version }: Seen): string {
  const vios = /^VIOS (\d+)\.(\d+)\.(\d+)\.(\d+)/.exec(os_version);
  if (vios) return `AIX, 6.1, 6100-0${Number(vios[3]) + 6}-0${vios[4]}`;
  const [name = '', version = '', ...level] = os_version.split(' ');
  return [name, version, level.join(' ')].join(', ');
}

// Captured of a VIO server and of AIX partitions.
function commandCaps({ env }: Seen): string {
  return env === 'vioserver' ? '0x4000003a, 0x3a' : '0x4000001b, 0x1b';
}

// Captures have between a tenth and half of the memory; a quarter is ours.
function pinned({ run }: Seen): number {
  return Math.round(run / 4);
}

function run(_: Arguments, context: Context): number {
  const seen = seenPartitions(context.engine, context.host.name);
  context.stdout.write(seen.map(describe).join(''));
  return 0;
}

export const command: Command = { spec, run };
