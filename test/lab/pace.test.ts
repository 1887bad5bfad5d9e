import { describe, expect, test } from 'vitest';
import { done } from '../aix/wpars.ts';
import { finished, start } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import { parlabJson, parlabOk, realBin, typeParlab } from '../support/parlab.ts';

const says = (pace: string, clock: string) => done(`The pace is ${pace}; it is ${clock} in the lab.\n`);

async function clock(lab: TestLab): Promise<number> {
  const { clock } = await parlabJson<{ clock: string }>(lab, 'pace');
  return Date.parse(`${clock.replace(' ', 'T')}Z`) / 1000;
}

describe('the clock', () => {
  test('stands until it is advanced, by any duration', async () => {
    const lab = new TestLab('empty');
    expect(await typeParlab(lab, 'pace')).toEqual(says('instant', '2011-11-17 10:20:00'));
    expect(await typeParlab(lab, 'pace step')).toEqual(says('step', '2011-11-17 10:20:00'));
    for (const [duration, time] of [
      ['90', '10:21:30'],
      ['30s', '10:22:00'],
      ['5m', '10:27:00'],
      ['1h30m', '11:57:00'],
      ['0', '11:57:00'],
      ['1m1m', '11:59:00'],
    ] as const) {
      expect(await typeParlab(lab, `pace advance ${duration}`)).toEqual(says('step', `2011-11-17 ${time}`));
    }
    expect(await typeParlab(lab, 'pace advance 2d')).toEqual(says('step', '2011-11-19 11:59:00'));
  });

  test('goes on where it was when the pace changes, and never back', async () => {
    const lab = new TestLab('empty');
    await lab.ok('mkwpar -n one');
    const times = [await clock(lab)];
    expect(times[0]).toBeGreaterThan(Date.parse('2011-11-17T10:20:00Z') / 1000);
    for (const pace of ['60x', '0.5x', '3600x', 'step', 'instant', '60x', 'step', 'step', 'instant']) {
      await parlabOk(lab, `pace ${pace}`);
      times.push(await clock(lab));
    }
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    // A test that takes half a minute: at 3600x the lab's clock goes farther than that of a slow machine.
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThan(30 * 3600);
  });

  test('runs at a factor', async () => {
    const lab = new TestLab('empty');
    await parlabOk(lab, 'pace 3600x');
    const before = await clock(lab);
    await expect.poll(() => clock(lab), { timeout: 5_000 }).toBeGreaterThan(before + 600);
  });

  test('the same pace again is no change in the log', async () => {
    const lab = new TestLab('empty');
    for (const pace of ['instant', 'step', 'step', '60x', '60.0x', 'instant'])
      await parlabOk(lab, `pace ${pace}`);
    expect((await parlabJson<{ what: string }[]>(lab, 'log')).map((each) => each.what)).toEqual([
      'instant -> step',
      'step -> 60x',
      '60x -> instant',
    ]);
  });
});

describe('work takes its time', () => {
  test('with step it waits until time passes; meanwhile other processes see it', async () => {
    const lab = new TestLab('empty');
    await parlabOk(lab, 'pace step');
    const working = start('mkwpar', ['-n', 'one'], { environment: lab.environment() });
    const outcome = finished(working);
    await expect
      .poll(async () => (await realBin(lab, 'lswpar -cqa name,state')).stdout, { timeout: 10_000 })
      .toBe('one:T\n');
    expect(await parlabJson(lab, 'status')).toMatchObject({
      clock: '2011-11-17 10:20:00',
      wpars: { Transitional: 1 },
      operations: [
        { verb: 'mkwpar', wpar: 'one', host: 'aix71', pid: working.pid, since: '2011-11-17 10:20:00' },
      ],
    });
    expect(await parlabOk(lab, 'log one')).toContain(`mkwpar -n one (process ${working.pid}, at work)`);
    // 190 seconds of work in four steps: one advance is enough for all of them.
    await parlabOk(lab, 'pace advance 190s');
    expect(await outcome).toMatchObject({ status: 0, stderr: '' });
  });

  test('with a factor it ends by itself; instant ends what waits', async () => {
    const lab = new TestLab('empty');
    await parlabOk(lab, 'pace 600x');
    expect(await realBin(lab, 'mkwpar -n one')).toMatchObject({ status: 0, stderr: '' });
    await parlabOk(lab, 'pace step');
    const outcome = finished(start('startwpar', ['one'], { environment: lab.environment() }));
    await expect.poll(() => lab.ok('lswpar -cqa state'), { timeout: 10_000 }).toBe('T\n');
    await parlabOk(lab, 'pace instant');
    expect(await outcome).toMatchObject({ status: 0, stderr: '' });
    expect(await lab.ok('lswpar -cqa state')).toBe('A\n');
  });
});
