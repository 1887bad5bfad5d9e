import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { syslogMessages as messages } from '../../messages/syslog.ts';
import { type Facility, facilityOf, type Level, levelOf } from '../../model/syslog/levels.ts';
import { openSyslog, type SyslogMessage } from '../../model/syslog/log.ts';

const spec: CommandSpec = {
  name: 'logger',
  platform: 'aix',
  purpose: 'makes entries in the system log',
  synopsis: ['logger [ -f File ] [ -i ] [ -p Priority ] [ -t Tag ] [ Message ]'],
  evidence: 'document',
  options: [
    valued('f', 'File', 'Logs each line of the file; ignored with a message.', 'document', { path: 'host' }),
    flag('i', 'With the number of the process.', 'document'),
    valued('p', 'Priority', 'Number, or facility.level; default user.notice.', 'document'),
    valued('t', 'Tag', 'Begins each line; default the name of the user.', 'document'),
  ],
  operands: { name: 'Message', minimum: 0, maximum: Number.POSITIVE_INFINITY, anyText: true },
  user: 'any',
  statuses: { 0: 'It is handed to syslogd.', '>0': 'It is not; a message says why.' },
};

const longestFile = 16 * 1024 * 1024;

async function run(args: Arguments, context: Context): Promise<number> {
  const { lab, user, place } = context;
  const said: Omit<SyslogMessage, 'text'> = {
    ...priorityOf(args.value('p') ?? 'user.notice'),
    tag: args.value('t') ?? user,
    ...(args.has('i') ? { pid: lab.machine.self.pid } : {}),
  };
  const path = args.value('f');
  const words = args.operands;
  if (words.length === 0 && path === undefined) await logTyped(context, said);
  else {
    const lines = words.length > 0 ? [words.join(' ')] : linesOf(context, path ?? '');
    const log = openSyslog(lab, place);
    for (const text of lines) log.write({ ...said, text });
  }
  return 0;
}

async function logTyped(context: Context, said: Omit<SyslogMessage, 'text'>): Promise<void> {
  const log = openSyslog(context.lab, context.place);
  const input = await context.openInput();
  try {
    for (let text = await input.next(); text !== undefined; text = await input.next())
      log.write({ ...said, text });
  } finally {
    input.close();
  }
}

function linesOf(context: Context, path: string): string[] {
  const text = context.files('host').head(path, longestFile + 1);
  if (text === undefined) throw failure(messages.noFile, { path });
  if (text.length > longestFile) throw failure(messages.tooLong, { path });
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** `mail.crit`, `crit`, `2`, `2.2`; a single number has both in it. Nobody but the kernel logs for it. */
function priorityOf(value: string): { readonly facility: Facility; readonly level: Level } {
  const dot = value.indexOf('.');
  const number = dot === -1 && /^\d{1,3}$/.test(value) ? Number(value) : undefined;
  const [left, right] =
    number === undefined
      ? [dot === -1 ? 'user' : value.slice(0, dot), value.slice(dot + 1)]
      : [String(number >> 3), String(number & 7)];
  const facility = facilityOf(left);
  if (!facility) throw failure(messages.unknownFacility, { name: left });
  const level = levelOf(right);
  if (!level) throw failure(messages.unknownLevel, { name: right });
  return { facility: facility === 'kern' ? 'user' : facility, level };
}

export const command: Command = { spec, run };
