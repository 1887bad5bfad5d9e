import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import {
  historyTable,
  listColons,
  listTable,
  ownerTable,
  type Part,
  stateColons,
  stateTable,
} from '../../format/lslpp.ts';
import { misuse } from '../../messages/failure.ts';
import { systemMessages as messages } from '../../messages/system.ts';
import { usageMessages } from '../../messages/usage.ts';
import { buildWeek, type Fileset, ownerOf, packageOf, softwareOf } from '../../model/system/software.ts';

const notKept = 'parlab knows which filesets there are, not what is in them.';

const spec: CommandSpec = {
  name: 'lslpp',
  platform: 'aix',
  purpose: 'lists installed software',
  synopsis: [
    'lslpp { -h | -l | -L | -I } [ -a ] [ -c ] [ -q ] [ -O { r | s | u } ] [ FilesetName ... | all ]',
    'lslpp -w [ -c ] [ -q ] FileName ...',
  ],
  evidence: 'recalled',
  options: [
    flag('l', 'Level, state and description, by database.', 'recalled'),
    flag('L', 'The same with all kinds of software, once each.', 'capture'),
    flag('h', 'When it was installed.', 'recalled'),
    flag('I', 'As -l, without updates: parlab has none.', 'recalled'),
    flag('a', 'With updates: parlab has none.', 'recalled'),
    flag('w', 'The fileset that a file belongs to.', 'recalled'),
    flag('c', 'Fields with colons between them.', 'capture'),
    flag('q', 'Without titles.', 'recalled'),
    valued('O', 'Part', 'Only r (root), s (share) or u (/usr).', 'recalled'),
    flag('f', 'Files of a fileset.', 'recalled', { refused: notKept }),
    flag('p', 'What a fileset needs.', 'recalled', { refused: notKept }),
    flag('d', 'What needs a fileset.', 'recalled', { refused: notKept }),
    flag('i', 'Product information.', 'recalled', { refused: notKept }),
    flag('A', 'Problems that a fix mends.', 'recalled', { refused: notKept }),
    flag('e', 'Interim fixes.', 'recalled', { refused: 'parlab emulates no interim fixes.' }),
    flag('E', 'License agreements.', 'recalled', { refused: notKept }),
    flag('S', 'Automatically installed software.', 'recalled', { refused: notKept }),
    flag('J', 'For SMIT.', 'recalled', { refused: 'parlab has no SMIT.' }),
  ],
  operands: { name: 'FilesetName', minimum: 0, maximum: Number.POSITIVE_INFINITY },
  exclusive: [['l', 'L', 'h', 'I', 'w']],
  user: 'any',
  statuses: { 0: 'All is shown that was asked for.', 1: 'A fileset is not installed.' },
};

function run(args: Arguments, context: Context): number {
  if (args.has('w')) return owners(args, context);
  if (!['l', 'L', 'h', 'I'].some((each) => args.has(each)))
    throw misuse(usageMessages.missingOperand, { operand: '-h, -l, -L, -I or -w' });
  const part = args.value('O') ?? '';
  if (!['', 'r', 's', 'u'].includes(part)) throw misuse(messages.badPart, { part });
  const { found, missing } = chosen(softwareOf(context.engine, context.place), args.operands);
  // The titles stand there all the same (capture).
  context.stdout.write(table(args, context, found));
  for (const name of missing) context.report(messages.notInstalled, { name });
  return missing.length > 0 ? 1 : 0;
}

function table(args: Arguments, { lab }: Context, found: readonly Fileset[]): string {
  const quiet = args.has('q');
  if (args.has('L')) {
    const rows = found.map((each) => ({
      ...each,
      package: packageOf(each.name),
      week: buildWeek(each.level),
    }));
    return args.has('c') ? listColons(rows, quiet) : listTable(found, quiet);
  }
  const part = args.value('O') ?? 'u r';
  const both: Part[] = [
    { path: '/usr/lib/objrepos', rows: part.includes('u') ? found : [] },
    { path: '/etc/objrepos', rows: part.includes('r') ? found.filter(({ root }) => root) : [] },
  ];
  if (args.has('h')) return historyTable(both, quiet, installed(lab.meta('clock.start')));
  return args.has('c') ? stateColons(both, quiet) : stateTable(both, quiet);
}

// Nothing of the lab says when it was: all came with the world.
function installed(start: string | undefined): readonly [string, string] {
  const [date = '', time = ''] = new Date(Number(start ?? 0) * 1000).toISOString().split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return [`${month}/${day}/${year.slice(2)}`, time.slice(0, 8)];
}

interface Choice {
  readonly found: readonly Fileset[];
  readonly missing: readonly string[];
}

function chosen(all: readonly Fileset[], names: readonly string[]): Choice {
  if (names.length === 0 || names.includes('all')) return { found: all, missing: [] };
  const fitting = names.map((name) => all.filter((each) => fits(each.name, name)));
  return {
    found: all.filter((each) => fitting.some((some) => some.includes(each))),
    missing: names.filter((_, index) => fitting[index]?.length === 0),
  };
}

function fits(name: string, pattern: string): boolean {
  if (!/[*?]/.test(pattern)) return name === pattern;
  // As the shell has them. Names are short, and no pattern repeats a repetition.
  const source = pattern
    .replace(/[^*?\w]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  return pattern.length < 200 && new RegExp(`^${source}$`, 's').test(name);
}

function owners(args: Arguments, context: Context): number {
  if (args.operands.length === 0) throw misuse(usageMessages.missingOperand, { operand: 'FileName' });
  const there = new Set(softwareOf(context.engine, context.place).map(({ name }) => name));
  const rows = args.operands.map((file) => [file, ownerOf(file)] as const);
  const known = rows.flatMap(([file, fileset]) =>
    fileset !== undefined && there.has(fileset) ? [[file, fileset] as const] : [],
  );
  if (known.length > 0) {
    const colons = `${args.has('q') ? '' : '#Path:Fileset:Type\n'}${known.map(([file, fileset]) => `${file}:${fileset}:File\n`).join('')}`;
    context.stdout.write(args.has('c') ? colons : ownerTable(known, args.has('q')));
  }
  for (const [file] of rows) {
    if (!known.some(([each]) => each === file)) context.report(messages.noOwner, { file });
  }
  return known.length === rows.length ? 0 : 1;
}

export const command: Command = { spec, run };
