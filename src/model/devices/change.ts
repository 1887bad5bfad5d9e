import type { Change } from '../../state/change.ts';
import { storeAttribute, writeColumn } from '../../state/device-attributes.ts';
import { disagreeing } from './agreement.ts';
import { asLegal } from './attributes/legal.ts';
import { attributesOf, type DeviceAttribute, keyOf } from './attributes.ts';
import type { Device, Place } from './device.ts';
import { isInUse } from './use.ts';

/**
 * `now`: the device and the database; `database`: from the next start on (-perm, -P); `device`: until the next start
 * (-T); `online`: now, while the device is in use (-U).
 */
export type When = 'database' | 'device' | 'now' | 'online';

export interface Wish {
  readonly attribute: string;
  readonly value: string;
}

/** Why nothing was changed. */
export type Refusal =
  | { readonly why: 'unknown'; readonly attributes: readonly string[] }
  | { readonly why: 'values'; readonly attributes: readonly DeviceAttribute[] }
  | { readonly why: 'busy' }
  | { readonly why: 'offline'; readonly attributes: readonly DeviceAttribute[] }
  | { readonly why: 'address' };

interface Planned {
  readonly attribute: DeviceAttribute;
  readonly value: string;
}

/**
 * Changes attributes of a device, all or none.
 * @param force change what something uses
 * @returns why nothing was changed, or undefined
 */
export function changeAttributes(
  change: Change,
  place: Place,
  device: Device,
  wishes: readonly Wish[],
  { when, force }: { readonly when: When; readonly force: boolean },
): Refusal | undefined {
  const attributes = attributesOf(place, device);
  const byName = new Map(attributes.map((attribute) => [attribute.name, attribute]));
  const unknown = wishes.filter(({ attribute }) => !byName.has(attribute));
  if (unknown.length > 0)
    return { why: 'unknown', attributes: unique(unknown.map((wish) => wish.attribute)) };
  const planned = new Map<string, Planned>();
  const wrong = new Set<DeviceAttribute>();
  for (const { attribute: name, value } of wishes) {
    const attribute = byName.get(name);
    if (!attribute) continue;
    const legal = asLegal(attribute.definition.legal, value);
    if (attribute.definition.change === 'fixed' || legal === undefined) wrong.add(attribute);
    else planned.set(name, { attribute, value: legal });
  }
  const after = new Map(
    attributes.map((each) => [each.name, planned.get(each.name)?.value ?? each.database]),
  );
  for (const name of disagreeing(place, device, after)) {
    const attribute = byName.get(name);
    if (attribute && planned.has(name)) wrong.add(attribute);
  }
  if (wrong.size > 0) return { why: 'values', attributes: [...wrong] };
  const plans = [...planned.values()];
  const refusal = refusalOf(place, device, plans, when, force);
  if (refusal) return refusal;
  for (const plan of plans) apply(change, place, device, plan, when);
  return undefined;
}

function refusalOf(
  place: Place,
  device: Device,
  plans: readonly Planned[],
  when: When,
  force: boolean,
): Refusal | undefined {
  const addresses = /^(netaddr6?|netmask|prefixlen|state)$/;
  if (
    place.host.platform === 'vios' &&
    device.kind === 'interface' &&
    plans.some(({ attribute }) => addresses.test(attribute.name))
  ) {
    return { why: 'address' };
  }
  if (when === 'database') return undefined;
  if (when === 'online') {
    const offline = plans.filter(({ attribute }) => attribute.definition.change !== 'online');
    return offline.length > 0
      ? { why: 'offline', attributes: offline.map(({ attribute }) => attribute) }
      : undefined;
  }
  // Setting what it is already asks nothing of the device.
  const exclusive = plans.some(
    ({ attribute, value }) => attribute.definition.exclusive && value !== attribute.inForce,
  );
  return exclusive && !force && isInUse(place, device) ? { why: 'busy' } : undefined;
}

function apply(change: Change, place: Place, device: Device, plan: Planned, when: When): void {
  const { engine } = place;
  const key = keyOf(place, device);
  const { attribute, value } = plan;
  const { name, inForce, database } = attribute;
  if (when === 'database') {
    // What is in force stays; if a column has it, the row says nothing about it.
    const own = storedValue(attribute, inForce);
    const column = attribute.inColumn;
    storeAttribute(engine, key, {
      attribute: name,
      value: column ? null : own,
      pending: value === inForce ? null : value,
    });
    change.note(place.host.name, device.name, `${name}=${value} from the next start on`);
    return;
  }
  const written = writeColumn(engine, key, name, value);
  const pending = when === 'device' && database !== value ? database : null;
  storeAttribute(engine, key, {
    attribute: name,
    value: written ? null : storedValue(attribute, value),
    pending,
  });
  change.note(
    place.host.name,
    device.name,
    `${name}=${value}${when === 'device' ? ' until the next start' : ''}`,
  );
}

function storedValue({ unset }: DeviceAttribute, value: string): string | null {
  return value === unset ? null : value;
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
