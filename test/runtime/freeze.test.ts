import { describe, expect } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import type { Inside } from '../../src/model/inside.ts';
import type { Place } from '../../src/model/place.ts';
import { insideOf } from '../../src/runtime/inside.ts';
import { findHost } from '../../src/state/hosts.ts';
import { Lab } from '../../src/state/lab.ts';
import { finished, start } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import { insideTest } from './inside.ts';

async function withHost(lab: TestLab, work: (inside: Inside, place: Place) => Promise<void>): Promise<void> {
  const opened = Lab.open(lab.directory, processMachine);
  try {
    const host = findHost(opened.engine, 'aix71');
    if (host) await work(insideOf(opened), { host });
  } finally {
    opened.close();
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A shell with a loop that is a job in the foreground, and another that somebody has stopped. */
const loop = `sleep 1000 > /dev/null 2>&1 & stopped=$!; sleep 0.2; kill -STOP $stopped
sh -c 'i=0; while [ $i -lt 40 ]; do i=$((i+1)); echo $i; sleep 0.05; done'
echo status $?
kill -KILL $stopped
`;

async function linesOf(
  command: 'login' | 'run',
): Promise<{ lines: string[]; before: number; during: number }> {
  const lab = new TestLab('empty');
  const words = command === 'run' ? ['run', 'aix71', '-'] : ['login', 'aix71', '/bin/sh -s'];
  const child = start('parlab', words, { environment: lab.environment() });
  let heard = '';
  child.stdout?.on('data', (text: Buffer) => {
    heard += text.toString();
  });
  const over = finished(child, loop);
  const count = () => heard.split('\n').length;
  let before = 0;
  let during = 0;
  await withHost(lab, async (inside, place) => {
    while (count() < 6) await pause(20);
    const frozen = await inside.freeze(place);
    expect(frozen.map(({ state }) => state)).toEqual(frozen.map(() => 'T'));
    expect(frozen.length).toBeGreaterThan(2);
    await pause(100);
    before = count();
    await pause(400);
    during = count();
    await inside.thaw(place);
    expect((await inside.processes(place)).filter(({ state }) => state === 'T')).toMatchObject([
      { words: ['sleep', '1000'] },
    ]);
    expect(await over).toMatchObject({ status: 0 });
    await inside.end(place);
  });
  return { lines: heard.trimEnd().split('\n'), before, during };
}

describe('freeze and thaw', () => {
  insideTest.each(['run', 'login'] as const)(
    'a program under parlab %s pauses and goes on',
    async (command) => {
      const { lines, before, during } = await linesOf(command);
      expect(during).toBe(before);
      const all = [...Array.from({ length: 40 }, (_, index) => String(index + 1)), 'status 0'];
      expect(lines.filter((line) => !line.startsWith('['))).toEqual(all);
    },
  );
});
