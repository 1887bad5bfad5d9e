import type { Engine } from '../../state/engine.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { partitionOfHost } from '../../state/frames/servers.ts';
import { type ManagedSystem, systemByKey } from '../../state/frames/systems.ts';
import type { Host } from '../../state/hosts.ts';
import { slotLocation } from '../frames/locations.ts';

/** Decides which attributes a device has. */
export type DeviceKind =
  | 'aggregation'
  | 'disk-fc'
  | 'disk-sas'
  | 'disk-vscsi'
  | 'ethernet'
  | 'fcs'
  | 'fscsi'
  | 'interface'
  | 'l-lan'
  | 'loopback'
  | 'memory'
  | 'other'
  | 'processor'
  | 'sea'
  | 'server-fc'
  | 'server-scsi'
  | 'system'
  | 'target'
  | 'vfc-client'
  | 'vioslpm'
  | 'vscsi';

export interface Device {
  readonly name: string;
  readonly status: 'Available' | 'Defined';
  readonly kind: DeviceKind;
  /** Class, subclass and type as in the device configuration database. */
  readonly class: string;
  readonly subclass: string;
  readonly type: string;
  readonly description: string;
  /** U8233.E8B.069348P-V2-C3-T1; `''`: none. */
  readonly physloc: string;
  /** What `lsdev` of AIX shows: 00-01, 37-T1, or nothing. */
  readonly location: string;
  /** Name of the parent; `''`: none. */
  readonly parent: string;
  /** `lsdev -virtual` of a VIO server lists it. */
  readonly virtual: boolean;
  /** Of a virtual adapter. */
  readonly slot?: number;
  /** What stands behind it: the disk of a target device, the partner of an adapter, members. */
  readonly backing?: string;
  /** Network address or WWPN. */
  readonly address?: string;
  /** MB, of disks. */
  readonly size?: number;
  readonly uniqueId?: string;
  readonly pvid?: string;
  /** Of a disk in the SAN. */
  readonly path?: DiskPath;
}

/** Where a disk in the SAN is: 500507630a03c1d2, and 15000000000000 without leading zeroes. */
export interface DiskPath {
  readonly target: string;
  readonly lun: string;
}

/** The path to a LUN; its number on the storage system follows from its key. */
export function pathTo(target: string, lun: number): DiskPath {
  return { target, lun: `${lun.toString(16)}000000000000` };
}

/** U78A0.001.DNWHYB9-P1-C1-T2-W50060E8015341310-L15000000000000, as captured. */
export function pathLocation(adapter: string, { target, lun }: DiskPath): string {
  return adapter && `${adapter}-W${target.toUpperCase()}-L${lun.toUpperCase()}`;
}

/** A host, and the partition it runs in, if any. */
export interface Place {
  readonly engine: Engine;
  readonly host: Host;
  readonly partition: Partition | undefined;
  readonly system: ManagedSystem | undefined;
}

export function placeOf(engine: Engine, host: Host): Place {
  const partition = partitionOfHost(engine, host.name);
  const system = partition && systemByKey(engine, partition.system);
  return { engine, host, partition, system };
}

/** Where a virtual adapter of the place is: U8233.E8B.069348P-V2-C3. */
export function slotOf({ partition, system }: Place, slot: number): string {
  return partition && system ? slotLocation(system, partition.lpar_id, slot) : '';
}

/**
 * The logical unit address of a target device: 8100000000000000, 8200000000000000 ... in the order in which an adapter got
 * them; from the 128th on the second byte counts.
 */
export function targetAddress(lunNumber: number): string {
  const number = 0x8000 + (lunNumber % 128) * 0x100 + Math.floor(lunNumber / 128);
  return `${number.toString(16)}000000000000`;
}

type Given = Pick<Device, 'class' | 'description' | 'name' | 'subclass' | 'type'> & Partial<Device>;

/** A device with the usual rest. */
export function device(given: Given): Device {
  return {
    status: 'Available',
    kind: 'other',
    physloc: '',
    location: '',
    parent: '',
    virtual: false,
    ...given,
  };
}

/** Names of devices in the order of their prefixes, then of their numbers: ent2 before ent10. */
export function byName(first: { readonly name: string }, second: { readonly name: string }): number {
  const [, prefix = '', number = ''] = /^(.*?)(\d*)$/.exec(first.name) ?? [];
  const [, otherPrefix = '', otherNumber = ''] = /^(.*?)(\d*)$/.exec(second.name) ?? [];
  if (prefix !== otherPrefix) return prefix < otherPrefix ? -1 : 1;
  return Number(number) - Number(otherNumber);
}
