import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, type OptionSpec, valued } from '../../cli/spec.ts';
import { helpOption } from './listing.ts';
import { checkWords, operations } from './migrlpar/operations.ts';

/** A flag with one of few values. */
function choice(flagName: string, values: readonly string[], text: string, refused = ''): OptionSpec {
  return {
    flag: flagName,
    text,
    evidence: 'document',
    argument: {
      kind: 'value',
      name: values.join('|'),
      values: Object.fromEntries(values.map((each) => [each, ''])),
    },
    ...(refused === '' ? {} : { refused }),
  };
}

const spec: CommandSpec = {
  name: 'migrlpar',
  platform: 'hmc',
  purpose: 'perform a partition migration operation',
  synopsis: [
    'migrlpar -o {m | r | s | v} -m managed-system [-t target-managed-system] [--ip IP-address [-u user-ID]] {-p partition-name | --id partition-ID | --all} [-n profile-name] [--redundantvios {0 | 1 | 2}] [--mpio {1 | 2}] [--vlanbridge {1 | 2}] [--vsi {1 | 2}] [--uuid {1 | 2}] [--protectstorage {1 | 2}] [--npivval {port | portdisk}] [--requirerr {1 | 2}] [--redundantvnicbkdev {1 | 2}] [--redundantmsps {0 | 1 | 2}] [--vniccfg {1 | 2}] [--affinity] [--migsriov {1 | 2}] [--steps {0 | 1 | 2}] [--usecurrdata] [{-f input-data-file | -i "input-data"}] [-w wait-time] [-d detail-level] [--force] [-v] [--nodetails] [--help]',
    'migrlpar -o set [-m managed-system] -r sys {-f input-data-file | -i "input-data"} [--help]',
    'migrlpar -o set -m managed-system -r lpar {-p partition-name | --id partition-ID} {-f input-data-file | -i "input-data"} [--help]',
  ],
  evidence: 'document',
  options: [
    choice('o', ['m', 'v', 's', 'r', 'set'], 'Migrate, validate, stop, recover, or set attributes.'),
    choice('r', ['sys', 'lpar'], 'Only with -o set: of what.'),
    valued(
      'm',
      'managed-system',
      'The source system, by its name or as tttt-mmm*sssssss. With -o set -r sys, without it, the only one.',
      'document',
    ),
    valued(
      't',
      'target-managed-system',
      'The destination system; with --ip one of the other console.',
      'document',
    ),
    valued('-ip', 'IP-address', 'The console that manages the other system.', 'document'),
    valued('u', 'user-ID', 'The user on that console; default: the same.', 'document'),
    valued('p', 'partition-name', 'The partition, or several with commas between them.', 'document'),
    valued('-id', 'partition-ID', 'The same by their IDs on the source.', 'document'),
    flag('-all', 'All AIX, Linux and IBM i partitions of the source.', 'seed'),
    valued('n', 'profile-name', 'Name of the profile that is written on the destination.', 'document'),
    choice(
      '-redundantvios',
      ['0', '1', '2'],
      'Redundant paging or storage VIO servers: none, needed, if possible.',
    ),
    choice('-mpio', ['1', '2'], 'The layout of paths must be kept (1), or is not (2).'),
    choice('-vlanbridge', ['1', '2'], 'Every VLAN must be bridged on the destination (1), or not (2).'),
    choice('-vsi', ['1', '2'], 'The mode of the virtual switches must be the same (1), or not (2).'),
    choice('-uuid', ['1', '2'], 'The UUID must be kept (1), or is made anew where it is in use (2).'),
    choice(
      '-protectstorage',
      ['1', '2'],
      'Storage of a suspended partition must stay protected (1), or not (2).',
    ),
    choice('-npivval', ['port', 'portdisk'], 'Compares storage ports, or also the disks behind them.'),
    choice('-requirerr', ['1', '2'], 'Remote restart must stay possible (1), or not (2).'),
    choice('-redundantvnicbkdev', ['1', '2'], 'Redundancy of vNICs.', "parlab's partitions have no vNICs."),
    choice('-redundantmsps', ['0', '1', '2'], 'Redundant movers: not, needed, if there are.'),
    choice('-vniccfg', ['1', '2'], 'Configuration of vNICs.', "parlab's partitions have no vNICs."),
    flag('-affinity', 'The affinity score must not be lower on the destination.', 'document'),
    choice('-migsriov', ['1', '2'], 'Migratable SR-IOV ports must be made again (1), or if possible (2).'),
    choice(
      '-steps',
      ['0', '1', '2'],
      'Not documented where it could be read.',
      'what it does is not known from any readable page.',
    ),
    flag('-usecurrdata', 'Uses current data of storage; what parlab uses is never old.', 'document'),
    valued('f', 'input-data-file', 'A file with the attributes, in one line.', 'document', {
      path: 'caller',
    }),
    valued('i', 'input-data', 'The attributes.', 'document'),
    valued('w', 'wait-time', 'Minutes to wait for an answer of an operating system; default 3.', 'document'),
    valued('d', 'detail-level', 'How much operating systems are to say, 0 to 5; default 1.', 'document'),
    flag('-force', 'Only with -o r: goes on although something cannot be reached.', 'document'),
    flag('v', 'Also prints the details of warnings.', 'document'),
    flag('-nodetails', 'Prints no details.', 'document'),
    helpOption,
  ],
  operands: { name: '', minimum: 0, maximum: 0 },
  parse: 'hmc',
  required: [['o']],
  exclusive: [
    ['p', '-id', '-all'],
    ['f', 'i'],
    ['v', '-nodetails'],
  ],
  needs: { u: ['-ip'] },
  user: 'any',
  statuses: {
    0: 'It is done; there may have been warnings.',
    1: 'It is not, or not for every partition: the standard error says why.',
  },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const operation = args.value('o') ?? '';
  checkWords(operation, args);
  return (await operations[operation]?.(args, context)) ?? 1;
}

export const command: Command = { spec, run };
