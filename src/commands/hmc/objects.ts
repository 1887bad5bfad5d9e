/** Objects that HMC commands name: managed systems by `-m`, partitions by filters. */
import type { Filters } from '../../cli/hmc/filter.ts';
import { failure } from '../../messages/failure.ts';
import { hmcMessages as messages } from '../../messages/hmc.ts';
import type { Engine } from '../../state/engine.ts';
import { partitionNamesOf } from '../../state/frames/partitions.ts';
import { type ManagedHere, systemsOf } from '../../state/frames/systems.ts';

/**
 * The system that `-m` names, by its name or as tttt-mmm*sssssss, among those that this console manages.
 * @throws Failure
 */
export function requireSystem(engine: Engine, console: string, named: string): ManagedHere {
  const found = systemsOf(engine, console).filter(
    (system) => system.name === named || `${system.type_model}*${system.serial}` === named,
  );
  const [system, another] = found;
  if (!system) throw failure(messages.systemUnknown, { system: named });
  if (another) throw failure(messages.systemAmbiguous, { system: named });
  return system;
}

/** Names of the filters that choose partitions. */
export const partitionFilters = ['lpar_names', 'lpar_ids'] as const;

/** @throws Failure if the filters name a partition that the system does not have: an error, not an empty list */
export function requirePartitions(engine: Engine, system: number, filters: Filters): void {
  partitionFilter(engine, system, filters);
}

/**
 * Whether a row belongs to a partition that the filters name.
 * @throws Failure if they name one that the system does not have: that is an error, not an empty list
 */
export function partitionFilter(
  engine: Engine,
  system: number,
  filters: Filters,
): (lparId: number | null) => boolean {
  const names = filters.get('lpar_names');
  const ids = filters.get('lpar_ids');
  if (!names && !ids) return () => true;
  const partitions = partitionNamesOf(engine, system);
  const byName = new Map(partitions.map((each) => [each.name, each.lpar_id]));
  const byId = new Set(partitions.map((each) => String(each.lpar_id)));
  const partition = names?.find((name) => !byName.has(name));
  if (partition !== undefined) throw failure(messages.partitionUnknown, { partition });
  const id = ids?.find((each) => !byId.has(each));
  if (id !== undefined) throw failure(messages.partitionIdUnknown, { id });
  const named = names && new Set(names.map((name) => byName.get(name)));
  const numbered = ids && new Set(ids.map(Number));
  return (lparId) => lparId !== null && (named?.has(lparId) ?? true) && (numbered?.has(lparId) ?? true);
}
