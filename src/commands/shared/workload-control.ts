import type { Arguments } from '../../cli/arguments.ts';
import type { Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { labMessages } from '../../messages/lab.ts';
import { workloadMessages as messages } from '../../messages/workload.ts';
import { startWorkload, stopWorkload, updateWorkload, workloadMode } from '../../model/dlpar/workload.ts';
import type { WorkloadMode } from '../../state/workload.ts';
import { classPlaces } from './class-words.ts';

/** @param name wlmcntrl, or the name that seed 4 uses for it */
export function workloadControlSpec(name: string): CommandSpec {
  return {
    name,
    platform: 'aix',
    purpose: 'starts, updates and stops the Workload Manager',
    synopsis: [
      `${name} [ [ -a | -c | -p ] [ -T [ class | proc ] ] [ -g ] [ -d Config_Dir ] | -o | -q ]`,
      `${name} -u [ -S Superclass | -d Config_Dir ]`,
    ],
    evidence: 'document',
    options: [
      flag('a', 'Starts it so that it regulates everything; so without a flag.', 'document'),
      flag('c', 'Starts it so that it regulates processors only.', 'document'),
      flag('p', 'Starts it so that it watches only.', 'document'),
      flag('u', 'Updates it: classes are as the configuration has them.', 'document'),
      flag('o', 'Stops it.', 'document'),
      flag('q', 'Says whether it runs.', 'document'),
      valued('T', 'Totals', 'Without total limits.', 'document', { refused: 'parlab has no total limits.' }),
      flag('g', 'Leaves resource sets out of account.', 'document', {
        refused: 'what holds processors would not be seen.',
      }),
      ...classPlaces,
    ],
    operands: { name: 'operand', minimum: 0, maximum: 0 },
    exclusive: [['a', 'c', 'p', 'u', 'o', 'q']],
    user: 'any',
    statuses: { 0: 'It is done; with -q: it runs.', 1: 'An error occurred; with -q: it does not run.' },
  };
}

/** @returns the exit status. @throws Failure */
export function controlWorkload(args: Arguments, context: Context): number {
  const { lab, host } = context;
  if (args.has('q')) {
    const runs = workloadMode(lab, host) !== undefined;
    context.report(runs ? messages.running : messages.stopped, undefined);
    return runs ? 0 : 1;
  }
  if (context.user !== 'root') {
    context.report(labMessages.onlyRoot, {});
    return 1;
  }
  lab.update((change) => {
    if (args.has('u')) updateWorkload(change, host);
    else if (args.has('o')) stopWorkload(change, host);
    else startWorkload(change, host, modeOf(args));
  });
  return 0;
}

function modeOf(args: Arguments): WorkloadMode {
  if (args.has('p')) return 'passive';
  return args.has('c') ? 'cpu' : 'active';
}
