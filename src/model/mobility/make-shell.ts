import type { Change } from '../../state/change.ts';
import { amountsOf } from '../../state/frames/amounts.ts';
import { type Migration, planOf } from '../../state/frames/migrations.ts';
import { partitionByKey } from '../../state/frames/servers.ts';
import { systemByKey } from '../../state/frames/systems.ts';
import { availableMemory, availableUnits } from '../frames/resources.ts';
import { amountsToMove } from './amounts.ts';
import { insertShell } from './shell.ts';

/**
 * Makes the shell on the destination. Between the validation and this others may have taken what it needs.
 * @returns its key, or in words what is missing
 */
export function makeShell(change: Change, migration: Migration): number | string {
  const { engine } = change;
  const mobile = partitionByKey(engine, migration.partition);
  const system = systemByKey(engine, migration.dest);
  if (!mobile || !system) throw new Error('the migrating partition or its destination is gone');
  const plan = planOf(migration);
  const taken = engine.get<{ name: string }>(
    'SELECT name FROM partition WHERE system = ? AND (name = ? OR lpar_id = ?)',
    system.id,
    mobile.name,
    plan.destId,
  );
  if (taken) return `partition ID ${plan.destId} or the name ${mobile.name} is used by ${taken.name}`;
  const source = systemByKey(engine, migration.source);
  if (!source) throw new Error('the source is gone');
  const amounts = amountsToMove({
    engine,
    type: migration.type,
    mobile,
    source,
    ...amountsOf(engine, mobile.id),
  });
  const { memory, processor } = amounts;
  if (memory.mode === 'ded' && memory.curr > availableMemory(engine, system).curr)
    return `${memory.curr} MB of memory`;
  const units = processor.curr_mode === 'ded' ? processor.curr_procs * 100 : processor.curr_units;
  if (units > availableUnits(engine, system).curr) return `${units / 100} processing units`;
  return insertShell(change, mobile, { system: system.id, lparId: plan.destId, pool: plan.pool }, amounts);
}
