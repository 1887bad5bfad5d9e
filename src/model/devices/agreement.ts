import type { Device, Place } from './device.ts';
import { serverDevices } from './server.ts';

/**
 * Attributes whose values do not agree with each other, or with other devices.
 * @param after the values of all attributes, as they would be
 */
export function disagreeing(
  place: Place,
  device: Device,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  if (device.kind === 'vioslpm') return disagreeingPorts(after);
  if (device.kind === 'sea') return disagreeingAdapters(place, device, after);
  if (device.kind === 'aggregation') return missingMembers(place, after);
  return [];
}

// 0 is any port; a range must hold a port for each migration at once.
function disagreeingPorts(after: ReadonlyMap<string, string>): readonly string[] {
  const number = (name: string) => Number(after.get(name) ?? 0);
  const low = number('tcp_port_low');
  const high = number('tcp_port_high');
  if (low === 0 && high === 0) return [];
  const enough = high - low + 1 >= number('cfg_msp_lpm_ops');
  return enough ? [] : ['tcp_port_high', 'tcp_port_low', 'cfg_msp_lpm_ops'];
}

function disagreeingAdapters(
  place: Place,
  sea: Device,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const devices = serverDevices(place);
  const named = (attribute: string) => (after.get(attribute) ?? '').split(',').filter((name) => name !== '');
  const virtual = new Set(devices.filter(({ kind }) => kind === 'l-lan').map(({ name }) => name));
  const real = devices.filter(({ kind }) => kind === 'ethernet' || kind === 'aggregation');
  const taken = devices.filter(({ kind, name }) => kind === 'sea' && name !== sea.name);
  const trunks = named('virt_adapters');
  const [backing = ''] = named('real_adapter');
  const wrong: Readonly<Record<string, boolean>> = {
    virt_adapters: trunks.length === 0 || trunks.some((name) => !virtual.has(name)),
    pvid_adapter: !trunks.includes(after.get('pvid_adapter') ?? ''),
    ctl_chan: named('ctl_chan').some((name) => !virtual.has(name) || trunks.includes(name)),
    real_adapter:
      !real.some(({ name }) => name === backing) || taken.some((other) => other.backing === backing),
  };
  return Object.keys(wrong).filter((name) => wrong[name]);
}

function missingMembers(place: Place, after: ReadonlyMap<string, string>): readonly string[] {
  const ports = new Set(
    serverDevices(place)
      .filter(({ kind }) => kind === 'ethernet')
      .map(({ name }) => name),
  );
  const members = (after.get('adapter_names') ?? '').split(',');
  return members.every((name) => ports.has(name)) ? [] : ['adapter_names'];
}
