import { type Arguments, parseArguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { berkeleyColumns, psLines, type Surroundings, usualColumns } from '../../format/ps.ts';
import { failure } from '../../messages/failure.ts';
import { processMessages as messages } from '../../messages/processes.ts';
import { liveBindings } from '../../model/dlpar/holding.ts';
import type { Place } from '../../model/place.ts';
import { processesAt, processesOn } from '../../model/processes/overview.ts';
import type { ProcessRow } from '../../model/processes/rows.ts';
import { groupsOf, type KnownUser, usersOf } from '../../model/processes/users.ts';
import { findWpar } from '../../state/wpars.ts';
import { readBerkeley } from './ps/berkeley.ts';
import { columnsOf } from './ps/fields.ts';
import { asTree, choiceOf, type Known, ofSessions, pidOf } from './ps/select.ts';

const noKernel = 'parlab has no kernel processes.';

const spec: CommandSpec = {
  name: 'ps',
  platform: 'aix',
  purpose: 'shows the status of processes',
  synopsis: [
    'ps [ -A ] [ -M ] [ -N ] [ -Z ] [ -a ] [ -d ] [ -e ] [ -f ] [ -k ] [ -l ] [ -F format ] [ -o Format ] [ -c Clist ] [ -G Glist ] [ -g Glist ] [ -m ] [ -n NameList ] [ -p Plist ] [ -P ] [ -t Tlist ] [ -U Ulist ] [ -u Ulist ] [ -T pid ] [ -L pidlist ] [ -X ] [ -@ [ WparName ] ]',
    'ps [ a ] [ c ] [ e ] [ ew ] [ eww ] [ ewww ] [ g ] [ n ] [ w ] [ x ] [ l | s | u | v ] [ t tty ] [ X ] [ ProcessNumber ]',
  ],
  evidence: 'document',
  parse: 'none',
  options: [
    flag('A', 'All processes.', 'document'),
    flag('e', 'All processes; kernel processes, which parlab has none of, are left out.', 'document'),
    flag('a', 'Processes with a terminal, but for those that lead a session.', 'document'),
    flag('d', 'All processes but those that lead a session.', 'document'),
    flag('f', 'A full listing, with arguments.', 'seed'),
    flag('l', 'A long listing.', 'capture'),
    valued('o', 'Format', 'These fields: names, %-letters, and name=Title.', 'document', { repeat: true }),
    valued('F', 'Format', 'As -o.', 'document', { repeat: true }),
    valued('G', 'Glist', 'Processes of users whose own group is in the list.', 'document'),
    valued('p', 'Plist', 'These processes.', 'document'),
    valued('t', 'Tlist', 'Processes with these terminals.', 'document'),
    valued('U', 'Ulist', 'Processes of these users.', 'document'),
    valued('u', 'Ulist', 'Processes of these users.', 'document'),
    valued('T', 'pid', 'The process and all below it, as a tree.', 'document'),
    valued('L', 'pidlist', 'The processes and all below them.', 'document'),
    flag('X', 'Names of users in full, not cut to eight characters.', 'document'),
    {
      flag: '@',
      argument: { kind: 'optional', name: 'WparName' },
      text: 'With the name of the WPAR before each line; with a name, that WPAR as it sees itself.',
      evidence: 'seed',
    },
    flag('M', '64-bit processes.', 'document', {
      refused: 'the programs of the machine are no AIX programs.',
    }),
    flag('N', 'Gathers nothing of threads.', 'document', {
      refused: 'it makes real listings quicker, and shows the same here.',
    }),
    flag('Z', 'Page sizes.', 'document', { refused: 'parlab does not measure memory.' }),
    flag('k', 'Kernel processes.', 'document', { refused: noKernel }),
    valued('c', 'Clist', 'Processes of these classes.', 'document', {
      refused: 'parlab has no workload classes.',
    }),
    valued('g', 'Glist', 'Processes of these groups of processes.', 'document', {
      refused: 'parlab does not know process groups.',
    }),
    flag('m', 'The threads of the processes, too; each has one here.', 'document'),
    valued('n', 'NameList', 'Another file of names of the system.', 'document', { refused: noKernel }),
    flag('P', 'Projects of the processes.', 'document', { refused: 'parlab has no projects.' }),
  ],
  operands: { name: 'ProcessNumber', minimum: 0, maximum: 0 },
  exclusive: [
    ['o', 'f'],
    ['o', 'l'],
    ['F', 'f'],
    ['F', 'l'],
    ['F', 'o'],
  ],
  user: 'any',
  statuses: { 0: 'The processes are shown.', 1: 'None of what was named is there.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const words = args.operands;
  const [first = ''] = words;
  if (words.length > 0 && !first.startsWith('-')) return await berkeley(words, context);
  const parsed = parseArguments(spec, words, context.host.release);
  const named = parsed.value('@');
  if (named !== undefined && context.wpar) throw failure(messages.noNames, {});
  const seen = await look(context, named === undefined || named === '' ? undefined : named);
  const { known } = seen;
  const choice = choiceOf(parsed, seen.rows, known) ?? (named ? () => true : ofSessions);
  const chosen = seen.rows.filter(choice);
  const rows = parsed.has('T') ? asTree(chosen, pidOf(parsed.value('T') ?? '', 'T')) : chosen;
  const formats = [...parsed.values('o'), ...parsed.values('F')];
  const columns =
    formats.length > 0
      ? columnsOf(formats)
      : usualColumns({ full: parsed.has('f'), long: parsed.has('l'), wpar: named === '' });
  context.stdout.write(psLines(columns, rows, seen.around(parsed.has('X')), parsed.has('m')));
  // A process that is named and is not there (POSIX: status greater than 0 for an error).
  return parsed.has('p') && rows.length === 0 ? 1 : 0;
}

async function berkeley(words: readonly string[], context: Context): Promise<number> {
  const { letters, pid, style, terminal } = readBerkeley(words);
  const seen = await look(context, undefined);
  const rows = seen.rows.filter((row) => {
    if (pid !== undefined) return row.pid === pid;
    if (terminal !== undefined) return row.terminal === terminal;
    if (letters.has('g') || (letters.has('a') && letters.has('x'))) return true;
    return letters.has('x') ? row.user === 0 || ofSessions(row) : ofSessions(row);
  });
  const columns = berkeleyColumns(style, { numeric: letters.has('n'), short: letters.has('c') });
  context.stdout.write(psLines(columns, rows, seen.around(letters.has('X'))));
  return pid !== undefined && rows.length === 0 ? 1 : 0;
}

interface Seen {
  readonly rows: readonly ProcessRow[];
  readonly known: Known;
  around(whole: boolean): Surroundings;
}

/** @param name a WPAR, `Global`, or undefined for all that can be seen from here */
async function look(context: Context, name: string | undefined): Promise<Seen> {
  const { engine, host, place } = context;
  if (place.wpar) return seenAt(context, place, await processesAt(context, place, 'inside'));
  if (name === undefined) return seenAt(context, { host }, await processesOn(context));
  if (name === 'Global') return seenAt(context, { host }, await processesAt(context, { host }, 'outside'));
  const wpar = findWpar(engine, host.name, name);
  if (!wpar) throw failure(messages.noWpar, { name });
  const inside = { host, wpar };
  return seenAt(context, inside, await processesAt(context, inside, 'inside'));
}

// Users of a WPAR are no users of the global environment: where it does not know a number, the number is shown.
function seenAt(context: Context, place: Place, rows: readonly ProcessRow[]): Seen {
  const users: readonly KnownUser[] = usersOf(context.lab, place);
  const groups = groupsOf(context.lab, place);
  const byId = new Map([...users].reverse().map((user) => [user.id, user]));
  const groupOf = (user: number) => byId.get(user)?.group;
  // Bindings name processes as the global environment does, which order has of an init inside.
  const alive = rows.map((row) => ({ ...row, pid: row.order }));
  const bound = new Map(
    liveBindings(context.engine, context.host, alive).map(({ row }) => [row.pid, row.cpu]),
  );
  return {
    rows,
    known: { users, groups, groupOf },
    around: (whole) => ({
      now: context.lab.now(),
      bound: ({ order }) => bound.get(order),
      user: ({ user }) => cut(byId.get(user)?.name ?? String(user), whole),
      group: ({ user }) => {
        const group = groupOf(user) ?? user;
        return cut(groups.get(group) ?? String(group), whole);
      },
    }),
  };
}

const cut = (name: string, whole: boolean) => (whole || name.length <= 8 ? name : `${name.slice(0, 7)}+`);

export const command: Command = { spec, run };
