import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import {
  type ActivityRow,
  activityLine,
  activityTitles,
  loginTime,
  summaryLine,
} from '../../format/sessions.ts';
import { printable } from '../../messages/define.ts';
import { failure } from '../../messages/failure.ts';
import { userMessages as messages } from '../../messages/users.ts';
import { wparMessages } from '../../messages/wpar.ts';
import type { Place } from '../../model/place.ts';
import { bootTime, loadAverages, type Session, sessionsOf } from '../../model/sessions.ts';
import { listRunning } from '../../state/wpars.ts';

const spec: CommandSpec = {
  name: 'w',
  platform: 'aix',
  purpose: 'prints a summary of current system activity',
  synopsis: ['w [ -h ] [ -u ] [ -w ] [ -l | -s ] [ -X ] [ -@ [ WPAR ] ] [ User ]'],
  evidence: 'document',
  options: [
    flag('h', 'Without the summary and the titles.', 'document'),
    flag('l', 'The long form, as without it.', 'document'),
    flag('s', 'The short form: without times of login and processor.', 'document'),
    flag('u', 'The summary alone.', 'document'),
    flag('w', 'The same as without it.', 'document'),
    flag('X', 'Names of users in full.', 'document'),
    {
      flag: '@',
      argument: { kind: 'optional', name: 'WPAR' },
      text: 'In the global environment: who is logged in to a WPAR; without a name, to which.',
      evidence: 'document',
    },
  ],
  operands: { name: 'User', minimum: 0, maximum: 1 },
  exclusive: [
    ['l', 's'],
    ['u', 'w'],
  ],
  user: 'any',
  statuses: { 0: 'The summary is printed.', 1: 'There is no such WPAR.', 2: 'The words are wrong.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const { lab, place, stdout } = context;
  const places = placesOf(args, context);
  const now = lab.now();
  const chosen = args.operands[0] ?? '';
  const named = args.value('@') === '';
  const lines: string[] = [];
  let users = 0;
  for (const each of places) {
    const all = await sessionsOf(lab, context.inside, each);
    users += all.length;
    for (const session of all) {
      if (chosen !== '' && session.user !== chosen) continue;
      const line = activityLine(rowOf(session, now), args.has('X'), args.has('s'));
      lines.push(named ? wparColumn(each.wpar?.name ?? 'Global') + line : line);
    }
  }
  if (!args.has('h')) {
    const load = loadAverages(lab, places.length === 1 ? (places[0] ?? place) : place);
    const booted = bootTime(lab, places.length === 1 ? (places[0] ?? place) : place);
    const title = activityLine(activityTitles, args.has('X'), args.has('s'));
    if (args.has('u')) lines.length = 0;
    else lines.unshift(named ? wparColumn('WPAR') + title : title);
    lines.unshift(summaryLine({ now, booted, users, load }));
  }
  stdout.write(lines.join(''));
  return 0;
}

// How wide the column of the names is was not found.
function wparColumn(name: string): string {
  return `${name.padEnd(12)} `;
}

function placesOf(args: Arguments, { engine, host, wpar, place }: Context): readonly Place[] {
  const name = args.value('@');
  if (name === undefined) return [place];
  if (wpar) throw failure(messages.onlyGlobal, { flag: '-@' });
  if (name === 'Global') return [place];
  const active = listRunning(engine, host.name);
  if (name === '') return [place, ...active.map((each) => ({ host, wpar: each }))];
  const found = active.find((each) => each.name === name);
  if (!found) throw failure(wparMessages.notFound, { name });
  return [{ host, wpar: found }];
}

// Nothing says when somebody last typed: whoever is there is never idle.
function rowOf({ user, line, login, all, last, doing }: Session, now: number): ActivityRow {
  return {
    user: printable(user),
    line,
    login: loginTime(login, now),
    idle: '0',
    all: minutes(all),
    last: minutes(last),
    what: printable(doing ?? '-'),
  };
}

function minutes(seconds: number): string {
  const whole = Math.floor(seconds);
  return whole < 60 ? String(whole) : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

export const command: Command = { spec, run };
