import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { alter, done, expectMisuse, expectRefusal, stateOf, testWorld } from './wpars.ts';

function scene(): TestLab {
  const lab = new TestLab(testWorld('relocation'), 'left');
  alter(lab, "UPDATE wpar SET checkpointable = 1 WHERE name = 'job'");
  return lab;
}

test.each(['mob', 'job'])('a Paused %s is Active again', async (name) => {
  const lab = scene();
  await lab.ok(`chkptwpar -d state -p ${name}`);
  expect(await lab.type(`resumewpar ${name}`)).toEqual(done('1020-187 resumewpar command succeeded\n'));
  expect(await stateOf(lab, name)).toBe('A');
});

test('it is as it was: the same start time and process id', async () => {
  const lab = scene();
  const { wpar } = lab.dump();
  await lab.ok('chkptwpar -d state -p mob');
  await lab.ok('resumewpar mob');
  expect(lab.dump().wpar).toEqual(wpar);
});

describe('refused, and nothing changes', () => {
  test.each([
    ['mob', 'Workload partition mob is Active; it must be Paused.'],
    ['idle', 'Workload partition idle is Defined; it must be Paused.'],
    ['nosuch', '0960-419 Could not find a workload partition called nosuch.'],
  ])('resumewpar %s', async (name, message) => {
    await expectRefusal(scene(), `resumewpar ${name}`, `resumewpar: ${message}`);
  });

  test('what was checkpointed with -k is Defined', async () => {
    const lab = scene();
    await lab.ok('chkptwpar -d state -k mob');
    await expectRefusal(
      lab,
      'resumewpar mob',
      'resumewpar: Workload partition mob is Defined; it must be Paused.',
    );
  });

  test('while another process works on it', async () => {
    const lab = scene();
    await lab.inProgress('mob', 'restartwpar', process.pid);
    await expectRefusal(
      lab,
      'resumewpar mob',
      `resumewpar: Workload partition mob is busy: restartwpar (process ${process.pid}) is in progress.`,
    );
  });

  test.each([
    ['', 'resumewpar: WparName is required.'],
    ['-d state mob', 'resumewpar: Not a recognized flag: d'],
  ])('resumewpar %s: usage', async (words, message) => {
    await expectMisuse(scene(), `resumewpar ${words}`, message);
  });
});
