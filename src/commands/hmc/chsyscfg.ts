import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { readRecords } from '../../cli/hmc/input.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { hmcMessages } from '../../messages/hmc.ts';
import { configure } from '../../model/frames/give-resources.ts';
import { requireConnection, requireOff, requirePower } from '../../model/frames/require.ts';
import type { ManagedHere } from '../../state/frames/systems.ts';
import { changePartition } from './chsyscfg/partitions.ts';
import { changeProfile } from './chsyscfg/profiles.ts';
import { changeSystem } from './chsyscfg/systems.ts';
import { helpOption } from './listing.ts';
import { requireSystem } from './objects.ts';
import { partitionOptions, requirePartition, systemOption } from './one-partition.ts';
import { dataOptions, requireProfile } from './records.ts';

const noFrames = "parlab's worlds have no managed frames.";

const spec: CommandSpec = {
  name: 'chsyscfg',
  platform: 'hmc',
  purpose: 'changes partitions, partition profiles and managed systems',
  synopsis: [
    'chsyscfg -r {lpar | prof | sys | sysprof | frame} {-m managed-system | -e managed-frame} {-f configuration-file | -i "configuration-data"} [--force] [--help]',
    'chsyscfg -r lpar -m managed-system -o apply {-p partition-name | --id partition-ID} [-n profile-name] [--help]',
  ],
  evidence: 'document',
  options: [
    {
      flag: 'r',
      text: 'What is changed: partitions, their profiles or the system.',
      evidence: 'document',
      argument: {
        kind: 'value',
        name: 'resource-type',
        values: {
          lpar: '',
          prof: '',
          sys: '',
          sysprof: "parlab's systems have no system profiles.",
          frame: noFrames,
        },
      },
    },
    systemOption,
    valued('e', 'managed-frame', 'The frame that is changed.', 'document', { refused: noFrames }),
    ...dataOptions,
    {
      flag: 'o',
      text: 'apply: gives a partition that is not activated the resources of a profile.',
      evidence: 'document',
      argument: { kind: 'value', name: 'operation', values: { apply: '' } },
    },
    ...partitionOptions,
    valued('n', 'profile-name', 'The profile that is applied; default the default profile.', 'document'),
    flag(
      '-force',
      'Takes slots and partners into a profile that the system does not have. What the console forces is not documented.',
      'document',
    ),
    helpOption,
  ],
  operands: { name: '', minimum: 0, maximum: 0 },
  parse: 'hmc',
  required: [['r'], ['m', 'e']],
  exclusive: [
    ['m', 'e'],
    ['f', 'i', 'o'],
    ['p', '-id'],
    ['-force', 'o'],
  ],
  needs: { p: ['o'], '-id': ['o'], n: ['o'] },
  user: 'any',
  statuses: { 0: 'Everything is changed.', 1: 'Nothing is changed.' },
};

function run(args: Arguments, context: Context): number {
  const resource = args.value('r');
  if (args.has('o')) return apply(args, context);
  if (args.has('-force') && resource !== 'prof')
    throw failure(hmcMessages.invalidParameter, { parameter: '--force' });
  const records = readRecords(args, context);
  context.lab.update((change) => {
    for (const record of records) {
      const system = systemOf(args, context);
      if (resource === 'sys') changeSystem(change, system, record, context.host);
      else if (resource === 'prof')
        changeProfile(change, system, record, { host: context.host, force: args.has('-force') });
      else changePartition(change, system, record, context.host);
    }
  });
  return 0;
}

function systemOf(args: Arguments, context: Context): ManagedHere {
  const system = requireSystem(context.engine, context.host.name, args.value('m') ?? '');
  requireConnection(system);
  return system;
}

function apply(args: Arguments, context: Context): number {
  if (args.value('r') !== 'lpar') throw failure(hmcMessages.invalidParameter, { parameter: '-o' });
  if (!args.has('p') && !args.has('-id')) throw failure(hmcMessages.missingParameter, { parameter: '-p' });
  const { lab, host, engine } = context;
  lab.update((change) => {
    const system = systemOf(args, context);
    const partition = requirePartition(args, engine, system.id);
    requirePower(system);
    requireOff(engine, partition);
    const profile = requireProfile(engine, partition, args.value('n') ?? partition.default_profile);
    configure(change, system, partition, profile);
    change.note(host.name, partition.name, `has the resources of profile ${profile.name}`);
  });
  return 0;
}

export const command: Command = { spec, run };
