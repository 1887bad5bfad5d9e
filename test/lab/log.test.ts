import { describe, expect, test } from 'vitest';
import { done } from '../aix/wpars.ts';
import { finished, start } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import { parlabJson, parlabOk, typeParlab } from '../support/parlab.ts';

describe('log', () => {
  test('which command changed what, in the order it happened', async () => {
    const lab = new TestLab('default', 'l488pp008');
    expect(await parlabOk(lab, 'log')).toBe('Nothing has been changed in this world.\n');
    await lab.ok('startwpar dev01');
    await lab.ok('chwpar -h other dev02');
    await lab.type('startwpar nosuch');
    await parlabOk(lab, 'on p550q stopwpar -F wp03');
    expect(await typeParlab(lab, 'log')).toEqual(
      done(`Lab time             Host       Object  Change             Command
2011-11-17 10:20:04  l488pp008  dev01   Defined -> Active  startwpar dev01
2011-11-17 10:20:04  l488pp008  dev02   hostname=other     chwpar -h other dev02
2011-11-17 10:20:07  p550q      wp03    Active -> Defined  stopwpar -F wp03
`),
    );
    expect(await parlabOk(lab, 'log -n 1')).toMatch(/^Lab time .*\n\S+ \S+ {2}p550q .*stopwpar -F wp03\n$/);
    expect((await parlabOk(lab, 'log --lines=2')).split('\n')).toHaveLength(4);
    expect(await parlabOk(lab, 'log -n 0')).toBe('Nothing has been changed in this world.\n');
    expect(await parlabJson(lab, 'log p550q:wp03')).toEqual([
      {
        labTime: '2011-11-17 10:20:07',
        real: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        host: 'p550q',
        object: 'wp03',
        what: 'Active -> Defined',
        command: 'stopwpar -F wp03',
        on: 'p550q',
        user: 'root',
        pid: process.pid,
        status: 0,
      },
    ]);
    expect(await parlabOk(lab, 'log dev02 --real')).toMatch(
      /^Real time +Host +Object +Change +Command\n20\d\d-\d\d-\d\d \d\d:\d\d:\d\d {2}l488pp008 .*\n$/,
    );
    expect((await typeParlab(lab, 'log x203:wp03')).status).toBe(1);
  });

  test('answers which command made a WPAR Broken', async () => {
    const lab = new TestLab('empty');
    await lab.ok('mkwpar -n fine');
    await parlabOk(lab, 'pace step');
    const working = start('mkwpar', ['-n', 'one', '-h', 'web'], { environment: lab.environment() });
    const outcome = finished(working);
    await expect.poll(() => lab.ok('lswpar -cqa state one'), { timeout: 10_000 }).toBe('T\n');
    working.kill('SIGKILL');
    expect(await outcome).toMatchObject({ signal: 'SIGKILL' });
    expect(await lab.ok('lswpar -cqa state one')).toBe('B\n');
    const entries = await parlabJson<{ what: string; command: string; status: number; pid: number }[]>(
      lab,
      'log one',
    );
    const by = { command: 'mkwpar -n one -h web', pid: working.pid, status: -1 };
    expect(entries).toMatchObject([
      { ...by, what: 'created' },
      { ...by, what: `Broken: mkwpar (process ${working.pid}) ended before it was done` },
    ]);
    expect(await parlabOk(lab, 'log one -n 1')).toMatch(
      /Broken: mkwpar \(process \d+\) ended before it was done {2}mkwpar -n one -h web\n$/,
    );
    expect(await parlabOk(lab, 'log fine')).not.toContain('Broken');
  });
});
