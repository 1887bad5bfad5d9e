import type { Partition } from '../../../state/frames/partitions.ts';
import { portsOf } from '../../../state/frames/servers.ts';
import type { Facts } from '../facts.ts';
import type { AskedMapping, Named } from '../request.ts';
import type { Hosting, Refusal } from './candidates.ts';
import type { Claims } from './claims.ts';
import type { SourceAdapter } from './source.ts';

/** A mapping of the user's, as far as it can be done. */
export interface Pinned {
  readonly server: Partition;
  readonly slot: number | undefined;
  readonly port: string | undefined;
}

/** Why a mapping of the user's cannot be done (V14). */
export interface AskedProblem {
  readonly asked: AskedMapping;
  readonly kind: 'fc' | 'scsi';
  readonly why:
    | 'cannot host'
    | 'no adapter'
    | 'no port'
    | 'no server'
    | 'port full'
    | 'port without NPIV'
    | 'slot outside'
    | 'slot taken'
    | 'twice';
  /** With `cannot host`. */
  readonly refused?: { readonly server: Partition; readonly why: Refusal };
}

/** The server that a name and a number mean; both must mean the same one. */
export function serverNamed(servers: readonly Partition[], { name, id }: Named): Partition | undefined {
  if (name === undefined && id === undefined) return undefined;
  return servers.find(
    (server) => (name === undefined || server.name === name) && (id === undefined || server.lpar_id === id),
  );
}

/** Reads what the user has chosen. @returns what can be done, by slot, and what cannot */
export function readAsked(
  facts: Facts,
  adapters: ReadonlyMap<number, { readonly source: SourceAdapter; readonly hosting: Hosting }>,
  claims: Claims,
): { pinned: Map<number, Pinned>; problems: AskedProblem[] } {
  const pinned = new Map<number, Pinned>();
  const problems: AskedProblem[] = [];
  const slots = new Set<string>();
  const seen = new Set<number>();
  const { scsi, fc } = facts.request.data;
  const all = [
    ...scsi.map((asked) => ({ asked, kind: 'scsi' as const })),
    ...fc.map((asked) => ({ asked, kind: 'fc' as const })),
  ];
  for (const { asked, kind } of all) {
    const complain = (why: AskedProblem['why'], refused?: AskedProblem['refused']) =>
      problems.push({ asked, kind, why, ...(refused ? { refused } : {}) });
    const adapter = adapters.get(asked.slot);
    if (adapter?.source.kind !== kind) {
      complain('no adapter');
      continue;
    }
    if (seen.has(asked.slot)) {
      complain('twice');
      continue;
    }
    seen.add(asked.slot);
    const server = serverNamed(facts.destServers, asked.vios);
    if (!server) {
      complain('no server');
      continue;
    }
    const refused = adapter.hosting.refused.find((each) => each.server.id === server.id);
    if (refused) {
      // What is wrong with every server is told of the adapter itself.
      if (adapter.hosting.candidates.length > 0) complain('cannot host', refused);
      continue;
    }
    const why = slotProblem(server, asked, slots, claims) ?? portProblem(facts, server, asked, claims);
    if (why) complain(why);
    else pinned.set(asked.slot, { server, slot: asked.viosSlot, port: asked.port });
  }
  return { pinned, problems };
}

function slotProblem(
  server: Partition,
  { viosSlot }: AskedMapping,
  slots: Set<string>,
  claims: Claims,
): AskedProblem['why'] | undefined {
  if (viosSlot === undefined) return undefined;
  if (viosSlot < 2 || viosSlot >= server.max_slots) return 'slot outside';
  const key = `${server.id}/${viosSlot}`;
  if (!claims.isFree(server, viosSlot) || slots.has(key)) return 'slot taken';
  slots.add(key);
  return undefined;
}

function portProblem(
  { engine }: Facts,
  server: Partition,
  { port }: AskedMapping,
  claims: Claims,
): AskedProblem['why'] | undefined {
  if (port === undefined) return undefined;
  const found = claims.ports(server).find((each) => each.port.name === port);
  if (found) return found.free > 0 ? undefined : 'port full';
  return portsOf(engine, server.id).some(({ name }) => name === port) ? 'port without NPIV' : 'no port';
}
