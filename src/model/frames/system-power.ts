/** Managed systems that are powered on and off, and what the console reads anew from them. */
import { failure } from '../../messages/failure.ts';
import { partitionMessages as messages } from '../../messages/partitions.ts';
import type { Change } from '../../state/change.ts';
import { migrationsOf } from '../../state/frames/migrations.ts';
import { partitionsOf } from '../../state/frames/partitions.ts';
import { type ManagedSystem, settingsOf } from '../../state/frames/systems.ts';
import { applyUpdate, forget, schedule, type Update } from '../../state/transitions.ts';
import { durations } from './durations.ts';
import { scheduleStart, stopped } from './partition-states.ts';
import { isActivated, isPoweredOn } from './resources.ts';

function state(system: ManagedSystem, to: string, more: Update['set'] = {}): Update {
  return { table: 'managed_system', key: system.id, set: { state: to, ...more } };
}

/** Settings that waited for the next power-on are in force: pend_x becomes curr_x, or x of those without one. */
function settingsInForce(system: ManagedSystem): string {
  const settings: Record<string, string> = { ...settingsOf(system) };
  for (const [name, value] of Object.entries(settings)) {
    if (!name.startsWith('pend_')) continue;
    const plain = name.slice('pend_'.length);
    settings[
      plain.startsWith('power_on_option') || plain.startsWith('power_on_lpar') ? plain : `curr_${plain}`
    ] = value;
  }
  return JSON.stringify(settings);
}

/**
 * Powers a system on; where that is asked for, its partitions that start with it start.
 * @param standby only the system
 * @returns how many lab seconds it takes. @throws Failure
 */
export function powerOn(
  change: Change,
  system: ManagedSystem,
  options: { readonly standby: boolean; readonly byPolicy: boolean },
): number {
  if (system.state === 'Standby' && !options.standby) {
    applyUpdate(change.engine, state(system, 'Operating'));
    return 0;
  }
  if (system.state !== 'Power Off') throw failure(messages.systemOn, { system: system.name });
  const settings = settingsInForce(system);
  const more = { settings, lmb_mb: system.pend_lmb_mb };
  applyUpdate(change.engine, state(system, 'Initializing', more));
  const due = change.lab.now() + durations.systemOn;
  const to = options.standby ? 'Standby' : 'Operating';
  schedule(change, due, { system: system.id, what: `is in state ${to}`, updates: [state(system, to)] });
  if (options.standby) return durations.systemOn;
  const policy = (JSON.parse(settings) as Record<string, string>).power_on_lpar_start_policy ?? 'autostart';
  if (options.byPolicy && policy === 'userinit') return durations.systemOn;
  const starts = partitionsOf(change.engine, system.id)
    .filter((each) => each.auto_start === 1 && each.resource_config === 1 && each.state === 'Not Activated')
    .reverse()
    .map((each) => scheduleStart(change, system, each, due));
  return durations.systemOn + Math.max(0, ...starts);
}

/**
 * Powers a system off, and with it all of its partitions.
 * @returns how many lab seconds it takes. @throws Failure
 */
export function powerOff(
  change: Change,
  system: ManagedSystem,
  options: { readonly immediate: boolean; readonly restart: boolean },
): number {
  const { engine } = change;
  if (!isPoweredOn(system)) throw failure(messages.systemIsOff, { system: system.name });
  if (migrationsOf(engine, system.id).length > 0) throw failure(messages.migrates, { system: system.name });
  engine.run('DELETE FROM transition WHERE system = ?', system.id);
  const partitions = partitionsOf(engine, system.id).filter((each) => isActivated(each.state));
  for (const each of partitions) {
    forget(change, each.id);
    for (const update of stopped(each)) applyUpdate(engine, update);
  }
  const more = options.restart ? { settings: settingsInForce(system), lmb_mb: system.pend_lmb_mb } : {};
  applyUpdate(engine, state(system, 'Power Off In Progress', more));
  const seconds = options.immediate ? durations.immediate : durations.systemOff;
  const due = change.lab.now() + seconds;
  schedule(change, due, { system: system.id, what: 'is powered off', updates: [state(system, 'Power Off')] });
  if (!options.restart) return seconds;
  schedule(change, due, {
    system: system.id,
    what: 'is powered on',
    updates: [state(system, 'Initializing')],
  });
  const back = due + durations.systemOn;
  schedule(change, back, {
    system: system.id,
    what: 'is in state Operating',
    updates: [state(system, 'Operating')],
  });
  const starts = partitionsOf(engine, system.id)
    .filter((each) => each.auto_start === 1 && each.resource_config === 1)
    .reverse()
    .map((each) => scheduleStart(change, system, each, back));
  return seconds + durations.systemOn + Math.max(0, ...starts);
}

/** The console reads everything anew: what it has recorded of RMC connections is what there is. */
export function rebuild(change: Change, system: ManagedSystem): void {
  change.engine.run(
    `UPDATE partition SET rmc_state = CASE WHEN rmc_connected = 1 THEN 'active' ELSE 'inactive' END
     WHERE system = ? AND (rmc_connected = 1 OR rmc_state <> 'none')`,
    system.id,
  );
  if (['Incomplete', 'Recovery'].includes(system.state))
    applyUpdate(change.engine, state(system, 'Operating'));
}
