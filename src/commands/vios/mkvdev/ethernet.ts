/** `mkvdev -sea` and `-lnagg`: Ethernet adapters above others. */
import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { failure } from '../../../messages/failure.ts';
import { viosCommandMessages as messages } from '../../../messages/vios-commands.ts';
import { nextDeviceName } from '../../../model/devices/names.ts';
import { atLeast } from '../../../model/release.ts';
import type { Change } from '../../../state/change.ts';
import type { Engine } from '../../../state/engine.ts';
import { deviceNames, type ServerAdapter } from '../../../state/frames/server-adapters.ts';
import { ethernetsOf, type ServerEthernet, sharedEthernetsOf } from '../../../state/frames/servers.ts';
import { insertRow } from '../../../state/insert.ts';
import { levelHere, type ThisServer } from '../this-server.ts';
import { requireAdapter } from './adapters.ts';
import { type Allowed, onOff, readAttributes } from './attributes.ts';

const dotted = /^(?:\d{1,3}\.){3}\d{1,3}$/;

// Names: a published listing of a shared Ethernet adapter; values: manual, recalled.
const sharedAttributes: Allowed = {
  ha_mode: ['disabled', 'auto', 'sharing', 'standby'],
  ctl_chan: /^ent\d+$/,
  netaddr: dotted,
  netmask: dotted,
  accounting: ['disabled', 'enabled'],
  gvrp: onOff,
  hash_algo: ['0', '1', '2'],
  jumbo_frames: onOff,
  large_receive: onOff,
  largesend: ['0', '1'],
  lldpsvc: onOff,
  nthreads: /^\d{1,3}$/,
  qos_mode: ['disabled', 'strict', 'loose'],
  queue_size: /^\d{1,6}$/,
  thread: ['0', '1'],
};

const aggregationAttributes: Allowed = {
  mode: ['standard', 'round_robin', '8023ad'],
  hash_mode: ['default', 'dst_port', 'src_port', 'src_dst_port'],
  backup_adapter: /^ent\d+$/,
  netaddr: dotted,
  use_jumbo_frame: onOff,
  num_retries: /^\d{1,3}$/,
  retry_time: /^\d{1,3}$/,
  interval: ['long', 'short'],
  noloss_failover: onOff,
  auto_recovery: onOff,
};

/** Who uses an Ethernet port or aggregation: the device above it. */
function userOf(engine: Engine, server: number, device: string): string | undefined {
  return (
    sharedEthernetsOf(engine, server).find(({ backing }) => backing === device)?.name ??
    ethernetsOf(engine, server).find(({ members }) => members.split(',').includes(device))?.name
  );
}

function requirePort(engine: Engine, server: number, device: string): ServerEthernet {
  const found = ethernetsOf(engine, server).find(({ name }) => name === device);
  if (!found) {
    const there = deviceNames(engine, server).has(device);
    throw failure(there ? messages.notPhysicalEthernet : messages.noDevice, { device });
  }
  const user = userOf(engine, server, device);
  if (user !== undefined) throw failure(messages.ethernetInUse, { device, user });
  return found;
}

function keep(change: Change, host: string, device: string, attributes: Iterable<[string, string]>): void {
  for (const [attribute, value] of attributes)
    insertRow(change.engine, 'device_attribute', { host, device, attribute, value });
}

/** @returns the name of the new adapter. @throws Failure */
export function makeShared(args: Arguments, context: Context, server: ThisServer): string {
  const attributes = new Map(readAttributes(args.values('attr'), sharedAttributes));
  const pvid = args.value('defaultid') ?? '';
  if (!/^\d{1,4}$/.test(pvid) || Number(pvid) < 1 || Number(pvid) > 4094)
    throw failure(messages.invalidNumber, { value: pvid, flag: '-defaultid', low: 1, high: 4094 });
  return context.lab.update((change) => {
    const { engine } = context;
    const backing = requirePort(engine, server.id, args.value('sea') ?? '').name;
    const trunks = [...new Set(args.values('vadapter'))].map((device) =>
      requireTrunk(engine, server.id, device),
    );
    const usual = trunks.find(({ device }) => device === args.value('default'));
    if (!usual) throw failure(messages.defaultNotListed, { device: args.value('default') ?? '' });
    const mode = attributes.get('ha_mode') ?? 'disabled';
    const channel = attributes.get('ctl_chan');
    const control = channel === undefined ? undefined : requireFree(engine, server.id, channel);
    if (control && trunks.some(({ id }) => id === control.id))
      throw failure(messages.ethernetInUse, { device: control.device, user: 'the new adapter' });
    const level = levelHere(context, server);
    if (mode !== 'disabled' && !control && !atLeast(level, '2.2.3'))
      throw failure(messages.needsControlChannel, { mode, level });
    const name = nextDeviceName(engine, server.id, 'ent');
    insertRow(engine, 'sea', {
      partition: server.id,
      name,
      backing,
      trunks: trunks.map(({ slot }) => slot).join(','),
      default_slot: usual.slot,
      pvid: Number(pvid),
      ha_mode: mode,
      control_slot: control?.slot ?? null,
      address: attributes.get('netaddr') ?? null,
      netmask: attributes.get('netmask') ?? null,
    });
    const columns = ['ha_mode', 'ctl_chan', 'netaddr', 'netmask'];
    keep(
      change,
      context.host.name,
      name,
      [...attributes].filter(([attribute]) => !columns.includes(attribute)),
    );
    change.note(context.host.name, name, `shared Ethernet adapter of ${backing}`);
    return name;
  });
}

/** A virtual Ethernet adapter that no shared one uses. */
function requireFree(engine: Engine, server: number, device: string): ServerAdapter {
  const adapter = requireAdapter(engine, server, 'eth', device);
  const slot = String(adapter.slot);
  const user = sharedEthernetsOf(engine, server).find(
    (sea) => sea.trunks.split(',').includes(slot) || sea.control_slot === adapter.slot,
  );
  if (user) throw failure(messages.ethernetInUse, { device, user: user.name });
  return adapter;
}

function requireTrunk(engine: Engine, server: number, device: string): ServerAdapter {
  const adapter = requireFree(engine, server, device);
  if (adapter.trunk_priority === null) throw failure(messages.notTrunk, { device });
  return adapter;
}

/** @returns the name of the new adapter. @throws Failure */
export function makeAggregation(args: Arguments, context: Context, server: ThisServer): string {
  const attributes = readAttributes(args.values('attr'), aggregationAttributes);
  return context.lab.update((change) => {
    const { engine } = context;
    const backup = attributes.get('backup_adapter');
    const members = [...new Set(args.values('lnagg'))].map((device) => {
      const port = requirePort(engine, server.id, device);
      if (port.kind !== 'physical') throw failure(messages.notPhysicalEthernet, { device });
      return port;
    });
    if (backup !== undefined) {
      requirePort(engine, server.id, backup);
      if (members.some((port) => port.name === backup))
        throw failure(messages.ethernetInUse, { device: backup, user: 'the new adapter' });
    }
    const name = nextDeviceName(engine, server.id, 'ent');
    insertRow(engine, 'vios_ethernet', {
      partition: server.id,
      name,
      kind: 'aggregation',
      members: members.map((port) => port.name).join(','),
      mbps: members.reduce((sum, port) => sum + port.mbps, 0),
      link: members.some(({ link }) => link === 1) ? 1 : 0,
    });
    keep(change, context.host.name, name, attributes);
    change.note(context.host.name, name, 'link aggregation');
    return name;
  });
}
