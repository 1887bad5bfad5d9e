import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, valued } from '../../cli/spec.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { subsystemMessages as messages } from '../../messages/subsystems.ts';
import { requireSubsystem, startSubsystem } from '../../model/processes/control.ts';
import type { Subsystem } from '../../model/processes/subsystems.ts';
import { restartSyslog } from '../../model/syslog/log.ts';
import { groupOf, here, remoteHost, subserverFlags } from '../shared/subsystems.ts';

const spec: CommandSpec = {
  name: 'startsrc',
  platform: 'aix',
  purpose: 'starts subsystems',
  synopsis: [
    'startsrc [ -a Argument ] [ -e Environment ] [ -h Host ] { -s Subsystem | -g Group }',
    'startsrc [ -h Host ] -t Type [ -o Object ] [ -p SubsystemPID ]',
  ],
  evidence: 'document',
  options: [
    valued('s', 'Subsystem', 'The subsystem, by its name or synonym.', 'document'),
    valued('g', 'Group', 'All of the group that do not run.', 'document'),
    valued('a', 'Argument', 'Arguments for this start, in place of those that are defined.', 'document'),
    valued('e', 'Environment', 'Environment for this start.', 'document', {
      refused: 'the programs of subsystems are not real.',
    }),
    remoteHost,
    ...subserverFlags,
    valued('p', 'SubsystemPID', 'The subsystem of a subserver.', 'document', {
      refused: 'parlab knows subsystems, not the subservers within them.',
    }),
  ],
  operands: { name: '', minimum: 0, maximum: 0 },
  exclusive: [['s', 'g']],
  needs: { a: ['s', 'g'] },
  user: 'root',
  statuses: { 0: 'They are started.', 1: 'One is not; a message says why.' },
};

function run(args: Arguments, context: Context): number {
  const [name, group] = [args.value('s'), args.value('g')];
  if (name === undefined && group === undefined) throw misuse(messages.oneOf, { flags: '-s and -g' });
  const started = context.lab.update((change) => {
    const place = here(context);
    const chosen =
      name === undefined ? resting(context, group ?? '') : [requireSubsystem(context.lab, place, name)];
    return chosen.map((each) => ({
      name: each.name,
      pid: startSubsystem(change, place, each, args.value('a')),
    }));
  });
  if (started.some(({ name }) => name === 'syslogd')) restartSyslog(context.lab, context.place);
  for (const each of started) context.report(messages.started, each);
  return 0;
}

// Those of a group that run already stay as they are; a group of which all do is refused by its first.
function resting(context: Context, group: string): Subsystem[] {
  const all = groupOf(context.lab, here(context), group);
  const rest = all.filter((each) => each.pid === undefined);
  const [first] = all;
  if (rest.length === 0 && first) throw failure(messages.alreadyActive, { name: first.name });
  return rest;
}

export const command: Command = { spec, run };
