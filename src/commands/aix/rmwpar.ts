import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { messageText } from '../../cli/run.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { Failure } from '../../messages/failure.ts';
import { progress } from '../../messages/progress.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import { featuresOf } from '../../model/release.ts';
import { requireWpar } from '../../model/wpar/lock.ts';
import { refuseUnpreservable, removeWpar } from '../../model/wpar/remove.ts';
import { isRunning } from '../../model/wpar/states.ts';
import { stopWpar } from '../../model/wpar/stop.ts';
import { LabTrouble } from '../../state/trouble.ts';
import { findWpar } from '../../state/wpars.ts';

const spec: CommandSpec = {
  name: 'rmwpar',
  platform: 'aix',
  purpose: 'removes a workload partition',
  synopsis: ['/usr/sbin/rmwpar [ -F ] [ -p ] [ -s ] [ -v ] WparName'],
  evidence: 'document',
  options: [
    flag('F', 'Ignores most failures and removes as much as possible; implies -s.', 'document'),
    flag('p', 'Leaves its local file systems as they are, for mkwpar -p.', 'document'),
    flag('s', 'Stops it first.', 'document'),
    flag('v', 'Says more.', 'document'),
  ],
  operands: { name: 'WparName', minimum: 1, maximum: 1, of: 'wpar' },
  user: 'root',
  statuses: { 0: 'The workload partition is removed.', 1: 'It is not.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const name = args.operand;
  const wpar = requireWpar(context.engine, context.host.name, name);
  const preserve = args.has('p');
  if (preserve) refuseUnpreservable(wpar);
  const old = featuresOf(context.host.release).prefixedProgress;
  if (args.has('v') || old) context.say(progress.removing, { name });
  if (args.has('s') || args.has('F')) await stopFirst(args, name, context);
  // An application WPAR is gone when it has stopped.
  if (findWpar(context.engine, context.host.name, name)) {
    await removeWpar(context, name, { preserve, force: args.has('F') });
  }
  if (args.has('v') || old) context.say(progress.success, {});
  return 0;
}

/** The stop speaks as stopwpar (capture: `stopwpar: 0960-254 ...` printed by `rmwpar -F`). */
async function stopFirst(args: Arguments, name: string, context: Context): Promise<void> {
  const speaking: Context = { ...context, command: 'stopwpar', say: sayAs('stopwpar', context) };
  const wpar = findWpar(context.engine, context.host.name, name);
  if (wpar && !isRunning(wpar.state) && wpar.state !== 'T') {
    if (wpar.state === 'D') speaking.say(messages.notActive, { name });
    if (wpar.state === 'D' || !args.has('F')) return;
  }
  try {
    const how = args.has('F') ? 'force' : 'normal';
    await stopWpar(speaking, name, { how, limit: undefined, verbose: args.has('v') });
  } catch (error) {
    if (!(error instanceof Failure) || error instanceof LabTrouble || !args.has('F')) throw error;
    if (error.catalogued.id === messages.busy.id) throw error;
    speaking.say(error.catalogued, error.values as never);
  }
}

function sayAs(command: string, context: Context): Context['say'] {
  return (message, values) => {
    const output = message.stream === 'stdout' ? context.stdout : context.stderr;
    output.write(messageText(message, values, { command, release: context.host.release }));
  };
}

export const command: Command = { spec, run };
