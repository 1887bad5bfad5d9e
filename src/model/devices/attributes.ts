import {
  columnValue,
  type DeviceKey,
  type StoredAttribute,
  storedAttributes,
} from '../../state/device-attributes.ts';
import { atLeast } from '../release.ts';
import type { AttributeDefinition } from './attributes/definition.ts';
import * as network from './attributes/network.ts';
import * as storage from './attributes/storage.ts';
import * as system from './attributes/system.ts';
import type { Device, DeviceKind, Place } from './device.ts';

const definitions: Readonly<Record<DeviceKind, readonly AttributeDefinition[]>> = {
  aggregation: network.aggregation,
  'disk-fc': storage.fcDisk,
  'disk-sas': storage.sasDisk,
  'disk-vscsi': storage.vscsiDisk,
  ethernet: network.physicalEthernet,
  fcs: storage.fcAdapter,
  fscsi: storage.protocol,
  interface: network.ethernetInterface,
  'l-lan': network.virtualEthernet,
  loopback: network.loopback,
  memory: system.memory,
  other: [],
  processor: system.processor,
  sea: network.sharedEthernet,
  'server-fc': storage.serverFc,
  'server-scsi': storage.serverScsi,
  system: system.systemObject,
  target: storage.targetDevice,
  'vfc-client': storage.virtualFcAdapter,
  vioslpm: system.partitionMobility,
  vscsi: storage.clientScsi,
};

/** An attribute of a device with its values. */
export interface DeviceAttribute {
  readonly definition: AttributeDefinition;
  readonly name: string;
  readonly description: string;
  /** What AIX assumes where nobody said anything. */
  readonly byDefault: string;
  /** What it is while no row of its own says anything. */
  readonly unset: string;
  /** A column of the lab's tables has it, see `columnValue`. */
  readonly inColumn: boolean;
  /** As the device works now. */
  readonly inForce: string;
  /** As it will work after the next start: what `lsattr -E` shows. */
  readonly database: string;
  /** `True`, `False`; from AIX 7.2 on `True+` for what may change while the device is in use. */
  readonly userSettable: string;
}

/** Attributes of a device, sorted by name as ASCII has it (capitals first). */
export function attributesOf(place: Place, device: Device): DeviceAttribute[] {
  const { engine, host } = place;
  const stored = new Map(storedAttributes(engine, host.name, device.name).map((row) => [row.attribute, row]));
  return definitions[device.kind]
    .filter(({ since }) => atLeast(host.release, since?.[host.platform] ?? '0'))
    .map((definition) => attributeOf(place, device, definition, stored.get(definition.name)))
    .sort((first, second) => (first.name < second.name ? -1 : 1));
}

export function keyOf({ host, partition }: Place, device: Device): DeviceKey {
  return { host: host.name, partition: partition?.id, device: device.name };
}

function attributeOf(
  place: Place,
  device: Device,
  definition: AttributeDefinition,
  stored: StoredAttribute | undefined,
): DeviceAttribute {
  const { name, description, change, own } = definition;
  const byDefault =
    typeof definition.byDefault === 'string' ? definition.byDefault : definition.byDefault(place);
  const column = columnValue(place.engine, keyOf(place, device), name);
  const unset = column ?? own?.(device, place) ?? byDefault;
  const inForce = stored?.value ?? unset;
  const plus = change === 'online' && hasPlus(place);
  return {
    ...{ definition, name, description, byDefault, unset, inForce },
    inColumn: column !== undefined,
    database: stored?.pending ?? inForce,
    userSettable: change === 'fixed' ? 'False' : plus ? 'True+' : 'True',
  };
}

// `True+` came with AIX 7.2, which is what VIO server 3 runs; a published listing of a VIO server of 2015 (2.2.3 or
// later) has it, too, without its level.
function hasPlus({ host }: Place): boolean {
  return atLeast(host.release, host.platform === 'vios' ? '3.1' : '7.2');
}
