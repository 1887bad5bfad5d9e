import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import {
  type InputPair,
  plainValue,
  readRecords,
  refuseUnknown,
  requiredValue,
} from '../../cli/hmc/input.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { hmcMessages } from '../../messages/hmc.ts';
import { partitionMessages as messages } from '../../messages/partitions.ts';
import { currentProfile } from '../../model/frames/current-profile.ts';
import { makePartition } from '../../model/frames/make-partition.ts';
import { setMover } from '../../model/frames/mover-service.ts';
import {
  consoleVersion,
  longestName,
  settableNames,
  settingRow,
} from '../../model/frames/partition-settings.ts';
import { withWwpns } from '../../model/frames/profile-adapters.ts';
import { newProfile } from '../../model/frames/profile-changes.ts';
import { profilePlace } from '../../model/frames/profile-place.ts';
import { profileAttributeNames } from '../../model/frames/profiles.ts';
import { requireConnection, requireFree, requirePower } from '../../model/frames/require.ts';
import { consoleName, oneOf, wholeNumber, yesOrNo } from '../../model/frames/values.ts';
import type { Change } from '../../state/change.ts';
import type { PartitionEnv } from '../../state/frames/partitions.ts';
import { findProfile, insertProfile, updateProfile } from '../../state/frames/profile-rows.ts';
import { partitionByKey } from '../../state/frames/servers.ts';
import type { ManagedHere } from '../../state/frames/systems.ts';
import type { Row } from '../../state/insert.ts';
import { helpOption } from './listing.ts';
import { requireSystem } from './objects.ts';
import { partitionOptions, requirePartition, systemOption } from './one-partition.ts';
import { dataOptions, partitionOfRecord, profileSettings } from './records.ts';

const spec: CommandSpec = {
  name: 'mksyscfg',
  platform: 'hmc',
  purpose: 'makes partitions and partition profiles',
  synopsis: [
    'mksyscfg -r {lpar | prof | sysprof} -m managed-system [{-f configuration-file | -i "configuration-data"}] [-o save {-p partition-name | --id partition-ID} -n profile-name [--force]] [--help]',
  ],
  evidence: 'document',
  options: [
    {
      flag: 'r',
      text: 'What is made: a partition with its default profile, or a further profile.',
      evidence: 'document',
      argument: {
        kind: 'value',
        name: 'resource-type',
        values: { lpar: '', prof: '', sysprof: "parlab's systems have no system profiles." },
      },
    },
    systemOption,
    ...dataOptions,
    {
      flag: 'o',
      text: 'save: saves the configuration that a partition has now as a profile.',
      evidence: 'document',
      argument: { kind: 'value', name: 'operation', values: { save: '' } },
    },
    ...partitionOptions,
    valued('n', 'profile-name', 'What the saved profile is called.', 'document'),
    flag('-force', 'With -o save: an existing profile of the name is overwritten.', 'document'),
    helpOption,
  ],
  operands: { name: '', minimum: 0, maximum: 0 },
  parse: 'hmc',
  required: [['r'], ['m']],
  exclusive: [
    ['f', 'i', 'o'],
    ['p', '-id'],
  ],
  needs: { p: ['o'], '-id': ['o'], n: ['o'], '-force': ['o'] },
  user: 'any',
  statuses: { 0: 'Everything is made.', 1: 'Nothing is made.' },
};

function run(args: Arguments, context: Context): number {
  if (args.has('o')) return save(args, context);
  const records = readRecords(args, context);
  context.lab.update((change) => {
    const system = systemOf(args, context);
    for (const record of records) {
      if (args.value('r') === 'lpar') makeOne(change, system, record, context);
      else makeProfile(change, system, record, context);
    }
  });
  return 0;
}

function systemOf(args: Arguments, context: Context): ManagedHere {
  const system = requireSystem(context.engine, context.host.name, args.value('m') ?? '');
  requireConnection(system);
  requirePower(system);
  return system;
}

function profileNameOf(value: string, attribute: string, context: Context): string {
  return consoleName({ name: attribute, value }, longestName(context.host.release));
}

const naming = ['name', 'lpar_id', 'profile_name', 'lpar_env'];

function makeOne(change: Change, system: ManagedHere, record: readonly InputPair[], context: Context): void {
  refuseUnknown(record, [...naming, 'msp', ...settableNames, ...profileAttributeNames]);
  const name = profileNameOf(requiredValue(record, 'name'), 'name', context);
  const profile = profileNameOf(requiredValue(record, 'profile_name'), 'profile_name', context);
  const env = oneOf({ name: 'lpar_env', value: requiredValue(record, 'lpar_env') }, [
    'aixlinux',
    'os400',
    'vioserver',
  ]) as PartitionEnv;
  const id = plainValue(record, 'lpar_id');
  const lparId =
    id === undefined ? undefined : wholeNumber({ name: 'lpar_id', value: id }, 1, system.max_lpars);
  // What both have (boot_mode, auto_start ...) is the profile's and the partition's.
  const own = [...naming, 'msp', ...settableNames.filter((each) => !profileAttributeNames.includes(each))];
  const place = profilePlace(change.engine, system, env, false);
  const attributes = newProfile(place, profileSettings(record, own));
  const row: Record<string, Row[string]> = {};
  const subject = { system, env, off: true, made: false, version: consoleVersion(context.host.release) };
  for (const each of settableNames) {
    const value = plainValue(record, each);
    const both = profileAttributeNames.includes(each);
    if (value !== undefined && !(both && each === 'boot_mode' && env !== 'aixlinux'))
      Object.assign(row, settingRow({ name: each, value }, subject));
  }
  const key = makePartition(change, system, { name, lparId, env, profile, attributes, row });
  const partition = partitionByKey(change.engine, key);
  const msp = plainValue(record, 'msp');
  if (msp !== undefined && env !== 'vioserver') throw failure(messages.notOfEnv, { attribute: 'msp', env });
  if (msp !== undefined && partition)
    setMover(change, system, partition, yesOrNo({ name: 'msp', value: msp }));
  change.note(context.host.name, name, `is made with ID ${partition?.lpar_id ?? ''}`);
}

function makeProfile(
  change: Change,
  system: ManagedHere,
  record: readonly InputPair[],
  context: Context,
): void {
  const { engine } = change;
  const names = ['name', 'lpar_name', 'lpar_id'];
  refuseUnknown(record, [...names, ...profileAttributeNames]);
  const name = profileNameOf(requiredValue(record, 'name'), 'name', context);
  const partition = partitionOfRecord(record, 'lpar_name', engine, system.id);
  requireFree(engine, partition);
  if (findProfile(engine, partition, name))
    throw failure(messages.profileTaken, { partition: partition.name, profile: name });
  const place = profilePlace(engine, system, partition.env, false);
  const attributes = newProfile(place, profileSettings(record, names));
  insertProfile(engine, partition.id, name, withWwpns(change, system.id, attributes, partition.id));
  change.note(context.host.name, partition.name, `has a profile ${name}`);
}

function save(args: Arguments, context: Context): number {
  if (args.value('r') === 'lpar' || args.value('r') === 'prof') {
    if (!args.has('p') && !args.has('-id')) throw failure(hmcMessages.missingParameter, { parameter: '-p' });
  }
  const name = args.value('n');
  if (name === undefined) throw failure(hmcMessages.missingParameter, { parameter: '-n' });
  const saved = profileNameOf(name, '-n', context);
  context.lab.update((change) => {
    const { engine } = change;
    const system = systemOf(args, context);
    const partition = requirePartition(args, engine, system.id);
    requireFree(engine, partition);
    const there = findProfile(engine, partition, saved);
    if (there && !args.has('-force'))
      throw failure(messages.profileTaken, { partition: partition.name, profile: saved });
    if (partition.resource_config === 0) throw failure(messages.nothingToSave, { partition: partition.name });
    const base =
      findProfile(engine, partition, partition.curr_profile) ??
      findProfile(engine, partition, partition.default_profile);
    const attributes = currentProfile(engine, system, partition, base?.attributes ?? {});
    if (there) updateProfile(engine, partition.id, saved, { newName: saved, attributes });
    else insertProfile(engine, partition.id, saved, attributes);
    change.note(context.host.name, partition.name, `its configuration is saved as profile ${saved}`);
  });
  return 0;
}

export const command: Command = { spec, run };
