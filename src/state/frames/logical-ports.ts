import type { Change } from '../change.ts';
import type { Engine } from '../engine.ts';
import { settingsOf, systemByKey } from './systems.ts';

/** A port of an SR-IOV adapter that a partition has for itself. */
export interface SriovPort extends PhysicalPort {
  /** Key of its partition. */
  readonly partition: number;
  readonly lpar_name: string;
  readonly lpar_id: number;
  readonly lpar_state: string;
  /** As the row has it: `1/0/27004001`, or with a capacity of its own `1/0/27004001/2.0`. */
  readonly port: string;
  /** `27004001` */
  readonly logical: string;
  /** Its part of the physical port, hundredths of a percent. */
  readonly capacity: number;
  readonly required: 0 | 1;
  /** A virtual adapter takes over where it cannot go along. */
  readonly backed: 0 | 1;
}

/** A physical port of an SR-IOV adapter, by the numbers of both. */
export interface PhysicalPort {
  readonly adapter: string;
  readonly physical: string;
}

/** The whole of a physical port, hundredths of a percent. */
export const wholePort = 10_000;

interface Row extends Omit<SriovPort, 'adapter' | 'capacity' | 'logical' | 'physical'> {}

/** Logical ports of a system. Those whose capacity nobody has said share what the others leave. */
export function sriovPortsOf(engine: Engine, system: number): SriovPort[] {
  const rows = engine
    .all<Row>(
      `SELECT partition, name AS lpar_name, lpar_id, state AS lpar_state, port, required, backed
       FROM logical_port JOIN partition ON partition.id = partition
       WHERE system = ? AND kind = 'sriov' ORDER BY port, lpar_id`,
      system,
    )
    .map((row) => ({ ...row, ...partsOfPort(row.port) }));
  return rows.map(({ said, ...row }) => {
    if (said !== undefined) return { ...row, capacity: said };
    const around = rows.filter((other) => isSamePhysical(other, row));
    const taken = around.reduce((sum, other) => sum + (other.said ?? 0), 0);
    const silent = around.filter((other) => other.said === undefined).length;
    return { ...row, capacity: Math.max(0, Math.floor((wholePort - taken) / silent)) };
  });
}

export function isSamePhysical(one: PhysicalPort, other: PhysicalPort): boolean {
  return one.adapter === other.adapter && one.physical === other.physical;
}

/** A port as validations name it: adapter, physical port, logical port. */
export function nameOfPort(port: string): string {
  return port.split('/', 3).join('/');
}

/** How a row names a port that has this capacity, hundredths of a percent. */
export function portWith({ adapter, physical }: PhysicalPort, logical: string, capacity: number): string {
  return [adapter, physical, logical, formatCapacity(capacity)].join('/');
}

/** 2.0, as consoles print it. */
export function formatCapacity(hundredths: number): string {
  return (hundredths / 100).toFixed(hundredths % 10 === 0 ? 1 : 2);
}

function partsOfPort(port: string): PhysicalPort & { logical: string; said?: number } {
  const [adapter = '', physical = '', logical = '', capacity] = port.split('/');
  const said = capacity === undefined ? {} : { said: Math.round(Number(capacity) * 100) };
  return { adapter, physical, logical, ...said };
}

/** Physical ports that are known: those with logical ports, and those that had some. */
export function physicalPortsOf(engine: Engine, system: number): PhysicalPort[] {
  const found = systemByKey(engine, system);
  const remembered = found ? (settingsOf(found)[remember] ?? '') : '';
  const names = [
    ...sriovPortsOf(engine, system).map(({ adapter, physical }) => `${adapter}/${physical}`),
    ...remembered.split(',').filter((name) => name !== ''),
  ];
  return [...new Set(names)].sort(byNumbers).map((name) => {
    const [adapter = '', physical = ''] = name.split('/');
    return { adapter, physical };
  });
}

function byNumbers(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

const remember = 'sriov_physical_ports';

/** Adapters stay in their system when the last logical port goes: the system remembers the physical ports. */
export function rememberPhysicalPorts({ engine }: Change, system: number): void {
  const found = systemByKey(engine, system);
  const names = physicalPortsOf(engine, system).map(({ adapter, physical }) => `${adapter}/${physical}`);
  if (!found || names.length === 0) return;
  const settings = { ...settingsOf(found), [remember]: names.join(',') };
  engine.run('UPDATE managed_system SET settings = ? WHERE id = ?', JSON.stringify(settings), system);
}

/** A port of a Host Ethernet Adapter that a partition has for itself. */
export interface HostPort {
  /** Key of its partition. */
  readonly partition: number;
  readonly lpar_id: number;
  /** As profiles name it: adapter, port group, physical port, logical port, virtual LANs: `23000000/1/0/1/none`. */
  readonly port: string;
}

export function hostPortsOf(engine: Engine, system: number): HostPort[] {
  return engine.all<HostPort>(
    `SELECT partition, lpar_id, port FROM logical_port JOIN partition ON partition.id = partition
     WHERE system = ? AND kind = 'hea' ORDER BY lpar_id, port`,
    system,
  );
}
