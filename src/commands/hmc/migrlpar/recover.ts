import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { failure } from '../../../messages/failure.ts';
import { hmcMessages } from '../../../messages/hmc.ts';
import { mobilityMessages as messages } from '../../../messages/mobility.ts';
import type { DlparEvent } from '../../../model/dlpar/event.ts';
import { endAbandoned } from '../../../model/dlpar/turn.ts';
import { migrationNamed, recoverMigration } from '../../../model/mobility/recover.ts';
import { type Told, told } from '../../../model/mobility/suffer.ts';
import type { Partition } from '../../../state/frames/partitions.ts';
import { partitionByKey } from '../../../state/frames/servers.ts';
import { requireSystem } from '../objects.ts';
import { listed, namedPartitions } from './partitions.ts';
import { printTold } from './print.ts';
import { remoteOf } from './remote.ts';

/** `-o r`: one partition at a time (documented). */
export async function recover(args: Arguments, context: Context): Promise<number> {
  for (const flag of ['p', '-id'] as const) {
    const words = listed(args, flag);
    if (words && words.length > 1)
      throw failure(hmcMessages.invalidValue, { parameter: `-${flag}`, value: args.value(flag) ?? '' });
  }
  const system = requireSystem(context.engine, context.host.name, args.value('m') ?? '');
  const [partition] = namedPartitions(args, context, system.id);
  const remote = remoteOf(args, context);
  const force = args.has('-force');
  let mobile: Partition | undefined;
  const trouble = context.lab.update((change): Told | undefined => {
    const migration = partition && migrationNamed(change, system.id, partition);
    if (!migration) return { message: hmcMessages.wrongState, values: {} };
    mobile = partitionByKey(change.engine, migration.partition);
    // What the other console manages can only be reached through it; with --force this side alone is cleaned.
    const other = migration.remote_console;
    if (other !== null && other !== context.host.name && remote?.console.name !== other && !force)
      return { message: messages.needsConsole, values: { console: other } };
    return recoverMigration(change, migration, force);
  });
  if (trouble) {
    printTold(context, [trouble]);
    return 1;
  }
  if (mobile) await tellSystem(args, context, mobile);
  return 0;
}

// Those in the partition who were told to prepare are told what came of it.
async function tellSystem(args: Arguments, context: Context, partition: Partition): Promise<void> {
  const tell = (line: string) => args.has('d') && context.stdout.write(`${line}\n`);
  const objections = await endAbandoned(
    context,
    { partition, tell },
    ({ event }) => (JSON.parse(event) as DlparEvent).action === 'migrate',
  );
  if (objections.length > 0)
    printTold(context, [told(messages.objected, { partition: partition.name }, objections)]);
}
