import type { Engine } from '../../../state/engine.ts';
import type { VirtualAdapter } from '../../../state/frames/adapters.ts';
import type { Partition } from '../../../state/frames/partitions.ts';
import { lunsVisibleTo } from '../../../state/frames/servers.ts';
import { hasRmc } from '../../frames/rmc.ts';
import type { Facts } from '../facts.ts';

/** A disk that stands behind a virtual SCSI adapter. */
export interface SourceTarget {
  /** Of the target device. */
  readonly name: string;
  /** Key of the LUN. */
  readonly lun: number;
  /** Of the disk on the source server. */
  readonly disk: string;
}

/** Why nothing behind an adapter can be found again elsewhere. */
export type SourceFault =
  | { readonly kind: 'no server' | 'no connection' }
  /** Not a whole disk of the SAN. */
  | { readonly kind: 'file' | 'internal' | 'volume'; readonly target: string; readonly device: string }
  | { readonly kind: 'undescribed'; readonly target: string; readonly device: string }
  | { readonly kind: 'reserved'; readonly target: string; readonly device: string; readonly policy: string };

/** A client adapter of the mobile partition, with what the source has behind it. */
export interface SourceAdapter {
  readonly slot: number;
  readonly kind: 'fc' | 'scsi';
  /** Who serves it now. */
  readonly server: Partition | undefined;
  readonly serverSlot: number;
  /** Of the server adapter. */
  readonly required: boolean;
  /** The server adapter is there for any partition. */
  readonly anyClient: boolean;
  /** scsi */
  readonly targets: readonly SourceTarget[];
  /** fc: the port it is mapped to on the source. */
  readonly port: string | undefined;
  /** fc: the one that is logged in, and the one for the migration. */
  readonly wwpns: readonly string[];
  /** Keys of the LUNs that the partition sees through it: two adapters with one in common are two paths to it. */
  readonly luns: readonly number[];
  readonly fault: SourceFault | undefined;
}

/** The client adapters for storage, by slot. */
export function sourceAdapters(facts: Facts): SourceAdapter[] {
  return facts.adapters
    .filter(({ kind, side }) => side === 'client' && (kind === 'scsi' || kind === 'fc'))
    .map((adapter) => describe(facts, adapter));
}

interface ServerAdapter {
  readonly slot: number;
  readonly required: 0 | 1;
  readonly remote_lpar: number | null;
  readonly port: string | null;
}

function describe(facts: Facts, adapter: VirtualAdapter): SourceAdapter {
  const kind = adapter.kind === 'fc' ? 'fc' : 'scsi';
  const server = facts.sourceServers.find(({ lpar_id }) => lpar_id === adapter.remote_lpar);
  const found = server && serverAdapter(facts, adapter, server.id);
  const base = {
    slot: adapter.slot,
    kind,
    server: found && server,
    serverSlot: found?.slot ?? 0,
    required: found?.required === 1,
    anyClient: found?.remote_lpar === null,
    port: found?.port ?? undefined,
    targets: [],
    wwpns: adapter.wwpns?.split(',') ?? [],
    luns: [],
  } as const;
  if (!server || !found) return { ...base, fault: { kind: 'no server' } };
  if (!hasRmc(server)) return { ...base, fault: { kind: 'no connection' } };
  if (kind === 'fc') {
    const [first] = base.wwpns;
    const luns = first === undefined ? [] : lunsVisibleTo(facts.engine, first);
    return { ...base, luns, fault: undefined };
  }
  const { targets, fault } = readTargets(facts.engine, server.id, found.slot);
  return { ...base, targets, luns: targets.map(({ lun }) => lun), fault };
}

// A client names its server's slot, or leaves it to the server adapter that waits for it.
function serverAdapter(facts: Facts, client: VirtualAdapter, server: number): ServerAdapter | undefined {
  return facts.engine.get<ServerAdapter>(
    `SELECT slot, required, remote_lpar, port FROM virtual_adapter
     WHERE partition = ?1 AND side = 'server' AND kind = ?2 AND (remote_lpar IS NULL OR remote_lpar = ?3)
       AND (?5 IS NULL OR slot = ?5) AND (?5 IS NOT NULL OR remote_slot = ?4)`,
    server,
    client.kind,
    facts.mobile.lpar_id,
    client.slot,
    client.remote_slot,
  );
}

interface TargetRow {
  readonly name: string;
  readonly kind: 'disk' | 'file' | 'lv' | 'optical';
  readonly backing: string;
  readonly status: string;
  readonly found: string | null;
  readonly lun: number | null;
  readonly policy: string | null;
  readonly disk_status: string | null;
}

// Optical devices are another check's.
function readTargets(
  engine: Engine,
  server: number,
  slot: number,
): { targets: SourceTarget[]; fault: SourceFault | undefined } {
  const rows = engine
    .all<TargetRow>(
      `SELECT target_device.name, kind, backing, target_device.status, vios_disk.name AS found, lun,
         reserve_policy AS policy, vios_disk.status AS disk_status
       FROM target_device LEFT JOIN vios_disk
         ON vios_disk.partition = target_device.partition AND vios_disk.name = target_device.backing
       WHERE target_device.partition = ? AND slot = ? ORDER BY lun_number`,
      server,
      slot,
    )
    .filter(({ kind }) => kind !== 'optical');
  const targets = rows.flatMap(({ name, lun, backing }) =>
    lun === null ? [] : [{ name, lun, disk: backing }],
  );
  return { targets, fault: rows.map(faultOf).find((fault) => fault !== undefined) };
}

function faultOf(row: TargetRow): SourceFault | undefined {
  const at = { target: row.name, device: row.backing };
  if (row.kind === 'lv') return { kind: 'volume', ...at };
  if (row.kind === 'file') return { kind: 'file', ...at };
  if (row.found === null || row.status !== 'Available' || row.disk_status !== 'Available')
    return { kind: 'undescribed', ...at };
  if (row.lun === null) return { kind: 'internal', ...at };
  if (row.policy !== 'no_reserve') return { kind: 'reserved', ...at, policy: row.policy ?? '' };
  return undefined;
}
