import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import { layTree } from '../../src/model/host-tree.ts';
import { findHost } from '../../src/state/hosts.ts';
import { Lab } from '../../src/state/lab.ts';
import { type BinOutcome, run } from '../support/bins.ts';
import { TestLab, temporaryFolder } from '../support/lab.ts';
import { dump, impossibilities, seededChoice, setPace, storage, witness, worldVolumes } from './facts.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('forty real processes at once', () => {
  test('forty mkwpar make forty WPARs, with forty times the storage of one', async () => {
    const lab = new TestLab('class');
    const own = worldVolumes(lab.directory);
    const outcomes = await Promise.all(
      numbers(40).map((number) => run('mkwpar', ['-n', `w${number}`], { environment: lab.environment() })),
    );
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 0, stderr: '' });
    const lines = (await lab.ok('lswpar -cq')).trimEnd().split('\n');
    expect(lines.map((line) => line.split(':')[0]).sort()).toEqual(
      numbers(40)
        .map((number) => `w${number}`)
        .sort(),
    );
    expect(impossibilities(lab.directory, own)).toEqual([]);
    // The class world has room for forty, four physical partitions each, and not for one more.
    expect(storage(lab.directory, 'classhost')).toEqual([{ name: 'rootvg', free: 0, total: 198 }]);
    expect(await lab.type('mkwpar -n one_more')).toMatchObject({ status: 1, stdout: '' });
  });

  test('forty mkwpar of one name: one creates it, thirty-nine are refused and change nothing', async () => {
    const lab = new TestLab('class');
    const own = worldVolumes(lab.directory);
    const outcomes = await Promise.all(
      numbers(40).map(() => run('mkwpar', ['-n', 'same'], { environment: lab.environment() })),
    );
    const made = outcomes.filter((outcome) => outcome.status === 0);
    expect(made).toHaveLength(1);
    for (const outcome of outcomes.filter((each) => each.status !== 0)) {
      expect(outcome).toEqual({
        status: 1,
        signal: null,
        stdout: '',
        stderr: 'mkwpar: A workload partition called same already exists.\n',
      });
    }
    expect(await lab.ok('lswpar -cq')).toBe('same:D:S:same:/wpars/same:no\n');
    expect(storage(lab.directory, 'classhost')).toEqual([{ name: 'rootvg', free: 156, total: 198 }]);
    expect(impossibilities(lab.directory, own)).toEqual([]);
    // One command of the forty is in the log of changes, and no number was used up by the others.
    witness(lab.directory, (engine) => {
      expect(engine.get('SELECT count(DISTINCT log) AS n FROM change')).toEqual({ n: 1 });
      expect(engine.get('SELECT next_wpar FROM host')).toEqual({ next_wpar: 2 });
    });
  });

  test('forty first commands on a folder without a lab make exactly one', async () => {
    const directory = join(temporaryFolder(), 'not', 'yet');
    const outcomes = await Promise.all(
      numbers(40).map((number) =>
        number % 4 === 0
          ? run('mkwpar', ['-n', `first${number}`], { environment: { PARLAB_DIR: directory } })
          : run('lswpar', ['-cq', 'dev01'], { environment: { PARLAB_DIR: directory } }),
      ),
    );
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 0, stderr: '' });
    // Had two been made, the WPARs of the loser's would be lost.
    witness(directory, (engine) => {
      expect(engine.get("SELECT count(*) AS n FROM wpar WHERE name LIKE 'first%'")).toEqual({ n: 10 });
    });
    expect(readdirSync(directory).filter((file) => !/^lab\.db(-wal|-shm)?$/.test(file))).toEqual([]);
  });
});

describe('xargs -P 16', () => {
  const wpars = numbers(8).map((number) => `w${number}`);

  function mixture(seed: number, count: number): string[] {
    const choose = seededChoice(seed);
    const commands: readonly ((name: string, number: number) => string)[] = [
      (name) => `startwpar ${name}`,
      (name) => `startwpar -v ${name}`,
      (name) => `stopwpar ${name}`,
      (name) => `stopwpar -F ${name}`,
      (name) => `rebootwpar -h ${name}`,
      () => 'lswpar -c',
      () => 'lswpar -c',
      () => 'lswpar -cM',
      (name) => `lswpar -L ${name}`,
      (name, number) => `chwpar -h ${name}n${number} ${name}`,
      (name, number) => `chwpar -N address=10.0.42.${100 + (number % 100)} ${name}`,
      (_, number) => `mkwpar -n extra${number}`,
      (_, number) => `rmwpar -F extra${number - 1}`,
    ];
    return numbers(count).map((number) => choose(commands)(choose(wpars), number));
  }

  test('start, stop, list and change never show an impossible state', async () => {
    const lab = new TestLab('class');
    const own = worldVolumes(lab.directory);
    for (const name of wpars) await lab.ok(`mkwpar -n ${name}`);
    // Work takes real time, so that the commands meet in the middle of each other's.
    setPace(lab.directory, '600');
    const results = join(lab.home, 'results');
    mkdirSync(results);
    const lines = mixture(16, 140);
    const script = join(lab.home, 'one.sh');
    writeFileSync(
      script,
      'n=$1; shift\n"$@" >"$RESULTS/$n.out" 2>"$RESULTS/$n.err"; echo $? >"$RESULTS/$n.status"\n',
    );
    const outcome = await run('xargs', ['-P', '16', '-L', '1', 'sh', script], {
      environment: { ...lab.environment(), RESULTS: results },
      input: lines.map((line, index) => `${index} ${line}\n`).join(''),
    });
    expect(outcome).toEqual({ status: 0, signal: null, stdout: '', stderr: '' });

    lines.forEach((line, index) => {
      const read = (end: string) => readFileSync(join(results, `${index}.${end}`), 'utf8');
      const result = { line, status: Number(read('status')), stdout: read('out'), stderr: read('err') };
      checkOutcome(result);
    });
    expect(impossibilities(lab.directory, own)).toEqual([]);
    // Nobody died: nothing is Broken, nothing in between, nothing locked.
    expect(await lab.ok('lswpar -s B')).toBe('');
    expect(await lab.ok('lswpar -s T')).toBe('');
    witness(lab.directory, (engine) =>
      expect(engine.get('SELECT count(*) AS n FROM operation')).toEqual({ n: 0 }),
    );
  });

  interface Result {
    readonly line: string;
    readonly status: number;
    readonly stdout: string;
    readonly stderr: string;
  }

  function checkOutcome(result: Result): void {
    const { line, status, stdout, stderr } = result;
    expect([0, 1], line).toContain(status);
    if (status === 1) expect(stderr, line).toMatch(refusals);
    // rmwpar -F of a WPAR that does not run says so, as on AIX.
    if (status === 0) expect(stderr.replace(/^stopwpar: 0960-254 .*\n/, ''), line).toBe('');
    if (line === 'lswpar -c') checkSummary(stdout);
    if (line === 'lswpar -cM') checkMounts(stdout);
    if (line.startsWith('lswpar -L')) expect(stdout, line).toMatch(/ - (Defined|Active|Transitional)\n/);
  }

  const refusals =
    /^\w+: (0960-419 Could not find|0960-254 |.* (is busy|is already active|must be Defined|already (used|exists)|is used by) ?|Volume group rootvg has|Workload partition \w+ is (Transitional|Defined))/;

  function checkSummary(text: string): void {
    const [header, ...lines] = text.trimEnd().split('\n');
    expect(header).toBe('#name:state:type:hostname:directory:rootvgwpar');
    for (const line of lines) expect(line).toMatch(/^(\w+):[ADT]:S:\w+:\/wpars\/\1:no$/);
    const names = lines.map((line) => line.split(':')[0]);
    expect(names).toEqual([...new Set(names)].sort());
    for (const name of wpars) expect(names).toContain(name);
  }

  // Every WPAR of a listing has all its seven file systems, and no logical volume is two WPARs'.
  function checkMounts(text: string): void {
    const lines = text.trimEnd().split('\n').slice(1);
    const count = new Map<string, number>();
    for (const line of lines) {
      const name = line.split(':')[0] ?? '';
      count.set(name, (count.get(name) ?? 0) + 1);
    }
    for (const [name, mounts] of count) expect(mounts, name).toBe(7);
    const volumes = lines
      .map((line) => line.split(':')[2])
      .filter((device) => device?.startsWith('/dev/fslv'));
    expect(new Set(volumes).size).toBe(volumes.length);
  }
});

describe('files of a laid tree', () => {
  test('are in step with the state after parallel changes', async () => {
    const lab = new TestLab('class');
    await lab.ok('mkwpar -n shared');
    layTreeOf(lab.directory);
    const outcomes: BinOutcome[] = await Promise.all(
      numbers(24).map((number) =>
        run('chwpar', ['-h', `name${number}`, 'shared'], { environment: lab.environment() }),
      ),
    );
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 0, stderr: '' });
    const hostname = (await lab.ok('lswpar -cqa hostname shared')).trim();
    const file = readFileSync(join(lab.directory, 'hosts/classhost/etc/wpars/shared.cf'), 'utf8');
    expect(file).toContain(`hostname = "${hostname}"`);
    expect(dump(lab.directory)).not.toMatch(/^stale /m);
    expect(readdirSync(join(lab.directory, 'hosts/classhost/etc/wpars')).sort()).toEqual([
      'devexports',
      'secattrs',
      'shared.cf',
    ]);
  });
});

function layTreeOf(directory: string): void {
  const lab = Lab.open(directory, processMachine);
  try {
    const host = findHost(lab.engine, 'classhost');
    if (host) layTree(lab, host);
  } finally {
    lab.close();
  }
}
