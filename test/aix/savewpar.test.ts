import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inside, insideTest } from '../runtime/inside.ts';
import { run } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';

const host = 'l488pp008';

/** Listing 10 with another name and count. */
function listing10(name: string, count: number): string {
  return `Creating information file (/image.data) for ${name}.

Creating list of files to back up.

Backing up ${count} files

${count} of ${count} files (100%)
0512-038 savewpar: Backup Completed Successfully.
`;
}

describe('what is refused changes nothing', () => {
  test.each([
    ['savewpar dev02', 1, 'savewpar: Cannot open /dev/rmt0: the lab has no tape drives. Name a file.\n'],
    [
      'savewpar -f /dev/rmt1.5 dev02',
      1,
      'savewpar: Cannot open /dev/rmt1.5: the lab has no tape drives. Name a file.\n',
    ],
    ['savewpar -f x nosuch', 1, 'savewpar: 0960-419 Could not find a workload partition called nosuch.\n'],
    [
      'savewpar -f - dev02',
      1,
      'savewpar: A backup cannot be written to the standard output here: name a file with -f.\n',
    ],
    ['savewpar -f nosuch/x dev02', 1, 'savewpar: Cannot write nosuch/x: no such directory.\n'],
    ['savewpar -f /dev/null dev02', 1, 'savewpar: Cannot write /dev/null: it is not a plain file.\n'],
    ['savewpar -f . dev02', 1, 'savewpar: Cannot write .: it is a directory.\n'],
    ['savewpar -e -f x dev02', 1, 'savewpar: The exclude file /etc/exclude.dev02 was not found.\n'],
    ['savewpar -m -f x dev02', 2, /-m flag is not supported by parlab: the lab does not know/],
    ['savewpar -T -f x dev02', 2, /-T flag is not supported by parlab: the lab has no snapshots/],
    ['savewpar -P -f x dev02', 2, /-P flag is not supported by parlab/],
    ['savewpar -V -f x dev02', 2, /-V flag is not supported by parlab: it is for tapes/],
    ['savewpar -A -f x dev02', 2, /-A flag is not supported by parlab/],
    ['savewpar -b 0 -f x dev02', 2, /^savewpar: "0" is not a number of blocks\.\n/],
    ['savewpar -b 99999999 -f x dev02', 2, /is not a number of blocks/],
    ['savewpar -f x', 2, /WparName is required/],
  ] as [string, number, RegExp | string][])('%s', async (line, status, stderr) => {
    const lab = new TestLab('default', host);
    const before = lab.dump();
    const outcome = await lab.type(line);
    expect(outcome.status).toBe(status);
    expect(outcome.stdout).toBe('');
    if (typeof stderr === 'string') expect(outcome.stderr).toBe(stderr);
    else expect(outcome.stderr).toMatch(stderr);
    expect(lab.dump()).toEqual(before);
    expect(readdirSync(lab.home)).toEqual(['lab']);
  });

  test('an application WPAR, a busy one, a Broken one', async () => {
    const lab = new TestLab('default', host);
    await lab.inProgress('dev01', 'stopwpar', process.pid);
    expect((await lab.type('savewpar -f x dev01')).stderr).toBe(
      `savewpar: Workload partition dev01 is busy: stopwpar (process ${process.pid}) is in progress.\n`,
    );
    await lab.inProgress('dev02', 'stopwpar', 999_999_999);
    expect((await lab.type('savewpar -f x dev02')).stderr).toMatch(/dev02 is Broken/);
    expect(readdirSync(lab.home)).toEqual(['lab']);
  });
});

describe('a backup', () => {
  insideTest("is that of listing 10; an Active WPAR stays Active, the files are the caller's", async () => {
    const lab = new TestLab('default', host);
    await lab.ok('startwpar dev02');
    const printed = await lab.ok('savewpar -f dev02.snapshot dev02');
    const count = Number(/Backing up (\d+) files/.exec(printed)?.[1]);
    expect(printed).toBe(listing10('dev02', count));
    const listed = await lab.ok('lssavewpar -f dev02.snapshot');
    expect(listed).toContain(`The number of archived files is ${count}.\n`);
    expect(readdirSync(lab.home).sort()).toEqual(['dev02.snapshot', 'lab']);
    expect(statSync(join(lab.home, 'dev02.snapshot')).mode & 0o777).toBe(0o644);
    expect(readFileSync(join(lab.home, 'dev02.snapshot'), 'latin1').split('\n', 1)).toEqual([
      'parlab-image savewpar 7.1.2.0',
    ]);
    expect(await lab.ok('lswpar -cqa name,state')).toBe('dev01:D\ndev02:A\n');
    // What was there is replaced when the new one is whole, and not before.
    const before = readFileSync(join(lab.home, 'dev02.snapshot'));
    expect((await lab.type('savewpar -e -f dev02.snapshot dev02')).status).toBe(1);
    expect(readFileSync(join(lab.home, 'dev02.snapshot'))).toEqual(before);
  });

  insideTest('leaves out what /etc/exclude.NAME fits, and says which line is no pattern', async () => {
    const lab = new TestLab('default', host);
    await inside(lab, host, "printf '%s\\n' '^./tmp/' '' '\\.o$' 'gu.st' > /etc/exclude.dev02");
    await lab.ok('startwpar dev02');
    const made = 'cd /tmp && touch gone /home/a.o /home/ao /var/tmp/kept';
    await run('clogin', ['dev02', made], { environment: lab.environment() });
    const verbose = await lab.ok('savewpar -evf x dev02');
    const names = verbose.split('\n').flatMap((line) => /^a \d+ (.*)/.exec(line)?.[1] ?? []);
    expect(names.slice(0, 3)).toEqual([
      './.savewpar_dir/wpar.spec',
      './.savewpar_dir/image.data',
      './.savewpar_dir/backup.data',
    ]);
    expect(names).toEqual(expect.arrayContaining(['./', './tmp', './home', './home/ao', './var/tmp/kept']));
    for (const name of ['./tmp/gone', './home/a.o', './home/guest']) expect(names).not.toContain(name);
    expect(names.filter((name) => /^.\/(usr|proc|dev|opt)/.test(name))).toEqual([]);
    expect(verbose).toContain(
      `\nBacking up ${names.length} files\n\n${names.length} of ${names.length} files (100%)\n`,
    );
    await inside(lab, host, "printf 'a\\n[\\n' > /etc/exclude.dev02");
    expect(await lab.type('savewpar -e -f y dev02')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'savewpar: The exclude file /etc/exclude.dev02, line 2: a [ without ].\n',
    });
    expect(existsSync(join(lab.home, 'y'))).toBe(false);
  });

  insideTest('goes to the standard output, and to a file of the host from inside it', async () => {
    const lab = new TestLab('default', host);
    const environment = lab.environment();
    const through =
      'savewpar -pf - dev02 2> said > x; echo $?; tail -1 said; head -1 x; lssavewpar -f x | tail -1';
    const outside = await run('sh', ['-c', through], { environment, directory: lab.home });
    const outcome = outside.stdout.split('\n');
    expect(outcome.slice(0, 3)).toEqual([
      '0',
      '0512-038 savewpar: Backup Completed Successfully.',
      'parlab-image savewpar 7.1.2.0',
    ]);
    const script = `
savewpar -f /admin/dev02.snapshot dev02 | tail -1
ls /admin; head -1 /admin/dev02.snapshot
cd /admin; lssavewpar -f dev02.snapshot | tail -1
savewpar -f - dev02 > /tmp/x; echo $?; lssavewpar -f /tmp/x | tail -1
grep -c . /tmp/wpardata/dev02/image.data
`;
    const there = await inside(lab, host, script);
    expect(there.stdout.split('\n').slice(0, 4)).toEqual([
      '0512-038 savewpar: Backup Completed Successfully.',
      'dev02.snapshot',
      'tmp',
      'parlab-image savewpar 7.1.2.0',
    ]);
    expect(there.stdout).toMatch(/\n(The number of archived files is \d+\.)\n0\n\1\n\d+\n$/);
  });
});
