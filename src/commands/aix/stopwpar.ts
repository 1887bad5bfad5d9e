import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { messageText } from '../../cli/run.ts';
import { type CommandSpec, flag, type OptionSpec, valued } from '../../cli/spec.ts';
import { Failure, failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import { requireWpar } from '../../model/wpar/lock.ts';
import { tellFailure, tellsStatus } from '../../model/wpar/outcome.ts';
import { startWpar } from '../../model/wpar/start.ts';
import { type StopOptions, stopWpar } from '../../model/wpar/stop.ts';
import { exportRulesIn } from '../shared/export-rules.ts';

/** Flags that stopwpar and rebootwpar share. */
export const stopFlags: readonly OptionSpec[] = [
  flag('F', 'Forces the stop.', 'document'),
  flag('h', 'Hard stop: tells the subsystems to end; the limit is 60 seconds.', 'document'),
  flag('N', 'Waits for the halt without limit.', 'document'),
  valued('t', 'seconds', 'Waits this long for the halt, then fails. Default: 600.', 'document'),
  flag('v', 'Names each unmount and ends with the return status.', 'document'),
];

export const stopExclusive = [
  ['h', 'F'],
  ['t', 'N'],
];

const spec: CommandSpec = {
  name: 'stopwpar',
  platform: 'aix',
  purpose: 'stops an active workload partition',
  synopsis: ['/usr/sbin/stopwpar [ -h | -F ] [ -r ] [ -t seconds | -N ] [ -v ] WparName'],
  evidence: 'document',
  options: [...stopFlags, flag('r', 'Starts it again afterwards.', 'document')],
  operands: { name: 'WparName', minimum: 1, maximum: 1, of: 'wpar' },
  exclusive: stopExclusive,
  user: 'root',
  statuses: { 0: 'The workload partition is stopped.', 1: 'It is not.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  if (args.has('r')) return restart(args, context);
  const options = stopOptions(args);
  return await tellFailure(context, tellsStatus(context, options.verbose), () =>
    stopWpar(context, args.operand, options),
  );
}

/** @throws Failure if `-t` is no number of seconds */
function stopOptions(args: Arguments): StopOptions {
  const limit = args.value('t');
  if (limit !== undefined && !/^\d{1,9}$/.test(limit))
    throw failure(messages.secondsInvalid, { value: limit });
  return {
    how: args.has('F') ? 'force' : args.has('h') ? 'hard' : 'normal',
    limit: args.has('N') ? null : limit === undefined ? undefined : Number(limit),
    verbose: args.has('v'),
  };
}

/**
 * Stop and start: what `rebootwpar` is, and `stopwpar -r` too. The output is the stop's and then the start's, so each
 * speaks under its own name.
 */
export async function restart(args: Arguments, context: Context): Promise<number> {
  const name = args.operand;
  const options = stopOptions(args);
  return await tellFailure(context, tellsStatus(context, options.verbose), async () => {
    const wpar = requireWpar(context.engine, context.host.name, name);
    if (wpar.type === 'A') throw failure(messages.notApplication, { name, what: 'a reboot' });
    await speakingAs('stopwpar', context, (speaking) => stopWpar(speaking, name, options));
    await speakingAs('startwpar', context, (speaking) =>
      startWpar(speaking, name, {
        verbose: options.verbose,
        automatic: false,
        extent: 'full',
        exportRules: exportRulesIn(context),
      }),
    );
  });
}

/**
 * Does a step of a command as the command that it is on AIX: messages have that one's name (capture:
 * `stopwpar: 0960-254 ...` printed by `rmwpar -F`).
 */
export async function speakingAs(
  command: string,
  context: Context,
  step: (speaking: Context) => Promise<void>,
): Promise<void> {
  try {
    await step(speaker(command, context));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(error.catalogued, { command, ...error.values }, error.usage);
  }
}

/** The same context, whose messages have the name of another command. */
export function speaker(command: string, context: Context): Context {
  const say: Context['say'] = (message, values) => {
    const output = message.stream === 'stdout' ? context.stdout : context.stderr;
    output.write(messageText(message, values, { command, release: context.host.release }));
  };
  return { ...context, command, say, report: say };
}

export const command: Command = { spec, run };
