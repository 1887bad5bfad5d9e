import type { Engine } from '../engine.ts';
import type { With } from './partitions.ts';

export type AdapterKind = 'eth' | 'fc' | 'scsi' | 'serial' | 'vasi';

/** A virtual adapter with its partition; which columns a kind has, the schema says. */
export type VirtualAdapter = With<{
  readonly id: number;
  readonly slot: number;
  readonly kind: AdapterKind;
  readonly required: 0 | 1;
  readonly side: 'client' | 'server' | null;
  /** Number of the partner on the same system; null: any. */
  readonly remote_lpar: number | null;
  readonly remote_name: string | null;
  readonly remote_slot: number | null;
  readonly device: string | null;
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
  return engine.all<VirtualAdapter>(
    `SELECT virtual_adapter.*, partition.name, partition.lpar_id, partition.env, partition.state,
       partner.name AS remote_name, virtual_switch.name AS switch_name,
       (SELECT group_concat(wwpn) FROM
         (SELECT wwpn FROM adapter_wwpn WHERE adapter = virtual_adapter.id ORDER BY place)) AS wwpns
     FROM virtual_adapter JOIN partition ON partition.id = virtual_adapter.partition
       LEFT JOIN partition AS partner
         ON partner.system = partition.system AND partner.lpar_id = virtual_adapter.remote_lpar
       LEFT JOIN virtual_switch
         ON virtual_switch.system = partition.system AND virtual_switch.number = virtual_adapter.switch
     WHERE partition.system = ?1 AND (?2 IS NULL OR kind = ?2)
     ORDER BY partition.lpar_id, CASE WHEN kind = 'eth' THEN slot ELSE -slot END`,
    system,
    kind ?? null,
  );
}

export interface SlotUse {
  readonly name: string;
  readonly lpar_id: number;
  readonly max_slots: number;
  readonly pend_max_slots: number;
  /** Used slots, comma separated. */
  readonly used: string;
}

export function slotUseOf(engine: Engine, system: number): SlotUse[] {
  return engine.all<SlotUse>(
    `SELECT name, lpar_id, max_slots, pend_max_slots,
       coalesce((SELECT group_concat(slot) FROM virtual_adapter WHERE virtual_adapter.partition = partition.id), '') AS used
     FROM partition WHERE system = ? ORDER BY lpar_id`,
    system,
  );
}
