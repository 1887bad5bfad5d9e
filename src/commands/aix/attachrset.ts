import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { misuse } from '../../messages/failure.ts';
import { rsetMessages as messages } from '../../messages/rsets.ts';
import { attach, cpusOf as cpusOfSet, requireRset } from '../../model/dlpar/rsets.ts';
import { cpusOf, memoryOf, readLists } from '../shared/cpu-words.ts';
import { requireProcess } from '../shared/process-operand.ts';

const spec: CommandSpec = {
  name: 'attachrset',
  platform: 'aix',
  purpose: 'attaches a resource set to a process',
  synopsis: [
    'attachrset [ -P ] [ -F ] [ -S ] rsetname pid',
    'attachrset [ -P ] [ -F ] [ -c CPUlist ] [ -m MEMlist ] pid',
  ],
  evidence: 'document',
  parse: 'none',
  options: [
    flag('P', 'As a partition rset.', 'document'),
    flag('F', 'Removes a binding, and with -P an effective rset, first.', 'document'),
    flag('S', 'One thread of each processor.', 'document', { refused: 'parlab has no exclusive rsets.' }),
    valued('c', 'CPUlist', 'A set of these logical CPU IDs and ranges.', 'document'),
    valued('m', 'MEMlist', 'Memory regions; there is one, 0.', 'document'),
  ],
  operands: { name: 'rsetname', minimum: 1, maximum: 2 },
  user: 'root',
  statuses: { 0: 'The set is attached.', 1: 'An error occurred.' },
};

async function run({ operands: words }: Arguments, context: Context): Promise<number> {
  const args = readLists(spec, context, words, 1);
  const { lab, host, engine } = context;
  const list = cpusOf(args);
  // Memory needs no set here: every process has all of it.
  const made = memoryOf(args) || list !== undefined;
  if (args.operands.length !== (made ? 1 : 2)) throw misuse(messages.oneForm, {});
  const name = made ? '' : args.operand;
  const process = await requireProcess(context, args.operands.at(-1) ?? '');
  lab.update((change) => {
    const cpus = made
      ? (list ?? cpusOfSet(requireRset(engine, host, 'sys/sys0')))
      : cpusOfSet(requireRset(engine, host, name));
    const kind = args.has('P') ? 'partition' : 'effective';
    attach(change, host, process, { kind, name, cpus }, args.has('F'));
  });
  return 0;
}

export const command: Command = { spec, run };
