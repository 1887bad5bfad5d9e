/** The virtual Ethernet adapters of the mobile partition, and who bridges their VLANs on the destination. */
import { switchesOf, type VirtualSwitch } from '../../state/frames/systems.ts';
import type { Facts } from './facts.ts';

/** An Ethernet adapter, and the switch it comes to. */
export interface AdapterNetwork {
  readonly slot: number;
  readonly vlans: readonly number[];
  readonly from: VirtualSwitch;
  /** What the switch is called there. */
  readonly wanted: string;
  readonly to: VirtualSwitch | undefined;
}

/** By slot. A switch keeps its name unless it is mapped to another one. */
export function networksOf({ engine, source, dest, adapters, request }: Facts): AdapterNetwork[] {
  const own = adapters.filter(({ kind }) => kind === 'eth');
  if (own.length === 0) return [];
  const here = switchesOf(engine, source.id);
  const there = switchesOf(engine, dest.id);
  return own.flatMap((adapter) => {
    const from = here.find(({ number }) => number === adapter.switch);
    if (!from) return [];
    const wanted = request.data.switches.find((each) => each.source === from.name)?.dest ?? from.name;
    const vlans = [adapter.vlan ?? 0, ...numbers(adapter.vlans)];
    return [{ slot: adapter.slot, vlans, from, wanted, to: there.find(({ name }) => name === wanted) }];
  });
}

/**
 * `switch/vlan` of what is bridged: by a shared Ethernet adapter that is Available and has a link, in a VIO server that
 * runs.
 */
export function bridgedVlans({ engine, dest }: Facts): ReadonlySet<string> {
  const rows = engine.all<{
    trunks: string;
    slot: number;
    switch: number;
    vlan: number;
    vlans: string | null;
  }>(
    `SELECT trunks, slot, switch, vlan, vlans FROM partition
       JOIN sea ON sea.partition = partition.id
       JOIN vios_ethernet ON vios_ethernet.partition = sea.partition AND vios_ethernet.name = sea.backing
       JOIN virtual_adapter ON virtual_adapter.partition = sea.partition
     WHERE system = ? AND state = 'Running' AND sea.status = 'Available' AND link = 1
       AND virtual_adapter.kind = 'eth' AND trunk_priority IS NOT NULL`,
    dest.id,
  );
  const trunks = rows.filter(({ trunks, slot }) => numbers(trunks).includes(slot));
  return new Set(
    trunks.flatMap(({ switch: number, vlan, vlans }) =>
      [vlan, ...numbers(vlans)].map((each) => `${number}/${each}`),
    ),
  );
}

function numbers(list: string | null): number[] {
  return list === null || list === '' ? [] : list.split(',').map(Number);
}
