import type { Partition } from '../../../state/frames/partitions.ts';
import { lunsVisibleTo, type ServerDisk, targetsZonedTo } from '../../../state/frames/servers.ts';
import { hasRmc } from '../../frames/rmc.ts';
import type { Facts } from '../facts.ts';
import type { Claims } from './claims.ts';
import type { SourceAdapter } from './source.ts';

/** Why a VIO server of the destination cannot host an adapter. */
export type Refusal =
  | { readonly kind: 'no connection' | 'no NPIV ports' | 'no logins' | 'no slots' }
  /** It does not see the LUN. */
  | { readonly kind: 'not visible'; readonly lun: number; readonly disk: string | undefined }
  | { readonly kind: 'not available'; readonly disk: string }
  | { readonly kind: 'reserved'; readonly disk: string; readonly policy: string }
  | { readonly kind: 'in use'; readonly disk: string; readonly user: string }
  /** The second WWPN is zoned to other ports of storage than the first; all these are the first one's. */
  | { readonly kind: 'zoning'; readonly wwpn: string; readonly ports: readonly string[] }
  | { readonly kind: 'masking'; readonly wwpn: string; readonly ports: readonly string[] };

/** The VIO servers that can host an adapter, and why the others cannot. */
export interface Hosting {
  readonly candidates: readonly Partition[];
  readonly refused: readonly { readonly server: Partition; readonly why: Refusal }[];
}

export function hostingOf(facts: Facts, adapter: SourceAdapter, claims: Claims): Hosting {
  const pair = adapter.kind === 'fc' ? pairRefusal(facts, adapter) : undefined;
  const candidates: Partition[] = [];
  const refused: { server: Partition; why: Refusal }[] = [];
  for (const server of facts.destServers) {
    const why = pair && hasRmc(server) ? pair : refusal(facts, adapter, server, claims);
    if (why) refused.push({ server, why });
    else candidates.push(server);
  }
  return { candidates, refused };
}

function refusal(
  facts: Facts,
  adapter: SourceAdapter,
  server: Partition,
  claims: Claims,
): Refusal | undefined {
  if (!hasRmc(server)) return { kind: 'no connection' };
  const storage = adapter.kind === 'scsi' ? diskRefusal(facts, adapter, server) : portRefusal(server, claims);
  if (storage) return storage;
  return claims.room(server) > 0 ? undefined : { kind: 'no slots' };
}

function diskRefusal({ engine }: Facts, adapter: SourceAdapter, server: Partition): Refusal | undefined {
  for (const { lun } of adapter.targets) {
    const disk = diskOfLun({ engine }, server.id, lun);
    if (!disk || !isVisible({ engine }, server.id, lun))
      return { kind: 'not visible', lun, disk: disk?.name };
    if (disk.status !== 'Available') return { kind: 'not available', disk: disk.name };
    if (disk.reserve_policy !== 'no_reserve')
      return { kind: 'reserved', disk: disk.name, policy: disk.reserve_policy };
    const user = userOf({ engine }, disk);
    if (user !== undefined) return { kind: 'in use', disk: disk.name, user };
  }
  return undefined;
}

/** The disk by which a VIO server knows a LUN. */
export function diskOfLun(
  { engine }: Pick<Facts, 'engine'>,
  server: number,
  lun: number,
): ServerDisk | undefined {
  return engine.get<ServerDisk>('SELECT * FROM vios_disk WHERE partition = ? AND lun = ?', server, lun);
}

function isVisible({ engine }: Pick<Facts, 'engine'>, server: number, lun: number): boolean {
  const found = engine.get(
    `SELECT 1 FROM vios_port JOIN visible_lun ON visible_lun.initiator = vios_port.wwpn
     WHERE vios_port.partition = ? AND vios_port.status = 'Available' AND visible_lun.lun = ? LIMIT 1`,
    server,
    lun,
  );
  return found !== undefined;
}

// A target device, a volume group or a paging device has it.
function userOf({ engine }: Pick<Facts, 'engine'>, disk: ServerDisk): string | undefined {
  if (disk.volume_group !== null) return disk.volume_group;
  return engine.get<{ name: string }>(
    `SELECT name FROM target_device WHERE partition = ?1 AND backing = ?2 AND kind = 'disk'
     UNION ALL SELECT device FROM paging_device WHERE vios = ?1 AND device = ?2 LIMIT 1`,
    disk.partition,
    disk.name,
  )?.name;
}

function portRefusal(server: Partition, claims: Claims): Refusal | undefined {
  const ports = claims.ports(server);
  if (ports.length === 0) return { kind: 'no NPIV ports' };
  return ports.some(({ free }) => free > 0) ? undefined : { kind: 'no logins' };
}

/**
 * The second WWPN must reach the ports of storage that the first one reaches, and the same LUNs behind them ("LUNs using
 * NPIV need to be mapped to both world wide port names", seed 5, page 21); `--npivval port` leaves the LUNs out.
 */
function pairRefusal({ engine, request }: Facts, adapter: SourceAdapter): Refusal | undefined {
  const [first, second] = adapter.wwpns;
  if (first === undefined || second === undefined) return undefined;
  const ports = targetsZonedTo(engine, first);
  if (!same(ports, targetsZonedTo(engine, second))) return { kind: 'zoning', wwpn: second, ports };
  if (request.npivValidation === 'port') return undefined;
  if (!same(adapter.luns, lunsVisibleTo(engine, second))) return { kind: 'masking', wwpn: second, ports };
  return undefined;
}

function same(one: readonly (number | string)[], other: readonly (number | string)[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
