import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { subsystemMessages as messages } from '../../messages/subsystems.ts';
import { requireBoot, requireSubsystem, stopSubsystem } from '../../model/processes/control.ts';
import { type Subsystem, subsystemsOf } from '../../model/processes/subsystems.ts';
import { stopWpar } from '../../model/wpar/stop.ts';
import {
  groupOf,
  here,
  remoteHost,
  subserverFlags,
  subserverPid,
  subsystemWithPid,
} from '../shared/subsystems.ts';

const spec: CommandSpec = {
  name: 'stopsrc',
  platform: 'aix',
  purpose: 'stops subsystems',
  synopsis: [
    'stopsrc [ -h Host ] [ -f | -c ] { -a | -g Group | -p SubsystemPID | -s Subsystem }',
    'stopsrc [ -h Host ] [ -f ] -t Type [ -p SubsystemPID ] [ -P SubserverPID | -o Object ]',
  ],
  evidence: 'document',
  options: [
    flag('a', 'All that run.', 'document'),
    valued('g', 'Group', 'Those of the group that run.', 'document'),
    valued('s', 'Subsystem', 'The subsystem, by its name or synonym.', 'document'),
    valued('p', 'SubsystemPID', 'The subsystem with this process.', 'document'),
    flag('f', 'By force.', 'document'),
    flag('c', 'Cancels it: it gets the time that it needs to clean up, and then is killed.', 'document'),
    remoteHost,
    ...subserverFlags,
    subserverPid,
  ],
  operands: { name: '', minimum: 0, maximum: 0 },
  exclusive: [
    ['a', 'g', 's', 'p'],
    ['f', 'c'],
  ],
  user: 'root',
  statuses: { 0: 'They were requested to stop.', 1: 'None was; a message says why.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const stopped = context.lab.update((change) => {
    const place = here(context);
    requireBoot(context.lab, place);
    const running = choose(args, context).filter((each) => each.pid !== undefined);
    for (const each of running) if (each.keeps === undefined) stopSubsystem(change, place, each);
    return running;
  });
  for (const { name } of stopped) context.report(messages.stopping, { name });
  for (const { keeps } of stopped) if (keeps !== undefined) await stopKept(context, keeps, howOf(args));
  return 0;
}

const howOf = (args: Arguments) => (args.has('f') ? 'force' : args.has('c') ? 'hard' : 'normal');

// The process of cor_NAME is the WPAR's init: with it the WPAR ends, as by stopwpar, which would say more.
async function stopKept(context: Context, name: string, how: 'force' | 'hard' | 'normal'): Promise<void> {
  const quiet = { ...context, say: () => {} };
  await stopWpar(quiet, name, { how, limit: undefined, verbose: false });
}

function choose(args: Arguments, context: Context): Subsystem[] {
  const { lab } = context;
  const place = here(context);
  const [name, group, pid] = ['s', 'g', 'p'].map((letter) => args.value(letter));
  if (pid !== undefined) return [subsystemWithPid(lab, place, pid)];
  if (name !== undefined) {
    const found = requireSubsystem(lab, place, name);
    if (found.pid === undefined) throw failure(messages.inoperative, { name });
    return [found];
  }
  if (group !== undefined) {
    const found = groupOf(lab, place, group);
    if (found.every((each) => each.pid === undefined)) throw failure(messages.inoperative, { name: group });
    return found;
  }
  if (!args.has('a')) throw misuse(messages.oneOf, { flags: '-a, -g, -s and -p' });
  return subsystemsOf(lab, place);
}

export const command: Command = { spec, run };
