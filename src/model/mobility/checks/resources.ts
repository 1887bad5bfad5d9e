import { formatUnits } from '../../../format/hmc-csv.ts';
import { resourceMessages as texts } from '../../../messages/mobility/resources.ts';
import { processorPoolsOf } from '../../../state/frames/systems.ts';
import { availableMemory, availableUnits, isActivated } from '../../frames/resources.ts';
import { amountsToMove, memoryNeeded } from '../amounts.ts';
import { type Check, everyType, type Found, found } from '../check.ts';
import type { Facts } from '../facts.ts';
import { roomInPool } from '../pools.ts';
import { abilityChecks } from './abilities.ts';

const group = 'resources';

/** Whether the destination has what the partition needs. */
export const resourceChecks: readonly Check[] = [
  {
    id: 'R01',
    group,
    types: everyType,
    severity: 'E',
    reads: 'memory region sizes of both managed systems',
    message: texts.regions,
    find: ({ source, dest }) =>
      source.lmb_mb === dest.lmb_mb
        ? []
        : [
            found(texts.regions, {
              source: source.name,
              sourceMb: source.lmb_mb,
              dest: dest.name,
              destMb: dest.lmb_mb,
            }),
          ],
  },
  {
    id: 'R02',
    group,
    types: everyType,
    severity: 'E',
    reads: 'processors that the destination has left',
    message: texts.units,
    find: processorsFound,
  },
  {
    id: 'R03',
    group,
    types: everyType,
    severity: 'E',
    reads: 'memory that the destination has left',
    message: texts.memory,
    find: memoryFound,
  },
  {
    id: 'R04',
    group,
    types: everyType,
    severity: 'E',
    reads: 'minimum of processing units for each virtual processor on the destination',
    message: texts.minimumUnits,
    find: minimumFound,
  },
  {
    id: 'R05',
    group,
    types: everyType,
    severity: 'E',
    reads: 'shared processor pool on the destination and its room',
    message: texts.poolRoom,
    find: poolFound,
  },
  {
    id: 'R06',
    group,
    types: everyType,
    severity: 'E',
    reads: 'free virtual slots of the VIO servers on the destination',
    message: texts.slots,
    find: slotsFound,
  },
  ...abilityChecks,
  {
    id: 'R15',
    group,
    types: everyType,
    severity: 'E',
    reads: 'partition ID that is asked for (dest_lpar_id)',
    message: texts.partitionId,
    find: idFound,
  },
  {
    id: 'R16',
    group,
    types: ['active'],
    severity: 'E',
    reads: 'affinity scores on both managed systems (--affinity)',
    message: texts.affinity,
    find: ({ request, source, dest }) =>
      request.affinity && dest.affinity_score < source.affinity_score
        ? [
            found(texts.affinity, {
              system: dest.name,
              dest: dest.affinity_score,
              source: source.affinity_score,
            }),
          ]
        : [],
  },
  {
    id: 'R18',
    group,
    types: everyType,
    severity: 'E',
    reads: 'number of partitions on the destination',
    message: texts.partitions,
    find: ({ engine, dest }) => {
      const row = engine.get<{ count: number }>(
        'SELECT count(*) AS count FROM partition WHERE system = ?',
        dest.id,
      );
      const count = row?.count ?? 0;
      return count >= dest.max_lpars ? [found(texts.partitions, { system: dest.name, count })] : [];
    },
  },
];

function processorsFound(facts: Facts): Found[] {
  const { engine, dest } = facts;
  const { processor } = amountsToMove(facts);
  const available = availableUnits(engine, dest).curr;
  if (processor.curr_mode === 'ded') {
    const whole = Math.max(0, Math.floor(available / 100));
    return processor.curr_procs <= whole
      ? []
      : [found(texts.processors, { system: dest.name, available: whole, needed: processor.curr_procs })];
  }
  return processor.curr_units <= available
    ? []
    : [
        found(texts.units, {
          system: dest.name,
          available: formatUnits(Math.max(0, available)),
          needed: formatUnits(processor.curr_units),
        }),
      ];
}

function memoryFound(facts: Facts): Found[] {
  const { engine, dest } = facts;
  const { memory } = amountsToMove(facts);
  // Shared memory comes out of the pool, which R10 looks at.
  if (memory.mode === 'shared') return [];
  const { all, overhead } = memoryNeeded(memory, dest.lmb_mb);
  const available = Math.max(0, availableMemory(engine, dest).curr);
  return all <= available
    ? []
    : [found(texts.memory, { system: dest.name, available, needed: all, overhead })];
}

function minimumFound(facts: Facts): Found[] {
  const { dest } = facts;
  const { processor } = amountsToMove(facts);
  const { curr_mode, curr_units, curr_procs } = processor;
  if (curr_mode === 'ded' || curr_units >= curr_procs * dest.min_units_per_vp) return [];
  const units = formatUnits(Math.floor(curr_units / curr_procs));
  return [found(texts.minimumUnits, { units, system: dest.name, least: formatUnits(dest.min_units_per_vp) })];
}

function poolFound(facts: Facts): Found[] {
  const { engine, dest, request } = facts;
  const wanted = request.data.pool;
  // The default pool has no limit of its own.
  if (!wanted) return [];
  const pool = processorPoolsOf(engine, dest.id).find(
    ({ name, number }) =>
      (wanted.name === undefined || wanted.name === name) &&
      (wanted.id === undefined || wanted.id === number),
  );
  if (!pool) {
    const both = [wanted.name, wanted.id].filter((each) => each !== undefined).join('/');
    return [found(texts.poolUnknown, { system: dest.name, pool: both })];
  }
  const { processor } = amountsToMove(facts);
  const room = roomInPool(engine, dest.id, pool);
  if (processor.curr_mode === 'ded' || room === undefined || processor.curr_units <= room) return [];
  return [
    found(texts.poolRoom, {
      pool: pool.name,
      system: dest.name,
      available: formatUnits(Math.max(0, room)),
      needed: formatUnits(processor.curr_units),
    }),
  ];
}

// All of them together: which server gets which adapter is a question of the mapping.
function slotsFound({ engine, adapters, dest, destServers }: Facts): Found[] {
  const needed = adapters.filter(
    ({ kind, side }) => (kind === 'scsi' || kind === 'fc') && side === 'client',
  ).length;
  const servers = destServers.filter(({ state }) => isActivated(state));
  if (needed === 0 || servers.length === 0) return [];
  const row = engine.get<{ free: number }>(
    `SELECT total(max_slots - (SELECT count(*) FROM virtual_adapter
       WHERE virtual_adapter.partition = partition.id AND slot < max_slots)) AS free
     FROM partition WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(servers.map(({ id }) => id)),
  );
  const available = row?.free ?? 0;
  return available < needed ? [found(texts.slots, { system: dest.name, available, needed })] : [];
}

function idFound({ engine, dest, request }: Facts): Found[] {
  const id = request.data.destId;
  if (id === undefined) return [];
  const taken = engine.get(
    `SELECT 1 FROM partition WHERE system = ?1 AND lpar_id = ?2
     UNION ALL SELECT 1 FROM migration WHERE dest = ?1 AND dest_id = ?2 AND phase <> 'resumed'`,
    dest.id,
    id,
  );
  return taken ? [found(texts.partitionId, { id, system: dest.name })] : [];
}
