/** Logical ports of SR-IOV adapters that come to a partition, or leave it. */
import { failure } from '../../messages/failure.ts';
import { logicalPortMessages as messages } from '../../messages/logical-ports.ts';
import type { Change } from '../../state/change.ts';
import type { Engine } from '../../state/engine.ts';
import {
  formatCapacity,
  isSamePhysical,
  type PhysicalPort,
  physicalPortsOf,
  portWith,
  rememberPhysicalPorts,
  type SriovPort,
  sriovPortsOf,
  wholePort,
} from '../../state/frames/logical-ports.ts';
import { insertRow } from '../../state/insert.ts';
import { isActivated } from '../frames/resources.ts';
import type { Owner } from './memory.ts';

/** A logical port that somebody wants. */
export interface NewPort extends PhysicalPort {
  /** Its number; undefined: the next free one of the adapter. */
  readonly logical?: string;
  /** Hundredths of a percent of the physical port. */
  readonly capacity: number;
}

/** A new port is called `27004001`: what all have, ten bits of adapter, fourteen of port (numbers in captures). */
const firstNumber = 0x27000000;
const portsOfAdapter = 0x4000;

/** Whether a logical port of the adapter can be called so. */
export function isPortOf(adapter: string, logical: string): boolean {
  const place = Number.parseInt(logical, 16) - firstNumber - Number(adapter) * portsOfAdapter;
  return /^[\da-f]{8}$/.test(logical) && place > 0 && place < portsOfAdapter;
}

/** @returns the port with its number. @throws Failure if the partition cannot have it */
export function checkPortAddition(
  engine: Engine,
  { system, partition }: Owner,
  wanted: NewPort,
): Required<NewPort> {
  const { adapter, capacity } = wanted;
  if (!physicalPortsOf(engine, system.id).some((each) => each.adapter === adapter))
    throw failure(messages.noAdapter, { adapter });
  const ports = sriovPortsOf(engine, system.id).filter((each) => each.adapter === adapter);
  const logical = wanted.logical ?? nextNumber(adapter, ports);
  const there = ports.filter((each) => each.logical === logical);
  if (there.some((each) => each.partition === partition.id))
    throw failure(messages.assigned, { port: logical });
  // The number that a partition has which is off can be given to another one (the same capture).
  const owner = there.find(({ lpar_state }) => isActivated(lpar_state));
  if (owner) throw failure(messages.inUse, { port: logical, owner: owner.lpar_name });
  if (capacity < 100 || capacity > wholePort)
    throw failure(messages.capacityRange, { capacity: formatCapacity(capacity) });
  const used = ports
    .filter((each) => isSamePhysical(each, wanted) && each.logical !== logical)
    .reduce((sum, each) => sum + each.capacity, 0);
  if (used + capacity > wholePort) throw failure(messages.capacityTotal, { current: formatCapacity(used) });
  return { ...wanted, logical };
}

function nextNumber(adapter: string, ports: readonly SriovPort[]): string {
  const used = new Set(ports.map(({ logical }) => logical));
  for (let number = firstNumber + Number(adapter) * portsOfAdapter + 1; ; number++) {
    const logical = number.toString(16);
    if (!used.has(logical)) return logical;
  }
}

/** The port that the partition has. @throws Failure if it has no such port */
export function requirePort(
  engine: Engine,
  { system, partition }: Owner,
  adapter: string,
  logical: string,
): SriovPort {
  const found = sriovPortsOf(engine, system.id).find(
    (each) => each.partition === partition.id && each.adapter === adapter && each.logical === logical,
  );
  if (!found) throw failure(messages.foreign, { port: logical, adapter, partition: partition.name });
  return found;
}

export function givePort(change: Change, { system, partition }: Owner, port: Required<NewPort>): void {
  const { engine } = change;
  for (const each of sriovPortsOf(engine, system.id))
    if (each.adapter === port.adapter && each.logical === port.logical) deletePort(engine, each);
  insertRow(engine, 'logical_port', {
    partition: partition.id,
    kind: 'sriov',
    port: portWith(port, port.logical, port.capacity),
    // Ports that were added to a partition that runs are listed as required (powercampus.de, lssriov).
    required: 1,
    backed: 0,
  });
}

export function takePort(change: Change, { system }: Owner, port: SriovPort): void {
  const { engine } = change;
  rememberPhysicalPorts(change, system.id);
  // What the others have of the physical port does not grow by that.
  const others = sriovPortsOf(engine, system.id).filter((each) => isSamePhysical(each, port));
  deletePort(engine, port);
  for (const { partition, port: name, logical, capacity } of others)
    engine.run(
      "UPDATE logical_port SET port = ? WHERE partition = ? AND kind = 'sriov' AND port = ?",
      portWith(port, logical, capacity),
      partition,
      name,
    );
}

function deletePort(engine: Engine, { partition, port }: SriovPort): void {
  engine.run("DELETE FROM logical_port WHERE partition = ? AND kind = 'sriov' AND port = ?", partition, port);
}
