import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { laterOrEarlier } from '../../format/lslpp.ts';
import { misuse } from '../../messages/failure.ts';
import { systemMessages as messages } from '../../messages/system.ts';
import { type Level, levelOf } from '../../model/system/level.ts';
import { compareLevels, softwareOf } from '../../model/system/software.ts';

const spec: CommandSpec = {
  name: 'oslevel',
  platform: 'aix',
  purpose: 'reports the level of the operating system',
  synopsis: ['oslevel [ -r | -s ] [ -l Level | -g Level | -q ] [ -f ]'],
  evidence: 'recalled',
  options: [
    flag('r', 'The technology level.', 'recalled'),
    flag('s', 'The service pack.', 'recalled'),
    flag('q', 'Levels that are known here.', 'recalled'),
    valued('l', 'Level', 'Filesets that are earlier than this level.', 'recalled'),
    valued('g', 'Level', 'Filesets that are later than this level.', 'recalled'),
    flag('f', 'Reads the database again; parlab always does.', 'recalled'),
  ],
  operands: { name: 'operand', minimum: 0, maximum: 0 },
  exclusive: [
    ['r', 's'],
    ['l', 'g', 'q'],
  ],
  user: 'any',
  statuses: { 0: 'The level is shown.', '>0': 'An error occurred.' },
};

type Kind = 'base' | 'servicePack' | 'technology';

const titles: Readonly<Record<Kind, string>> = {
  base: 'Known Maintenance Levels',
  technology: 'Known Recommended Maintenance Levels',
  servicePack: 'Known Service Packs',
};

const forms: Readonly<Record<Kind, RegExp>> = {
  base: /^\d+(\.\d+){3}$/,
  technology: /^\d{4}-\d\d$/,
  servicePack: /^\d{4}-\d\d-\d\d(-\d{4})?$/,
};

function run(args: Arguments, context: Context): number {
  const { engine, place, stdout } = context;
  const level = levelOf(engine, place);
  const kind = args.has('s') ? 'servicePack' : args.has('r') ? 'technology' : 'base';
  if (args.has('q')) {
    const title = titles[kind];
    stdout.write(`${title}\n${'-'.repeat(title.length)}\n${known(level, kind).join('\n')}\n`);
    return 0;
  }
  const wanted = args.value('l') ?? args.value('g');
  if (wanted === undefined) {
    stdout.write(`${level[kind]}\n`);
    return 0;
  }
  if (!forms[kind].test(wanted)) throw misuse(messages.badLevel, { level: wanted });
  const order = args.has('l') ? -1 : 1;
  const rows = softwareOf(engine, place).filter(
    // A level is one of the base operating system.
    (each) =>
      each.name.startsWith('bos.') && Math.sign(compareLevels(each.level, plain(wanted, kind))) === order,
  );
  stdout.write(laterOrEarlier(rows, wanted));
  return 0;
}

// 7100-02-00-0000 is made of the filesets of 7.1.2.
function plain(level: string, kind: Kind): string {
  if (kind === 'base') return level;
  const [first = '', technology = ''] = level.split('-');
  return `${first.charAt(0)}.${first.charAt(1)}.${Number(technology)}.0`;
}

/** Known are the own level and the technology levels before it. */
function known(level: Level, kind: Kind): string[] {
  if (kind !== 'technology') return [level[kind]];
  const [version = '', number = '0'] = level.technology.split('-');
  return Array.from(
    { length: Number(number) + 1 },
    (_, index) => `${version}-${String(Number(number) - index).padStart(2, '0')}`,
  );
}

export const command: Command = { spec, run };
