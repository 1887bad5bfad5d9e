import type { Engine } from '../../state/engine.ts';
import { systemByKey } from '../../state/frames/systems.ts';
import { availableMemory, availableUnits, isPoweredOn } from '../frames/resources.ts';
import { Impossible } from './place.ts';

/** What SQL cannot hold of a system that has just been built. @throws Impossible */
export function checkSystem(engine: Engine, id: number): void {
  const system = systemByKey(engine, id);
  if (!system) return;
  const memory = availableMemory(engine, system).curr;
  if (memory < 0) throw new Impossible(`its partitions have ${-memory} MB more memory than it has`);
  const units = availableUnits(engine, system).curr;
  if (units < 0) throw new Impossible(`its partitions have ${-units / 100} processors more than it has`);
  const thin = engine.get<{ name: string }>(
    `SELECT name FROM partition_processor JOIN partition ON partition.id = partition
     WHERE system = ? AND curr_mode = 'shared' AND curr_units < curr_procs * ?`,
    id,
    system.min_units_per_vp,
  );
  if (thin)
    throw new Impossible(
      `${thin.name} has less than ${system.min_units_per_vp / 100} units for each virtual processor`,
    );
  const lost = engine.get<{ name: string }>(
    `SELECT name FROM partition WHERE system = ? AND NOT EXISTS
       (SELECT 1 FROM profile WHERE profile.partition = partition.id AND profile.name = default_profile)`,
    id,
  );
  if (lost) throw new Impossible(`${lost.name} has no profile of the name of its default profile`);
  const running = engine.get<{ name: string }>(
    `SELECT name FROM partition WHERE system = ? AND state NOT IN ('Not Activated', 'Suspended')`,
    id,
  );
  if (running && !isPoweredOn(system))
    throw new Impossible(`${running.name} cannot run: the system is not on`);
}
