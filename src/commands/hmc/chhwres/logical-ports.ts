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
import { failure } from '../../../messages/failure.ts';
import { logicalPortMessages as messages } from '../../../messages/logical-ports.ts';
import { badValue, hundredthsOf, wholeNumber } from '../../../model/frames/values.ts';
import {
  checkPortAddition,
  givePort,
  isPortOf,
  type NewPort,
  requirePort,
  takePort,
} from '../../../model/hardware/logical-ports.ts';
import type { Engine } from '../../../state/engine.ts';
import { ownerOf } from './owners.ts';
import { carryPort, type PortPassage } from './port-passage.ts';
import { wishesOf } from './wishes.ts';

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
  await carryPort(args, context, passage, wishes);
}

function adding(args: Arguments, context: Context, pairs: readonly InputPair[]): PortPassage {
  const wanted = newPort(pairs);
  const check = (engine: Engine) => checkPortAddition(engine, ownerOf(args, context), wanted);
  return {
    action: 'acquire',
    kind: 'SR-IOV',
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

function removing(args: Arguments, context: Context, pairs: readonly InputPair[]): PortPassage {
  refuseUnknown(pairs, ['adapter_id', 'logical_port_id']);
  const adapter = adapterOf(pairs);
  const logical = requiredValue(pairs, 'logical_port_id').toLowerCase();
  const find = (engine: Engine) => requirePort(engine, ownerOf(args, context), adapter, logical);
  return {
    action: 'release',
    kind: 'SR-IOV',
    check: (engine) => find(engine).logical,
    apply: (change) => takePort(change, ownerOf(args, context), find(change.engine)),
  };
}

function adapterOf(pairs: readonly InputPair[]): string {
  return String(wholeNumber({ name: 'adapter_id', value: requiredValue(pairs, 'adapter_id') }, 1, 1023));
}
