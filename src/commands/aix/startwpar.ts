import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { tellFailure, tellsStatus } from '../../model/wpar/outcome.ts';
import { type StartOptions, startWpar } from '../../model/wpar/start.ts';
import { exportRulesIn } from '../shared/export-rules.ts';

const programs = 'it is for programs that hold the administrative lock of the workload partition.';

const spec: CommandSpec = {
  name: 'startwpar',
  platform: 'aix',
  purpose: 'starts a system workload partition',
  synopsis: [
    '/usr/sbin/startwpar [ -a ] [ -m ] [ -v ] [ -1 [ -R ] | -2 [ -e VAR=values ... ] | -I ] WparName',
  ],
  evidence: 'document',
  options: [
    flag('a', 'Resolves conflicts of host name and network configuration.', 'document'),
    flag('m', 'Starts it in maintenance mode: file systems and kernel, no processes.', 'document'),
    flag('v', 'Names each mount and ends with the return status.', 'seed'),
    flag('1', 'Only loads it: no process is started.', 'document'),
    flag('R', 'Only with -1; not documented where it could be read.', 'document', {
      refused: 'what it does is not known from any readable page.',
    }),
    flag('2', 'Goes on where -1 ended: starts its first process.', 'document'),
    valued('e', 'VAR=values', 'Only with -2: environment of its first process.', 'document', {
      refused: programs,
    }),
    flag('I', 'Becomes its first process.', 'document', { refused: programs }),
  ],
  operands: { name: 'WparName', minimum: 1, maximum: 1, of: 'wpar' },
  exclusive: [
    ['1', '2', 'I'],
    ['m', '1'],
    ['m', '2'],
  ],
  needs: { R: ['1'], e: ['2'] },
  user: 'root',
  statuses: { 0: 'The workload partition is started.', 1: 'It is not.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const verbose = args.has('v');
  return await tellFailure(context, tellsStatus(context, verbose), () =>
    startWpar(context, args.operand, {
      verbose,
      automatic: args.has('a'),
      extent: extentOf(args),
      exportRules: exportRulesIn(context),
    }),
  );
}

function extentOf(args: Arguments): StartOptions['extent'] {
  if (args.has('m')) return 'maintenance';
  if (args.has('1')) return 'load';
  return args.has('2') ? 'spawn' : 'full';
}

export const command: Command = { spec, run };
