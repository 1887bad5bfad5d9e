import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { formatDetail, formatSummary, machineId } from '../../format/errpt.ts';
import { failure } from '../../messages/failure.ts';
import { viosCommandMessages as messages } from '../../messages/vios-commands.ts';
import { errorsOf } from '../../state/frames/error-log.ts';
import { viosSpec } from './listing.ts';
import { requireServer } from './this-server.ts';

const spec: CommandSpec = {
  ...viosSpec,
  name: 'errlog',
  purpose: 'displays or clears the error log',
  synopsis: ['errlog [-ls [-seq SequenceNumber] | -rm Days]'],
  evidence: 'recalled',
  options: [
    flag('ls', 'Prints entries in full.', 'recalled'),
    valued('seq', 'SequenceNumber', 'Prints the entry with this number in full.', 'recalled'),
    valued('rm', 'Days', 'Deletes entries that are older than so many days; 0 deletes all.', 'recalled'),
  ],
  exclusive: [
    ['ls', 'rm'],
    ['seq', 'rm'],
  ],
  statuses: { 0: 'The entries are printed or deleted.', 1: 'A number is wrong, or there is no such entry.' },
};

function numberOf(args: Arguments, name: string, high: number): number | undefined {
  const value = args.value(name);
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value) || Number(value) > high)
    throw failure(messages.invalidNumber, { value, flag: `-${name}`, low: 0, high });
  return Number(value);
}

function run(args: Arguments, context: Context): number {
  const { id } = requireServer(context);
  const days = numberOf(args, 'rm', 99_999);
  if (days !== undefined) {
    clear(context, id, days);
    return 0;
  }
  const number = numberOf(args, 'seq', 999_999_999);
  const entries = errorsOf(context.engine, id);
  const chosen = number === undefined ? entries : entries.filter((entry) => entry.id === number);
  if (number !== undefined && chosen.length === 0) throw failure(messages.noEntry, { number });
  const at = { node: context.host.name, wpar: 'Global' };
  const full = args.has('ls') || number !== undefined;
  context.stdout.write(
    full
      ? chosen.map((each) => formatDetail({ ...each, machine: machineId(each.machine) }, at)).join('')
      : formatSummary(chosen),
  );
  return 0;
}

function clear(context: Context, partition: number, days: number): void {
  context.lab.update((change) => {
    const before = context.lab.now() - days * 86_400;
    const { changes } = change.engine.run(
      'DELETE FROM error_log WHERE partition = ? AND (? = 0 OR time < ?)',
      partition,
      days,
      before,
    );
    if (changes > 0) change.note(context.host.name, 'error log', `${changes} entries deleted`);
  });
}

export const command: Command = { spec, run };
