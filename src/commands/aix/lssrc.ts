import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { recordStatus, shortStatus } from '../../format/lssrc.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { subsystemMessages as messages } from '../../messages/subsystems.ts';
import { requireBoot, requireSubsystem } from '../../model/processes/control.ts';
import { type Subsystem, subsystemsOf, usualDefinition } from '../../model/processes/subsystems.ts';
import {
  groupOf,
  here,
  remoteHost,
  subserverFlags,
  subserverPid,
  subsystemWithPid,
} from '../shared/subsystems.ts';

const noNotices = 'parlab has no methods that are called when a subsystem fails.';

const spec: CommandSpec = {
  name: 'lssrc',
  platform: 'aix',
  purpose: 'shows the status of subsystems',
  synopsis: [
    'lssrc [ -h Host ] -a',
    'lssrc [ -h Host ] -g GroupName',
    'lssrc [ -h Host ] [ -l ] -s Subsystem',
    'lssrc [ -h Host ] [ -l ] -p SubsystemPID',
    'lssrc [ -h Host ] [ -l ] -t Type [ -p SubsystemPID ] [ -o Object ] [ -P SubserverPID ]',
    'lssrc -S [ -s Subsystem | -d ]',
    'lssrc -T [ -t Type ]',
    'lssrc -N [ -n NotifyName ]',
  ],
  evidence: 'document',
  options: [
    flag('a', 'All subsystems.', 'document'),
    valued('g', 'GroupName', 'Those of the group.', 'document'),
    valued('s', 'Subsystem', 'The subsystem, by its name or synonym.', 'document'),
    valued('p', 'SubsystemPID', 'The subsystem with this process.', 'document'),
    flag('l', 'Its long status; of those that know only signals there is none.', 'document'),
    flag('S', 'Records with colons between their fields.', 'document'),
    flag('d', 'With -S: the record that mkssys begins with.', 'document'),
    remoteHost,
    ...subserverFlags,
    subserverPid,
    flag('T', 'Records of subservers.', 'document', { refused: 'parlab knows subsystems, not subservers.' }),
    flag('N', 'Records of notify methods.', 'document', { refused: noNotices }),
    valued('n', 'NotifyName', 'With -N: this one.', 'document', { refused: noNotices }),
  ],
  operands: { name: '', minimum: 0, maximum: 0 },
  exclusive: [
    ['a', 'g', 's', 'p', 'd'],
    ['a', 'S'],
    ['g', 'S'],
    ['p', 'S'],
    ['a', 'l'],
    ['g', 'l'],
    ['S', 'l'],
  ],
  needs: { d: ['S'], l: ['s', 'p'] },
  user: 'any',
  statuses: { 0: 'The status is shown.', 1: 'There is no such subsystem or group.' },
};

function run(args: Arguments, context: Context): number {
  if (args.has('S')) {
    context.stdout.write(recordStatus(records(args, context)));
    return 0;
  }
  if (context.wpar) requireBoot(context.lab, here(context));
  const chosen = choose(args, context);
  const [one] = chosen;
  if (args.has('l') && one) checkLongStatus(one);
  context.stdout.write(shortStatus(chosen));
  if (args.has('l') && one) context.report(messages.noLongStatus, { name: one.name });
  return 0;
}

function records(args: Arguments, context: Context): readonly Pick<Subsystem, 'definition' | 'name'>[] {
  if (args.has('d')) return [{ name: '', definition: usualDefinition }];
  const name = args.value('s');
  const all = subsystemsOf(context.lab, here(context));
  if (name === undefined) return all;
  const found = all.filter((each) => each.name === name);
  if (found.length === 0) throw failure(messages.noRecords, {});
  return found;
}

function choose(args: Arguments, { lab, ...context }: Context): Subsystem[] {
  const place = here({ lab, ...context });
  const [name, group, pid] = ['s', 'g', 'p'].map((letter) => args.value(letter));
  if (name !== undefined) return [requireSubsystem(lab, place, name)];
  if (group !== undefined) return groupOf(lab, place, group);
  if (pid !== undefined) return [subsystemWithPid(lab, place, pid)];
  if (!args.has('a')) throw misuse(messages.oneOf, { flags: '-a, -g, -s, -p and -S' });
  const all = subsystemsOf(lab, place).filter((each) => each.definition.shown || each.pid !== undefined);
  // Those that run come first, as on real systems.
  const runs = (each: Subsystem) => (each.pid === undefined ? 1 : 0);
  return all.sort((one, other) => runs(one) - runs(other));
}

function checkLongStatus({ name, definition, pid }: Subsystem): void {
  if (definition.contact === 'signals') throw failure(messages.onlySignals, { name });
  if (pid === undefined) throw failure(messages.notPassed, { name });
}

export const command: Command = { spec, run };
