import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { done, lifeCycle } from '../aix/wpars.ts';
import { type BinOutcome, finished, start } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import {
  type LabPlace,
  parlab,
  parlabJson,
  parlabOk,
  realBin,
  typeParlab,
  withEnvironment,
} from '../support/parlab.ts';

const refused = (message: string) => ({ status: 1, stdout: '', stderr: `parlab: ${message}\n` });

function cloned(lab: TestLab, name: string): LabPlace {
  const directory = join(lab.home, name);
  return { ...withEnvironment(lab, { PARLAB_DIR: directory }), directory };
}

describe('save, list, rm', () => {
  test('snapshots by name, with what is in them', async () => {
    const lab = new TestLab('default', 'l488pp008');
    expect(await typeParlab(lab, 'snapshot list')).toEqual(done('There are no snapshots.\n'));
    expect(await parlabJson(lab, 'snapshot list')).toEqual([]);
    expect(await typeParlab(lab, 'snapshot save start')).toEqual(done('Saved the world as start.\n'));
    await lab.ok('startwpar dev01');
    await lab.ok('rmwpar dev02');
    await parlabOk(lab, 'path l488pp008:/etc');
    expect(await typeParlab(lab, 'snapshot save later --json')).toEqual(
      done('{\n  "snapshot": "later"\n}\n'),
    );
    const text = await parlabOk(lab, 'snapshot list');
    expect(text.replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/gm, 'REAL')).toBe(
      `Snapshot  World    Lab time             WPARs  Trees  Saved
later     default  2011-11-17 10:20:11  4      yes    REAL
start     default  2011-11-17 10:20:00  5      no     REAL
`,
    );
    expect(await parlabJson(lab, 'snapshot list')).toMatchObject([
      {
        name: 'later',
        world: 'default',
        clock: '2011-11-17 10:20:11',
        wpars: 4,
        trees: true,
        damaged: false,
      },
      {
        name: 'start',
        world: 'default',
        clock: '2011-11-17 10:20:00',
        wpars: 5,
        trees: false,
        damaged: false,
      },
    ]);
    expect(await typeParlab(lab, 'snapshot rm start')).toEqual(done('Removed the snapshot start.\n'));
    expect(await typeParlab(lab, 'snapshot rm start')).toEqual(
      refused(`${lab.directory}: there is no snapshot called start.`),
    );
    expect(readdirSync(join(lab.directory, 'snapshots'))).toEqual(['later']);
  });

  test('a name is taken once, unless --force', async () => {
    const lab = new TestLab('empty');
    await parlabOk(lab, 'snapshot save a');
    await lab.ok('mkwpar -n one');
    expect(await typeParlab(lab, 'snapshot save a')).toEqual(
      refused('There is a snapshot called a already; --force replaces it.'),
    );
    expect(await parlabJson(lab, 'snapshot list')).toMatchObject([{ name: 'a', wpars: 0 }]);
    await parlabOk(lab, 'snapshot save a --force');
    expect(await parlabJson(lab, 'snapshot list')).toMatchObject([{ name: 'a', wpars: 1 }]);
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => realBin(lab, 'parlab snapshot save b')),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual([0, 1, 1, 1]);
    expect(readdirSync(join(lab.directory, 'snapshots'))).toEqual(['a', 'b']);
  });

  const rule = 'letters, digits, . _ and -, at most 60, not beginning with . or -.';
  test('other names are refused everywhere, and nothing is written', async () => {
    const lab = new TestLab('empty');
    const names = [
      '..',
      '.',
      '.hidden',
      'a/b',
      '../up',
      '/tmp/abs',
      '',
      ' ',
      'a b',
      "a'b",
      'ü',
      'a\\b',
      'n'.repeat(61),
      'n'.repeat(200),
    ];
    for (const name of names) {
      const message = `${name || "''"} is no name for a snapshot: ${rule}`;
      for (const verb of [['save'], ['save', '--force'], ['restore'], ['diff'], ['rm']]) {
        expect(await parlab(lab, 'snapshot', ...verb, name), verb.join(' ')).toEqual(refused(message));
      }
      expect(await parlab(lab, 'snapshot', 'clone', name, 'there')).toEqual(refused(message));
    }
    expect(readdirSync(lab.home)).toEqual(['lab']);
    expect(readdirSync(lab.directory).filter((file) => !file.startsWith('lab.db'))).toEqual([]);
  });

  test.each(['1', '__proto__', 'a.b-c_d', 'n'.repeat(60)])('the name %s is one', async (name) => {
    const lab = new TestLab('empty');
    expect(await parlab(lab, 'snapshot', 'save', name)).toEqual(done(`Saved the world as ${name}.\n`));
    expect(await parlab(lab, 'snapshot', 'rm', name)).toEqual(done(`Removed the snapshot ${name}.\n`));
  });
});

describe('restore', () => {
  test('brings back everything, laid trees with their edits too', async () => {
    const lab = lifeCycle();
    const devexports = (await parlabOk(lab, 'path lab71:/etc/wpars/devexports')).trimEnd();
    const full = readFileSync(devexports, 'utf8');
    writeFileSync(devexports, full.replace(/name:\n {3}value = "\/dev\/hdisk\*"\n.*\n/, ''));
    const edited = readFileSync(devexports, 'utf8');
    await parlabOk(lab, 'pace advance 1h');
    await parlabOk(lab, 'snapshot save a');
    const before = lab.dump();
    writeFileSync(devexports, full);
    for (const line of ['startwpar web', 'rmwpar own', 'mkwpar -n new', 'chwpar -h other stale'])
      await lab.ok(line);
    await parlabOk(lab, 'pace 60x');
    expect(await typeParlab(lab, 'snapshot diff a --all')).toMatchObject({ status: 1, stderr: '' });
    expect(await typeParlab(lab, 'snapshot restore a')).toEqual(
      done(`The lab in ${lab.directory} is as it was in a.\n`),
    );
    expect(readFileSync(devexports, 'utf8')).toBe(edited);
    expect(await typeParlab(lab, 'snapshot diff a --all')).toEqual(done(''));
    expect(worldOf(lab.dump())).toEqual(worldOf(before));
    // What counts is what the file says now.
    const exported = await lab.type('chwpar -D devname=hdisk3 web');
    expect(exported).toMatchObject({ status: 1, stderr: expect.stringContaining('/etc/wpars/devexports') });
    expect(edited).not.toBe(full);
    expect(
      readdirSync(lab.directory)
        .filter((file) => !file.startsWith('lab.db'))
        .sort(),
    ).toEqual(['hosts', 'snapshots']);
  });

  // What says who the world is now, and since when.
  function worldOf({ meta = [], ...rest }: Record<string, unknown[]>): unknown {
    const own = (row: unknown) => ['clock.anchor', 'generation'].includes((row as { key: string }).key);
    return { ...rest, meta: meta.filter((row) => !own(row)) };
  }

  test('trees that were laid later are gone', async () => {
    const lab = new TestLab('default');
    await parlabOk(lab, 'snapshot save a');
    await parlabOk(lab, 'path l488pp008:/etc');
    await parlabOk(lab, 'snapshot restore a');
    expect(existsSync(join(lab.directory, 'hosts'))).toBe(false);
    expect((await parlabJson<{ trees: string[] }>(lab, 'status')).trees).toEqual([]);
  });

  test('an unknown or damaged snapshot is refused, and the lab stays', async () => {
    const lab = new TestLab('empty');
    await lab.ok('mkwpar -n one');
    await parlabOk(lab, 'snapshot save a');
    const database = join(lab.directory, 'snapshots', 'a', 'lab.db');
    writeFileSync(database, readFileSync(database).fill(0xa5, 4096));
    const before = lab.dump();
    expect(await typeParlab(lab, 'snapshot restore nosuch')).toEqual(
      refused(`${lab.directory}: there is no snapshot called nosuch.`),
    );
    for (const line of ['snapshot restore a', 'snapshot diff a', 'snapshot clone a there']) {
      expect(await typeParlab(lab, line), line).toEqual(refused(`${database}: the snapshot is damaged.`));
    }
    expect(lab.dump()).toEqual(before);
    expect(await parlabOk(lab, 'snapshot list')).toContain('(damaged)');
    expect(existsSync(join(lab.home, 'there'))).toBe(false);
  });

  test('brings a damaged lab back', async () => {
    const lab = new TestLab('empty');
    await lab.ok('mkwpar -n one');
    await parlabOk(lab, 'snapshot save a');
    rmSync(join(lab.directory, 'lab.db-wal'), { force: true });
    writeFileSync(join(lab.directory, 'lab.db'), 'no lab\n'.repeat(900));
    expect(await parlabOk(lab, 'snapshot restore a')).toBe(
      `The lab in ${lab.directory} is as it was in a.\nIts database was damaged; that file is now ${lab.directory}/lab.db.damaged-1.\n`,
    );
    expect(await lab.ok('lswpar -cqa name')).toBe('one\n');
  });

  test('what was at work when it was saved is as if it had died', async () => {
    const lab = new TestLab('empty');
    await lab.ok('mkwpar -n one');
    await lab.inProgress('one', 'startwpar', process.pid);
    await parlabOk(lab, 'snapshot save a');
    expect(await lab.ok('lswpar -cqa state one')).toBe('T\n');
    await parlabOk(lab, 'snapshot restore a');
    expect(await lab.ok('lswpar -cqa state one')).toBe('B\n');
    expect(await parlabOk(lab, 'log one')).toContain(`Broken: startwpar (process ${process.pid})`);
  });

  test('eight readers never see half a world', async () => {
    const lab = new TestLab('empty');
    const world = (prefix: string) => Array.from({ length: 6 }, (_, index) => `${prefix}${index}`);
    for (const name of world('old')) await lab.ok(`mkwpar -n ${name}`);
    await parlabOk(lab, 'snapshot save old');
    for (const name of world('old')) await lab.ok(`rmwpar ${name}`);
    for (const name of world('new')) await lab.ok(`mkwpar -n ${name}`);
    await parlabOk(lab, 'snapshot save new');
    const stop = join(lab.home, 'stop');
    const loop = `until [ -e '${stop}' ]; do lswpar -cqa name | tr '\\n' ' '; echo "$? "; done`;
    const readers: Promise<BinOutcome>[] = Array.from({ length: 8 }, () =>
      finished(start('/bin/sh', ['-c', loop], { environment: lab.environment() })),
    );
    for (let round = 0; round < 6; round++) {
      for (const name of ['old', 'new']) await parlabOk(lab, `snapshot restore ${name}`);
    }
    writeFileSync(stop, '');
    const seen = new Set<string>();
    for (const { stdout, stderr } of await Promise.all(readers)) {
      expect(stderr).toBe('');
      for (const line of stdout.trimEnd().split('\n')) seen.add(line.trimEnd());
    }
    expect([...seen].sort()).toEqual([`${world('new').join(' ')} 0`, `${world('old').join(' ')} 0`]);
  });
});

describe('diff', () => {
  test('nothing: no lines, status 0', async () => {
    const lab = lifeCycle();
    await parlabOk(lab, 'snapshot save a');
    expect(await typeParlab(lab, 'snapshot diff a')).toEqual(done(''));
    expect(await typeParlab(lab, 'snapshot diff a a')).toEqual(done(''));
    expect(await typeParlab(lab, 'snapshot diff a --json')).toEqual(done('[]\n'));
  });

  test.each([
    [
      'mkwpar -n new -N address=10.0.42.77 netmask=255.255.252.0',
      ['volume group rootvg: free 52 -> 48', 'new: added'],
    ],
    ['rmwpar web', ['volume group rootvg: free 52 -> 56', 'web: removed']],
    ['startwpar web', ['web: state Defined -> Active']],
    ['chwpar -h other stale', ['stale: hostname stale -> other']],
    ['chwpar -A stale', ['stale: auto 0 -> 1']],
    ['chwpar -M directory=/more dev=/dev/xx disk', ['disk mount /more: added']],
    [
      'chwpar -M directory=/data size=512M db',
      ['volume group rootvg: free 52 -> 50', 'db mount /data: size_kb 262144 -> 524288'],
    ],
    ['chwpar -K -M directory=/data db', ['volume group rootvg: free 52 -> 54', 'db mount /data: removed']],
    ['chwpar -N address=10.0.42.78 netmask=255.255.252.0 disk', ['disk network 10.0.42.78: added']],
    ['chwpar -K -N address=10.0.42.12 db', ['db network 10.0.42.12: removed']],
    [
      'chwpar -I rtdest=default rtgateway=10.0.42.253 web',
      ['web: routing 0 -> 1', 'web route default 10.0.42.253: added'],
    ],
    ['chwpar -R shares_CPU=30 db', ['db resource shares_CPU: value 20 -> 30']],
    ['chwpar -R totalPTYs=30 web', ['web resource totalPTYs: added']],
    ['chwpar -D devname=hdisk3 web', ['web device hdisk3: added']],
  ])('%s', async (line, lines) => {
    const lab = lifeCycle();
    await parlabOk(lab, 'snapshot save a');
    await lab.ok(line);
    expect(await typeParlab(lab, 'snapshot diff a')).toEqual({
      status: 1,
      stdout: lines.map((each) => `lab71 ${each}\n`).join(''),
      stderr: '',
    });
    // The same two worlds the other way round.
    await parlabOk(lab, 'snapshot save b');
    const forth = await parlabJson<{ change: string; from?: unknown; to?: unknown }[]>(
      lab,
      'snapshot diff a b',
    );
    const back = await parlabJson<{ change: string; from?: unknown; to?: unknown }[]>(
      lab,
      'snapshot diff b a',
    );
    const opposite: Record<string, string> = { added: 'removed', removed: 'added', changed: 'changed' };
    expect(back).toEqual(
      forth.map(({ change, from, to, ...rest }) => ({
        ...rest,
        change: opposite[change],
        ...(change === 'changed' ? { from: to, to: from } : {}),
      })),
    );
  });

  test('--all adds what a thing made again has anew', async () => {
    const lab = lifeCycle();
    await parlabOk(lab, 'snapshot save a');
    await lab.ok('rmwpar web');
    await lab.ok('mkwpar -n web -N interface=en0 address=10.0.42.11');
    expect(await typeParlab(lab, 'snapshot diff a')).toEqual(done(''));
    const { status, stdout } = await typeParlab(lab, 'snapshot diff a --all');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^lab71 web: uuid \S+ -> \S+$/m);
    expect(stdout).toMatch(/^lab71 web: configured_id \d+ -> \d+$/m);
  });

  test('files of hosts', async () => {
    const lab = new TestLab('default');
    await parlabOk(lab, 'snapshot save plain');
    const devexports = (await parlabOk(lab, 'path l488pp008:/etc/wpars/devexports')).trimEnd();
    expect(await typeParlab(lab, 'snapshot diff plain')).toEqual(done(''));
    appendFileSync(devexports, '# mine\n');
    mkdirSync(join(devexports, '../../../home'), { recursive: true });
    writeFileSync(join(devexports, '../../../home/notes'), 'text\n');
    const lines =
      'l488pp008 file /etc/wpars/devexports: content changed\nl488pp008 file /home/notes: added\n';
    expect(await typeParlab(lab, 'snapshot diff plain')).toEqual({ status: 1, stdout: lines, stderr: '' });
    await parlabOk(lab, 'snapshot save edited');
    rmSync(join(devexports, '../../../home/notes'));
    expect(await typeParlab(lab, 'snapshot diff edited')).toEqual({
      status: 1,
      stdout: 'l488pp008 file /home/notes: removed\n',
      stderr: '',
    });
  });

  test('a WPAR whose process died is Broken in it', async () => {
    const lab = new TestLab('empty');
    await lab.ok('mkwpar -n one');
    await parlabOk(lab, 'snapshot save a');
    await lab.inProgress('one', 'startwpar', 999_999_999);
    expect(await typeParlab(lab, 'snapshot diff a')).toEqual({
      status: 1,
      stdout: 'aix71 one: state Defined -> Broken\n',
      stderr: '',
    });
  });
});

describe('clone', () => {
  test.each(['start', '--current'])('a lab of its own, with its trees (%s)', async (from) => {
    const lab = new TestLab('default');
    const devexports = (await parlabOk(lab, 'path l488pp008:/etc/wpars/devexports')).trimEnd();
    appendFileSync(devexports, '# mine\n');
    await parlabOk(lab, 'snapshot save start');
    const other = cloned(lab, 'deep/down/other');
    expect(await typeParlab(lab, `snapshot clone ${from} deep/down/other`)).toEqual(
      done(`Made the lab in ${other.directory}.\n`),
    );
    const theirs = (await parlabOk(other, 'path l488pp008:/etc/wpars/devexports')).trimEnd();
    expect(theirs).toBe(join(other.directory, 'hosts/l488pp008/etc/wpars/devexports'));
    expect(readFileSync(theirs, 'utf8')).toBe(readFileSync(devexports, 'utf8'));
    expect(await parlabJson(other, 'snapshot list')).toEqual([]);
    appendFileSync(theirs, '# theirs\n');
    expect((await realBin(other, 'mkwpar -n theirs')).status).toBe(0);
    await lab.ok('mkwpar -n ours');
    expect((await realBin(other, 'lswpar -cqa name')).stdout).toBe('dev01\ndev02\ntheirs\n');
    expect(await lab.ok('lswpar -cqa name')).toBe('dev01\ndev02\nours\n');
    expect(readFileSync(devexports, 'utf8')).not.toContain('theirs');
    expect(await typeParlab(other, 'snapshot diff start')).toEqual(
      refused(`${other.directory}: there is no snapshot called start.`),
    );
    await parlabOk(other, 'reset');
    expect(readFileSync(devexports, 'utf8')).toContain('# mine');
  });

  test('only into a folder that is new or empty', async () => {
    const lab = new TestLab('empty');
    await parlabOk(lab, 'snapshot save a');
    mkdirSync(join(lab.home, 'empty'));
    expect((await typeParlab(lab, 'snapshot clone a empty')).status).toBe(0);
    writeFileSync(join(lab.home, 'file'), '');
    for (const [target, message] of [
      ['empty', `${lab.home}/empty: the folder is not empty.`],
      ['.', `${lab.home}: the folder is not empty.`],
      ['lab', `${lab.directory}: the folder is not empty.`],
      ['file', `${lab.home}/file: the lab cannot be made here (ENOTDIR).`],
      ['file/below', `${lab.home}/file/below: the lab cannot be made here (EEXIST).`],
    ] as const) {
      for (const from of ['a', '--current']) {
        expect(await typeParlab(lab, `snapshot clone ${from} ${target}`), target).toEqual(refused(message));
      }
    }
    expect(readdirSync(lab.home).sort()).toEqual(['empty', 'file', 'lab']);
  });
});
