import { spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import type { Call } from '../../src/runtime/broker.ts';
import { lentStreams } from '../../src/runtime/lent-streams.ts';
import { processesIn } from '../../src/runtime/processes.ts';
import { sendAway } from '../../src/runtime/session.ts';
import { allHolders } from '../../src/state/holders.ts';
import { Lab } from '../../src/state/lab.ts';
import { projectRoot } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import { insideTest } from './inside.ts';

const lab = new TestLab('default', 'l488pp008');

afterEach(() => sendAway(lab.directory, processMachine));

insideTest('a file of the place is opened anew for appending, one of the machine is not', async () => {
  const outside = join(lab.home, 'outside');
  const child = spawn(join(projectRoot, 'bin', 'parlab'), ['run', 'l488pp008', '-'], {
    env: { ...lab.environment(), PATH: process.env.PATH },
    stdio: ['pipe', openSync(outside, 'a'), 'inherit'],
  });
  child.stdin?.end('sleep 61 & sleep 62 >> /tmp/own & echo ready; wait\n');
  const written = () => readFileSync(outside, 'utf8') === 'ready\n';
  for (let tries = 0; tries < 500 && !written(); tries++) await new Promise((next) => setTimeout(next, 20));
  const opened = Lab.open(lab.directory, processMachine);
  const top = allHolders(opened.engine)[0]?.top ?? 0;
  opened.close();
  const lent = (seconds: string) => {
    const pid = processesIn(top).find(({ words }) => words[1] === seconds)?.pid;
    const output = { write() {} };
    const streams = lentStreams(top, { pid, stdout: output, stderr: output } as unknown as Call);
    streams.close();
    return streams.stdout.descriptor;
  };
  expect([lent('61'), lent('62')]).toEqual([undefined, expect.any(Number)]);
});
