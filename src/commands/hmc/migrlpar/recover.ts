import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { failure } from '../../../messages/failure.ts';
import { hmcMessages } from '../../../messages/hmc.ts';
import { mobilityMessages as messages } from '../../../messages/mobility.ts';
import { migrationNamed, recoverMigration } from '../../../model/mobility/recover.ts';
import type { Told } from '../../../model/mobility/suffer.ts';
import { requireSystem } from '../objects.ts';
import { listed, namedPartitions } from './partitions.ts';
import { printTold } from './print.ts';
import { remoteOf } from './remote.ts';

/** `-o r`: one partition at a time (documented). */
export function recover(args: Arguments, context: Context): number {
  for (const flag of ['p', '-id'] as const) {
    const words = listed(args, flag);
    if (words && words.length > 1)
      throw failure(hmcMessages.invalidValue, { parameter: `-${flag}`, value: args.value(flag) ?? '' });
  }
  const system = requireSystem(context.engine, context.host.name, args.value('m') ?? '');
  const [partition] = namedPartitions(args, context, system.id);
  const remote = remoteOf(args, context);
  const force = args.has('-force');
  const trouble = context.lab.update((change): Told | undefined => {
    const migration = partition && migrationNamed(change, system.id, partition);
    if (!migration) return { message: hmcMessages.wrongState, values: {} };
    // What the other console manages can only be reached through it; with --force this side alone is cleaned.
    const other = migration.remote_console;
    if (other !== null && other !== context.host.name && remote?.console.name !== other && !force)
      return { message: messages.needsConsole, values: { console: other } };
    return recoverMigration(change, migration, force);
  });
  if (!trouble) return 0;
  printTold(context, [trouble]);
  return 1;
}
