import type { Engine } from '../engine.ts';
import type { Partition } from './partitions.ts';

export type AdapterKind = 'eth' | 'fc' | 'scsi' | 'serial' | 'vasi';

/** A partition with the row of another table; columns that both have are the partition's under its own key. */
type With<More> = More & Pick<Partition, 'env' | 'lpar_id' | 'name'> & { readonly partition: number };

/** A virtual adapter with its partition; which columns a kind has, the schema says. */
export type VirtualAdapter = With<{
  readonly id: number;
  readonly slot: number;
  readonly kind: AdapterKind;
  readonly required: 0 | 1;
  readonly side: 'client' | 'server' | null;
  /** Number of the partner on the same system; null: whoever asks (`any`). */
  readonly remote_lpar: number | null;
  readonly remote_name: string | null;
  readonly remote_slot: number | null;
  readonly device: string | null;
  /** eth: switched off by the console. */
  readonly disabled: 0 | 1;
  readonly switch: number | null;
  readonly switch_name: string | null;
  readonly vlan: number | null;
  readonly vlans: string | null;
  readonly ieee: 0 | 1 | null;
  readonly trunk_priority: number | null;
  readonly mac: string | null;
  readonly allowed_macs: string | null;
  readonly qos: string | null;
  readonly supports_hmc: 0 | 1 | null;
  readonly port: string | null;
  /** Comma separated, as they are logged in. */
  readonly wwpns: string | null;
  /** State of its partition. */
  readonly state: string;
}>;

/**
 * Adapters of a system, or of one kind, by partition. Within a partition a captured console lists Ethernet adapters by
 * slot, SCSI and serial ones from the highest slot down.
 */
export function adaptersOf(engine: Engine, system: number, kind?: AdapterKind): VirtualAdapter[] {
  return engine.records<VirtualAdapter>(
    kind === undefined ? columns : columnsOf(kind),
    `${joined} WHERE partition.system = ?1 AND (?2 IS NULL OR kind = ?2)
     ORDER BY partition.lpar_id, CASE WHEN kind = 'eth' THEN slot ELSE -slot END`,
    system,
    kind ?? null,
  );
}

const joined = `FROM partition JOIN virtual_adapter ON virtual_adapter.partition = partition.id
  LEFT JOIN partition AS partner
    ON partner.system = partition.system AND partner.lpar_id = virtual_adapter.remote_lpar
  LEFT JOIN virtual_switch
    ON virtual_switch.system = partition.system AND virtual_switch.number = virtual_adapter.switch
  LEFT JOIN adapter_wwpn AS first ON first.adapter = virtual_adapter.id AND first.place = 0
  LEFT JOIN adapter_wwpn AS second ON second.adapter = virtual_adapter.id AND second.place = 1`;

/** The adapters of one partition, by slot. */
export function adaptersOfPartition(engine: Engine, partition: number): VirtualAdapter[] {
  return engine.records<VirtualAdapter>(columns, `${joined} WHERE partition.id = ? ORDER BY slot`, partition);
}

/** The adapter in a slot of a partition. */
export function adapterIn(engine: Engine, partition: number, slot: number): VirtualAdapter | undefined {
  return adaptersOfPartition(engine, partition).find((each) => each.slot === slot);
}

function own(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `virtual_adapter.${name}`]));
}

const common: Readonly<Record<string, string>> = {
  ...own('id', 'partition', 'slot', 'kind', 'required', 'device', 'disabled'),
  name: 'partition.name',
  lpar_id: 'partition.lpar_id',
  env: 'partition.env',
  state: 'partition.state',
};

const partner: Readonly<Record<string, string>> = {
  ...own('side', 'remote_lpar', 'remote_slot'),
  remote_name: 'partner.name',
};

const ofKind: Readonly<Record<AdapterKind, Readonly<Record<string, string>>>> = {
  eth: {
    ...own('switch', 'vlan', 'vlans', 'ieee', 'trunk_priority', 'mac', 'allowed_macs', 'qos'),
    switch_name: 'virtual_switch.name',
  },
  scsi: partner,
  fc: { ...partner, ...own('port'), wwpns: "first.wwpn || ',' || second.wwpn" },
  serial: { ...partner, ...own('supports_hmc') },
  vasi: {},
};

const columns: Readonly<Record<string, string>> = Object.assign({ ...common }, ...Object.values(ofKind));

// What other kinds have is NULL, and SQLite need not look for it: a join that no column needs costs nothing.
function columnsOf(kind: AdapterKind): Readonly<Record<string, string>> {
  const none = Object.fromEntries(Object.keys(columns).map((name) => [name, 'NULL']));
  return { ...none, ...common, ...ofKind[kind] };
}
