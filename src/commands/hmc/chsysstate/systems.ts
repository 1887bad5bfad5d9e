import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { failure } from '../../../messages/failure.ts';
import { hmcMessages } from '../../../messages/hmc.ts';
import { partitionMessages as messages } from '../../../messages/partitions.ts';
import { requireConnection } from '../../../model/frames/require.ts';
import { powerOff, powerOn, rebuild } from '../../../model/frames/system-power.ts';
import type { Change } from '../../../state/change.ts';
import { type ManagedHere, settingsOf, systemsOf } from '../../../state/frames/systems.ts';
import { requireSystem } from '../objects.ts';

type Operation = (change: Change, system: ManagedHere, args: Arguments) => number;

const operations: Readonly<Record<string, Operation>> = {
  on: (change, system, args) => start(change, system, args, { standby: false, byPolicy: false }),
  onstandby: (change, system, args) => start(change, system, args, { standby: true, byPolicy: false }),
  onstartpolicy: (change, system, args) => start(change, system, args, { standby: false, byPolicy: true }),
  off: (change, system, args) => {
    const options = { immediate: args.has('-immed'), restart: args.has('-restart') };
    if (options.restart && !options.immediate) throw failure(messages.needsImmediate, undefined);
    return powerOff(change, system, options);
  },
  rebuild: readAnew,
  recover: readAnew,
  chkey: (change, system, args) => {
    turnKey(change, system, args.value('k') ?? 'norm');
    return 0;
  },
};

const notes: Readonly<Record<string, string>> = {
  on: 'is told to power on',
  onstandby: 'is told to power on to standby',
  onstartpolicy: 'is told to power on by its policy',
  off: 'is told to power off',
  rebuild: 'is read anew',
  recover: 'is read anew',
  chkey: 'its keylock is turned',
};

/** Carries out `chsysstate -r sys`. @returns how many lab seconds it takes. @throws Failure */
export function onSystems(args: Arguments, context: Context, operation: string): number {
  const { lab, engine, host } = context;
  return lab.update((change) => {
    const names = args.has('-all') ? undefined : (args.value('m') ?? '').split(',');
    const several = operation === 'on' || operation === 'onstandby' || operation === 'onstartpolicy';
    if (names && names.length > 1 && !several)
      throw failure(hmcMessages.invalidValue, { parameter: '-m', value: args.value('m') ?? '' });
    // Of all systems, those that are on already stay as they are.
    const all = () => systemsOf(engine, host.name).filter(({ state }) => state === 'Power Off');
    const systems = names?.map((name) => requireSystem(engine, host.name, name)) ?? all();
    const seconds = systems.map((system) => {
      requireConnection(system);
      change.note(host.name, system.name, notes[operation] ?? operation);
      return operations[operation]?.(change, system, args) ?? 0;
    });
    return Math.max(0, ...seconds);
  });
}

function start(
  change: Change,
  system: ManagedHere,
  args: Arguments,
  options: { readonly standby: boolean; readonly byPolicy: boolean },
): number {
  const key = args.value('k');
  const settings = key === undefined ? system.settings : turnKey(change, system, key);
  return powerOn(change, { ...system, settings }, options);
}

function readAnew(change: Change, system: ManagedHere): number {
  rebuild(change, system);
  return 0;
}

function turnKey(change: Change, system: ManagedHere, position: string): string {
  const keys = { curr_sys_keylock: position, pend_sys_keylock: position };
  const settings = JSON.stringify({ ...settingsOf(system), ...keys });
  change.engine.run('UPDATE managed_system SET settings = ? WHERE id = ?', settings, system.id);
  return settings;
}
