import type { Message } from '../../../messages/define.ts';
import { moverMessages as messages } from '../../../messages/mobility/movers.ts';
import { type Check, found } from '../check.ts';
import { chooseMovers, type MoverProblem } from '../movers.ts';

const shared = { group: 'mapping', types: ['active'], severity: 'E' } as const;

const reasons: Readonly<Record<MoverProblem['why'], Message>> = {
  address: messages.noAddress,
  level: messages.oldLevel,
  'not active': messages.notActive,
  'not a mover': messages.notMover,
  unknown: messages.unknownMover,
};

/** Mover service partitions: rows V10 to V13 of the reference's table. */
export const moverChecks: readonly Check[] = [
  {
    ...shared,
    id: 'V10',
    reads: 'Both sides have a mover service partition with RMC, and a pair can connect',
    message: messages.noPair,
    find: (facts) => {
      const { possible, problems } = chooseMovers(facts);
      return possible.length === 0 && problems.length === 0 ? [found(messages.noPair, undefined)] : [];
    },
  },
  {
    ...shared,
    id: 'V11',
    reads: 'The mover service partitions that the user names exist, are movers and have the addresses',
    message: messages.badMover,
    find: (facts) =>
      chooseMovers(facts).problems.map(({ side, named, why }) =>
        found(messages.badMover, { side, named, why: reasons[why].text }),
      ),
  },
  {
    ...shared,
    id: 'V12',
    reads: 'The mover service partitions have fewer active migrations than they may have',
    message: messages.moversBusy,
    find: (facts) => {
      const { possible, free, problems } = chooseMovers(facts);
      if (possible.length === 0 || problems.length > 0 || free.length > 0) return [];
      const movers = new Map(
        possible.flatMap(({ source, dest }) => [source, dest]).map((mover) => [mover.server.id, mover]),
      );
      const limits = [...movers.values()].map(({ server, limit }) => `${server.name} ${limit}`).join(', ');
      return [found(messages.moversBusy, { limits })];
    },
  },
  {
    ...shared,
    id: 'V13',
    reads: 'With --redundantmsps 1 there are two pairs of mover service partitions',
    message: messages.notRedundant,
    find: (facts) => {
      const { free, notRedundant } = chooseMovers(facts);
      return notRedundant && free.length > 0 ? [found(messages.notRedundant, undefined)] : [];
    },
  },
];
