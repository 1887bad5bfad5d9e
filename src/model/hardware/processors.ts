/** Processors and processing units of a partition that grow or shrink. */
import { formatUnits } from '../../format/hmc-csv.ts';
import { fillIn } from '../../messages/define.ts';
import { failure } from '../../messages/failure.ts';
import { hardwareMessages as messages } from '../../messages/hardware.ts';
import type { Engine } from '../../state/engine.ts';
import { amountsOf } from '../../state/frames/amounts.ts';
import { processorPoolsOf } from '../../state/frames/systems.ts';
import { concerned, Sight } from '../dlpar/system.ts';
import { availableUnits, roomInPool } from '../frames/resources.ts';
import type { Work } from '../work.ts';
import type { Portion } from './carry.ts';
import type { Owner } from './memory.ts';
import { syncAmounts } from './sync.ts';

/** Processors, dedicated or virtual, and hundredths of processing units; of dedicated processors there are none. */
export interface Capacity {
  readonly procs: number;
  readonly units: number;
}

/**
 * What the console checks: minima, maxima, units for each virtual processor, room in the pool and in the managed system.
 * @param more than now; negative: less
 * @param running what the partition uses changes, too
 * @param made hundredths of units that the system will have more than now
 * @throws Failure
 */
export function checkCapacity(
  engine: Engine,
  owner: Owner,
  more: Capacity,
  running: boolean,
  made = 0,
): void {
  const { processor } = amountsOf(engine, owner.partition.id);
  const shared = processor.curr_mode === 'shared';
  if (!shared && more.units !== 0) throw failure(messages.dedicated, { partition: owner.partition.name });
  checkLimits(engine, owner, more, running);
  if (shared)
    checkRatio(owner, { procs: processor.curr_procs + more.procs, units: processor.curr_units + more.units });
  const wanted = shared ? more.units : more.procs * 100;
  if (wanted > 0) checkRoom(engine, owner, { wanted, made }, shared ? processor.curr_pool : undefined);
}

function checkLimits(engine: Engine, { partition }: Owner, more: Capacity, running: boolean): void {
  const { processor } = amountsOf(engine, partition.id);
  const limits = [
    [more.procs, processor.curr_procs, processor.curr_min_procs, processor.curr_max_procs, 'procs'],
    [more.procs, processor.pend_procs, processor.pend_min_procs, processor.pend_max_procs, 'procs'],
    [more.units, processor.curr_units, processor.curr_min_units, processor.curr_max_units, 'units'],
    [more.units, processor.pend_units, processor.pend_min_units, processor.pend_max_units, 'units'],
    // After --force without RMC a partition uses something else than the console's records say.
    [
      running ? more.procs : 0,
      processor.run_procs,
      processor.curr_min_procs,
      processor.curr_max_procs,
      'procs',
    ],
    [
      running ? more.units : 0,
      processor.run_units,
      processor.curr_min_units,
      processor.curr_max_units,
      'units',
    ],
  ] as const;
  for (const [difference, now, minimum, maximum, what] of limits) {
    const value = now + difference;
    const shown = (number: number) => (what === 'units' ? formatUnits(number) : number);
    const [above, below] =
      what === 'units'
        ? [messages.unitsMaximum, messages.unitsMinimum]
        : [messages.procsMaximum, messages.procsMinimum];
    const values = { partition: partition.name, value: shown(value) };
    if (difference > 0 && value > maximum) throw failure(above, { ...values, limit: shown(maximum) });
    if (difference < 0 && value < minimum) throw failure(below, { ...values, limit: shown(minimum) });
  }
}

function checkRatio({ system, partition }: Owner, { procs, units }: Capacity): void {
  if (units < procs * system.min_units_per_vp) throw failure(messages.ratio, { id: partition.lpar_id });
  if (units > procs * 100)
    throw failure(messages.ratioMaximum, { partition: partition.name, units: formatUnits(units), procs });
}

function checkRoom(
  engine: Engine,
  { system, partition }: Owner,
  { wanted, made }: { readonly wanted: number; readonly made: number },
  pool: number | undefined,
): void {
  const { curr, pend } = availableUnits(engine, system);
  const available = Math.max(0, Math.min(curr, pend) + made);
  if (available < wanted)
    throw failure(messages.noUnits, { available: formatUnits(available), wanted: formatUnits(wanted) });
  if (pool === undefined) return;
  const { processor } = amountsOf(engine, partition.id);
  const room = roomInPool(engine, system, pool, partition.id) - processor.curr_units;
  if (room >= wanted) return;
  throw failure(messages.poolUnits, {
    pool: processorPoolsOf(engine, system.id).find(({ number }) => number === pool)?.name ?? pool,
    available: formatUnits(Math.max(0, room)),
    ...{ partition: partition.name, wanted: formatUnits(wanted) },
  });
}

/**
 * The way from one capacity to another in changes of one kind each, so that no moment has too few or too many units for its
 * virtual processors. Units first where that can be; usually each kind is changed once.
 */
export function stagesOf(from: Capacity, to: Capacity, minimum: number): Capacity[] {
  const stages: Capacity[] = [];
  let { procs, units } = from;
  const within = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
  while (procs !== to.procs || units !== to.units) {
    const nextUnits = within(to.units, procs * minimum, procs * 100);
    const moved = nextUnits !== units;
    if (moved) stages.push({ procs: 0, units: nextUnits - units });
    units = nextUnits;
    const nextProcs = within(to.procs, Math.ceil(units / 100), Math.floor(units / minimum));
    if (nextProcs === procs && !moved) break;
    if (nextProcs !== procs) stages.push({ procs: nextProcs - procs, units: 0 });
    procs = nextProcs;
  }
  // From where nothing is right the rest is tried at once: whoever books it refuses it.
  if (units !== to.units) stages.push({ procs: 0, units: to.units - units });
  if (procs !== to.procs) stages.push({ procs: to.procs - procs, units: 0 });
  return stages;
}

/** @param more processors or units, not both; negative: less */
export function capacityPortion(work: Work, owner: Owner, more: Capacity): Portion {
  const { partition } = owner;
  const { engine } = work.lab;
  const action = more.procs > 0 || more.units > 0 ? 'acquire' : 'release';
  const processors = more.procs === 0 ? [] : concerned(engine, partition, action, Math.abs(more.procs));
  const sight = new Sight(work, partition);
  return {
    partition,
    event:
      more.procs === 0
        ? {
            ...{ resource: 'capacity', action, delta: Math.abs(more.units) },
            capacity: amountsOf(engine, partition.id).processor.run_units,
          }
        : { resource: 'cpu', action, processors },
    requested: more.procs === 0 ? formatUnits(Math.abs(more.units)) : String(Math.abs(more.procs)),
    steps: 1,
    ...(more.procs === 0 ? {} : { look: async () => await sight.look() }),
    obstacle: () => {
      const held = action === 'release' ? sight.holdsProcessors(processors) : [];
      if (held.length === 0) return undefined;
      const resource = `0x${(processors.at(-1)?.logical ?? 0).toString(16)}`;
      return [fillIn(messages.processorBusy.text, { resource }), ...held].join('  ');
    },
    book: (change, _, running) => {
      checkCapacity(change.engine, owner, more, running);
      change.engine.run(
        `UPDATE partition_processor SET curr_procs = curr_procs + ?1, pend_procs = pend_procs + ?1,
           curr_units = curr_units + ?2, pend_units = pend_units + ?2,
           run_procs = run_procs + ?1 * ?3, run_units = run_units + ?2 * ?3 WHERE partition = ?4`,
        more.procs,
        more.units,
        running ? 1 : 0,
        partition.id,
      );
      syncAmounts(change, partition, 'processors');
      if (running && more.procs !== 0) sight.processorsChanged(change);
      const done = action === 'acquire' ? 'added' : 'removed';
      change.note(work.host.name, partition.name, `${amountOf(more)} ${done}`);
    },
  };
}

/** `2 processors`, `0.5 processing units`: without a sign. */
function amountOf({ procs, units }: Capacity): string {
  return procs === 0 ? `${formatUnits(Math.abs(units))} processing units` : `${Math.abs(procs)} processors`;
}
