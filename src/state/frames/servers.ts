/** Devices of VIO servers. Virtual adapters are rows of `virtual_adapter`, whatever side they are on. */
import type { Engine } from '../engine.ts';
import type { Partition } from './partitions.ts';

type Flag = 0 | 1;

/** A Fibre Channel port. */
export interface ServerPort {
  readonly partition: number;
  readonly name: string;
  readonly wwpn: string;
  readonly location: string;
  /** 1: its switch supports NPIV. */
  readonly fabric: Flag;
  /** Logins it can hold. */
  readonly ports: number;
  readonly wwpns: number;
  readonly status: 'Available' | 'Defined';
}

export interface ServerDisk {
  readonly partition: number;
  readonly name: string;
  /** Key of the LUN; null: an internal disk. */
  readonly lun: number | null;
  readonly size_mb: number;
  readonly pvid: string | null;
  readonly volume_group: string | null;
  readonly reserve_policy: 'PR_exclusive' | 'PR_shared' | 'no_reserve' | 'single_path';
  readonly location: string;
  readonly status: 'Available' | 'Defined';
}

export interface ServerEthernet {
  readonly partition: number;
  readonly name: string;
  readonly kind: 'aggregation' | 'physical';
  /** Comma separated. */
  readonly members: string;
  readonly mbps: number;
  readonly link: Flag;
  readonly location: string;
}

export interface SharedEthernet {
  readonly partition: number;
  readonly name: string;
  readonly backing: string;
  /** Slots of its trunk adapters, comma separated. */
  readonly trunks: string;
  readonly default_slot: number;
  readonly pvid: number;
  readonly ha_mode: 'auto' | 'disabled' | 'sharing' | 'standby';
  readonly control_slot: number | null;
  readonly address: string | null;
  readonly netmask: string | null;
  readonly status: 'Available' | 'Defined';
}

export interface TargetDevice {
  readonly partition: number;
  readonly name: string;
  /** Of the server adapter. */
  readonly slot: number;
  readonly kind: 'disk' | 'file' | 'lv' | 'optical';
  readonly backing: string;
  /** 0x8100000000000000 is 1. */
  readonly lun_number: number;
  readonly mirrored: Flag;
  readonly status: 'Available' | 'Defined';
}

/** vioslpm0: the HMC and the VIO server name the first two differently, the value is one. */
export interface Mover {
  readonly partition: number;
  readonly operations: number;
  readonly concurrency: number;
  readonly mini_snap: Flag;
  readonly max_vasi: number;
  readonly operations_per_vasi: number;
  readonly port_high: number;
  readonly port_low: number;
  readonly auto_tunnel: Flag;
  readonly sent_bytes: number;
  readonly received_bytes: number;
  readonly counted_since: number | null;
}

function all<Row>(table: string, order: string) {
  return (engine: Engine, partition: number): Row[] =>
    engine.all<Row>(`SELECT * FROM ${table} WHERE partition = ? ORDER BY ${order}`, partition);
}

// hdisk2 before hdisk10.
const byNumber = 'length(name), name';

export const portsOf: (engine: Engine, partition: number) => ServerPort[] = all('vios_port', byNumber);
export const disksOf: (engine: Engine, partition: number) => ServerDisk[] = all('vios_disk', byNumber);
export const ethernetsOf: (engine: Engine, partition: number) => ServerEthernet[] = all(
  'vios_ethernet',
  byNumber,
);
export const sharedEthernetsOf: (engine: Engine, partition: number) => SharedEthernet[] = all(
  'sea',
  byNumber,
);
export const targetsOf: (engine: Engine, partition: number) => TargetDevice[] = all(
  'target_device',
  'slot, lun_number',
);

export function moverOf(engine: Engine, partition: number): Mover | undefined {
  return engine.get<Mover>('SELECT * FROM mover WHERE partition = ?', partition);
}

/** The partition that a host of the lab runs in; a VIO server always has one. */
export function partitionOfHost(engine: Engine, host: string): Partition | undefined {
  return engine.get<Partition>('SELECT * FROM partition WHERE host = ?', host);
}

export function partitionByKey(engine: Engine, id: number): Partition | undefined {
  return engine.get<Partition>('SELECT * FROM partition WHERE id = ?', id);
}

export interface Lun {
  readonly id: number;
  readonly name: string;
  readonly unique_id: string;
  readonly storage: string;
  readonly size_mb: number;
}

export function lunById(engine: Engine, id: number): Lun | undefined {
  return engine.get<Lun>('SELECT * FROM lun WHERE id = ?', id);
}

/** How an initiator reaches a LUN: the first storage port it is zoned to that has it. */
export function targetOfLun(engine: Engine, lun: number, initiator: string): string | undefined {
  return engine.get<{ target: string }>(
    `SELECT zone.target FROM visible_lun JOIN lun ON lun.id = visible_lun.lun
       JOIN storage_port ON storage_port.storage = lun.storage
       JOIN zone ON zone.target = storage_port.wwpn AND zone.initiator = visible_lun.initiator
     WHERE visible_lun.lun = ? AND visible_lun.initiator = ? ORDER BY zone.target LIMIT 1`,
    lun,
    initiator,
  )?.target;
}

/** Keys of the LUNs that an initiator (a port's WWPN, or one of a client adapter's pair) sees. */
export function lunsVisibleTo(engine: Engine, initiator: string): number[] {
  return engine
    .all<{ lun: number }>('SELECT lun FROM visible_lun WHERE initiator = ? ORDER BY lun', initiator)
    .map(({ lun }) => lun);
}

/** Storage ports that an initiator is zoned to. */
export function targetsZonedTo(engine: Engine, initiator: string): string[] {
  return engine
    .all<{ target: string }>('SELECT target FROM zone WHERE initiator = ? ORDER BY target', initiator)
    .map(({ target }) => target);
}
