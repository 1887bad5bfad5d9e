import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { rsetContents, rsetTable } from '../../format/rsets.ts';
import { misuse } from '../../messages/failure.ts';
import { rsetMessages as messages } from '../../messages/rsets.ts';
import { runMemory } from '../../model/devices/base.ts';
import { placeOf } from '../../model/devices/device.ts';
import { formatCpus } from '../../model/dlpar/cpu-list.ts';
import { onlineProcessors } from '../../model/dlpar/processors.ts';
import {
  attachmentOf,
  cpusOf,
  effectiveCpus,
  type Rset,
  requireRset,
  rsetsOf,
} from '../../model/dlpar/rsets.ts';
import { requireProcess } from '../shared/process-operand.ts';

const spec: CommandSpec = {
  name: 'lsrset',
  platform: 'aix',
  purpose: 'displays resource sets',
  synopsis: [
    'lsrset [ -f ] [ -v | -o ] { -r rsetname | -n namespace | -a }',
    'lsrset [ -P ] [ -v | -o ] -p pid',
    'lsrset -X',
  ],
  evidence: 'recalled',
  options: [
    flag('a', 'All resource sets of the system registry.', 'document'),
    valued('n', 'namespace', 'Those of a namespace: sys, test.', 'recalled'),
    valued('r', 'rsetname', 'One of them.', 'recalled'),
    valued('p', 'pid', 'The effective set of a process.', 'document'),
    flag('P', 'The partition set of the process.', 'recalled'),
    flag('v', 'With CPUs and memory regions.', 'document'),
    flag('o', 'Only CPUs that are online, with them.', 'recalled'),
    flag('f', 'In full: the listing has no shorter form here.', 'recalled', {
      refused: 'what it adds to the listing was not found.',
    }),
    flag('X', 'Exclusive sets.', 'recalled', { refused: 'parlab has no exclusive rsets.' }),
  ],
  operands: { name: 'operand', minimum: 0, maximum: 0 },
  exclusive: [
    ['a', 'n', 'r', 'p', 'X'],
    ['v', 'o'],
  ],
  needs: { P: ['p'] },
  user: 'any',
  statuses: { 0: 'The sets are shown.', 1: 'An error occurred.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const pid = args.value('p');
  if (pid !== undefined) return await ofProcess(args, context, pid);
  const sets = chosen(args, context);
  const memory = runMemory(placeOf(context.engine, context.host));
  const cpus = sets.map((set) => shownCpus(args, context, cpusOf(set)));
  const rows = sets.map((set, index) => ({
    ...{ name: set.name, own: set.own, owner: set.owner, group: set.grp },
    cpus: cpus[index]?.length ?? 0,
    memory: set.memory === 1 ? memory : 0,
  }));
  const verbose = args.has('v') || args.has('o');
  const contents = sets.map((set, index) => rsetContents(formatCpus(cpus[index] ?? []), set.memory === 1));
  context.stdout.write(rsetTable(rows, verbose ? contents : undefined));
  return 0;
}

function shownCpus(args: Arguments, { engine, host }: Context, cpus: readonly number[]): readonly number[] {
  if (!args.has('o')) return cpus;
  const online = new Set(onlineProcessors(engine, host).map(({ logical }) => logical));
  return cpus.filter((cpu) => online.has(cpu));
}

function chosen(args: Arguments, { engine, host }: Context): readonly Rset[] {
  const name = args.value('r');
  if (name !== undefined) return [requireRset(engine, host, name)];
  const space = args.value('n');
  if (space === undefined && !args.has('a')) throw misuse(messages.oneForm, {});
  return rsetsOf(engine, host).filter((set) => space === undefined || set.name.startsWith(`${space}/`));
}

async function ofProcess(args: Arguments, context: Context, pid: string): Promise<number> {
  const { engine, host, stdout } = context;
  const process = await requireProcess(context, pid);
  const all = onlineProcessors(engine, host).map(({ logical }) => logical);
  const whole = args.has('P')
    ? (attachmentOf(engine, host, process, 'partition')?.cpus ?? all)
    : effectiveCpus(engine, host, process);
  const cpus = shownCpus(args, context, whole);
  const memory = runMemory(placeOf(engine, host));
  stdout.write(`${args.has('P') ? 'Partition' : 'Effective'} rset: ${cpus.length} CPUs, ${memory} MB\n`);
  stdout.write(rsetContents(formatCpus(cpus), true));
  return 0;
}

export const command: Command = { spec, run };
