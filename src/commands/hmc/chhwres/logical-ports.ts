/** `chhwres -r sriov --rsubtype logport`: logical ports of SR-IOV adapters. */
import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import {
  type InputPair,
  parseRecord,
  plainValue,
  refuseUnknown,
  requiredValue,
} from '../../../cli/hmc/input.ts';
import { dlparMessages } from '../../../messages/dlpar.ts';
import { failure } from '../../../messages/failure.ts';
import { hardwareMessages } from '../../../messages/hardware.ts';
import { logicalPortMessages as messages } from '../../../messages/logical-ports.ts';
import { holdPartition } from '../../../model/dlpar/hold.ts';
import { badValue, hundredthsOf, wholeNumber } from '../../../model/frames/values.ts';
import { requireSame } from '../../../model/hardware/carry.ts';
import {
  checkPortAddition,
  givePort,
  isPortOf,
  type NewPort,
  requirePort,
  takePort,
} from '../../../model/hardware/logical-ports.ts';
import { meetFault } from '../../../model/hardware/os-fault.ts';
import { partOf, requireChangeable } from '../../../model/hardware/part.ts';
import type { Change } from '../../../state/change.ts';
import type { Engine } from '../../../state/engine.ts';
import { consoleTime } from './console-time.ts';
import { ownerOf, requireHypervisor } from './owners.ts';
import { usualSeconds } from './usual-seconds.ts';
import { wishesOf } from './wishes.ts';

/** A port that comes or leaves. */
interface Passage {
  readonly action: 'acquire' | 'release';
  /** @returns the port's number. @throws Failure if it cannot be done as things are */
  check(engine: Engine): string;
  apply(change: Change): void;
}

/** Without it a port gets this much of the physical port, hundredths of a percent (powercampus.de, adding ports). */
const usualCapacity = 200;
// Documented for logical ports, without anything in the lab that they could change.
const foreign = [
  ...['allowed_os_mac_addrs', 'allowed_vlan_ids', 'backup_device_type', 'mac_addr', 'max_capacity'],
  ...['migratable', 'port_vlan_id', 'promisc_mode', 'pvid_priority'],
];

export async function changePorts(operation: string, args: Arguments, context: Context): Promise<void> {
  if (operation === 's') throw failure(messages.noChange, {});
  const wishes = wishesOf(args);
  const pairs = parseRecord(args.value('a') ?? '');
  const passage = operation === 'a' ? adding(args, context, pairs) : removing(args, context, pairs);
  requireHypervisor(args, context);
  const { partition } = ownerOf(args, context);
  requireChangeable(context.engine, partition);
  const port = passage.check(context.engine);
  const book = () =>
    context.lab.update((change) => {
      requireSame(change, partition);
      const now = passage.check(change.engine);
      passage.apply(change);
      const done = passage.action === 'acquire' ? 'added' : 'removed';
      change.note(context.host.name, partition.name, `SR-IOV logical port ${now} ${done}`);
    });
  if (partOf(partition, 'dlpar_io', wishes.force) !== 'system') return book();
  const mine = await holdPartition(context, partition, passage.action, wishes, async () => {
    const reason = await meetFault(context, partition, wishes, usualSeconds);
    if (reason === undefined) return book();
    // The time that went by before the refusal is kept.
    context.lab.update(() => {});
    const head = passage.action === 'release' ? messages.removal : messages.addition;
    const time = consoleTime(context.lab.now());
    context.report(head, { port, partition: partition.name, time });
    context.report(hardwareMessages.detail, { text: reason });
    throw failure(hardwareMessages.memoryEnd, { code: 255 });
  });
  if (mine) return;
  if (context.signal.aborted) throw failure(dlparMessages.interrupted, {});
  throw failure(hardwareMessages.turn, { partition: partition.name, minutes: wishes.minutes });
}

function adding(args: Arguments, context: Context, pairs: readonly InputPair[]): Passage {
  const wanted = newPort(pairs);
  const check = (engine: Engine) => checkPortAddition(engine, ownerOf(args, context), wanted);
  return {
    action: 'acquire',
    check: (engine) => check(engine).logical,
    apply: (change) => givePort(change, ownerOf(args, context), check(change.engine)),
  };
}

function newPort(pairs: readonly InputPair[]): NewPort {
  const unsupported = pairs.find(({ name }) => foreign.includes(name));
  if (unsupported) throw failure(messages.noAttribute, { attribute: unsupported.name });
  const known = ['adapter_id', 'phys_port_id', 'logical_port_id', 'logical_port_type', 'capacity'];
  refuseUnknown(pairs, known);
  const adapter = adapterOf(pairs);
  const physical = wholeNumber({ name: 'phys_port_id', value: requiredValue(pairs, 'phys_port_id') }, 0, 3);
  const type = requiredValue(pairs, 'logical_port_type');
  if (type === 'roce') throw failure(messages.noAttribute, { attribute: 'logical_port_type=roce' });
  if (type !== 'eth') throw badValue({ name: 'logical_port_type', value: type });
  const capacity = plainValue(pairs, 'capacity');
  const logical = plainValue(pairs, 'logical_port_id')?.toLowerCase();
  if (logical !== undefined && !isPortOf(adapter, logical))
    throw badValue({ name: 'logical_port_id', value: logical });
  return {
    adapter,
    physical: String(physical),
    ...(logical === undefined ? {} : { logical }),
    capacity: capacity === undefined ? usualCapacity : hundredthsOf({ name: 'capacity', value: capacity }),
  };
}

function removing(args: Arguments, context: Context, pairs: readonly InputPair[]): Passage {
  refuseUnknown(pairs, ['adapter_id', 'logical_port_id']);
  const adapter = adapterOf(pairs);
  const logical = requiredValue(pairs, 'logical_port_id').toLowerCase();
  const find = (engine: Engine) => requirePort(engine, ownerOf(args, context), adapter, logical);
  return {
    action: 'release',
    check: (engine) => find(engine).logical,
    apply: (change) => takePort(change, ownerOf(args, context), find(change.engine)),
  };
}

function adapterOf(pairs: readonly InputPair[]): string {
  return String(wholeNumber({ name: 'adapter_id', value: requiredValue(pairs, 'adapter_id') }, 1, 1023));
}
