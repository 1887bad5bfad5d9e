import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { Failure, misuse } from '../../messages/failure.ts';
import { migrationMessages as messages } from '../../messages/system.ts';
import { usageMessages } from '../../messages/usage.ts';
import { wparMessages } from '../../messages/wpar.ts';
import { type MigrationKind, migratable, migrateWpar } from '../../model/wpar/migrate.ts';
import { checkSource, namesIn } from '../shared/many-wpars.ts';

const spec: CommandSpec = {
  name: 'migwpar',
  platform: 'aix',
  purpose: 'migrates workload partitions to the level of the global system',
  synopsis: ['migwpar [ -d<software_source> ] [ -V ] { -A | -f <wparNamesFile> | [ -C ] wpar_name }'],
  evidence: 'document',
  options: [
    flag('A', 'All workload partitions that can be migrated.', 'document'),
    valued('f', 'wparNamesFile', 'A file with names of workload partitions.', 'document', { path: 'caller' }),
    flag('C', 'Makes a native workload partition of a versioned one; needs -d.', 'document'),
    valued('d', 'software_source', 'Where the software comes from.', 'document', { path: 'host' }),
    flag('V', 'Keeps a versioned one with a rootvg as it is, and lets it run on this system.', 'document', {
      since: '7.2.2',
    }),
  ],
  operands: { name: 'wpar_name', minimum: 0, maximum: 1, of: 'wpar' },
  exclusive: [
    ['A', 'f', 'C'],
    ['V', 'C'],
  ],
  user: 'root',
  statuses: { 0: 'All are migrated.', 1: 'One could not be migrated.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  if (args.has('C') && !args.has('d')) throw misuse(messages.needsSource, {});
  checkSource(args.value('d'), context);
  const kind: MigrationKind = args.has('C') ? 'versioned' : args.has('V') ? 'enable' : 'older';
  const names = chosenNames(args, context, kind);
  if (names.length === 0) context.say(messages.nothing, {});
  let status = 0;
  for (const name of names) if (!(await migrates(name, kind, context))) status = 1;
  return status;
}

/** One that cannot be migrated does not keep the others from it. */
async function migrates(name: string, kind: MigrationKind, context: Context): Promise<boolean> {
  try {
    await migrateWpar(context, name, kind);
    return true;
  } catch (error) {
    if (!(error instanceof Failure) || error.catalogued.id === wparMessages.signalled.id) throw error;
    context.say(error.catalogued, error.values as never);
    return false;
  }
}

function chosenNames(args: Arguments, context: Context, kind: MigrationKind): string[] {
  const file = args.value('f');
  if (args.has('A') || file !== undefined) {
    if (args.operands.length > 0) throw misuse(usageMessages.extraOperand, { operand: args.operand });
    return file === undefined ? migratable(context.engine, context.host, kind) : namesIn(file, context);
  }
  if (args.operands.length === 0) throw misuse(usageMessages.missingOperand, { operand: 'wpar_name' });
  return [args.operand];
}

export const command: Command = { spec, run };
