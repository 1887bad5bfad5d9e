import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Engine } from '../../src/state/engine.ts';
import { schemaVersion } from '../../src/state/schema.ts';
import { fillHost } from '../aix/wpars.ts';
import { impossibilities, witness, worldVolumes } from '../state/facts.ts';
import { type BinOutcome, finished, projectRoot, run, shellEnvironment } from '../support/bins.ts';
import { TestLab, temporaryFolder } from '../support/lab.ts';

/** The places people run commands in: full disks, closed streams, folders that are gone. */

const worldListing = 'dev01:D:S:dev01:/wpars/dev01:no\ndev02:D:S:dev02:/wpars/dev02:no\n';

function shell(line: string, lab: TestLab): Promise<BinOutcome> {
  return run('sh', ['-c', line], { environment: lab.environment(), directory: lab.home });
}

/** Runs with this environment and nothing else. */
function bare(
  program: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>>,
  options: { readonly uid?: number; readonly directory?: string } = {},
): Promise<BinOutcome> {
  const { PATH = '' } = shellEnvironment({});
  const child = spawn(program, argv, {
    env: { PATH, ...environment },
    cwd: options.directory ?? '/',
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  return finished(child);
}

/** Runs a script where mounts of its own are allowed; they are gone with it. */
function withMounts(script: string, lab: TestLab): Promise<BinOutcome> {
  return run('unshare', ['-rm', 'sh', '-c', script], { environment: lab.environment(), directory: lab.home });
}

const mountsAllowed = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs none /mnt']).status === 0;
if (!mountsAllowed)
  console.warn('SKIPPED: no mount namespaces here: read-only folders and full disks are not tested');

const otherUserPossible = process.getuid?.() === 0;
if (!otherUserPossible) console.warn('SKIPPED: not root: what another user may do is not tested');

describe('where the output goes', () => {
  test('lswpar | head -1: one line, no complaint', async () => {
    const lab = new TestLab('empty');
    fillHost(lab, 'aix71', 3000);
    const outcome = await shell('lswpar -cq | head -1; lswpar -L | head -2; lswpar | wc -l', lab);
    expect(outcome).toEqual({
      status: 0,
      signal: null,
      stderr: '',
      stdout: `many1:D:S:many1:/wpars/many1:no\n${'='.repeat(65)}\nmany1 - Defined\n3002\n`,
    });
    const status = await run('bash', ['-c', 'lswpar | head -1 >/dev/null; echo $PIPESTATUS'], {
      environment: lab.environment(),
    });
    expect(status).toMatchObject({ stdout: '0\n', stderr: '' });
  });

  test.each([
    ['lswpar >/dev/full', 'lswpar'],
    ['lswpar -L >/dev/full', 'lswpar'],
    ['lswpar -cG >/dev/full', 'lswpar'],
  ])('%s', async (line, name) => {
    expect(await shell(line, new TestLab('default'))).toEqual({
      status: 1,
      signal: null,
      stdout: '',
      stderr: `${name}: Cannot write to the standard output: ENOSPC.\n`,
    });
  });

  // Node puts /dev/null in the place of a closed stream, so nobody can tell; what counts is that no file of the lab
  // comes to be the standard output.
  test.each([
    ['mkwpar -n dev03 >&-', 0],
    ['mkwpar -n dev03 2>&-', 0],
    ['mkwpar -n dev03 <&- >&- 2>&-', 0],
    ['mkwpar -n dev01 >&- 2>&-', 1],
    ['lswpar >&-', 0],
  ])('with closed streams: %s', async (line, status) => {
    const lab = new TestLab('default');
    const own = worldVolumes(lab.directory);
    expect(await shell(line, lab)).toMatchObject({ status, stderr: '' });
    expect(impossibilities(lab.directory, own)).toEqual([]);
    expect((await lab.ok('lswpar -cqa name')).includes('dev03')).toBe(line.includes('dev03'));
  });

  test('TERM=dumb and no TERM at all: the same bytes', async () => {
    const lab = new TestLab('default');
    const plain = await run('lswpar', [], { environment: lab.environment() });
    for (const TERM of ['dumb', '', 'xterm-256color']) {
      const environment = { ...lab.environment(), TERM, COLUMNS: '20', FORCE_COLOR: '3' };
      expect(await run('lswpar', [], { environment })).toEqual(plain);
    }
  });
});

describe('where the lab is', () => {
  test('no PARLAB_DIR and an empty HOME: refused', async () => {
    expect(await bare('lswpar', [], { HOME: '' })).toEqual({
      status: 1,
      signal: null,
      stdout: '',
      stderr: 'parlab: HOME is not set; name the folder of the lab in PARLAB_DIR.\n',
    });
  });

  test.skipIf(!otherUserPossible)('no PARLAB_DIR, no HOME, a user whom nobody knows: refused', async () => {
    expect(await bare('lswpar', [], {}, { uid: 54_321 })).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'parlab: HOME is not set; name the folder of the lab in PARLAB_DIR.\n',
    });
  });

  test.skipIf(!otherUserPossible)('a HOME that cannot be written: refused', async () => {
    const home = temporaryFolder();
    expect(await bare('lswpar', [], { HOME: home }, { uid: 54_321 })).toMatchObject({
      status: 1,
      stdout: '',
      stderr: `parlab: ${home}/.parlab: the lab cannot be made here (EACCES).\n`,
    });
  });

  test('no HOME, but PARLAB_DIR', async () => {
    const PARLAB_DIR = join(temporaryFolder(), 'lab');
    expect(await bare('lswpar', ['-cq'], { PARLAB_DIR })).toMatchObject({
      status: 0,
      stdout: worldListing,
      stderr: '',
    });
  });

  test('HOME alone: .parlab in it', async () => {
    const HOME = temporaryFolder();
    expect(await bare('lswpar', ['-cq'], { HOME })).toMatchObject({
      status: 0,
      stdout: worldListing,
      stderr: '',
    });
    expect(readdirSync(HOME)).toEqual(['.parlab']);
  });

  test.each([`with blanks`, `with ' and "`, 'with $HOME;`id`', 'ünïcode', '-n', 'a%20b?immutable=1#x'])(
    'a folder called %s',
    async (name) => {
      const PARLAB_DIR = join(temporaryFolder(), name);
      expect(await bare('lswpar', ['-cq'], { PARLAB_DIR })).toMatchObject({
        status: 0,
        stdout: worldListing,
        stderr: '',
      });
      expect(await bare('mkwpar', ['-n', 'dev03'], { PARLAB_DIR })).toMatchObject({ status: 0, stderr: '' });
      expect(existsSync(join(PARLAB_DIR, 'lab.db'))).toBe(true);
    },
  );

  test('the current directory is gone', async () => {
    const lab = new TestLab('default');
    const gone = join(lab.home, 'gone');
    const there = (line: string) => shell(`mkdir gone && cd gone && rmdir ../gone && ${line}`, lab);
    expect(await there('lswpar -cq')).toMatchObject({ status: 0, stdout: worldListing, stderr: '' });
    expect(await there('mkwpar -n dev03 -f some.spec')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'mkwpar: Cannot read some.spec: no such file.\n',
    });
    expect(await there('mkwpar -n dev03 -o some.spec')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'mkwpar: Cannot write some.spec: no such directory.\n',
    });
    expect(await there('PARLAB_DIR=lab lswpar')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'parlab: lab: the current directory is gone; name the lab by its full path.\n',
    });
    expect(await there('mkwpar -n dev03')).toMatchObject({ status: 0, stderr: '' });
    expect(existsSync(gone) || existsSync('/some.spec')).toBe(false);
  });

  test('a place that can be no folder', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const places = [
      join(folder, 'file'),
      join(folder, 'file', 'below'),
      '/proc/nothing',
      '/proc/nothing/below',
      '/dev/null/x',
    ];
    for (const PARLAB_DIR of places) {
      const outcome = await bare('lswpar', [], { PARLAB_DIR });
      expect(outcome, PARLAB_DIR).toMatchObject({ status: 1, stdout: '' });
      expect(outcome.stderr).toMatch(/^parlab: \S+: the lab cannot be made here \(E\w+\)\.\n$/);
    }
  });
});

describe('what the lab is', () => {
  const database = (lab: TestLab) => join(lab.directory, 'lab.db');

  test.each([
    ['text', Buffer.from('this is no database, whatever its name says\n'.repeat(100))],
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.from(Array.from({ length: 8192 }, (_, index) => (index * 37 + (index >> 3)) % 256))],
  ])('a file of %s is refused, and left alone', async (_, content) => {
    const lab = new TestLab('default');
    writeFileSync(database(lab), content);
    for (const line of ['lswpar', 'mkwpar -n dev03']) {
      expect(await shell(line, lab)).toEqual({
        status: 1,
        signal: null,
        stdout: '',
        stderr: `parlab: ${database(lab)}: the file is not a lab; "parlab reset" makes it anew.\n`,
      });
    }
    expect(readFileSync(database(lab)).equals(content)).toBe(true);
  });

  test("another program's database is refused, and left alone", async () => {
    const lab = new TestLab('default');
    const other = join(lab.home, 'other.db');
    const engine = Engine.open(other, { timeout: 0 });
    engine.exec('CREATE TABLE recipes (name TEXT)');
    engine.close();
    copyFileSync(other, database(lab));
    const before = readFileSync(database(lab));
    expect(await shell('lswpar', lab)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('is not a lab'),
    });
    expect(readFileSync(database(lab)).equals(before)).toBe(true);
  });

  test('a damaged lab is refused', async () => {
    const lab = new TestLab('default');
    const bytes = readFileSync(database(lab));
    bytes.fill(0xa5, 4096);
    writeFileSync(database(lab), bytes);
    const outcome = await shell('lswpar', lab);
    expect(outcome).toMatchObject({ status: 1, stdout: '' });
    expect(outcome.stderr).toMatch(/^parlab: \S+: the lab is damaged; "parlab reset" makes it anew/);
  });

  test('a lab of a newer parlab is refused', async () => {
    const lab = new TestLab('default');
    witness(lab.directory, (engine) => engine.exec('PRAGMA user_version = 99'));
    for (const line of ['lswpar', 'mkwpar -n dev03']) {
      expect(await shell(line, lab)).toMatchObject({
        status: 1,
        stdout: '',
        stderr: `parlab: ${lab.directory}: the lab was written by a newer parlab (schema 99; this one knows ${schemaVersion}).\n`,
      });
    }
  });
});

describe('older labs', () => {
  const folder = join(import.meta.dirname, '..', 'state', 'labs');
  const dumps = readdirSync(folder).filter((file) => file.endsWith('.sql'));

  test('there is a dump of every schema there ever was', () => {
    expect(dumps.sort()).toEqual(
      Array.from({ length: schemaVersion }, (_, index) => `schema-${index + 1}.sql`),
    );
  });

  test.each(dumps)('%s is brought up to date, listed and worked with', async (file) => {
    const PARLAB_DIR = temporaryFolder();
    const engine = Engine.open(join(PARLAB_DIR, 'lab.db'), { timeout: 0 });
    engine.exec(readFileSync(join(folder, file), 'utf8'));
    engine.close();
    const own = worldVolumes(PARLAB_DIR);
    expect(await bare('lswpar', ['-cq'], { PARLAB_DIR })).toMatchObject({
      status: 0,
      stdout: worldListing,
      stderr: '',
    });
    for (const [program, ...argv] of [
      ['startwpar', 'dev01'],
      ['mkwpar', '-n', 'dev03'],
      ['rmwpar', '-F', 'dev01'],
    ] as const) {
      expect(await bare(program, argv, { PARLAB_DIR }), program).toMatchObject({ status: 0, stderr: '' });
    }
    expect(impossibilities(PARLAB_DIR, own)).toEqual([]);
    witness(PARLAB_DIR, (each) =>
      expect(each.get('PRAGMA user_version')).toEqual({ user_version: schemaVersion }),
    );
  });
});

/** Commands that only look, and one that would change something. */
const look = 'lswpar -cq; echo $?; lswpar -cq -N dev01; echo $?';
const seen = `${worldListing}0\ndev01:en0:172.16.20.11:255.255.255.0:172.16.20.255\n0\n`;
const changes = [
  'mkwpar -n dev03',
  'startwpar dev01',
  'chwpar -h other dev01',
  'rmwpar dev01',
  'syncwpar dev01',
];

describe.skipIf(!mountsAllowed)('a read-only folder', () => {
  const readOnly = 'mount --bind lab lab && mount -o remount,bind,ro lab && ';

  test('with nothing pending: lists work, the rest is refused', async () => {
    const lab = new TestLab('default');
    const before = readFileSync(join(lab.directory, 'lab.db'));
    expect(await withMounts(readOnly + look, lab)).toEqual({
      status: 0,
      signal: null,
      stdout: seen,
      stderr: '',
    });
    for (const line of changes) {
      expect(await withMounts(readOnly + line, lab), line).toEqual({
        status: 1,
        signal: null,
        stdout: '',
        stderr: `parlab: ${lab.directory}: the lab is read-only.\n`,
      });
    }
    expect(readFileSync(join(lab.directory, 'lab.db')).equals(before)).toBe(true);
  });

  /** What a kill -9 right after a commit leaves: the change is in the log only. */
  async function pending(): Promise<TestLab> {
    const lab = new TestLab('default');
    const aside = join(lab.home, 'aside');
    mkdirSync(aside);
    witness(lab.directory, (engine) => {
      engine.exec("UPDATE wpar SET hostname = 'pending' WHERE name = 'dev01'");
      for (const file of readdirSync(lab.directory))
        copyFileSync(join(lab.directory, file), join(aside, file));
    });
    cpSync(aside, lab.directory, { recursive: true });
    return lab;
  }

  test('with changes pending in the log and no shared memory: refused, until it was writable once', async () => {
    const lab = await pending();
    const line = `rm lab/lab.db-shm; ${readOnly} lswpar -cq`;
    expect(await withMounts(line, lab)).toEqual({
      status: 1,
      signal: null,
      stdout: '',
      stderr: `parlab: ${lab.directory}: the lab is read-only and has changes pending in its log; make it writable once.\n`,
    });
    expect((await shell('lswpar -cqa hostname dev01', lab)).stdout).toBe('pending\n');
    expect((await withMounts(`${readOnly} lswpar -cqa hostname dev01`, lab)).stdout).toBe('pending\n');
  });

  test('with the shared memory beside the log: the list has the pending change, the rest is refused', async () => {
    const lab = await pending();
    expect(await withMounts(`${readOnly} lswpar -cqa hostname dev01`, lab)).toMatchObject({
      status: 0,
      stdout: 'pending\n',
      stderr: '',
    });
    expect(await withMounts(`${readOnly} mkwpar -n dev03`, lab)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^parlab: \S+: the lab is read-only\.\n$/),
    });
  });
});

test.skipIf(!otherUserPossible)("another user's lab: lists work, the rest is refused", async () => {
  const lab = new TestLab('default');
  for (const path of [lab.home, lab.directory]) chmodSync(path, 0o755);
  chmodSync(join(lab.directory, 'lab.db'), 0o644);
  const environment = lab.environment();
  const nobody = (program: string, ...argv: string[]) => bare(program, argv, environment, { uid: 54_321 });
  expect(await nobody('lswpar', '-cq')).toMatchObject({ status: 0, stdout: worldListing, stderr: '' });
  expect(await nobody('mkwpar', '-n', 'dev03')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: `parlab: ${lab.directory}: the lab is read-only.\n`,
  });
  chmodSync(lab.directory, 0o700);
  const outcome = await nobody('lswpar');
  expect(outcome).toMatchObject({ status: 1, stdout: '' });
  expect(outcome.stderr).toMatch(/^parlab: /);
});

describe.skipIf(!mountsAllowed)('a full disk', () => {
  const full =
    /^parlab: \S+: (the lab could not be written: input or output error, or no space left|no space left for the lab; nothing was changed)\.\n$/;

  test('no room for a change: refused, nothing is lost, lists work; with room again all goes on', async () => {
    const lab = new TestLab('default');
    const outcome = await withMounts(
      `mkdir disk && mount -t tmpfs -o size=3m none disk && cp -r lab disk/lab && export PARLAB_DIR=$PWD/disk/lab
       mkwpar -n dev03 >/dev/null; echo $?
       dd if=/dev/zero of=disk/fill 2>/dev/null
       mkwpar -n dev04; echo $?
       lswpar -cqa name; echo $?
       rm disk/fill
       mkwpar -n dev04 >/dev/null; echo $?
       lswpar -cqa name`,
      lab,
    );
    expect(outcome).toMatchObject({
      status: 0,
      stdout: '0\n1\ndev01\ndev02\ndev03\n0\n0\ndev01\ndev02\ndev03\ndev04\n',
    });
    expect(outcome.stderr).toMatch(full);
  });

  test('filled up while commands run: each is done or refused, the lab stays whole', async () => {
    const lab = new TestLab('default');
    const own = worldVolumes(lab.directory);
    const outcome = await withMounts(
      `mkdir disk && mount -t tmpfs -o size=3m none disk && cp -r lab disk/lab && export PARLAB_DIR=$PWD/disk/lab
       for left in 400 300 200 160 120 100 80 60 40 20 0; do
         free=$(df -k disk | awk 'NR == 2 { print $4 }')
         dd if=/dev/zero of=disk/fill bs=1k count=$((free - left)) 2>/dev/null
         mkwpar -n w$left >/dev/null 2>>errors; echo w$left $?
         rm disk/fill
       done
       cp -r disk/lab after`,
      lab,
    );
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    const results = outcome.stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' '));
    const made = results.filter(([, status]) => status === '0').map(([name]) => name);
    expect(new Set(results.map(([, status]) => status))).toEqual(new Set(['0', '1']));
    const errors = readFileSync(join(lab.home, 'errors'), 'utf8').split(/(?<=\n)/);
    for (const error of errors) expect(error).toMatch(full);
    const after = await bare('lswpar', ['-cqa', 'name'], { PARLAB_DIR: join(lab.home, 'after') });
    expect(after.stdout.split('\n').filter((name) => name.startsWith('w'))).toEqual(
      expect.arrayContaining(made),
    );
    expect(impossibilities(join(lab.home, 'after'), own)).toEqual([]);
  });

  test('no room even for the lab itself: refused, nothing is left behind', async () => {
    const outcome = await withMounts(
      `mkdir disk && mount -t tmpfs -o size=60k none disk; PARLAB_DIR=$PWD/disk/lab lswpar; echo $?; ls -A disk/lab`,
      new TestLab('default'),
    );
    expect(outcome.stdout).toBe('1\n');
    expect(outcome.stderr).toMatch(/^parlab: \S+: .*no space left/);
  });
});

describe('two versions of Node', () => {
  test('a bundle without a code cache of this Node works, and a cache of rubbish is not believed', async () => {
    const copy = join(temporaryFolder(), 'parlab');
    mkdirSync(copy);
    for (const part of ['bin', 'dist', 'package.json', 'src']) {
      cpSync(join(projectRoot, part), join(copy, part), { recursive: true });
    }
    // The engine is where it was installed; a copy finds it as a package that is linked.
    spawnSync('ln', ['-s', join(projectRoot, 'node_modules'), join(copy, 'node_modules')]);
    const cached = () => readdirSync(join(copy, 'dist')).filter((file) => /^lswpar-.*\.cache$/.test(file));
    const PARLAB_DIR = join(copy, 'lab');
    const list = () => bare(join(copy, 'bin', 'lswpar'), ['-cq'], { PARLAB_DIR });
    const good = { status: 0, stdout: worldListing, stderr: '' };
    for (const file of cached()) rmSync(join(copy, 'dist', file));
    expect(await list()).toMatchObject(good);
    for (const file of cached()) writeFileSync(join(copy, 'dist', file), 'rubbish');
    expect(await list()).toMatchObject(good);
    for (const file of cached()) chmodSync(join(copy, 'dist', file), 0);
    expect(await list()).toMatchObject(good);
  });
});
