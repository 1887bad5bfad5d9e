import { type Arguments, parseArguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, valued } from '../../cli/spec.ts';
import { type Formatted, printf } from '../../format/printf.ts';
import { errorLogMessages as messages } from '../../messages/error-log.ts';
import { type Failure, failure, misuse } from '../../messages/failure.ts';
import { requireWpar } from '../../model/wpar/lock.ts';
import { addWparMessage } from '../../state/wpar-messages.ts';

const inCatalogue = 'Of a message catalogue; there is none, and the text of -S is taken.';

const spec: CommandSpec = {
  name: 'wparerr',
  platform: 'aix',
  purpose: 'logs a message for a workload partition',
  synopsis: [
    'wparerr -w WparName [ { -c catfile -s set -n msg } ] -S default_string args',
    'wparerr [ { -c catfile -s set -n msg } ] -S default_string args',
  ],
  evidence: 'document',
  parse: 'none',
  options: [
    valued('w', 'WparName', 'The WPAR; not inside one, which means itself.', 'document'),
    valued('c', 'catfile', inCatalogue, 'document'),
    valued('s', 'set', 'With -c: the number of its set.', 'document'),
    valued('n', 'msg', 'With -c: the number of the message.', 'document'),
    valued(
      'S',
      'default_string',
      'The text, as printf takes it; what follows are its arguments.',
      'document',
    ),
  ],
  operands: { name: 'args', minimum: 0, maximum: Number.POSITIVE_INFINITY },
  needs: { c: ['s'], s: ['n'], n: ['c'] },
  user: 'root',
  statuses: { 0: 'The message is logged.', 1: 'It is not; a message says why.' },
};

function run({ operands: words }: Arguments, context: Context): number {
  const end = words.findIndex((word) => word.startsWith('-S'));
  if (end < 0) {
    parseArguments(spec, words, context.host.release);
    throw misuse(messages.noMessage, {});
  }
  const args = parseArguments(spec, words.slice(0, end), context.host.release);
  for (const flag of ['s', 'n']) checkNumber(args.value(flag));
  const glued = (words[end] ?? '').slice(2);
  const [format, ...rest] = glued === '' ? words.slice(end + 1) : [glued, ...words.slice(end + 1)];
  if (format === undefined) throw misuse(messages.noMessage, {});
  const formatted = printf(format, rest);
  if (!('text' in formatted)) throw refusal(formatted);
  context.lab.update((change) => {
    const name = nameOf(args, context);
    const { id } = requireWpar(change.engine, context.host.name, name);
    if (!addWparMessage(change, id, shown(formatted.text))) throw failure(messages.noRoom, {});
    change.note(context.host.name, name, 'a message logged by wparerr');
  });
  return 0;
}

function nameOf(args: Arguments, { wpar }: Context): string {
  const name = args.value('w');
  if (wpar && name !== undefined) throw failure(messages.notFromInside, {});
  if (!wpar && name === undefined) throw misuse(messages.noName, {});
  return name ?? wpar?.name ?? '';
}

function checkNumber(value: string | undefined): void {
  if (value !== undefined && !/^\d{1,6}$/.test(value)) throw misuse(messages.badNumber, { value });
}

// Lines and tabulators are the message's; what else commands a terminal is not.
const shown = (text: string) => text.replace(/(?![\n\t])[\u0000-\u001f\u007f-\u009f]/g, '?');

function refusal({ wrong, value, format }: Exclude<Formatted, { readonly text: string }>): Failure {
  if (wrong === 'format') return failure(messages.badFormat, { value });
  if (wrong === 'missing') return failure(messages.missingArgument, { format });
  return failure(messages.badArgument, { value, format });
}

export const command: Command = { spec, run };
