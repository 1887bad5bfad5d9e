import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, listed, valued } from '../../cli/spec.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { progress } from '../../messages/progress.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import { featuresOf } from '../../model/release.ts';
import { defineApplication, executeApplication, startLines } from '../../model/wpar/application.ts';
import { readCommand, wordsOf } from '../../model/wpar/application-command.ts';
import {
  type ApplicationChoices,
  forApplication,
  planApplication,
} from '../../model/wpar/application-plan.ts';
import { attributes, type Specification } from '../../model/wpar/specification.ts';
import type { Change } from '../../state/change.ts';
import type { Wpar, WparCommand } from '../../state/wpars.ts';
import { requestedSpecification } from '../shared/requested-specification.ts';
import { withName, writeSpecification } from '../shared/specification-file.ts';
import { speaker } from './stopwpar.ts';

const later = { since: '7.1.1' } as const;

const spec: CommandSpec = {
  name: 'wparexec',
  platform: 'aix',
  purpose: 'creates an application workload partition and runs a command in it',
  synopsis: [
    'wparexec [ -a ] [ -c] [ -1 ][ -F ] [ -h hostname ] [-H architecture] [-i] [-I attribute=value ...] ...',
    '  [ -M attribute=value... ] ... [ -N attribute=value... ] ... [ -R attribute=value... ] [ -u userscript ] [ -v] [ -x]',
    '  { -n wparname [ -e existingwpar | -f infile ] [ -o outfile [ -w ] ] | -f infile [ -n wparname ] [ -o outfile [ -w ] ]',
    '  | -w -o outfile [ -n wparname] [ -e existingwpar | -f infile ] } [ [--] [ var=value ...] /path/to/command [ arg ... ] ]',
  ],
  evidence: 'document',
  options: [
    flag('1', 'Only creates it: startwpar starts it later.', 'document'),
    flag('a', 'Resolves conflicts of host name and network configuration.', 'document'),
    flag('c', 'Makes it checkpointable (needs mcr.rte).', 'document'),
    valued('e', 'existingwpar', 'Takes the specification of an existing workload partition.', 'document'),
    valued('f', 'infile', 'Takes the specification from a file; the command line wins.', 'document', {
      path: 'caller',
    }),
    flag('F', 'Overrides most errors: the conditions for file systems.', 'recalled'),
    valued('h', 'hostname', 'Host name instead of NAME.', 'document'),
    valued('H', 'architecture', 'Processor compatibility: pwr4 to pwr9, none.', 'recalled', later),
    flag('i', 'Gives it a routing table of its own.', 'document'),
    listed('I', attributes.route, 'Adds a route (implies -i).', 'document', { repeat: true }),
    listed('M', attributes.mount, 'Adds a file system: nfs, or one of the global environment.', 'document', {
      repeat: true,
    }),
    valued('n', 'wparname', 'Its name. Default: that of the command.', 'seed'),
    listed('N', attributes.network, 'Adds a network address.', 'document', { repeat: true }),
    valued('o', 'outfile', 'Writes the settings as a specification file.', 'document', { path: 'caller' }),
    listed('R', attributes.resources, 'Sets resource controls.', 'document'),
    valued('u', 'userscript', 'User script called at administrative points.', 'document', { path: 'host' }),
    flag('v', 'Says more.', 'capture'),
    flag('w', 'Writes the specification file and creates nothing.', 'document'),
    flag('x', 'Lets it share semaphores and memory with other workload partitions.', 'recalled'),
  ],
  operands: {
    name: '[var=value ...] /path/to/command [arg ...]',
    minimum: 0,
    maximum: Number.POSITIVE_INFINITY,
    anyText: true,
  },
  exclusive: [
    ['e', 'f'],
    ['w', '1'],
  ],
  needs: { w: ['o'] },
  user: 'root',
  statuses: {
    0: 'The command ended with 0. Other statuses are its own, too; 128 and a number: that signal ended it.',
    1: 'The workload partition was not created.',
    126: 'The command cannot be executed; nothing was created.',
    127: 'There is no such command; nothing was created.',
  },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const requested = requestedSpecification(args, context);
  const existing = args.has('e');
  const asked = forApplication(requested, { existing, given: args.lists('M') });
  const command = readCommand(args.operands) ?? commandOf(asked);
  const choices = {
    automatic: args.has('a'),
    force: args.has('F'),
    writeOnly: args.has('w'),
    command,
  };
  if (args.has('w')) {
    const named = command ? asked : withName(asked);
    writeSpecification(planApplication(context.engine, context.host, named, choices), args, context);
    return 0;
  }
  if (!command) throw misuse(messages.commandMissing, {});
  return args.has('1')
    ? define(args, context, asked, choices)
    : await execute(args, context, asked, { ...choices, command });
}

/** The command of a specification file. */
function commandOf({ general }: Specification): WparCommand | undefined {
  return general.application === undefined ? undefined : readCommand(wordsOf(general.application));
}

function planned(args: Arguments, context: Context, asked: Specification, choices: ApplicationChoices) {
  return (change: Change) => {
    const plan = planApplication(change.engine, context.host, asked, choices);
    writeSpecification(plan, args, context);
    return plan;
  };
}

function define(
  args: Arguments,
  context: Context,
  asked: Specification,
  choices: ApplicationChoices,
): number {
  const verbose = args.has('v');
  if (verbose) context.say(progress.verifyingFileSystems, {});
  const { name } = defineApplication(context, planned(args, context, asked, choices));
  if (verbose) context.say(progress.created, { name });
  return 0;
}

async function execute(
  args: Arguments,
  context: Context,
  asked: Specification,
  choices: ApplicationChoices & { readonly command: WparCommand },
): Promise<number> {
  const { command } = choices;
  requireProgram(command, context);
  const old = featuresOf(context.host.release).prefixedProgress;
  const verbose = args.has('v');
  const start = speaker('startwpar', context);
  const remove = speaker('rmwpar', context);
  return await executeApplication(context, planned(args, context, asked, choices), {
    ...startLines(start, verbose),
    prepare: (wpar) => context.prepareApplication(wpar, command),
    created({ name }) {
      if (verbose || old) context.say(progress.verifyingFileSystems, {});
      if (verbose || old) context.say(progress.created, { name });
      if (old) start.say(progress.commandStart, { name });
    },
    ended({ name }: Wpar) {
      start.say(progress.shuttingDown, {});
      if (verbose || old) remove.say(progress.removing, { name });
      if (verbose || old) remove.say(progress.success, {});
    },
  });
}

/** In the caller's own files; in those of a host, its first process looks. @throws Failure */
function requireProgram({ words: [path = ''] }: WparCommand, context: Context): void {
  if (!context.ownFiles || context.files('caller').isExecutable(path)) return;
  const there = context.files('caller').exists(path);
  throw failure(there ? messages.commandNotExecutable : messages.commandNotFound, { path });
}

export const command: Command = { spec, run };
