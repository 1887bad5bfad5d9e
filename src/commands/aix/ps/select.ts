import type { Arguments } from '../../../cli/arguments.ts';
import { failure } from '../../../messages/failure.ts';
import { processMessages as messages } from '../../../messages/processes.ts';
import type { ProcessRow } from '../../../model/processes/rows.ts';
import type { KnownUser } from '../../../model/processes/users.ts';

/** What the lists of flags name. */
export interface Known {
  readonly users: readonly KnownUser[];
  readonly groups: ReadonlyMap<number, string>;
  /** Number of a user's own group. */
  groupOf(user: number): number | undefined;
}

type Choice = (row: ProcessRow) => boolean;

/** Processes with a terminal: what is shown where nothing is said, for parlab does not know which of them is the caller's. */
export const ofSessions: Choice = ({ terminal }) => terminal !== '-';

/**
 * The processes that the flags name: each flag adds its own (ps page).
 * @param all every process there is, for trees
 * @returns undefined where no flag chooses
 */
export function choiceOf(args: Arguments, all: readonly ProcessRow[], known: Known): Choice | undefined {
  const choices: Choice[] = [];
  if (args.has('A') || args.has('e')) choices.push(() => true);
  if (args.has('a')) choices.push((row) => ofSessions(row) && !row.leader);
  if (args.has('d')) choices.push((row) => !row.leader);
  const users = [...listOf(args, 'u'), ...listOf(args, 'U')].map((name) => userOf(known, name));
  if (users.length > 0) choices.push(({ user }) => users.includes(user));
  const groups = listOf(args, 'G').map((name) => groupOf(known, name));
  if (groups.length > 0) choices.push(({ user }) => groups.includes(known.groupOf(user) ?? -1));
  const pids = listOf(args, 'p').map((text) => pidOf(text, 'p'));
  if (pids.length > 0) choices.push(({ pid }) => pids.includes(pid));
  const terminals = listOf(args, 't').map((text) => text.replace(/^\/dev\//, ''));
  if (terminals.length > 0) choices.push(({ terminal }) => isTerminal(terminal, terminals));
  const roots = [
    ...listOf(args, 'T').map((text) => pidOf(text, 'T')),
    ...listOf(args, 'L').map((text) => pidOf(text, 'L')),
  ];
  if (roots.length > 0) {
    const tree = descendants(all, roots);
    choices.push(({ pid }) => tree.has(pid));
  }
  return choices.length === 0 ? undefined : (row) => choices.some((choice) => choice(row));
}

/** `pts/0`, `0` for the same (ps page: what follows tty), `-` for processes without one. */
function isTerminal(terminal: string, wanted: readonly string[]): boolean {
  return wanted.some((each) => each === terminal || (/^\d+$/.test(each) && terminal === `pts/${each}`));
}

function listOf(args: Arguments, flag: string): string[] {
  const items = args.values(flag).flatMap((value) => value.split(/[\s,]+/).filter((item) => item !== ''));
  if (args.has(flag) && items.length === 0)
    throw failure(messages.badList, { value: '""', flag: `-${flag}` });
  if (items.length > 128) throw failure(messages.tooMany, { flag: `-${flag}` });
  return items;
}

function userOf({ users }: Known, name: string): number {
  const found = users.find((user) => user.name === name);
  if (found) return found.id;
  if (/^\d{1,10}$/.test(name)) return Number(name);
  throw failure(messages.noUser, { name });
}

function groupOf({ groups }: Known, name: string): number {
  const found = [...groups].find(([, each]) => each === name);
  if (found) return found[0];
  if (/^\d{1,10}$/.test(name)) return Number(name);
  throw failure(messages.noGroup, { name });
}

export function pidOf(text: string, flag: string): number {
  if (!/^\d{1,10}$/.test(text)) throw failure(messages.badList, { value: text, flag: `-${flag}` });
  return Number(text);
}

function descendants(all: readonly ProcessRow[], roots: readonly number[]): Set<number> {
  const tree = new Set(roots);
  for (let size = -1; size !== tree.size; ) {
    size = tree.size;
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid);
  }
  return tree;
}

/** The rows of -T: parents before their children, programs indented below them. */
export function asTree(rows: readonly ProcessRow[], root: number): ProcessRow[] {
  const below = (pid: number, depth: number, seen: ReadonlySet<number>): ProcessRow[] =>
    rows
      .filter((row) => (depth === 0 ? row.pid === pid : row.parent === pid) && !seen.has(row.pid))
      .flatMap((row) => {
        const mark = depth === 0 ? '' : `${'    '.repeat(depth)}\\--`;
        const now = new Set([...seen, row.pid]);
        const shown = { ...row, command: `${mark}${row.command}`, program: `${mark}${row.program}` };
        return [shown, ...below(row.pid, depth + 1, now)];
      });
  return below(root, 0, new Set());
}
