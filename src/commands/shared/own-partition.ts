import type { Context } from '../../cli/context.ts';
import { connectionMessages } from '../../messages/connections.ts';
import { failure } from '../../messages/failure.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { partitionOfHost } from '../../state/frames/servers.ts';

/** The partition that the host runs in. @throws Failure if it is in none */
export function ownPartition({ engine, host }: Context): Partition {
  const found = partitionOfHost(engine, host.name);
  if (!found) throw failure(connectionMessages.noPartition, { host: host.name });
  return found;
}
