import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { finished, start } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import { parlabJson, parlabOk } from '../support/parlab.ts';
import { alter, done, expectMisuse, expectRefusal, setPace, stateOf, testWorld } from './wpars.ts';

const world = testWorld('relocation');
function scene(host = 'left'): TestLab {
  const lab = new TestLab(world, host);
  alter(lab, "UPDATE wpar SET checkpointable = 1 WHERE name = 'job'");
  return lab;
}

/** What it prints: recalled, no transcript was found. */
const printed = (path: string) =>
  done(`1020-052 WPAR was checkpointed in ${path}.\n1020-187 chkptwpar command succeeded\n`);

describe('what it prints, and what the WPAR is then', () => {
  test.each([
    ['-d state mob', 'A'],
    ['-d state -p mob', 'P'],
    ['-d state -k mob', 'D'],
    // Local file systems hold up a relocation, not a checkpoint.
    ['-d state -k local', 'D'],
    ['-d state -p job', 'P'],
  ])('chkptwpar %s: %s', async (words, state) => {
    const lab = scene();
    expect(await lab.type(`chkptwpar ${words}`)).toEqual(printed('state'));
    expect(await stateOf(lab, words.split(' ').at(-1) ?? '')).toBe(state);
    expect(existsSync(join(lab.home, 'state', 'ticket.json'))).toBe(true);
  });

  test('-h: the usage', async () => {
    expect(await scene().type('chkptwpar -h')).toEqual(
      done(
        'Usage: chkptwpar -d /path/to/statefile [ -o /path/to/logfile [ -l debug|error ] ] [ -k | -p ] WparName\n',
      ),
    );
  });

  test('an empty directory that is there is taken, and closed to others', async () => {
    const lab = scene();
    mkdirSync(join(lab.home, 'state'), { mode: 0o755 });
    expect(await lab.type('chkptwpar -d state mob')).toEqual(printed('state'));
  });

  test('-o: errors only, -l debug: each step', async () => {
    const lab = scene();
    await lab.ok('chkptwpar -d one -o log mob');
    expect(readFileSync(join(lab.home, 'log'), 'utf8')).toBe('');
    await lab.ok('chkptwpar -d two -o log -l debug mob');
    expect(
      readFileSync(join(lab.home, 'log'), 'utf8'),
    ).toBe(`2011-11-17 10:20:05 debug: chkptwpar: freezing all processes
2011-11-17 10:20:06 debug: chkptwpar: storing the state of 0 processes
2011-11-17 10:20:10 debug: chkptwpar: resuming all processes
2011-11-17 10:20:10 debug: chkptwpar: done
`);
    await lab.type('chkptwpar -d two -o log mob');
    expect(readFileSync(join(lab.home, 'log'), 'utf8')).toBe(
      '2011-11-17 10:20:10 error: chkptwpar: The directory two is not empty; a checkpoint needs a new one.\n',
    );
  });

  test('on a host its paths are those of the host', async () => {
    const lab = scene();
    lab.onHost = true;
    expect(await lab.type('chkptwpar -d /tmp/state -o /tmp/log mob')).toEqual(printed('/tmp/state'));
    const tree = join(lab.directory, 'hosts', 'left', 'tmp');
    expect(existsSync(join(tree, 'state', 'ticket.json'))).toBe(true);
    expect(existsSync(join(tree, 'log'))).toBe(true);
  });
});

test('while it is at work it is Frozen, for lswpar, lswpar -L and parlab status alike', async () => {
  const lab = scene();
  setPace(lab, 'step');
  const child = start('chkptwpar', ['-d', 'state', '-p', 'mob'], {
    environment: lab.environment(),
    directory: lab.home,
  });
  const outcome = finished(child);
  while ((await stateOf(lab, 'mob')) !== 'F') await new Promise((resolve) => setTimeout(resolve, 20));
  const paragraphs = await lab.ok('lswpar -L mob');
  expect(paragraphs).toContain('mob - Frozen\n');
  expect(paragraphs).toMatch(
    new RegExp(`Operation: +chkptwpar\nProcess ID: +${child.pid}\nStart Time: +2011`),
  );
  expect(await parlabJson(lab, 'status')).toMatchObject({
    wpars: { Frozen: 1 },
    operations: [{ verb: 'chkptwpar', wpar: 'mob', host: 'left', pid: child.pid }],
  });
  for (const line of ['stopwpar -F mob', 'rmwpar -F mob', 'resumewpar mob', 'chkptwpar -d other mob']) {
    const [command] = line.split(' ');
    expect(await lab.type(line)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(
        `${command}: Workload partition mob is busy: chkptwpar (process ${child.pid}) is in progress.\n`,
      ) as string,
    });
  }
  await parlabOk(lab, 'pace advance 1m');
  expect(await outcome).toMatchObject({ status: 0, stderr: '' });
  expect(await stateOf(lab, 'mob')).toBe('P');
  expect(await lab.ok('lswpar -L mob')).toMatch(/Operation: +none\n/);
});

test('killed with -9 while it is Frozen: Paused, says everybody, and resumewpar repairs it', async () => {
  const lab = scene();
  setPace(lab, 'step');
  const child = start('chkptwpar', ['-d', 'state', '-k', 'mob'], {
    environment: lab.environment(),
    directory: lab.home,
  });
  const outcome = finished(child);
  while ((await stateOf(lab, 'mob')) !== 'F') await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGKILL');
  await outcome;
  expect(await lab.ok('lswpar -s P -cqa name,state')).toBe('mob:P\n');
  expect(await lab.ok('lswpar -s F -cq')).toBe('');
  expect(await parlabJson(lab, 'status')).toMatchObject({ wpars: { Paused: 1 }, operations: [] });
  await lab.ok('resumewpar mob');
  expect(await stateOf(lab, 'mob')).toBe('A');
  expect(await parlabOk(lab, 'log mob')).toContain(
    `Paused: chkptwpar (process ${child.pid}) ended before it was done`,
  );
});

describe('refused, and nothing changes', () => {
  test.each([
    ['-d state nosuch', '0960-419 Could not find a workload partition called nosuch.'],
    ['-d state idle', 'Workload partition idle is Defined; it must be Active.'],
    ['-d state plain', 'Workload partition plain is not checkpointable; "chwpar -c plain" makes it so.'],
    [
      '-d state -k job',
      'Workload partition job is an application workload partition; the -k flag is for system workload partitions.',
    ],
    ['-d full mob', 'The directory full is not empty; a checkpoint needs a new one.'],
    ['-d file mob', 'Cannot read file: a part of the path is not a directory.'],
    ['-d none/deep mob', 'Cannot write none/deep: no such directory.'],
    ['-d dangling mob', 'Cannot write dangling: no such directory.'],
    ['-d state -o none/log mob', 'Cannot write none/log: no such directory.'],
  ])('chkptwpar %s', async (words, message) => {
    const lab = scene();
    mkdirSync(join(lab.home, 'full'));
    writeFileSync(join(lab.home, 'full', 'mine'), '');
    writeFileSync(join(lab.home, 'file'), '');
    symlinkSync('nowhere', join(lab.home, 'dangling'));
    await expectRefusal(lab, `chkptwpar ${words}`, `chkptwpar: ${message}`);
    expect(existsSync(join(lab.home, 'state'))).toBe(false);
  });

  test('where mcr.rte is not installed there is no such command', async () => {
    expect(await scene('bare').type('chkptwpar -d state there')).toEqual({
      status: 127,
      stdout: '',
      stderr: 'chkptwpar: This command comes with the fileset mcr.rte, which is not installed on bare.\n',
    });
  });

  test('a second checkpoint of a Paused one', async () => {
    const lab = scene();
    await lab.ok('chkptwpar -d one -p mob');
    await expectRefusal(
      lab,
      'chkptwpar -d two mob',
      'chkptwpar: Workload partition mob is Paused; it must be Active.',
    );
  });

  test.each([
    ['', 'chkptwpar: WparName is required.'],
    ['mob', 'chkptwpar: -d is required.'],
    ['-d state', 'chkptwpar: WparName is required.'],
    ['-d state mob other', 'chkptwpar: The argument other is not expected.'],
    ['-d state -k -p mob', 'chkptwpar: The -k and -p flags cannot be used together.'],
    ['-d state -l debug mob', 'chkptwpar: The -l flag is valid only with the -o flag.'],
    ['-d state -x mob', 'chkptwpar: Not a recognized flag: x'],
  ])('chkptwpar %s: usage', async (words, message) => {
    await expectMisuse(scene(), `chkptwpar ${words}`, message);
  });

  test('a log level that there is not', async () => {
    await expectMisuse(
      scene(),
      'chkptwpar -d state -o log -l all mob',
      'chkptwpar: "all" is no log level; it is debug or error.',
      'no usage',
    );
  });
});
