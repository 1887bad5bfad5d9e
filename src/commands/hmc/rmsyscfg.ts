import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { hmcMessages } from '../../messages/hmc.ts';
import { partitionMessages as messages } from '../../messages/partitions.ts';
import { removePartition } from '../../model/frames/remove-partition.ts';
import { requireConnection, requireFree } from '../../model/frames/require.ts';
import type { ManagedHere } from '../../state/frames/systems.ts';
import { helpOption } from './listing.ts';
import { requireSystem } from './objects.ts';
import { partitionNamed, partitionNumbered, requirePartition, systemOption } from './one-partition.ts';
import { requireProfile } from './records.ts';

const spec: CommandSpec = {
  name: 'rmsyscfg',
  platform: 'hmc',
  purpose: 'removes partitions and partition profiles',
  synopsis: [
    'rmsyscfg -r lpar -m managed-system {-n partition-name | --id partition-ID} [--vioscfg] [--vdisk] [--help]',
    'rmsyscfg -r prof -m managed-system -n profile-name {-p partition-name | --id partition-ID} [--help]',
  ],
  evidence: 'document',
  options: [
    {
      flag: 'r',
      text: 'What is removed: a partition with its profiles, or a profile.',
      evidence: 'document',
      argument: {
        kind: 'value',
        name: 'resource-type',
        values: { lpar: '', prof: '', sysprof: "parlab's systems have no system profiles." },
      },
    },
    systemOption,
    valued('n', 'name', 'The partition, or with -r prof the profile.', 'document'),
    valued('p', 'partition-name', 'With -r prof: the partition of the profile.', 'document'),
    valued('-id', 'partition-ID', 'The partition, by its number.', 'document'),
    flag(
      '-vioscfg',
      'Also removes the adapters of VIO servers that serve the partition, with their mappings.',
      'document',
    ),
    flag(
      '-vdisk',
      'Also removes the virtual disks of the partition: logical volumes and files of VIO servers.',
      'document',
    ),
    helpOption,
  ],
  operands: { name: '', minimum: 0, maximum: 0 },
  parse: 'hmc',
  required: [['r'], ['m'], ['n', '-id']],
  exclusive: [['p', '-id']],
  user: 'any',
  statuses: { 0: 'It is removed.', 1: 'Nothing is removed.' },
};

function run(args: Arguments, context: Context): number {
  if (args.value('r') === 'prof') return removeProfile(args, context);
  if (args.has('p')) throw failure(hmcMessages.invalidParameter, { parameter: '-p' });
  if (args.has('n') && args.has('-id')) throw failure(hmcMessages.exclusive, { first: '-n', second: '--id' });
  const { lab, engine, host } = context;
  lab.update((change) => {
    const system = systemOf(args, context);
    const name = args.value('n');
    const partition =
      name === undefined
        ? partitionNumbered(engine, system.id, args.value('-id') ?? '')
        : partitionNamed(engine, system.id, name);
    removePartition(change, system, partition, {
      servers: args.has('-vioscfg'),
      disks: args.has('-vdisk'),
    });
    change.note(host.name, partition.name, 'is removed');
  });
  return 0;
}

function systemOf(args: Arguments, context: Context): ManagedHere {
  const system = requireSystem(context.engine, context.host.name, args.value('m') ?? '');
  requireConnection(system);
  return system;
}

function removeProfile(args: Arguments, context: Context): number {
  for (const foreign of ['-vioscfg', '-vdisk']) {
    if (args.has(foreign)) throw failure(hmcMessages.invalidParameter, { parameter: `-${foreign}` });
  }
  const name = args.value('n');
  if (name === undefined) throw failure(hmcMessages.missingParameter, { parameter: '-n' });
  if (!args.has('p') && !args.has('-id')) throw failure(hmcMessages.missingParameter, { parameter: '-p' });
  const { lab, engine, host } = context;
  lab.update((change) => {
    const system = systemOf(args, context);
    const partition = requirePartition(args, engine, system.id);
    requireFree(engine, partition);
    const profile = requireProfile(engine, partition, name);
    if (profile.name === partition.default_profile || profile.name === partition.curr_profile)
      throw failure(messages.profileInUse, { partition: partition.name, profile: name });
    engine.run('DELETE FROM profile WHERE partition = ? AND name = ?', partition.id, name);
    change.note(host.name, partition.name, `profile ${name} is removed`);
  });
  return 0;
}

export const command: Command = { spec, run };
