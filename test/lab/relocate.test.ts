import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { alter, everything, setPace, stateOf, testWorld, view } from '../aix/wpars.ts';
import { finished, start } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import { parlabJson, parlabOk, typeParlab } from '../support/parlab.ts';

/** @param twins there is another mob, on a host that is called taken */
function scene(twins = false): TestLab {
  const lab = new TestLab(testWorld('relocation'), 'left');
  if (!twins) alter(lab, "DELETE FROM wpar WHERE host = 'taken' AND name = 'mob'");
  return lab;
}

const steps = (from: string, to: string) => `Create the workload partition on ${to}: done (30 seconds)
Checkpoint the workload partition on ${from}: done (5 seconds)
Restart the workload partition on ${to}: done (6 seconds)
Remove the workload partition from ${from}: done (3 seconds)
mob runs on ${to}; its processes stood still for 11 seconds.
`;

test('the task, step by step; then it is as it was, on another host', async () => {
  const lab = scene();
  const before = await view(lab, 'mob', 'M');
  const uuid = await view(lab, 'mob', '', 'uuid');
  expect(await typeParlab(lab, 'relocate mob right')).toEqual({
    status: 0,
    stdout: steps('left', 'right'),
    stderr: '',
  });
  expect((await lab.type('lswpar mob')).status).toBe(1);
  lab.host = 'right';
  expect(await stateOf(lab, 'mob')).toBe('A');
  expect(await view(lab, 'mob', 'M')).toBe(before);
  expect(await view(lab, 'mob', '', 'uuid')).toBe(uuid);
  expect(await view(lab, 'mob', 'N', 'interface,address')).toBe('en1:10.0.0.21');
  // Nothing of the state files is left on the NFS server.
  expect(readdirSync(join(lab.directory, 'hosts', 'files', 'var', 'adm', 'wpars'))).toEqual([]);
  expect(await typeParlab(lab, 'relocate right/mob left')).toMatchObject({
    stdout: steps('right', 'left'),
  });
});

test('--json', async () => {
  const lab = scene();
  expect(await parlabJson(lab, 'relocate mob third')).toEqual({
    wpar: 'mob',
    from: 'left',
    to: 'third',
    arrived: true,
    paused: 11,
    steps: [
      { what: 'Create the workload partition on third', outcome: 'done', seconds: 30 },
      { what: 'Checkpoint the workload partition on left', outcome: 'done', seconds: 5 },
      { what: 'Restart the workload partition on third', outcome: 'done', seconds: 6 },
      { what: 'Remove the workload partition from left', outcome: 'done', seconds: 3 },
    ],
  });
});

test('without a host: the one of the same level with the fewest active WPARs', async () => {
  const lab = scene();
  const before = everything(lab);
  expect(await typeParlab(lab, 'relocate mob')).toEqual({
    status: 0,
    stdout: 'Suggested: third (AIX 7.1.2.0, 0 active). To go there: parlab relocate mob third\n',
    stderr: '',
  });
  expect(await parlabJson(lab, 'relocate mob')).toEqual({
    wpar: 'mob',
    from: 'left',
    suggested: 'third',
    candidates: [
      { host: 'third', level: '7.1.2.0', active: 0 },
      { host: 'right', level: '7.1.2.0', active: 1 },
      { host: 'taken', level: '7.1.2.0', active: 1 },
    ],
  });
  expect(everything(lab)).toEqual(before);
});

test('the states of seed 2, for who looks from another terminal', async () => {
  const lab = scene();
  setPace(lab, 'step');
  const child = start('parlab', ['relocate', 'mob', 'right'], { environment: lab.environment() });
  const outcome = finished(child);
  const seen: string[] = [];
  const look = async () => {
    const states: string[] = [];
    for (const host of ['left', 'right']) {
      lab.host = host;
      states.push((await lab.type('lswpar -cqa state mob')).stdout.trim() || '-');
    }
    const now = states.join(' ');
    if (now === seen.at(-1)) return false;
    seen.push(now);
    return true;
  };
  // Time passes when nothing more happens: who is at work waits for it.
  while (child.exitCode === null) {
    for (let calm = 0; calm < 2; calm = (await look()) ? 0 : calm + 1)
      await new Promise((resolve) => setTimeout(resolve, 60));
    await parlabOk(lab, 'pace advance 1s');
  }
  await look();
  expect(await outcome).toMatchObject({ status: 0, stderr: '' });
  for (const states of ['A T', 'F D', 'P T', 'M A', '- A']) expect(seen).toContain(states);
  expect(seen.at(-1)).toBe('- A');
});

describe('refused, and nothing changes', () => {
  test.each([
    ['mob older', 'Workload partition mob needs AIX 7.1.2.0; older has 7.1.0.0.'],
    ['mob bare', 'This command comes with the fileset mcr.rte, which is not installed on bare.'],
    ['mob remote', 'Host remote is not on the network of the address 10.0.0.21.'],
    ['mob barred', 'The NFS server files does not export /export/mob to barred.'],
    ['mob named', 'The host name mob is used by workload partition other.'],
    ['left/mob taken', 'A workload partition called mob already exists.', true],
    ['mob left', 'left is not an AIX host that could take workload partition mob.'],
    ['mob files', 'files is not an AIX host that could take workload partition mob.'],
    [
      'mob right',
      'There is a workload partition mob on several hosts; say one of left/mob, taken/mob.',
      true,
    ],
    ['mob nowhere', 'The lab has no host called nowhere; "parlab hosts" lists them.'],
    ['nosuch right', 'The lab has no workload partition called nosuch.'],
    ['right/mob third', 'The lab has no workload partition called right/mob.'],
    ['idle right', 'Workload partition idle is Defined; it must be Active.'],
    ['plain right', 'Workload partition plain is not checkpointable; "chwpar -c plain" makes it so.'],
    [
      'local right',
      'The file system / of workload partition local is local to its host; a relocation needs it on an NFS server.',
    ],
    [
      'local',
      'No other host of the lab could take workload partition local; "parlab relocate local HOST" says why a host cannot.',
    ],
  ])('parlab relocate %s', async (words, message, twins = false) => {
    const lab = scene(twins);
    const before = everything(lab);
    const { status, stdout, stderr } = await typeParlab(lab, `relocate ${words}`);
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: `parlab: ${message}\n` });
    expect(status).toBeGreaterThan(0);
    expect(everything(lab)).toEqual(before);
  });

  test.each(['', 'a b c'])('parlab relocate %s: misuse', async (words) => {
    expect((await typeParlab(scene(), `relocate ${words}`)).status).toBe(2);
  });
});
