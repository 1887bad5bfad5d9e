import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { dateTime, type PresenceRow, presenceLine } from '../../format/sessions.ts';
import { printable } from '../../messages/define.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { usageMessages } from '../../messages/usage.ts';
import { userMessages as messages } from '../../messages/users.ts';
import { bootTime, globalLine, type Session, sessionsOf } from '../../model/sessions.ts';

const spec: CommandSpec = {
  name: 'who',
  platform: 'aix',
  purpose: 'identifies the users currently logged in',
  synopsis: ['who [ -a | -b -d -i -l -m -p -q -r -s -t -u -w -A -H -T -X ] [ File ]', 'who am { i | I }'],
  evidence: 'document',
  options: [
    flag('a', 'All that the other flags show.', 'document'),
    flag('A', 'Entries of accounting: parlab has none.', 'document'),
    flag('b', 'When it was started.', 'document'),
    flag('d', 'Processes of init that have ended: parlab has none.', 'document'),
    flag('H', 'A line of titles.', 'document'),
    flag('i', 'The same as -u.', 'document'),
    flag('l', 'Lines that wait for a login: parlab has none.', 'document'),
    flag('m', 'Only who asks, as who am i.', 'document'),
    flag('p', 'Processes that init has started and that wait: parlab has none.', 'document'),
    flag('q', 'Names, and how many they are.', 'document'),
    flag('r', 'The run level.', 'document'),
    flag('s', 'Name, line and time, as without it.', 'document'),
    flag('t', 'When somebody has set the clock: nobody has.', 'document'),
    flag('T', 'Whether others may write on the line.', 'document'),
    flag('u', 'How long nothing was typed, and the process.', 'document'),
    flag('w', 'The same as -T.', 'document'),
    flag('X', 'Names of users in full.', 'document'),
  ],
  operands: { name: 'File | am i', minimum: 0, maximum: 2 },
  user: 'any',
  statuses: { 0: 'It is printed.', 1: 'There is no such file.', 2: 'The words are wrong.' },
};

const titles: PresenceRow = {
  name: 'Name',
  state: ' ',
  line: 'Line',
  time: 'Time        ',
  activity: 'Activity',
  pid: 'PID',
  more: ' Hostname',
};

async function run(args: Arguments, context: Context): Promise<number> {
  const { lab, inside, place, stdout } = context;
  const alone = args.has('m') || isAmI(args.operands);
  const sessions = await sessionsOf(lab, inside, place);
  const seen = alone ? own(sessions, context.user) : sessions;
  if (args.has('q')) {
    const names = seen.map(({ user }) => printable(user));
    stdout.write(`${names.join(' ')}\nTotal users: ${names.length}\n`.replace(/^\n/, ''));
    return 0;
  }
  const rows = [...(wantsSystem(args, 'b') ? [systemRow('system boot', lab, place, '')] : [])];
  if (wantsSystem(args, 'r')) rows.push(systemRow('run-level 2', lab, place, '       2    0    S'));
  if (alone || showsUsers(args)) rows.push(...seen.map((session) => rowOf(session, args)));
  const all = args.has('H') ? [titles, ...rows] : rows;
  stdout.write(all.map((row) => presenceLine(row, args.has('X'))).join(''));
  return 0;
}

// Other words than these name a file of former logins.
function isAmI([first, second]: readonly string[]): boolean {
  if (first === undefined) return false;
  if (first.toLowerCase() === 'am' && second?.toLowerCase() === 'i') return true;
  if (second !== undefined) throw misuse(usageMessages.extraOperand, { operand: second });
  throw failure(messages.noRecords, { path: first });
}

function wantsSystem(args: Arguments, letter: string): boolean {
  return args.has(letter) || args.has('a');
}

// The flags for the system's own entries show only those.
function showsUsers(args: Arguments): boolean {
  const users = ['a', 'i', 's', 'T', 'u', 'w'].some((letter) => args.has(letter));
  return users || !['A', 'b', 'd', 'l', 'p', 'r', 't'].some((letter) => args.has(letter));
}

// A command cannot see on which line it was typed: the last session of its user is taken.
function own(sessions: readonly Session[], user: string): readonly Session[] {
  return sessions.filter((session) => session.user === user).slice(-1);
}

function systemRow(line: string, lab: Context['lab'], place: Context['place'], more: string): PresenceRow {
  return {
    name: '   .',
    state: ' ',
    line,
    time: dateTime(bootTime(lab, place)),
    activity: '',
    pid: '',
    more,
  };
}

function rowOf({ user, line, login, pid }: Session, args: Arguments): PresenceRow {
  const long = ['a', 'i', 'u'].some((letter) => args.has(letter));
  const state = ['a', 'T', 'w'].some((letter) => args.has(letter));
  return {
    name: printable(user),
    // Nobody outside the WPAR's own terminals may be written to.
    state: state ? (line === globalLine ? '?' : '+') : ' ',
    line,
    time: dateTime(login),
    activity: long ? '  .' : '',
    pid: long ? String(pid) : '',
    more: '',
  };
}

export const command: Command = { spec, run };
