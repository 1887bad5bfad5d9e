import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { errorLogMessages as messages } from '../../messages/error-log.ts';
import { failure } from '../../messages/failure.ts';
import { logOperatorMessage } from '../../model/processes/error-log.ts';

const spec: CommandSpec = {
  name: 'errlogger',
  platform: 'aix',
  purpose: 'logs a message of the operator',
  synopsis: ['errlogger Message'],
  evidence: 'document',
  options: [],
  operands: { name: 'Message', minimum: 1, maximum: Number.POSITIVE_INFINITY },
  user: 'root',
  statuses: { 0: 'The message is in the error log.', 1: 'It is not; a message says why.' },
};

function run(args: Arguments, context: Context): number {
  const text = args.operands.join(' ');
  if (Buffer.byteLength(text) > 1024) throw failure(messages.tooLong, {});
  context.lab.update((change) => {
    logOperatorMessage(change, context.place, text);
    change.note(context.host.name, context.wpar?.name ?? '', 'a message of the operator logged');
  });
  return 0;
}

export const command: Command = { spec, run };
