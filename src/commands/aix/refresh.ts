import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, valued } from '../../cli/spec.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { subsystemMessages as messages } from '../../messages/subsystems.ts';
import { requireBoot, requireSubsystem } from '../../model/processes/control.ts';
import type { Subsystem } from '../../model/processes/subsystems.ts';
import { restartSyslog } from '../../model/syslog/log.ts';
import { groupOf, here, remoteHost, subsystemWithPid } from '../shared/subsystems.ts';

const spec: CommandSpec = {
  name: 'refresh',
  platform: 'aix',
  purpose: 'asks subsystems to read their configuration again',
  synopsis: ['refresh [ -h Host ] { -g Group | -p SubsystemPID | -s Subsystem }'],
  evidence: 'document',
  options: [
    valued('s', 'Subsystem', 'The subsystem, by its name or synonym.', 'document'),
    valued('g', 'Group', 'Those of the group.', 'document'),
    valued('p', 'SubsystemPID', 'The subsystem with this process.', 'document'),
    remoteHost,
  ],
  operands: { name: '', minimum: 0, maximum: 0 },
  exclusive: [['s', 'g', 'p']],
  user: 'root',
  statuses: { 0: 'They were asked.', 1: 'One does not run, or knows only signals.' },
};

function run(args: Arguments, context: Context): number {
  requireBoot(context.lab, here(context));
  for (const each of choose(args, context)) {
    if (each.definition.contact === 'signals') throw failure(messages.onlySignals, { name: each.name });
    if (each.pid === undefined) throw failure(messages.notPassed, { name: each.name });
    if (each.name === 'syslogd') restartSyslog(context.lab, context.place);
    context.report(messages.refreshed, {});
  }
  return 0;
}

function choose(args: Arguments, context: Context): Subsystem[] {
  const place = here(context);
  const [name, group, pid] = ['s', 'g', 'p'].map((letter) => args.value(letter));
  if (name !== undefined) return [requireSubsystem(context.lab, place, name)];
  if (group !== undefined) return groupOf(context.lab, place, group);
  if (pid !== undefined) return [subsystemWithPid(context.lab, place, pid)];
  throw misuse(messages.oneOf, { flags: '-s, -g and -p' });
}

export const command: Command = { spec, run };
