import { capabilityMessages as texts } from '../../../messages/mobility/capability.ts';
import type { Partition } from '../../../state/frames/partitions.ts';
import { isActivated } from '../../frames/resources.ts';
import { viosAtLeast, viosLevel } from '../../frames/server-level.ts';
import { type Found, found } from '../check.ts';
import type { Facts } from '../facts.ts';

/** The VIO servers of the source that host adapters of the partition, and those of the destination that are on. */
export function serversAtWork({ adapters, sourceServers, destServers }: Facts): readonly Partition[] {
  const partners = new Set(
    adapters.flatMap(({ kind, side, remote_lpar }) =>
      (kind === 'scsi' || kind === 'fc') && side === 'client' ? [remote_lpar] : [],
    ),
  );
  return [
    ...sourceServers.filter(({ lpar_id }) => partners.has(lpar_id)),
    ...destServers.filter(({ state }) => isActivated(state)),
  ];
}

/** Those of a level below, where it tells one. */
export function serversBelow(facts: Facts, least: string): { server: string; level: string }[] {
  return serversAtWork(facts)
    .filter((server) => !viosAtLeast(server, least))
    .map((server) => ({ server: server.name, level: viosLevel(server) }));
}

export function serverLevelsFound(facts: Facts): Found[] {
  const old = serversBelow(facts, '1.5.2.1');
  if (old.length > 0) return old.map((values) => found(texts.server, values));
  if (!facts.request.everything) return [];
  return serversBelow(facts, '2.2.3').map((values) => found(texts.serverEverything, values));
}
