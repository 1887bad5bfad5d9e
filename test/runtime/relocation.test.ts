import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { alter, stateOf, testWorld } from '../aix/wpars.ts';
import { finished, start } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import { parlabOk } from '../support/parlab.ts';
import { insideTest, processesOf } from './inside.ts';

/** A login in mob that counts until a file is there, and says what it has seen. */
const counting = `echo "at $$"; i=0
while [ ! -e /home/enough ]; do i=$((i + 1)); echo "$i $$"; sleep 0.05; done > /tmp/seen
awk '$1 != NR { lost = 1 } END { print "lost", lost + 0, "pid", $2, "lines", (NR > 3) }' /tmp/seen; hostname; exit 5
`;

function scene(): TestLab {
  const lab = new TestLab(testWorld('relocation'), 'left');
  alter(lab, "DELETE FROM wpar WHERE host = 'taken'");
  return lab;
}

async function counts(lab: TestLab): Promise<number> {
  const seen = join(lab.directory, 'hosts', 'files', 'export', 'mob', 'tmp', 'seen');
  const text = await readFile(seen, 'utf8').catch(() => '');
  return text.split('\n').length - 1;
}

async function moreThan(lab: TestLab, count: number): Promise<void> {
  while ((await counts(lab)) <= count) await new Promise((resolve) => setTimeout(resolve, 30));
}

insideTest('seed 2: a session stays while its WPAR goes to another host, and loses nothing', async () => {
  const lab = scene();
  const login = start('parlab', ['login', 'mob'], { environment: lab.environment() });
  const outcome = finished(login, counting);
  await moreThan(lab, 3);
  await parlabOk(lab, 'relocate left/mob right');
  await moreThan(lab, (await counts(lab)) + 3);
  lab.host = 'right';
  expect(await stateOf(lab, 'mob')).toBe('A');
  const there = start('clogin', ['mob', 'touch', '/home/enough'], { environment: lab.environment() });
  expect(await finished(there)).toMatchObject({ status: 0, stderr: '' });
  const { status, stdout } = await outcome;
  const pid = /^at (\d+)$/m.exec(stdout)?.[1];
  expect(stdout).toContain(`lost 0 pid ${pid} lines 1\nmob\n`);
  expect(status).toBe(5);
  await lab.ok('stopwpar -F mob');
  await parlabOk(lab, 'reset --world default');
  expect(processesOf(lab)).toEqual([]);
});

insideTest('what was checkpointed with -k is parked out of sight, and killwpar ends it', async () => {
  const lab = scene();
  const login = start('parlab', ['login', 'mob'], { environment: lab.environment() });
  login.stdin?.end(counting);
  const over = new Promise((resolve) => login.once('exit', resolve));
  await moreThan(lab, 3);
  await lab.ok('chkptwpar -d state -k mob');
  const before = await counts(lab);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await counts(lab)).toBe(before);
  expect(await stateOf(lab, 'mob')).toBe('D');
  await lab.ok('killwpar mob');
  // Who was logged in there learns that it has ended.
  expect(await over).not.toBe(0);
  expect(await counts(lab)).toBe(before);
  expect(await lab.type('restartwpar -d state mob')).toMatchObject({
    status: 1,
    stderr: 'restartwpar: The processes that the state in state stands for are gone.\n',
  });
});
