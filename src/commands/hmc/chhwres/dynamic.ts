/** The course of a dynamic operation: checks, the partition's own word, then the change in one short write. */

import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { connectionMessages } from '../../../messages/connections.ts';
import { dlparMessages as messages } from '../../../messages/dlpar.ts';
import { type Failure, failure } from '../../../messages/failure.ts';
import { hmcMessages } from '../../../messages/hmc.ts';
import { isGeneration } from '../../../model/frames/generations.ts';
import { slotLocation } from '../../../model/frames/locations.ts';
import { isReachable } from '../../../model/frames/rmc.ts';
import { nameDevices } from '../../../model/frames/virtual-adapters/identities.ts';
import { isInUse } from '../../../model/frames/virtual-adapters/in-use.ts';
import { syncSlot } from '../../../model/frames/virtual-adapters/sync-profile.ts';
import { type Fault, strike } from '../../../state/faults.ts';
import { migratingKeys, type Partition } from '../../../state/frames/partitions.ts';
import { loseConnection } from '../../../state/frames/rmc.ts';
import { requireSystem } from '../objects.ts';
import { requirePartition } from '../one-partition.ts';
import type { Place } from './place.ts';
import type { Prepare, Step } from './steps.ts';

export type Operation = 'add' | 'change' | 'remove' | 'switch';

/** Seconds that an operating system takes to add or remove an adapter (ours). */
const usualSeconds = 5;

/** How long it does not answer when a fault keeps its answer away (ours). */
const lostMinutes = 15;

/**
 * Carries out an operation on virtual adapters. A partition that is off is changed at once; one that runs is asked first.
 * @throws Failure when it is refused; nothing is changed then
 */
export async function carryOut(
  args: Arguments,
  context: Context,
  operation: Operation,
  prepare: Prepare,
): Promise<void> {
  const limits = limitsOf(args);
  const place = placeOf(args, context);
  const step = prepare(place);
  const asked = operation !== 'switch' && asksSystem(place.partition, args.has('-force'));
  if (asked) await askSystem(context, place, step, operation, limits);
  context.lab.update((change) => {
    // The world may have changed while the partition was asked.
    const here = placeOf(args, context);
    const { id, env, name, state } = here.partition;
    const now = prepare(here);
    if (
      operation === 'remove' &&
      state === 'Running' &&
      now.adapter &&
      isInUse(here.engine, here.partition, now.adapter)
    )
      throw blockOf(operation, here, now.slot, change.lab.now());
    const what = now.apply(change);
    // Without its operating system a server names the adapter when it starts.
    if (env === 'vioserver' && (asked || state === 'Not Activated')) nameDevices(change, id);
    syncSlot(change, here.partition, now.slot, isGeneration(here.system.generation, 'POWER6'));
    change.note(context.host.name, name, what);
  });
}

/** @throws Failure if there is no such partition, or nothing can be changed about it now */
function placeOf(args: Arguments, { engine, host }: Context): Place {
  const system = requireSystem(engine, host.name, args.value('m') ?? '');
  const partition = requirePartition(args, engine, system.id);
  const changeable = partition.state === 'Running' || partition.state === 'Not Activated';
  if (!changeable || migratingKeys(engine, system.id).has(partition.id))
    throw failure(hmcMessages.wrongState, undefined);
  return { engine, system, partition };
}

interface Limits {
  /** Minutes until the request is given up; 0: never. */
  readonly minutes: number;
  /** What DR_DETAIL_LEVEL is in the partition. */
  readonly detail: number;
}

function limitsOf(args: Arguments): Limits {
  const number = (flag: string, pattern: RegExp, usual: number) => {
    const value = args.value(flag) ?? String(usual);
    if (!pattern.test(value)) throw failure(hmcMessages.invalidValue, { parameter: `-${flag}`, value });
    return Number(value);
  };
  return { minutes: number('w', /^\d{1,4}$/, 5), detail: number('d', /^[0-5]$/, 0) };
}

/**
 * Whether the operating system takes part. IBM i does so without RMC (recalled).
 * @throws Failure if it must and cannot
 */
function asksSystem(partition: Partition, force: boolean): boolean {
  if (partition.state !== 'Running') return false;
  if (partition.env === 'os400') return true;
  if (isReachable(partition) && partition.dlpar_io === 1) return true;
  if (force) return false;
  throw failure(connectionMessages.noConnection, { partition: partition.name });
}

async function askSystem(
  context: Context,
  place: Place,
  { slot, adapter }: Step,
  operation: Operation,
  { minutes, detail }: Limits,
): Promise<void> {
  const { lab, signal, host } = context;
  const { name } = place.partition;
  const fault = lab.update((change) => {
    const found = strike(change, { operation: 'chhwres', objects: [name], at: 'os' });
    if (found)
      change.note(host.name, name, `fault ${found.id} (${found.kind}) strikes, DR_DETAIL_LEVEL ${detail}`);
    return found;
  });
  const lost = fault?.kind === 'network';
  const givenUp = lost && minutes > 0 && minutes < lostMinutes;
  await lab.pass(lost ? (givenUp ? minutes : lostMinutes) * 60 : usualSeconds, signal);
  if (signal.aborted) throw failure(messages.interrupted, {});
  if (givenUp) throw settled(context, failure(messages.timedOut, { partition: name, minutes }));
  if (fault?.kind === 'rmc') {
    lab.update((change) => loseConnection(change, place.partition.id));
    throw failure(connectionMessages.noConnection, { partition: name });
  }
  const busy =
    operation === 'remove' && adapter !== undefined && isInUse(context.engine, place.partition, adapter);
  if (fault?.kind === 'os' || busy)
    throw settled(
      context,
      blockOf(operation, place, slot, lab.now(), fault?.kind === 'os' ? fault : undefined),
    );
}

// The time that went by before the refusal is kept.
function settled(context: Context, refusal: Failure): Failure {
  context.lab.update(() => {});
  return refusal;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The console's error block about a slot; without a fault its device is busy. */
function blockOf(operation: Operation, place: Place, slot: number, now: number, fault?: Fault): Failure {
  const date = new Date(now * 1000);
  const day = String(date.getUTCDate()).padStart(2, ' ');
  const where = {
    location: slotLocation(place.system, place.partition.lpar_id, slot),
    // Virtual slots have indexes of their own kind (recalled).
    drc: (0x30000000 + slot).toString(16),
    time: `${months[date.getUTCMonth()]} ${day} ${date.toISOString().slice(11, 19)}`,
  };
  if (!fault) return failure(messages.removeBusy, where);
  const detail = fault.detail === '' ? messages.refused.text : fault.detail;
  const values = { ...where, reason: detail, code: 255 };
  if (operation === 'add') return failure(messages.addFailed, values);
  if (operation === 'remove') return failure(messages.removeFailed, values);
  return failure(messages.changeFailed, values);
}
