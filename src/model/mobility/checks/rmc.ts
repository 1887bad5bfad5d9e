import { rmcMessages as texts } from '../../../messages/mobility/rmc.ts';
import { mobilityMessages } from '../../../messages/mobility.ts';
import type { Partition } from '../../../state/frames/partitions.ts';
import { isReachable } from '../../frames/rmc.ts';
import { type Check, type Found, found } from '../check.ts';
import type { Facts } from '../facts.ts';
import { serversAtWork } from './servers.ts';

/** Whether the console can talk to those who take part. That movers reach each other is a question of their choice. */
export const rmcChecks: readonly Check[] = [
  {
    id: 'G08',
    group: 'rmc',
    types: ['active'],
    severity: 'E',
    reads: 'RMC of the partition and of the VIO servers of both systems',
    message: mobilityMessages.noConnection,
    find: (facts) => [...unreachable([facts.mobile].filter(isAsked)), ...serversFound(facts)],
  },
  {
    id: 'G09',
    group: 'rmc',
    types: ['inactive', 'suspended'],
    severity: 'E',
    reads: 'RMC of the VIO servers of both systems',
    message: mobilityMessages.noConnection,
    find: serversFound,
  },
];

// The console asks the hypervisor about IBM i, which has no RMC (recalled).
const isAsked = ({ env }: Partition) => env !== 'os400';

function unreachable(partitions: readonly Partition[]): Found[] {
  return partitions
    .filter((each) => !isReachable(each))
    .map(({ name }) => found(mobilityMessages.noConnection, { partition: name }));
}

// A server of the destination that is off is none of the choices; that all of them are off is an error.
function serversFound(facts: Facts): Found[] {
  const { dest, destServers } = facts;
  if (destServers.length === 0)
    return [...unreachable(serversAtWork(facts)), found(texts.noServer, { system: dest.name })];
  const atWork = serversAtWork(facts);
  const allOff = !destServers.some((each) => atWork.includes(each));
  return unreachable(allOff ? [...atWork, ...destServers] : atWork);
}
