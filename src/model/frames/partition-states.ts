/** What partitions go through when they start and stop, as transitions. */
import type { Change } from '../../state/change.ts';
import type { Engine } from '../../state/engine.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import type { ManagedSystem } from '../../state/frames/systems.ts';
import type { Row } from '../../state/insert.ts';
import { applyUpdate, schedule, type Update } from '../../state/transitions.ts';
import { endWparsOf } from '../shutdown/host-down.ts';
import { durations } from './durations.ts';
import { bestMode, compatibilityModes } from './generations.ts';

interface Amounts {
  readonly curr_min: number;
  readonly curr: number;
  readonly curr_huge: number;
  readonly curr_units: number;
  readonly curr_procs: number;
  readonly curr_weight: number;
}

/** A partition uses what it holds. */
export function usesAll(engine: Engine, id: number): Update[] {
  const held = engine.get<Amounts>(
    `SELECT curr_min, curr, curr_huge, curr_units, curr_procs, curr_weight
     FROM partition_memory JOIN partition_processor USING (partition) WHERE partition = ?`,
    id,
  );
  if (!held) return [];
  const { curr_min, curr, curr_huge, curr_units, curr_procs, curr_weight } = held;
  return [
    { table: 'partition_memory', key: id, set: { run_min: curr_min, run: curr, run_huge: curr_huge } },
    {
      table: 'partition_processor',
      key: id,
      set: { run_units: curr_units, run_procs: curr_procs, run_weight: curr_weight },
    },
  ];
}

function starting(change: Change, system: ManagedSystem, partition: Partition, time: number): Update[] {
  const clear = { refcode: '', refcode_time: null, ...lostRmc(partition) };
  const set = { state: 'Starting', last_activated: time, ...clear, ...mode(system, partition) };
  return [update(partition.id, set), ...usesAll(change.engine, partition.id)];
}

function update(key: number, set: Row): Update {
  return { table: 'partition', key, set };
}

// `default` is the best that the server has (seed 5, page 30); POWER5 systems have no modes.
function mode(system: ManagedSystem, { desired_compat }: Partition): Row {
  if (compatibilityModes[system.generation].current.length === 0) return {};
  return { curr_compat: desired_compat === 'default' ? bestMode(system.generation) : desired_compat };
}

// One that never talked to a console (none) goes on not to.
function lostRmc({ rmc_state }: Partition): Row {
  return { rmc_connected: 0, rmc_state: rmc_state === 'none' ? 'none' : 'inactive' };
}

const atRest = { run_min: 0, run: 0, run_huge: 0 };
const idle = { run_units: 0, run_procs: 0, run_weight: 0 };

/** What a partition is when it is off; it keeps the resources that it holds. */
export function stopped(partition: Partition): Update[] {
  return [
    update(partition.id, { state: 'Not Activated', refcode: '', refcode_time: null, ...lostRmc(partition) }),
    { table: 'partition_memory', key: partition.id, set: atRest },
    { table: 'partition_processor', key: partition.id, set: idle },
  ];
}

/** What a partition is while its memory stands on a storage device. */
export function suspended(partition: Partition): Update[] {
  return [
    update(partition.id, { state: 'Suspended', ...lostRmc(partition) }),
    ...stopped(partition).slice(1),
  ];
}

/** A boot mode that ends at the firmware's prompt or menu. */
const staysInFirmware = (bootMode: string) => bootMode === 'sms' || bootMode === 'of';

/** Its operating system talks to the console once it runs. */
export function talks({ env, rmc_ipaddr, rmc_state }: Partition): boolean {
  return env !== 'os400' && rmc_ipaddr !== '' && rmc_state !== 'none';
}

/**
 * The start of a partition from a moment on; what begins later is a transition.
 * @param from lab seconds
 * @param bootMode of this start alone; default the partition's
 * @returns how many seconds after that moment all is over
 */
export function scheduleStart(
  change: Change,
  system: ManagedSystem,
  partition: Partition,
  from: number,
  bootMode = partition.boot_mode,
): number {
  const { id } = partition;
  const at = (seconds: number, what: string, updates: readonly Update[]) =>
    schedule(change, from + seconds, { system: system.id, partition: id, what, updates });
  const begin = starting(change, system, partition, from);
  if (from <= change.lab.now()) for (const each of begin) applyUpdate(change.engine, each);
  else at(0, 'starts', begin);
  const { firmware, boot, rmc } = durations;
  // The firmware's code while it waits or boots (recalled).
  const open = { state: 'Open Firmware', refcode: 'CA00E1DC', refcode_time: from + firmware };
  at(firmware, 'is in Open Firmware', [update(id, open)]);
  if (staysInFirmware(bootMode)) return firmware;
  at(boot, 'runs', [update(id, { state: 'Running', refcode: '', refcode_time: null })]);
  // Diagnostics run without the daemons.
  if (!talks(partition) || bootMode !== 'norm') return boot;
  at(rmc, 'is connected by RMC', [update(id, { rmc_state: 'active', rmc_connected: 1 })]);
  return rmc;
}

/** The end of a partition that works on until a moment. @returns seconds until all is over */
export function scheduleStop(
  change: Change,
  system: ManagedSystem,
  partition: Partition,
  options: { readonly seconds: number; readonly restart: boolean },
): number {
  const { seconds, restart } = options;
  applyUpdate(change.engine, update(partition.id, { state: 'Shutting Down' }));
  if (partition.host !== null) endWparsOf(change, partition.host);
  const due = change.lab.now() + seconds;
  schedule(change, due, {
    system: system.id,
    partition: partition.id,
    what: 'is powered off',
    updates: stopped(partition),
  });
  return restart ? seconds + scheduleStart(change, system, partition, due) : seconds;
}
