import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { finished, start } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import { parlabOk } from '../support/parlab.ts';
import { alter, done, expectMisuse, expectRefusal, setPace, stateOf, testWorld, view } from './wpars.ts';

const world = testWorld('relocation');
const printed = done('1020-191 WPAR was restarted from state.\n1020-187 restartwpar command succeeded\n');

/** The definition of mob on another host, as it is on the first; or with words of one's own. */
async function define(lab: TestLab, host: string, words?: string): Promise<void> {
  const before = lab.host;
  lab.host = host;
  const root = '-M directory=/ vfs=nfs host=files dev=/export/mob';
  const directories = '-M directory=/home vfs=directory -M directory=/tmp vfs=directory';
  const rest = '-M directory=/var vfs=nfs host=files dev=/export/var';
  await lab.type(`mkwpar -p -c -n mob ${words ?? `${root} ${directories} ${rest}`}`);
  lab.host = before;
}

/** mob of left in a checkpoint, with a definition on another host, where one is now. */
async function checkpointed(kind: string, host: string, words?: string): Promise<TestLab> {
  const lab = new TestLab(world, 'left');
  if (host !== 'left') await define(lab, host, words);
  await lab.ok(`chkptwpar -d state ${kind} mob`);
  lab.host = host;
  return lab;
}

describe('it runs again', () => {
  test.each([
    ['-k', 'left', 'D'],
    ['-k', 'right', 'D'],
    ['-p', 'right', 'P'],
  ])('of a checkpoint %s, on %s', async (kind, host, left) => {
    const lab = await checkpointed(kind, host);
    expect(await lab.type('restartwpar -d state mob')).toEqual(printed);
    expect(await stateOf(lab, 'mob')).toBe('A');
    if (host === 'left') return;
    lab.host = 'left';
    expect(await stateOf(lab, 'mob')).toBe(left);
  });

  test('with local file systems on its own host', async () => {
    const lab = new TestLab(world, 'left');
    await lab.ok('chkptwpar -d state -k local');
    expect(await lab.type('restartwpar -d state local')).toEqual(printed);
  });

  test('on an interface of another name', async () => {
    const lab = await checkpointed('-k', 'right');
    await lab.ok('restartwpar -d state mob');
    expect(await view(lab, 'mob', 'N', 'interface,address')).toBe('en1:10.0.0.21');
  });

  test('from a directory that was moved: what counts is its ticket', async () => {
    const lab = await checkpointed('-k', 'left');
    cpSync(join(lab.home, 'state'), join(lab.home, 'moved'), { recursive: true });
    rmSync(join(lab.home, 'state'), { recursive: true });
    await lab.ok('restartwpar -d moved mob');
  });

  test('-o and -l', async () => {
    const lab = await checkpointed('-k', 'left');
    await lab.ok('restartwpar -d state -o log -l debug mob');
    expect(readFileSync(join(lab.home, 'log'), 'utf8').replace(/^\S+ \S+ /gm, '')).toBe(
      `debug: restartwpar: mounting file systems
debug: restartwpar: loading the workload partition
debug: restartwpar: reading the state
debug: restartwpar: recreating 0 processes
debug: restartwpar: resuming all processes
debug: restartwpar: done
`,
    );
  });

  test('a snapshot keeps a checkpoint, as long as it stands for no real processes', async () => {
    const lab = await checkpointed('-k', 'left');
    await parlabOk(lab, 'snapshot save here');
    await lab.ok('killwpar mob');
    await parlabOk(lab, 'snapshot restore here');
    await lab.ok('restartwpar -d state mob');
    await parlabOk(lab, 'snapshot restore here');
    alter(lab, 'UPDATE checkpoint SET processes = 3');
    await parlabOk(lab, 'snapshot save later');
    await parlabOk(lab, 'snapshot restore later');
    await expectRefusal(
      lab,
      'restartwpar -d state mob',
      'restartwpar: The processes that the state in state stands for are gone.',
    );
  });
});

test('killed with -9: Broken, and stopwpar -F repairs it', async () => {
  const lab = await checkpointed('-k', 'right');
  setPace(lab, 'step');
  const child = start('restartwpar', ['-d', 'state', 'mob'], {
    environment: lab.environment(),
    directory: lab.home,
  });
  const outcome = finished(child);
  while ((await stateOf(lab, 'mob')) !== 'T') await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGKILL');
  await outcome;
  expect(await stateOf(lab, 'mob')).toBe('B');
  setPace(lab, 'instant');
  await lab.ok('stopwpar -F mob');
  expect(await lab.type('restartwpar -d state mob')).toEqual(printed);
});

describe('refused, and nothing changes', () => {
  const nfs = (directory: string, device: string) =>
    `-M directory=${directory} vfs=nfs host=files dev=/export/${device}`;
  const directories = '-M directory=/home vfs=directory -M directory=/tmp vfs=directory';

  test.each([
    ['older', undefined, 'Workload partition mob needs AIX 7.1.2.0; older has 7.1.0.0.'],
    ['taken', undefined, 'Workload partition mob is not checkpointable; "chwpar -c mob" makes it so.'],
    [
      'right',
      `${nfs('/', 'mob')} ${nfs('/home', 'other')} ${nfs('/tmp', 'other')} ${nfs('/var', 'other')}`,
      'The file system /home of workload partition mob is not the one of the checkpoint.',
    ],
    [
      'right',
      `${nfs('/', 'mob')} ${directories} ${nfs('/var', 'var')} -N address=10.0.0.77`,
      'Workload partition mob does not have the address 10.0.0.21 of the checkpoint.',
    ],
    [
      'remote',
      `${nfs('/', 'mob')} ${directories} ${nfs('/var', 'var')} -N address=10.0.0.21`,
      'Host remote is not on the network of the address 10.0.0.21.',
    ],
    ['third', '-h none', '0960-419 Could not find a workload partition called mob.'],
  ])('on %s, where mob is %s', async (host, words, message) => {
    const lab = await checkpointed('-p', host, words);
    await expectRefusal(lab, 'restartwpar -d state mob', `restartwpar: ${message}`);
  });

  test('local file systems on another host', async () => {
    const lab = new TestLab(world, 'left');
    await lab.ok('chkptwpar -d state -k local');
    lab.host = 'right';
    await lab.ok('mkwpar -n local');
    alter(lab, "UPDATE wpar SET checkpointable = 1 WHERE name = 'local'");
    await expectRefusal(
      lab,
      'restartwpar -d state local',
      'restartwpar: The file system / of workload partition local is local to its host; a relocation needs it on an NFS server.',
    );
  });

  test('an export that is closed to the host by now', async () => {
    const lab = await checkpointed('-k', 'right');
    alter(lab, "UPDATE nfs_export SET clients = 'left,mob' WHERE path = '/export/mob'");
    await expectRefusal(
      lab,
      'restartwpar -d state mob',
      'restartwpar: The NFS server files does not export /export/mob to right.',
    );
  });

  test('mcr.rte is not there', async () => {
    const lab = await checkpointed('-k', 'left');
    lab.host = 'bare';
    expect(await lab.type('restartwpar -d state mob')).toMatchObject({ status: 127, stdout: '' });
  });

  test('the original is Active again: its address is up', async () => {
    const lab = await checkpointed('-k', 'right');
    lab.host = 'left';
    await lab.ok('startwpar mob');
    lab.host = 'right';
    await expectRefusal(
      lab,
      'restartwpar -d state mob',
      'restartwpar: Address 10.0.0.21 is already used by workload partition mob of host left.',
    );
  });

  test('of a Paused original that is on the same host', async () => {
    const lab = await checkpointed('-p', 'left');
    await expectRefusal(
      lab,
      'restartwpar -d state mob',
      'restartwpar: Workload partition mob is Paused; it must be Defined.',
    );
  });

  test('a copy: the processes went on', async () => {
    const lab = await checkpointed('', 'left');
    await lab.ok('stopwpar mob');
    await expectRefusal(
      lab,
      'restartwpar -d state mob',
      'restartwpar: The state in state was taken without -k or -p: the processes went on, and parlab cannot restart a copy of them.',
    );
  });

  test('used up, resumed, killed, removed, reset', async () => {
    const lab = await checkpointed('-k', 'right');
    await lab.ok('restartwpar -d state mob');
    await lab.ok('stopwpar mob');
    const used = 'restartwpar: The state in state was restarted on right already.';
    await expectRefusal(lab, 'restartwpar -d state mob', used);
    lab.host = 'left';
    await lab.ok('startwpar mob');
    await lab.ok('chkptwpar -d resumed -p mob');
    await lab.ok('resumewpar mob');
    const resumed = 'restartwpar: The processes of the state in resumed were resumed on left.';
    await expectRefusal(lab, 'restartwpar -d resumed mob', resumed);
    await lab.ok('chkptwpar -d killed -p mob');
    await lab.ok('killwpar mob');
    const gone = (path: string) =>
      `restartwpar: The processes that the state in ${path} stands for are gone.`;
    await expectRefusal(lab, 'restartwpar -d killed mob', gone('killed'));
    await parlabOk(lab, 'reset --world default');
    lab.host = 'p550q';
    await expectRefusal(lab, 'restartwpar -d killed mob', gone('killed'));
  });

  test.each([
    ['ticket.json', 'changed', (text: string) => text.replace('left', 'right')],
    ['ticket.json', 'changed', () => 'null'],
    ['ticket.json', 'changed', () => '{"ticket":"x","files":[]}'],
    ['processes.json', 'changed', () => '[{"pid":1}]\n'],
    ['specification', 'changed', (text: string) => text.toUpperCase()],
  ])('%s is %s', async (file, _, edit) => {
    const lab = await checkpointed('-k', 'left');
    const path = join(lab.home, 'state', file);
    writeFileSync(path, edit(readFileSync(path, 'utf8')));
    await expectRefusal(
      lab,
      'restartwpar -d state mob',
      'restartwpar: The state files in state were changed since the checkpoint.',
    );
  });

  test('changed together with its checksums', async () => {
    const lab = await checkpointed('-k', 'left');
    const path = join(lab.home, 'state', 'ticket.json');
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n`);
    await expectRefusal(
      lab,
      'restartwpar -d state mob',
      'restartwpar: The state files in state were changed since the checkpoint.',
    );
  });

  test.each(['ticket.json', 'memory.json'])('without %s, or with a link in its place', async (file) => {
    const lab = await checkpointed('-k', 'left');
    const path = join(lab.home, 'state', file);
    const message = 'restartwpar: The directory state does not hold a complete checkpoint.';
    writeFileSync(join(lab.home, 'kept'), readFileSync(path));
    rmSync(path);
    await expectRefusal(lab, 'restartwpar -d state mob', message);
    symlinkSync('../kept', path);
    await expectRefusal(lab, 'restartwpar -d state mob', message);
  });

  test('no directory, an empty one, the state of another WPAR', async () => {
    const lab = await checkpointed('-k', 'left');
    mkdirSync(join(lab.home, 'empty'));
    const cases = [
      ['-d none mob', 'There is no directory none.'],
      ['-d empty mob', 'The directory empty does not hold a complete checkpoint.'],
      ['-d state idle', 'The state in state is that of workload partition mob, not of idle.'],
    ];
    for (const [words, message] of cases)
      await expectRefusal(lab, `restartwpar ${words}`, `restartwpar: ${message}`);
  });

  test.each([
    ['', 'restartwpar: WparName is required.'],
    ['mob', 'restartwpar: -d is required.'],
    ['-d state -k mob', 'restartwpar: Not a recognized flag: k'],
  ])('restartwpar %s: usage', async (words, message) => {
    await expectMisuse(new TestLab(world, 'left'), `restartwpar ${words}`, message);
  });
});
