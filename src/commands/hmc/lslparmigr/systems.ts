import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import type { Attribute } from '../../../format/hmc-csv.ts';
import { isPoweredOn } from '../../../model/frames/resources.ts';
import { countOf, running } from '../../../model/mobility/limits.ts';
import { capabilitiesOf, type ManagedHere } from '../../../state/frames/systems.ts';
import { printerOf } from '../listing.ts';
import { requireSystem } from '../objects.ts';

interface Row {
  readonly system: ManagedHere;
  readonly active: number;
  readonly inactive: number;
}

// What the hypervisor knows is not known of a system that is off (as lssyscfg has it).
const capability =
  (name: string) =>
  ({ system }: Row) =>
    isPoweredOn(system) ? (capabilitiesOf(system)[name] ?? 0) : 'unavailable';

const attributes: readonly Attribute<Row>[] = [
  { name: 'inactive_lpar_mobility_capable', value: capability('inactive_lpar_mobility_capable') },
  { name: 'num_inactive_migrations_supported', value: ({ system }) => system.max_inactive_migrations },
  { name: 'num_inactive_migrations_in_progress', value: ({ inactive }) => inactive },
  { name: 'active_lpar_mobility_capable', value: capability('active_lpar_mobility_capable') },
  { name: 'num_active_migrations_supported', value: ({ system }) => system.max_active_migrations },
  { name: 'num_active_migrations_in_progress', value: ({ active }) => active },
  { name: 'inactive_prof_policy', value: ({ system }) => system.inactive_profile_policy },
];

/** Capabilities, limits and counts of a system (recalled order). */
export function printSystem(args: Arguments, context: Context): number {
  const print = printerOf(args, attributes);
  const system = requireSystem(context.engine, context.host.name, args.value('m') ?? '');
  const counts = countOf(running(context.engine, context.lab.machine), system.id);
  return print(context, [{ system, ...counts }]);
}
