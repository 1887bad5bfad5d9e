import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { Failure, misuse } from '../../messages/failure.ts';
import { progress } from '../../messages/progress.ts';
import { usageMessages } from '../../messages/usage.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import { type SyncOptions, syncWpar } from '../../model/wpar/sync.ts';
import { checkSource, namesIn } from '../shared/many-wpars.ts';

const noFixes = 'parlab emulates no interim fixes.';

const spec: CommandSpec = {
  name: 'syncwpar',
  platform: 'aix',
  purpose: 'synchronizes software between the global environment and workload partitions',
  synopsis: [
    '/usr/sbin/syncwpar [ [ -a ] [ -i ] | [ -F ] [ -r ] ] [ -p ] [ -v ] [ -X ] { -A | -f wparnamesfile | wparname }',
    '/usr/sbin/syncwpar -D [ -d device ] [ -p ] [ -v ] [ -X ] { -A | -f wparnamesfile | wparname }',
    '/usr/sbin/syncwpar -D { -E <path to fix> | -R <ifix label> } { -A | -f wparnamesfile | wparname }',
    '/usr/sbin/syncwpar -c wparname',
  ],
  evidence: 'document',
  options: [
    flag('a', 'Only adds: never lowers the level of a fileset.', 'document'),
    flag('A', 'All system workload partitions.', 'document'),
    flag('c', 'Synchronizes the device data of a versioned workload partition.', 'document'),
    valued('d', 'device', 'Software source for a detached workload partition.', 'document', { path: 'host' }),
    flag('D', 'For detached workload partitions: recovers system software that diverged.', 'document'),
    valued('E', 'path', 'Applies an interim fix.', 'document', { refused: noFixes }),
    valued('f', 'wparnamesfile', 'A file with names of workload partitions.', 'document', { path: 'caller' }),
    flag('F', 'Copies RPM files by force.', 'document'),
    flag('i', 'Only installp filesets.', 'document'),
    flag('p', 'Preview: nothing is changed.', 'document'),
    flag('r', 'Only RPM packages.', 'document'),
    valued('R', 'label', 'Removes an interim fix.', 'document', { refused: noFixes }),
    flag('v', 'Says more.', 'document'),
    flag('X', 'Expands file systems when there is no room.', 'document'),
  ],
  operands: { name: 'wparname', minimum: 0, maximum: 1, of: 'wpar' },
  exclusive: [
    ['a', 'r'],
    ['a', 'F'],
    ['i', 'r'],
    ['F', 'i'],
    ['A', 'f'],
    ['D', 'a'],
    ['D', 'i'],
    ['D', 'F'],
    ['D', 'r'],
    // The fourth form of the synopsis has -c alone.
    ...[...'aAdDEfFiprRvX'].map((letter) => ['c', letter]),
  ],
  needs: { d: ['D'], E: ['D'], R: ['D'] },
  user: 'root',
  statuses: { 0: 'All are synchronized.', 1: 'One could not be synchronized.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  checkSource(args.value('d'), context);
  const names = chosenNames(args, context);
  const options: SyncOptions = {
    detached: args.has('D'),
    deviceData: args.has('c'),
    preview: args.has('p'),
    // Device data are no software.
    installp: !args.has('r') && !args.has('c'),
    rpm: !args.has('i') && !args.has('c'),
  };
  const counted = args.has('A') || names.length > 1;
  let status = 0;
  for (const [index, name] of names.entries()) {
    if (counted) context.say(progress.synchronizing, { name, index: index + 1, count: names.length });
    if (!(await synchronized(name, options, context))) status = 1;
  }
  if (args.has('v')) context.say(status === 0 ? progress.success : progress.failed, {});
  return status;
}

/** One that cannot be synchronized does not keep the others from it. */
async function synchronized(name: string, options: SyncOptions, context: Context): Promise<boolean> {
  try {
    return await syncWpar(context, name, options);
  } catch (error) {
    if (!(error instanceof Failure) || error.catalogued.id === messages.signalled.id) throw error;
    context.say(error.catalogued, error.values as never);
    return false;
  }
}

/** With -A every system WPAR that the form is for: detached ones with -D, the others without. */
function chosenNames(args: Arguments, context: Context): string[] {
  const { engine, host } = context;
  if (args.has('A')) {
    refuseOperand(args);
    return engine
      .all<{ name: string }>(
        "SELECT name FROM wpar WHERE host = ? AND type = 'S' AND private_usr = ? ORDER BY name",
        host.name,
        args.has('D') ? 1 : 0,
      )
      .map((row) => row.name);
  }
  const file = args.value('f');
  if (file === undefined) {
    if (args.operands.length === 0) throw misuse(usageMessages.missingOperand, { operand: 'wparname' });
    return [args.operand];
  }
  refuseOperand(args);
  return namesIn(file, context);
}

function refuseOperand(args: Arguments): void {
  if (args.operands.length > 0) throw misuse(usageMessages.extraOperand, { operand: args.operand });
}

export const command: Command = { spec, run };
