import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { alter, done, expectMisuse, expectRefusal, stateOf, stopLines, testWorld } from './wpars.ts';

function scene(): TestLab {
  const lab = new TestLab(testWorld('relocation'), 'left');
  alter(lab, "UPDATE wpar SET checkpointable = 1 WHERE name = 'job'");
  return lab;
}
const printed = done('1020-187 killwpar command succeeded\n');

test('a Paused WPAR is Defined', async () => {
  const lab = scene();
  await lab.ok('chkptwpar -d state -p mob');
  expect(await lab.type('killwpar mob')).toEqual(printed);
  expect(await stateOf(lab, 'mob')).toBe('D');
  await lab.ok('startwpar mob');
});

test('a Paused application WPAR is gone', async () => {
  const lab = scene();
  await lab.ok('chkptwpar -d state -p job');
  expect(await lab.type('killwpar job')).toEqual(printed);
  expect((await lab.type('lswpar job')).status).toBe(1);
});

test('of a Defined one, what a checkpoint with -k has kept is ended', async () => {
  const lab = scene();
  await lab.ok('chkptwpar -d state -k mob');
  expect(await lab.type('killwpar mob')).toEqual(printed);
  await expectRefusal(lab, 'killwpar mob', 'killwpar: Workload partition mob is Defined; it must be Paused.');
});

describe('other commands on a Paused WPAR', () => {
  async function paused(): Promise<TestLab> {
    const lab = scene();
    await lab.ok('chkptwpar -d state -p mob');
    return lab;
  }
  const advice = 'Use "resumewpar mob" or "killwpar mob", or the -F flag.';

  test.each([
    ['stopwpar mob', `stopwpar: Workload partition mob is Paused. ${advice}`],
    ['stopwpar -h mob', `stopwpar: Workload partition mob is Paused. ${advice}`],
    ['stopwpar -r mob', `stopwpar: Workload partition mob is Paused. ${advice}`],
    ['rebootwpar mob', `stopwpar: Workload partition mob is Paused. ${advice}`],
    ['rmwpar mob', 'rmwpar: Workload partition mob is Paused. Stop it first, or use the -s or -F flag.'],
    ['rmwpar -s mob', `stopwpar: Workload partition mob is Paused. ${advice}`],
    ['startwpar mob', 'startwpar: Workload partition mob is Paused; it must be Defined.'],
    ['clogin mob', 'clogin: 0960-254 Workload partition mob is not currently active.'],
  ])('%s is refused', async (line, message) => {
    await expectRefusal(await paused(), line, message);
  });

  test('stopwpar -F ends it', async () => {
    const lab = await paused();
    expect(await lab.type('stopwpar -F mob')).toEqual(done(stopLines('mob', 600)));
    expect(await stateOf(lab, 'mob')).toBe('D');
    await expectRefusal(
      lab,
      'restartwpar -d state mob',
      'restartwpar: The processes that the state in state stands for are gone.',
    );
  });

  test('rebootwpar -F starts it anew', async () => {
    const lab = await paused();
    expect((await lab.type('rebootwpar -F mob')).status).toBe(0);
    expect(await stateOf(lab, 'mob')).toBe('A');
  });

  test('rmwpar -F removes it', async () => {
    const lab = await paused();
    expect((await lab.type('rmwpar -F mob')).status).toBe(0);
    expect((await lab.type('lswpar mob')).status).toBe(1);
  });
});

describe('refused, and nothing changes', () => {
  test.each([
    ['mob', 'Workload partition mob is Active; it must be Paused.'],
    ['idle', 'Workload partition idle is Defined; it must be Paused.'],
    ['nosuch', '0960-419 Could not find a workload partition called nosuch.'],
  ])('killwpar %s', async (name, message) => {
    await expectRefusal(scene(), `killwpar ${name}`, `killwpar: ${message}`);
  });

  test('usage', async () => {
    await expectMisuse(scene(), 'killwpar', 'killwpar: WparName is required.');
  });
});
