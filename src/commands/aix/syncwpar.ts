import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { labMessages } from '../../messages/lab.ts';
import { progress } from '../../messages/progress.ts';
import { usageMessages } from '../../messages/usage.ts';
import { requireWpar } from '../../model/wpar/lock.ts';
import { type SyncOptions, syncWpar } from '../../model/wpar/sync.ts';
import type { Wpar } from '../../state/wpars.ts';

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
    ['i', 'r'],
    ['F', 'i'],
    ['A', 'f'],
    ['D', 'a'],
    ['D', 'i'],
    ['D', 'F'],
    ['D', 'r'],
    ['c', 'A'],
    ['c', 'f'],
    ['c', 'D'],
  ],
  needs: { d: ['D'], E: ['D'], R: ['D'] },
  user: 'root',
  statuses: { 0: 'All are synchronized.', 1: 'One could not be synchronized.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const wpars = chosen(args, context);
  const options: SyncOptions = {
    detached: args.has('D'),
    deviceData: args.has('c'),
    preview: args.has('p'),
    verbose: args.has('v'),
    installp: !args.has('r'),
    rpm: !args.has('i'),
  };
  let status = 0;
  for (const [index, wpar] of wpars.entries()) {
    if (wpars.length > 1 || args.has('A')) {
      context.say(progress.synchronizing, { name: wpar.name, index: index + 1, count: wpars.length });
    }
    if (!(await syncWpar(context, wpar, options))) status = 1;
  }
  if (args.has('v')) context.say(status === 0 ? progress.success : progress.failed, {});
  return status;
}

function chosen(args: Arguments, context: Context): Wpar[] {
  const { engine, host } = context;
  if (args.has('A')) {
    refuseOperand(args);
    const rows = engine.all<Wpar>(
      "SELECT * FROM wpar WHERE host = ? AND type = 'S' ORDER BY name",
      host.name,
    );
    return rows.filter((wpar) => (wpar.private_usr === 1) === args.has('D'));
  }
  const file = args.value('f');
  if (file === undefined) {
    if (args.operands.length === 0) throw misuse(usageMessages.missingOperand, { operand: 'wparname' });
    return [requireWpar(engine, host.name, args.operand)];
  }
  refuseOperand(args);
  const text = context.files('caller').read(file);
  if (text === undefined) throw failure(labMessages.cannotRead, { path: file, why: 'no such file' });
  const names = text.split(/\s+/).filter((name) => name !== '');
  return names.map((name) => requireWpar(engine, host.name, name));
}

function refuseOperand(args: Arguments): void {
  if (args.operands.length > 0) throw misuse(usageMessages.extraOperand, { operand: args.operand });
}

export const command: Command = { spec, run };
