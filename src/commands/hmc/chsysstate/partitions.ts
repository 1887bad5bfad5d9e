import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { failure } from '../../../messages/failure.ts';
import { hmcMessages } from '../../../messages/hmc.ts';
import { partitionMessages } from '../../../messages/partitions.ts';
import { activate } from '../../../model/frames/activate.ts';
import { resumeAnnounced, suspendAnnounced } from '../../../model/frames/hibernation.ts';
import { requireConnection, requireFree, requirePower } from '../../../model/frames/require.ts';
import { shutDown } from '../../../model/frames/shut-down.ts';
import { requireSuspendable, resume, suspend } from '../../../model/frames/suspend.ts';
import type { Change } from '../../../state/change.ts';
import type { Partition } from '../../../state/frames/partitions.ts';
import { findProfile } from '../../../state/frames/profile-rows.ts';
import type { ManagedHere } from '../../../state/frames/systems.ts';
import { requireSystem } from '../objects.ts';
import { partitionNamed, partitionNumbered } from '../one-partition.ts';
import { requireProfile } from '../records.ts';

type Operation = (change: Change, system: ManagedHere, partition: Partition, args: Arguments) => number;

const operations: Readonly<Record<string, Operation>> = {
  on: start,
  shutdown: (change, system, partition, args) => stop(change, system, partition, args, false),
  osshutdown: (change, system, partition, args) => stop(change, system, partition, args, true),
  suspend,
  resume,
  chkey: turnKey,
};

const notes: Readonly<Record<string, string>> = {
  on: 'is told to start',
  shutdown: 'is told to shut down',
  osshutdown: 'is told to shut down its operating system',
  suspend: 'is told to be suspended',
  resume: 'is told to resume',
  chkey: 'its keylock is turned',
};

/**
 * Carries out `chsysstate -r lpar`.
 * @returns how many lab seconds it takes; 0 also if they have gone by
 * @throws Failure
 */
export async function onPartition(args: Arguments, context: Context, operation: string): Promise<number> {
  const { engine } = context;
  const { system, partition } = chosen(args, context);
  const carryOut = () => accept(args, context, operation);
  if (operation === 'suspend') {
    requireSuspendable(engine, system, partition);
    return await suspendAnnounced(context, partition, carryOut);
  }
  if (operation !== 'resume') return carryOut();
  const { seconds, objections } = await resumeAnnounced(context, partition, carryOut);
  if (objections.length > 0)
    context.report(partitionMessages.objected, { partition: partition.name, reason: objections.join('; ') });
  return seconds;
}

function chosen(
  args: Arguments,
  { engine, host }: Context,
): { readonly system: ManagedHere; readonly partition: Partition } {
  const name = args.value('n');
  const id = args.value('-id');
  if (name === undefined && id === undefined)
    throw failure(hmcMessages.missingParameter, { parameter: '-n' });
  const system = requireSystem(engine, host.name, args.value('m') ?? '');
  requireConnection(system);
  const partition =
    name === undefined
      ? partitionNumbered(engine, system.id, id ?? '')
      : partitionNamed(engine, system.id, name);
  return { system, partition };
}

function accept(args: Arguments, context: Context, operation: string): number {
  const { lab, host } = context;
  return lab.update((change) => {
    const { system, partition } = chosen(args, context);
    const seconds = operations[operation]?.(change, system, partition, args) ?? 0;
    change.note(host.name, partition.name, notes[operation] ?? operation);
    return seconds;
  });
}

function start(change: Change, system: ManagedHere, partition: Partition, args: Arguments): number {
  const { engine } = change;
  const named = args.value('f');
  const iplSource = args.value('i');
  const { env } = partition;
  if (iplSource !== undefined && env !== 'os400')
    throw failure(partitionMessages.notOfEnv, { attribute: 'ipl_source', env });
  const bootMode = args.value('b');
  if (bootMode !== undefined && env === 'os400')
    throw failure(partitionMessages.notOfEnv, { attribute: 'boot_mode', env });
  const current = findProfile(engine, partition, partition.curr_profile);
  const profile = named === undefined ? undefined : requireProfile(engine, partition, named);
  return activate(change, system, partition, current, {
    profile,
    bootMode,
    keylock: args.value('k'),
    iplSource,
  });
}

function stop(
  change: Change,
  system: ManagedHere,
  partition: Partition,
  args: Arguments,
  byOs: boolean,
): number {
  const options = { byOs, immediate: args.has('-immed'), restart: args.has('-restart') };
  return shutDown(change, system, partition, options);
}

function turnKey(change: Change, system: ManagedHere, partition: Partition, args: Arguments): number {
  requirePower(system);
  requireFree(change.engine, partition);
  change.engine.run('UPDATE partition SET keylock = ? WHERE id = ?', args.value('k') ?? 'norm', partition.id);
  return 0;
}
