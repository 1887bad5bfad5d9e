import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { rsetMessages as messages } from '../../messages/rsets.ts';
import { hardwareThreads, onlineProcessors } from '../../model/dlpar/processors.ts';
import { attachmentOf } from '../../model/dlpar/rsets.ts';
import { deleteBinding, writeBinding } from '../../state/host-resources.ts';
import { numberOf, requireOwner, requireProcess } from '../shared/process-operand.ts';

const spec: CommandSpec = {
  name: 'bindprocessor',
  platform: 'aix',
  purpose: 'binds the threads of a process to a processor',
  synopsis: [
    'bindprocessor Process [ ProcessorNum ]',
    'bindprocessor -q',
    'bindprocessor -u Process',
    'bindprocessor -s SmtSetID',
    'bindprocessor -b bindID',
  ],
  evidence: 'document',
  options: [
    flag('q', 'Lists the processors that are available, by their bind CPU IDs.', 'document'),
    valued('u', 'Process', 'Releases the binding of this process.', 'document'),
    valued(
      's',
      'SmtSetID',
      'Lists the threads of one kind: 0 the primary ones, 1 the second ones ...',
      'document',
    ),
    valued('b', 'bindID', 'Lists the threads of the processor that has this one.', 'document'),
  ],
  operands: { name: 'Process', minimum: 0, maximum: 2 },
  exclusive: [['q', 'u', 's', 'b']],
  user: 'any',
  statuses: { 0: 'The processors are listed; the process is bound or released.', 1: 'An error occurred.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const listing = ['q', 's', 'b', 'u'].some((each) => args.has(each));
  if (listing === args.operands.length > 0) throw misuse(messages.oneForm, {});
  if (args.has('u')) return await release(args.value('u') ?? '', context);
  if (listing) return list(args, context);
  return await bind(args, context);
}

function list(args: Arguments, context: Context): number {
  const all = onlineProcessors(context.engine, context.host).map(({ bind: each }) => each);
  const threads = hardwareThreads(context.engine, context.host);
  const set = args.value('s');
  const one = args.value('b');
  if (set !== undefined && numberOf(set) >= threads)
    throw failure(messages.noSmtSet, { set, last: threads - 1 });
  if (one !== undefined) requireAvailable(numberOf(one), all.length);
  const chosen = all.filter((each) => {
    if (set !== undefined) return each % threads === Number(set);
    return one === undefined || Math.floor(each / threads) === Math.floor(Number(one) / threads);
  });
  context.stdout.write(`The available processors are:  ${chosen.join(' ')}\n`);
  return 0;
}

function requireAvailable(cpu: number, count: number): void {
  if (cpu >= count) throw failure(messages.noProcessor, { cpu, last: count - 1 });
}

async function release(word: string, context: Context): Promise<number> {
  const { lab, host } = context;
  const process = await requireProcess(context, word);
  requireOwner(context, process);
  lab.update((change) => {
    // Threads that are not bound are as they should be.
    if (deleteBinding(change, host.name, process.pid))
      change.note(host.name, '', `process ${process.pid} not bound any more`);
  });
  return 0;
}

async function bind(args: Arguments, context: Context): Promise<number> {
  const { lab, host, engine } = context;
  const [word = '', number] = args.operands;
  const wanted = number === undefined ? undefined : numberOf(number);
  const process = await requireProcess(context, word);
  requireOwner(context, process);
  const { pid, birth } = process;
  lab.update((change) => {
    const count = onlineProcessors(engine, host).length;
    // Without a number AIX takes any; ours follows from the process.
    const cpu = wanted ?? pid % count;
    requireAvailable(cpu, count);
    const sets = (['effective', 'partition'] as const).map((kind) =>
      attachmentOf(engine, host, process, kind),
    );
    if (sets.some((set) => set !== undefined)) throw failure(messages.attached, { pid });
    writeBinding(change, host.name, { pid, birth, cpu });
    change.note(host.name, '', `process ${pid} bound to processor ${cpu}`);
  });
  return 0;
}

export const command: Command = { spec, run };
