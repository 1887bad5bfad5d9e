import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { Failure } from '../../messages/failure.ts';
import { progress } from '../../messages/progress.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import { tellFailure, tellsStatus } from '../../model/wpar/outcome.ts';
import { checkRemoval, removeWpar } from '../../model/wpar/remove.ts';
import { isRunning } from '../../model/wpar/states.ts';
import { stopWpar } from '../../model/wpar/stop.ts';
import { findWpar, type StateLetter } from '../../state/wpars.ts';
import { speakingAs } from './stopwpar.ts';

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
  const verbose = args.has('v');
  return await tellFailure(context, tellsStatus(context, verbose), () => remove(args, context, verbose));
}

async function remove(args: Arguments, context: Context, verbose: boolean): Promise<void> {
  const name = args.operand;
  const options = { preserve: args.has('p'), force: args.has('F') };
  const stops = args.has('s') || options.force;
  const { state } = context.lab.update((change) =>
    checkRemoval(change, context, name, { ...options, stops }),
  );
  if (tellsStatus(context, verbose)) context.say(progress.removing, { name });
  if (stops) await stopFirst(name, state, options.force, verbose, context);
  // An application WPAR is gone when it has stopped.
  if (findWpar(context.engine, context.host.name, name)) await removeWpar(context, name, options);
  if (tellsStatus(context, verbose)) context.say(progress.success, {});
}

async function stopFirst(
  name: string,
  state: StateLetter,
  force: boolean,
  verbose: boolean,
  context: Context,
): Promise<void> {
  const how = force ? 'force' : 'normal';
  try {
    await speakingAs('stopwpar', context, async (speaker) => {
      // It goes on (capture of `rmwpar -F` on a Defined WPAR).
      if (state === 'D') speaker.say(messages.notActive, { name });
      else if (isRunning(state) || force) await stopWpar(speaker, name, { how, limit: undefined, verbose });
    });
  } catch (error) {
    if (!force || !(error instanceof Failure) || error.catalogued.id === messages.busy.id) throw error;
    context.say(error.catalogued, error.values as never);
  }
}

export const command: Command = { spec, run };
