/**
 * Logical ports of Host Ethernet Adapters: what a partition has is in its rows, what it gets when it is activated in its
 * profile. A profile that does not say follows the rows.
 */
import { failure } from '../../messages/failure.ts';
import { partitionMessages as messages } from '../../messages/partitions.ts';
import type { Change } from '../../state/change.ts';
import type { Engine } from '../../state/engine.ts';
import { hostPortsOf } from '../../state/frames/logical-ports.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import type { ProfileAttributes } from '../../state/frames/profiles.ts';
import { insertRow } from '../../state/insert.ts';
import type { ProfileSetting } from './profile-changes.ts';
import { listOf } from './profile-lists.ts';
import { badValue } from './values.ts';

export const hostPortAttribute = 'lhea_logical_ports';
export const hostCapabilityAttribute = 'lhea_capabilities';

/** Ports that a profile has. @param there those that its partition has */
export function hostPortsIn(attributes: ProfileAttributes, there: readonly string[]): readonly string[] {
  return hostPortAttribute in attributes ? listOf(attributes[hostPortAttribute]) : there;
}

/** What a profile says of the adapters of its ports: the least of the capabilities of each (recalled: 0). */
export function hostCapabilities(ports: readonly string[]): readonly string[] {
  return [...new Set(ports.map((port) => `${port.split('/', 1)[0]}/0`))];
}

function portsOf(engine: Engine, { id, system }: Partition): string[] {
  return hostPortsOf(engine, system)
    .filter(({ partition }) => partition === id)
    .map(({ port }) => port);
}

/** Adapter, port group and logical port: the same one on another physical port or with other virtual LANs is no other. */
function keyOfPort(port: string): string {
  const [adapter, group, , logical] = port.toUpperCase().split('/');
  return [adapter, group, logical].join('/');
}

/**
 * A profile after changes to its ports. It can have those again that it or its partition has: parlab knows of no others.
 * @param settings those of the two attributes of Host Ethernet Adapters
 * @throws Failure
 */
export function withHostPorts(
  engine: Engine,
  partition: Partition,
  attributes: ProfileAttributes,
  settings: readonly ProfileSetting[],
): ProfileAttributes {
  const there = portsOf(engine, partition);
  const before = hostPortsIn(attributes, there);
  const capability = settings.find(({ name }) => name === hostCapabilityAttribute);
  if (capability) throw failure(messages.leastCapability, { attribute: hostCapabilityAttribute });
  const setting = settings.find(({ name }) => name === hostPortAttribute);
  if (!setting) return attributes;
  const { name, operator, elements } = setting;
  const known = new Map([...there, ...before].map((port) => [keyOfPort(port), port]));
  const keys = elements.map(keyOfPort);
  const twice = elements.find((_, place) => keys.indexOf(keys[place] ?? '') < place);
  if (twice !== undefined) throw failure(messages.elementTwice, { attribute: name, element: twice });
  const isIn = (port: string) => keys.includes(keyOfPort(port));
  if (operator === '-=') {
    const missing = elements.find((each) => !before.some((port) => keyOfPort(port) === keyOfPort(each)));
    if (missing !== undefined) throw failure(messages.noElement, { attribute: name, element: missing });
    return { ...attributes, [name]: before.filter((port) => !isIn(port)) };
  }
  const unknown = elements.find((each) => !known.has(keyOfPort(each)));
  if (unknown !== undefined) throw badValue({ name, value: unknown });
  const again = operator === '+=' ? before.find(isIn) : undefined;
  if (again !== undefined) throw failure(messages.elementTwice, { attribute: name, element: again });
  const kept = operator === '+=' ? before : [];
  return { ...attributes, [name]: [...kept, ...keys.flatMap((key) => known.get(key) ?? [])] };
}

/** Gives a partition that is not activated the ports of a profile that says which. */
export function takeHostPorts(engine: Engine, partition: Partition, attributes: ProfileAttributes): void {
  if (!(hostPortAttribute in attributes)) return;
  const wanted = listOf(attributes[hostPortAttribute]);
  for (const port of portsOf(engine, partition))
    if (!wanted.includes(port)) deleteRow(engine, partition, port);
  const taken = new Set(hostPortsOf(engine, partition.system).map(({ port }) => keyOfPort(port)));
  for (const port of wanted)
    if (!taken.has(keyOfPort(port)))
      insertRow(engine, 'logical_port', {
        partition: partition.id,
        kind: 'hea',
        port,
        required: 0,
        backed: 0,
      });
}

/** The port of a partition with this adapter, port group and number, if it has it. */
export function findHostPort(engine: Engine, partition: Partition, name: string): string | undefined {
  return portsOf(engine, partition).find((port) => keyOfPort(port) === name.toUpperCase());
}

/** Takes a port from a partition; its profiles keep it, but for the current one with `sync_curr_profile=1`. */
export function removeHostPort(change: Change, partition: Partition, port: string): void {
  const { engine } = change;
  const before = portsOf(engine, partition);
  deleteRow(engine, partition, port);
  for (const { name, attributes } of engine.all<{ name: string; attributes: string }>(
    'SELECT name, attributes FROM profile WHERE partition = ?',
    partition.id,
  )) {
    const own = JSON.parse(attributes) as ProfileAttributes;
    const follows = partition.sync_profile === 1 && name === partition.curr_profile;
    const ports = hostPortsIn(own, before).filter((each) => !follows || each !== port);
    engine.run(
      'UPDATE profile SET attributes = ? WHERE partition = ? AND name = ?',
      JSON.stringify({ ...own, [hostPortAttribute]: ports }),
      partition.id,
      name,
    );
  }
}

function deleteRow(engine: Engine, { id }: Partition, port: string): void {
  engine.run("DELETE FROM logical_port WHERE partition = ? AND kind = 'hea' AND port = ?", id, port);
}
