import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { refuseUnknown } from '../../../cli/hmc/input.ts';
import { failure } from '../../../messages/failure.ts';
import { hmcMessages } from '../../../messages/hmc.ts';
import { badValue, wholeNumber } from '../../../model/frames/values.ts';
import { type ManagedHere, systemsOf } from '../../../state/frames/systems.ts';
import { requireSystem } from '../objects.ts';
import { onlyRecord } from './data.ts';
import { namedPartitions } from './partitions.ts';

/** Columns of `mover`: what the VIO server calls cfg_msp_lpm_ops and concurrency_lvl, with their ranges (seed 5). */
const moverAttributes = {
  num_active_migrations_configured: { column: 'operations', most: 8 },
  concurr_migration_perf_level: { column: 'concurrency', most: 5 },
} as const;

/** `-o set`: attributes of a system, or of a VIO server as mover. */
export function set(args: Arguments, context: Context): number {
  return args.value('r') === 'sys' ? setSystem(args, context) : setServer(args, context);
}

function setSystem(args: Arguments, context: Context): number {
  for (const flag of ['p', '-id'])
    if (args.has(flag)) throw failure(hmcMessages.invalidParameter, { parameter: `-${flag}` });
  const system = systemToSet(args, context);
  const pairs = onlyRecord(args, context);
  refuseUnknown(pairs, ['inactive_prof_policy']);
  const [policy] = pairs;
  if (!policy || !['config', 'prof'].includes(policy.value) || policy.operator !== '=')
    throw policy ? badValue(policy) : failure(hmcMessages.missingParameter, { parameter: '-i' });
  context.lab.update((change) => {
    change.engine.run(
      'UPDATE managed_system SET inactive_profile_policy = ? WHERE id = ?',
      policy.value,
      system.id,
    );
    change.note(context.host.name, system.name, `inactive_prof_policy=${policy.value}`);
  });
  return 0;
}

// The synopsis has -m in brackets: without it there is no doubt about the only system of a console (ours).
function systemToSet(args: Arguments, { engine, host }: Context): ManagedHere {
  const named = args.value('m');
  if (named !== undefined) return requireSystem(engine, host.name, named);
  const [only, another] = systemsOf(engine, host.name);
  if (!only || another) throw failure(hmcMessages.missingParameter, { parameter: '-m' });
  return only;
}

function setServer(args: Arguments, context: Context): number {
  if (!args.has('m')) throw failure(hmcMessages.missingParameter, { parameter: '-m' });
  if (!args.has('p') && !args.has('-id')) throw failure(hmcMessages.missingParameter, { parameter: '-p' });
  const system = requireSystem(context.engine, context.host.name, args.value('m') ?? '');
  const [server, another] = namedPartitions(args, context, system.id);
  if (!server || another)
    throw failure(hmcMessages.invalidParameter, { parameter: args.has('p') ? '-p' : '--id' });
  if (server.env !== 'vioserver') throw failure(hmcMessages.notServer, { partition: server.name });
  const pairs = onlyRecord(args, context);
  refuseUnknown(pairs, Object.keys(moverAttributes));
  const columns = pairs.map((pair) => {
    const { column, most } = moverAttributes[pair.name as keyof typeof moverAttributes];
    if (pair.operator !== '=') throw badValue(pair);
    return [column, wholeNumber(pair, 1, most)] as const;
  });
  context.lab.update((change) => {
    for (const [column, value] of columns)
      change.engine.run(`UPDATE mover SET ${column} = ? WHERE partition = ?`, value, server.id);
    change.note(context.host.name, server.name, pairs.map(({ name, value }) => `${name}=${value}`).join(' '));
  });
  return 0;
}
