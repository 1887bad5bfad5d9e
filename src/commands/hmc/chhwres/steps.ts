/** What each operation on virtual adapters does: first all its checks, then, if they pass, the change itself. */
import type { Arguments } from '../../../cli/arguments.ts';
import { dlparMessages as messages } from '../../../messages/dlpar.ts';
import { failure } from '../../../messages/failure.ts';
import { hmcMessages } from '../../../messages/hmc.ts';
import { nextSlot } from '../../../model/frames/resources.ts';
import { nextWwpns } from '../../../model/frames/virtual-adapters/identities.ts';
import type { Change } from '../../../state/change.ts';
import { type AdapterKind, adapterIn, type VirtualAdapter } from '../../../state/frames/adapters.ts';
import { sharedEthernetsOf } from '../../../state/frames/servers.ts';
import { insertRow, type Row } from '../../../state/insert.ts';
import { changedEthernet, newEthernet } from './ethernet.ts';
import { newPartnered, type PartneredKind } from './partnered.ts';
import type { Pairs, Place } from './place.ts';

export interface Step {
  readonly slot: number;
  /** What is there before; none of an addition. */
  readonly adapter?: VirtualAdapter;
  /** Makes the change. @returns what the log says of it */
  apply(change: Change): string;
}

export type Prepare = (place: Place) => Step;

/** `-o a` */
export function adding(args: Arguments, kind: 'eth' | PartneredKind, pairs: Pairs): Prepare {
  return (place) => {
    const slot = freeSlot(args.value('s'), place);
    const { row, wwpns } =
      kind === 'eth'
        ? { row: newEthernet(pairs, place, slot), wwpns: undefined }
        : newPartnered(kind, pairs, place, slot);
    return { slot, apply: (change) => insertAdapter(change, place, { slot, kind, row, wwpns }) };
  };
}

interface NewAdapter {
  readonly slot: number;
  readonly kind: AdapterKind;
  readonly row: Row;
  readonly wwpns: readonly string[] | undefined;
}

function insertAdapter(change: Change, { system, partition }: Place, added: NewAdapter): string {
  const { slot, kind, row } = added;
  const adapter = insertRow(change.engine, 'virtual_adapter', {
    partition: partition.id,
    slot,
    kind,
    ...row,
  });
  if (kind === 'fc' && row.side === 'client') {
    const wwpns = added.wwpns ?? nextWwpns(change, system.id);
    wwpns.forEach((wwpn, place) => {
      insertRow(change.engine, 'adapter_wwpn', { wwpn, adapter, place });
    });
  }
  return `virtual ${kind} adapter added in slot ${slot}`;
}

function freeSlot(named: string | undefined, { engine, partition }: Place): number {
  const used = engine
    .all<{ slot: number }>('SELECT slot FROM virtual_adapter WHERE partition = ?', partition.id)
    .map(({ slot }) => slot);
  const { name, max_slots: maximum } = partition;
  if (named === undefined) {
    const slot = nextSlot(used);
    if (slot >= maximum) throw failure(messages.noFreeSlot, { partition: name });
    return slot;
  }
  const slot = slotNumber(named);
  if (slot >= maximum) throw failure(messages.slotOutside, { slot, partition: name, maximum });
  if (used.includes(slot)) throw failure(messages.slotUsed, { slot, partition: name });
  return slot;
}

function slotNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw failure(hmcMessages.invalidValue, { parameter: '-s', value: text });
  return Number(text);
}

/** The adapter that `-s` names. @param kind undefined: of whatever kind */
function adapterOf(args: Arguments, kind: string | undefined, place: Place): VirtualAdapter {
  const slot = slotNumber(args.value('s') ?? '');
  const { engine, partition } = place;
  const adapter = adapterIn(engine, partition.id, slot);
  if (!adapter) throw failure(messages.slotEmpty, { slot, partition: partition.name });
  if (kind !== undefined && adapter.kind !== kind)
    throw failure(messages.otherKind, { slot, partition: partition.name, type: adapter.kind });
  return adapter;
}

/** `-o r` */
export function removing(args: Arguments, kind: string | undefined): Prepare {
  return (place) => {
    const adapter = adapterOf(args, kind, place);
    const { partition } = place;
    const { slot, required } = adapter;
    if (adapter.kind === 'serial' && slot < 2) throw failure(messages.terminalAdapter, {});
    if (adapter.kind === 'vasi') throw failure(messages.moverAdapter, { slot, partition: partition.name });
    if (required === 1 && partition.state === 'Running')
      throw failure(messages.required, { slot, partition: partition.name });
    return { slot, adapter, apply: (change) => removeAdapter(change, place, adapter) };
  };
}

// Target devices go with their adapter; a shared Ethernet adapter loses its member, or itself with the last one.
function removeAdapter(
  change: Change,
  { partition }: Place,
  { id, slot, kind, device }: VirtualAdapter,
): string {
  const { engine } = change;
  for (const sea of kind === 'eth' ? sharedEthernetsOf(engine, partition.id) : []) {
    const trunks = sea.trunks.split(',').filter((trunk) => trunk !== String(slot));
    const [first = ''] = trunks;
    if (first === '') {
      engine.run('DELETE FROM sea WHERE partition = ? AND name = ?', partition.id, sea.name);
      continue;
    }
    engine.run(
      'UPDATE sea SET trunks = ?, default_slot = ?, control_slot = nullif(control_slot, ?) WHERE partition = ? AND name = ?',
      trunks.join(','),
      sea.default_slot === slot ? Number(first) : sea.default_slot,
      slot,
      partition.id,
      sea.name,
    );
  }
  engine.run('DELETE FROM virtual_adapter WHERE id = ?', id);
  if (partition.host !== null && device !== null)
    engine.run('DELETE FROM device_attribute WHERE host = ? AND device = ?', partition.host, device);
  return `virtual ${kind} adapter removed from slot ${slot}`;
}

/** `-o s` */
export function setting(args: Arguments, pairs: Pairs): Prepare {
  return (place) => {
    const adapter = adapterOf(args, 'eth', place);
    const { set, disrupting } = changedEthernet(pairs, place, adapter);
    const [attribute] = disrupting;
    const { partition } = place;
    if (attribute !== undefined && partition.state === 'Running' && !args.has('-allownetdisrupt'))
      throw failure(messages.disrupts, { attribute, partition: partition.name });
    return { slot: adapter.slot, adapter, apply: (change) => updateAdapter(change, adapter, set) };
  };
}

/** `-o d` and `-o e` */
export function switching(args: Arguments, disabled: 0 | 1): Prepare {
  return (place) => {
    const adapter = adapterOf(args, 'eth', place);
    return { slot: adapter.slot, adapter, apply: (change) => updateAdapter(change, adapter, { disabled }) };
  };
}

function updateAdapter(change: Change, adapter: VirtualAdapter, set: Row): string {
  const columns = Object.keys(set);
  change.engine.run(
    `UPDATE virtual_adapter SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    ...Object.values(set),
    adapter.id,
  );
  const vlans = 'vlans' in set ? `: virtual LANs ${[set.vlan, set.vlans].filter(Boolean).join(',')}` : '';
  const what = 'disabled' in set ? (set.disabled === 1 ? 'disabled' : 'enabled') : 'changed';
  return `virtual Ethernet adapter in slot ${adapter.slot} ${what}${vlans}`;
}
