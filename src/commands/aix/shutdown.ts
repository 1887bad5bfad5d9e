import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { messageText } from '../../cli/run.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { shutdownMessages as messages } from '../../messages/shutdown.ts';
import { checkEnd, endPlace } from '../../model/shutdown/end.ts';
import { tellStops, type Wish, warn } from '../../model/shutdown/lines.ts';
import { noEnd } from '../shared/no-end.ts';

const spec: CommandSpec = {
  name: 'shutdown',
  platform: 'aix',
  purpose: 'ends a host or a workload partition from inside',
  synopsis: [
    'shutdown [ -d ] [ -F ] [ -h ] [ -i ] [ -k ] [ -l ] [ -m ] [ -p ] [ -r ] [ -t mmddHHMM [ yy ] ] [ -u ] [ -v ] [ +Time [ Message ] ]',
  ],
  evidence: 'document',
  options: [
    flag('F', 'Fast: without a warning and the minute after it.', 'document'),
    flag('r', 'Starts it again.', 'document'),
    flag('h', 'Halts it; so without it, too.', 'document'),
    flag('v', 'Halts it.', 'document'),
    flag('k', 'Only warns; nothing is shut down.', 'document'),
    flag('l', 'Keeps what it says in /etc/shutdown.log.', 'document'),
    flag('d', 'To distributed mode.', 'document', { refused: 'no level of AIX since 4.3 has it.' }),
    flag('i', 'Asks before it begins.', 'document', {
      refused: 'what it asks is not known from any readable page.',
    }),
    flag('m', 'To maintenance mode.', 'document', { refused: 'nothing of parlab runs without its daemons.' }),
    flag('p', 'Leaves the power on.', 'document', { refused: noEnd.power }),
    valued('t', 'mmddHHMM', 'Switches the machine on again at a time.', 'document', { refused: noEnd.later }),
    flag('u', 'For machines without disks of their own.', 'document', {
      refused: 'parlab has none of them.',
    }),
  ],
  operands: { name: '+Time', minimum: 0, maximum: Number.POSITIVE_INFINITY },
  exclusive: [
    ['r', 'h'],
    ['r', 'v'],
  ],
  user: 'root',
  statuses: { 0: 'It is shut down.', 1: 'It is not; a message says why.' },
};

/** Seconds between the warning and the end (shutdown page). */
const usualDelay = 60;

async function run(args: Arguments, given: Context): Promise<number> {
  const wish = wishOf(args, given);
  const { context, said } = args.has('l') ? keeping(given) : { context: given, said: () => '' };
  const { lab, place, signal } = context;
  checkEnd(context, place);
  warn(context, place, wish);
  const keep = () => {
    if (args.has('l')) context.files('host').write('/etc/shutdown.log', said());
  };
  if (args.has('k')) {
    context.report(messages.warningOnly, {});
    keep();
    return 0;
  }
  await lab.pass(wish.delay, signal);
  if (signal.aborted) throw failure(messages.interrupted, {});
  tellStops(context, place, wish);
  keep();
  await endPlace(context, place, { ...wish, logged: true, verb: 'shutdown' });
  return 0;
}

function wishOf(args: Arguments, context: Context): Wish {
  const [time, ...words] = args.operands;
  const fast = args.has('F');
  const usual = fast ? 0 : usualDelay;
  const message = words.length === 0 ? undefined : words.join(' ');
  if (time === undefined) return { restart: args.has('r'), fast, delay: usual, message };
  return { restart: args.has('r'), fast, delay: delayOf(time, context.lab.now()), message };
}

/** `now`, `+3`, `10:30` or `+10:30` (shutdown page). */
function delayOf(text: string, now: number): number {
  if (text === 'now' || text === '+now') return 0;
  const minutes = /^\+?(\d{1,5})$/.exec(text)?.[1];
  if (minutes !== undefined) return Number(minutes) * 60;
  const [, hour = '', minute = ''] = /^\+?([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (minute === '') throw misuse(messages.badTime, { value: text });
  const wanted = Number(hour) * 3600 + Number(minute) * 60;
  return (wanted - (now % 86_400) + 86_400) % 86_400;
}

function keeping(context: Context): { readonly context: Context; readonly said: () => string } {
  const lines: string[] = [];
  const say: Context['report'] = (message, values) => {
    lines.push(messageText(message, values, { command: context.command, release: context.host.release }));
    context.report(message, values);
  };
  return { context: { ...context, report: say, say }, said: () => lines.join('') };
}

export const command: Command = { spec, run };
