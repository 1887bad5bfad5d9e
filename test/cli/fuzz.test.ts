import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import type { CommandSpec } from '../../src/cli/spec.ts';
import { registry } from '../../src/commands/registry.ts';
import { attributes } from '../../src/model/wpar/specification.ts';
import { closeForgotten, dump, impossibilities, worldVolumes } from '../state/facts.ts';
import { type Outcome, TestLab } from '../support/lab.ts';

/**
 * Whatever one types: never an exception, never an internal error, never silence about a failure, nothing changed by a
 * command that fails. Another seed with PARLAB_FUZZ_SEED; more lines with PARLAB_FUZZ_RUNS.
 */
const seed = Number(process.env.PARLAB_FUZZ_SEED ?? 1);
/** A number of lines, not a time: a busy machine tries the same ones. */
const runs = Number(process.env.PARLAB_FUZZ_RUNS ?? (process.env.PARLAB_LONG_TESTS === '1' ? 1000 : 75));
const limits = {
  seed,
  numRuns: runs,
};

const names = ['dev01', 'dev02', 'run01', 'disk01', 'nobody'];
const long = 'x'.repeat(10_000);

const hostile = [
  '',
  ' ',
  '-',
  '--',
  '---',
  '-n',
  '=',
  '==',
  'a=b',
  '=b',
  'name=',
  ',',
  ':',
  '*',
  '?',
  '.',
  '..',
  '/',
  '//',
  '/..',
  "'",
  '"',
  '""',
  `"dev01"`,
  `'dev01'`,
  '`id`',
  '$HOME',
  '%s%n',
  '{name}',
  '{command}',
  '\\',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '-1',
  '0',
  '1e3',
  '0x10',
  'Infinity',
  '9'.repeat(30),
  'no-x',
  '--no-x',
  '--help',
  '--version',
  '--__proto__.x=1',
  'émile',
  '日本',
  '\u202e',
  '\ufeff',
  '\ud800',
  '\u0000',
  '\n',
  'a\nb',
  '\u001b[31m',
  '\u007f',
  'Global',
  'ALL',
  long,
  `/${long}`,
  '/a'.repeat(5_000),
  `/wpars/${'../'.repeat(500)}etc`,
  'rootvg@dev01',
  'wp;rm',
  "x' OR '1'='1",
  'x"; DROP TABLE wpar;--',
];

const useful = [
  ...names,
  'new01',
  'yes',
  'no',
  '/wpars/new01',
  '/wpars/dev01',
  '/wpars/dev01/home',
  '/',
  '/usr',
  '/home',
  '/tmp',
  'rootvg',
  'datavg',
  'pwr7',
  '10',
  '0',
  '600',
  '172.16.20.99',
  '172.16.20.11',
  '255.255.255.0',
  '255.0.255.0',
  'fe80::1',
  '::',
  '64',
  'en0',
  'en9',
  '1G',
  '64M',
  '1',
  '512',
  'hdisk1',
  'hdisk2',
  'hdisk3',
  'hdisk4',
  'cd0',
  'fcs0',
  '/dev/null',
  '/dev/random',
  'nfs',
  'jfs2',
  'namefs',
  'directory',
  'blue.ibm.com',
  '/scratch/wp03root',
  'PV_ROOT',
  'PV_AU_,PV_DAC_',
  '0%-50%,100%',
  '60%-50%,10%',
  '100%',
  'unlimited',
  '/etc/wpars/devexports',
  '/usr/lib/drivers/x',
  'name,state',
  'name,nothing',
  'A',
  'D',
  'S',
  'r',
  'f',
  ':',
  '|',
  'a0000000-0000-4000-8000-000000000001',
  'good.spec',
  'missing.spec',
  'folder',
  'wpars.txt',
  '/mksysb_images/install52',
  '/dev/fslv99',
  'fslv04',
  'pct',
];

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...useful) },
  { weight: 3, arbitrary: fc.constantFrom(...hostile) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);

const allAttributes = [
  ...new Set(Object.values(attributes).flat()),
  'image_data',
  'shrink',
  'unknown',
  '__proto__',
];

/** A piece of a command line: one or several words that belong together. */
function piece(spec: CommandSpec): fc.Arbitrary<string[]> {
  const flags = [...spec.options, ...(spec.alternative?.options ?? [])];
  if (flags.length === 0) return word.map((text) => [text]);
  const letter = fc.constantFrom(...flags.map((option) => option.flag));
  const attribute = (list: readonly string[]) =>
    fc.tuple(fc.constantFrom('nosuch', ...list), word).map(([name, value]) => `${name}=${value}`);
  const known = fc.constantFrom(...flags).chain((option): fc.Arbitrary<string[]> => {
    const flag = `-${option.flag}`;
    switch (option.argument?.kind) {
      case undefined:
        return fc.constant([flag]);
      case 'attributes':
        return fc
          .uniqueArray(attribute(option.argument.attributes), {
            minLength: 1,
            maxLength: 5,
            selector: (text) => text.split('=')[0],
          })
          .map((list) => [flag, ...list]);
      default:
        return fc.oneof(
          word.map((value) => [flag, value]),
          word.map((value) => [`${flag}${value}`]),
        );
    }
  });
  return fc.oneof(
    { weight: 10, arbitrary: known },
    { weight: 1, arbitrary: letter.map((each) => [`-${each}`]) },
    {
      weight: 1,
      arbitrary: fc.array(letter, { minLength: 2, maxLength: 6 }).map((each) => [`-${each.join('')}`]),
    },
    { weight: 1, arbitrary: attribute(allAttributes).map((text) => [text]) },
    { weight: 2, arbitrary: word.map((text) => [text]) },
    { weight: 1, arbitrary: fc.constant<string[]>(['--']) },
  );
}

function commandLine(command: string, spec: CommandSpec): fc.Arbitrary<string[]> {
  const named = fc.constantFrom(...names);
  const operand =
    spec.operands.maximum === 0
      ? fc.constant([])
      : fc.oneof(
          named.map((name) => [name]),
          fc.constant([]),
        );
  const start =
    command === 'mkwpar' ? fc.oneof(fc.constant(['-n', 'new01']), fc.constant([])) : fc.constant([]);
  return fc
    .tuple(start, fc.array(piece(spec), { maxLength: 4 }), operand)
    .map(([first, pieces, last]) => [...first, ...pieces.flat(), ...last]);
}

/** A lab with something of everything in it. */
async function busyLab(): Promise<TestLab> {
  const lab = new TestLab('default', 'l488pp008');
  for (const line of inhabitants.slice(2)) await lab.ok(line);
  await lab.ok('mkwpar -n kept01');
  await lab.ok('rmwpar -p kept01');
  await lab.call('mkwpar', '-w', '-o', 'good.spec', '-n', 'good');
  writeFileSync(join(lab.home, 'wpars.txt'), 'dev01\ndev02\n');
  return lab;
}

type Told = Pick<CommandSpec, 'errors' | 'statuses'>;

/** Counters that a failed command may have moved are none; what a failed stop or start writes about itself is. */
function check(line: string, outcome: Outcome, { errors = 'stderr', statuses }: Told): void {
  const { status, stdout, stderr } = outcome;
  expect(status, line + stderr).not.toBe(70);
  // Beside those, what the contract of the command names.
  expect([0, 1, 2, ...Object.keys(statuses).map(Number)], line).toContain(status);
  expect(stdout + stderr, line).not.toMatch(
    /\n\s+at .*[(:]\d+\)?|TypeError|RangeError|SQLITE|undefined|\[object|NaN/,
  );
  // No control characters but line feeds, and nothing else that a terminal would obey.
  expect(stderr, line).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  if (status !== 0) expect(outcome[errors], line).not.toBe('');
  else expect(stderr.replace(notices, ''), line).toBe('');
}

// ATTENTION lines, and what rmwpar -F repeats of the stop it ignores.
const notices = /^\w+: (ATTENTION: .*|0960-254 .*)\n/gm;

/** The world without its clock and its log: what a command that fails must leave as it was. */
const unimportant = ['log', 'change'];

function world(lab: TestLab): string {
  return dump(lab.directory, unimportant)
    .split('\n')
    .filter((row) => !row.startsWith('meta '))
    .join('\n');
}

// Two commands in one: the first may be done when the second fails.
function twoInOne(command: string, argv: readonly string[]): boolean {
  const flag = (letter: string) => argv.some((each) => /^-[A-Za-z]/.test(each) && each.includes(letter));
  return (
    command === 'rebootwpar' ||
    command === 'migrlpar' ||
    (command === 'mkwpar' && (flag('s') || flag('k'))) ||
    (command === 'stopwpar' && flag('r')) ||
    (command === 'rmwpar' && (flag('s') || flag('F'))) ||
    command === 'syncwpar'
  );
}

describe('random command lines', () => {
  test('of all commands', { timeout: 120_000 + runs * 200 }, async () => {
    const specs = await Promise.all(
      Object.entries(registry).map(async ([name, registered]) => ({
        name,
        spec: (await registered.load()).command.spec,
      })),
    );
    const lab = await busyLab();
    const own = worldVolumes(lab.directory);
    let done = 0;
    const statuses = new Map<number, number>();
    const anyLine = fc
      .constantFrom(...specs, ...specs.filter((each) => /^(mk|ch)wpar$/.test(each.name)))
      .chain(({ name, spec }) => commandLine(name, spec).map((argv) => ({ name, argv, spec })));
    let known: string | undefined;
    await fc.assert(
      fc.asyncProperty(anyLine, async ({ name, argv, spec }) => {
        const line = `${name} ${JSON.stringify(argv).slice(0, 2_000)}\n`;
        const before = known ?? world(lab);
        known = undefined;
        const outcome = await lab.call(name, ...argv);
        statuses.set(outcome.status, (statuses.get(outcome.status) ?? 0) + 1);
        check(line, outcome, spec);
        const after = world(lab);
        if (outcome.status !== 0 && !twoInOne(name, argv)) expect(after, line + outcome.stderr).toBe(before);
        if (after !== before) expect(impossibilities(lab.directory, own), line).toEqual([]);
        if (done++ % 50 === 0) await closeForgotten();
        if (after !== before) await tidyUp(lab);
        known = world(lab);
      }),
      limits,
    );
    // The lines are good enough to get through sometimes, and bad enough not to most of the time.
    expect(statuses.get(0) ?? 0).toBeGreaterThan(runs / 25);
    expect(statuses.get(1) ?? 0).toBeGreaterThan(runs / 25);
    expect(statuses.get(2) ?? 0).toBeGreaterThan(runs / 25);
  });
});

/** What every line is to meet; `kept01` is one whose file systems `rmwpar -p` left. */
const inhabitants: readonly string[] = [
  'mkwpar -n dev01',
  'mkwpar -n dev02',
  'mkwpar -s -n run01 -N address=172.16.20.50',
  'mkwpar -O -n disk01 -D devname=hdisk2 rootvg=yes',
];

// New WPARs go again and lost ones come back, so that each line meets much the same lab.
async function tidyUp(lab: TestLab): Promise<void> {
  const listed = (await lab.call('lswpar', '-cqa', 'name')).stdout.split('\n').filter((name) => name !== '');
  for (const name of listed) if (!names.includes(name)) await lab.call('rmwpar', '-F', name);
  for (const line of inhabitants) {
    const name = names.find((each) => line.includes(each)) ?? '';
    if (!listed.includes(name)) await lab.type(line);
  }
  await lab.call('startwpar', 'run01');
}

describe('values', () => {
  test('come through the parser as they were typed', () => {
    const spec: CommandSpec = {
      name: 'test',
      platform: 'aix',
      purpose: '',
      synopsis: [],
      evidence: 'ours',
      user: 'any',
      statuses: {},
      operands: { name: 'name', minimum: 0, maximum: Number.POSITIVE_INFINITY },
      options: [
        { flag: 'v', text: '', evidence: 'ours', repeat: true, argument: { kind: 'value', name: 'value' } },
        { flag: 'x', text: '', evidence: 'ours' },
      ],
    };
    const ascii = fc.string({
      unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)),
      maxLength: 8,
    });
    const value = fc.oneof(ascii, fc.constantFrom(...hostile.filter((each) => /^[ -~]*$/.test(each))));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.array(value), (values, operands) => {
        const argv = [...values.flatMap((each) => ['-v', each]), '-x', '--', ...operands];
        const args = parseArguments(spec, argv, undefined);
        expect(args.values('v')).toEqual(values);
        expect(args.operands).toEqual(operands);
        expect(args.has('x')).toBe(true);
      }),
      { seed, numRuns: 2_000 },
    );
  });
});

describe('random specification files', () => {
  test('are understood or refused', { timeout: 120_000 + runs * 200 }, async () => {
    const lab = await busyLab();
    const own = worldVolumes(lab.directory);
    const texts = await validSpecifications(lab);
    const line = fc.oneof(
      fc.constantFrom(...Object.keys(attributes)).map((name) => `${name}:`),
      fc
        .tuple(fc.constantFrom(...allAttributes), word)
        .map(([name, value]) => `        ${name} = "${value}"`),
      fc.tuple(fc.constantFrom(...allAttributes), word).map(([name, value]) => `${name}=${value}`),
      word,
    );
    const edit = fc.record({
      at: fc.nat({ max: 60 }),
      what: fc.constantFrom('delete', 'repeat', 'insert', 'replace', 'noise', 'cut', 'swap'),
      line,
      byte: fc.integer({ min: 0, max: 255 }),
    });
    let done = 0;
    let known: string | undefined;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        async (text, edits) => {
          const before = known ?? world(lab);
          known = undefined;
          const bytes = edits.reduce(mutate, Buffer.from(text, 'latin1'));
          writeFileSync(join(lab.home, 'fuzz.spec'), bytes);
          const outcome = await lab.call('mkwpar', '-f', 'fuzz.spec');
          const shown = `mkwpar -f with\n${bytes.toString('latin1').slice(0, 3_000)}\n`;
          check(shown, outcome, { statuses: {} });
          const after = world(lab);
          if (outcome.status !== 0) expect(after, shown + outcome.stderr).toBe(before);
          else {
            expect(impossibilities(lab.directory, own), shown).toEqual([]);
            await tidyUp(lab);
          }
          known = world(lab);
          if (done++ % 50 === 0) await closeForgotten();
        },
      ),
      limits,
    );
  });
});

async function validSpecifications(lab: TestLab): Promise<string[]> {
  const { readFileSync } = await import('node:fs');
  const lines = [
    'mkwpar -w -o out.spec -n new01',
    'mkwpar -w -o out.spec -n new02 -N address=172.16.20.60 -r -A -i -I rtdest=10.0.0.0 rtgateway=172.16.20.1',
    'mkwpar -w -o out.spec -n new03 -R CPU=5%-50%,90% shares_CPU=10 totalProcesses=100 -S privs-=PV_AU_',
    'mkwpar -w -o out.spec -n new04 -l -M directory=/data size=1G vg=datavg dev=datalv -X kext=/usr/lib/drivers/x',
    'mkwpar -w -o out.spec -n new05 -D devname=hdisk4 -D devname=/dev/random',
  ];
  const texts: string[] = [];
  for (const line of lines) {
    await lab.ok(line);
    texts.push(readFileSync(join(lab.home, 'out.spec'), 'latin1'));
  }
  return texts;
}

interface Edit {
  readonly at: number;
  readonly what: 'cut' | 'delete' | 'insert' | 'noise' | 'repeat' | 'replace' | 'swap';
  readonly line: string;
  readonly byte: number;
}

function mutate(bytes: Buffer, { at, what, line, byte }: Edit): Buffer {
  const lines = bytes.toString('latin1').split('\n');
  const place = at % lines.length;
  const there = lines[place] ?? '';
  switch (what) {
    case 'delete':
      lines.splice(place, 1);
      break;
    case 'repeat':
      lines.splice(place, 0, there);
      break;
    case 'insert':
      lines.splice(place, 0, Buffer.from(line).toString('latin1'));
      break;
    case 'replace':
      lines[place] = Buffer.from(line).toString('latin1');
      break;
    case 'swap':
      lines.push(...lines.splice(place, 1));
      break;
    case 'cut':
      return bytes.subarray(0, at * 12);
    case 'noise': {
      const noisy = Buffer.from(bytes);
      if (noisy.length > 0) noisy[(at * 37) % noisy.length] = byte;
      return noisy;
    }
  }
  return Buffer.from(lines.join('\n'), 'latin1');
}
