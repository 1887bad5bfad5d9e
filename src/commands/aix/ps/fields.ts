import { type Column, fields, threadListing } from '../../../format/ps.ts';
import { failure } from '../../../messages/failure.ts';
import { processMessages as messages } from '../../../messages/processes.ts';

/** Letters of -o's short form (ps page). */
const short: Readonly<Record<string, string>> = {
  C: 'pcpu',
  G: 'group',
  P: 'ppid',
  U: 'user',
  a: 'args',
  c: 'comm',
  g: 'rgroup',
  n: 'nice',
  p: 'pid',
  t: 'etime',
  u: 'ruser',
  x: 'time',
  y: 'tty',
  z: 'vsz',
};

const noThreads = 'parlab has no scheduler.';
const noMemory = 'parlab does not measure memory.';
const noGroups = 'parlab does not know process groups and sessions.';
const noAccounts = 'parlab has no projects, classes and subprojects.';

/** Documented fields that parlab does not have. */
const refused: Readonly<Record<string, string>> = {
  addr: noMemory,
  class: noAccounts,
  dpgsz: noMemory,
  gid: 'use group.',
  lpp: noAccounts,
  pagein: noMemory,
  pgid: noGroups,
  policy: noThreads,
  projname: noAccounts,
  projid: noAccounts,
  project: noAccounts,
  r: noGroups,
  sched: noThreads,
  shmpgsz: noMemory,
  sid: noGroups,
  spgsz: noMemory,
  subproj: noAccounts,
  tag: noAccounts,
  tcpu: noThreads,
  tdiskio: noThreads,
  tpgsz: noMemory,
  tsize: noMemory,
  trss: noMemory,
  wchan: noThreads,
};

/** The columns of -o and -F: names apart by commas or blanks, `%p`, and `name=Title` up to the end of the word. */
export function columnsOf(formats: readonly string[]): Column[] {
  return formats.flatMap((format) => {
    const cut = format.indexOf('=');
    const names = (cut < 0 ? format : format.slice(0, cut)).split(/[\s,]+/).filter((name) => name !== '');
    const columns = names.flatMap((name) => {
      if (name === 'THREAD') return threadListing;
      return name.includes('%') ? shortForms(name) : [columnOf(name)];
    });
    const last = columns.pop();
    if (!last) throw failure(messages.noField, { name: format });
    return [...columns, cut < 0 ? last : { ...last, title: format.slice(cut + 1) }];
  });
}

function shortForms(word: string): Column[] {
  if (!/^(%[A-Za-z])+$/.test(word)) throw failure(messages.noField, { name: word });
  return [...word.matchAll(/%([A-Za-z])/g)].map(([, letter = '']) =>
    columnOf(Object.hasOwn(short, letter) ? (short[letter] ?? letter) : letter),
  );
}

function columnOf(name: string): Column {
  const column = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (column) return column;
  const why = Object.hasOwn(refused, name) ? refused[name] : undefined;
  if (why !== undefined) throw failure(messages.unsupportedField, { name, why });
  throw failure(messages.noField, { name });
}
