import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';

import { openHolder } from '../../src/runtime/holder.ts';
import { processesIn } from '../../src/runtime/processes.ts';
import { sendAway } from '../../src/runtime/session.ts';
import { allHolders, type Holder } from '../../src/state/holders.ts';
import { findHost, type Host } from '../../src/state/hosts.ts';
import { Lab } from '../../src/state/lab.ts';
import { findWpar } from '../../src/state/wpars.ts';
import { projectRoot, run } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import { insideTest, processesOf } from './inside.ts';

const labs: TestLab[] = [];

async function running(...names: readonly string[]): Promise<TestLab> {
  const lab = new TestLab('default', 'l488pp008');
  labs.push(lab);
  for (const name of names) await lab.ok(`startwpar ${name}`);
  return lab;
}

afterEach(async () => {
  for (const lab of labs.splice(0)) await sendAway(lab.directory, processMachine);
});

function holders(lab: TestLab): Holder[] {
  const opened = Lab.open(lab.directory, processMachine);
  try {
    return allHolders(opened.engine);
  } finally {
    opened.close();
  }
}

const clogin = (lab: TestLab, ...words: string[]) =>
  run('clogin', words, { environment: lab.environment(), directory: lab.home });

async function gone(work: () => unknown[]): Promise<void> {
  for (let tries = 0; tries < 100 && work().length > 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(work()).toEqual([]);
}

describe('the keeper of a WPAR', () => {
  insideTest(
    'is there when first something runs; what was started stays, and its files stay open',
    async () => {
      const lab = await running('dev01', 'dev02');
      expect(holders(lab)).toEqual([]);
      await clogin(lab, 'dev02', 'exec 5>/tmp/kept; nohup sleep 1000 >/dev/null 2>&1 & echo $! >/tmp/pid');
      const [holder, ...others] = holders(lab);
      expect(others).toEqual([]);
      const pid = Number((await clogin(lab, 'dev02', 'cat /tmp/pid')).stdout);
      expect(
        (await clogin(lab, 'dev02', `readlink /proc/${pid}/fd/5; kill -0 ${pid} && echo runs`)).stdout,
      ).toBe('/tmp/kept\nruns\n');
      expect(processesIn(holder?.top ?? 0)).toMatchObject([
        { pid, parent: 1, user: 0, words: ['sleep', '1000'], clogin: true, terminal: undefined },
      ]);
      // The other WPAR sees nothing of it.
      expect((await clogin(lab, 'dev01', `kill -0 ${pid} 2>/dev/null; echo $?; ls /tmp`)).stdout).toBe('1\n');
    },
  );

  insideTest.each([
    ['stopwpar dev02', 0],
    ['stopwpar -F dev02', 0],
    ['rmwpar -F dev02', 0],
    ['rebootwpar dev02', 0],
  ])('ends with %s, and all that runs', async (line) => {
    const lab = await running('dev02');
    await clogin(lab, 'dev02', 'sleep 1000 >/dev/null 2>&1 & setsid sleep 1001 >/dev/null 2>&1 &');
    expect(processesOf(lab).length).toBeGreaterThan(2);
    await lab.type(line);
    await gone(() => processesOf(lab));
    expect(holders(lab)).toEqual([]);
  });

  insideTest('twenty who come at once find one keeper', async () => {
    const lab = await running('dev02');
    const all = await Promise.all(
      Array.from({ length: 20 }, () => clogin(lab, 'dev02', 'readlink /proc/1/ns/pid')),
    );
    expect(new Set(all.map(({ stdout }) => stdout)).size).toBe(1);
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 0));
    expect(holders(lab)).toHaveLength(1);
  });

  insideTest.each(['the keeper', 'the first process inside'] as const)(
    'kill -9 of %s leaves the WPAR Broken; the documented recovery repairs it',
    async (which) => {
      const lab = await running('dev02');
      await clogin(lab, 'dev02', 'sleep 1000 >/dev/null 2>&1 &');
      const [holder] = holders(lab);
      const pid = which === 'the keeper' ? (holder?.pid ?? 0) : firstProcess(holder);
      process.kill(pid, 'SIGKILL');
      await gone(() => processesOf(lab));
      expect(await lab.ok('lswpar -cqa name,state')).toBe('dev01:D\ndev02:B\n');
      expect((await clogin(lab, 'dev02', 'true')).status).toBe(1);
      await lab.type('stopwpar -F dev02');
      await lab.ok('startwpar dev02');
      expect((await clogin(lab, 'dev02', 'echo back')).stdout).toBe('back\n');
    },
  );

  insideTest('killed while it begins, is missed by the one who waits for it', async () => {
    const lab = await running('dev02');
    const waiting = clogin(lab, 'dev02', 'echo in');
    const words = `keeper\0${lab.directory}\0`;
    const found = () =>
      readdirSync('/proc').find((pid) => {
        try {
          return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(words);
        } catch {
          return false;
        }
      });
    let pid = found();
    for (; pid === undefined; pid = found()) await new Promise((resolve) => setTimeout(resolve, 1));
    process.kill(Number(pid), 'SIGKILL');
    expect(await waiting).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'clogin: The process that was to keep dev02 was killed. Nothing has run there; try again.\n',
    });
    expect((await clogin(lab, 'dev02', 'echo in')).stdout).toBe('in\n');
  });

  insideTest('lets nobody write into a directory of the host that is mounted read-only', async () => {
    const lab = new TestLab('default', 'l488pp008');
    labs.push(lab);
    await lab.type('mkwpar -n ro -M directory=/from dev=/home vfs=namefs mountopts=ro -s');
    const lines = 'for way in /from /proc/1/root/exports/*; do touch $way/x 2> /dev/null; done; ls /from';
    expect((await clogin(lab, 'ro', lines)).stdout).toBe('guest\nu0009539\n');
  });

  insideTest('is none for a WPAR that was stopped while somebody was on the way in', async () => {
    const lab = await running('dev01');
    await clogin(lab, 'dev01', 'true');
    const launch = join(projectRoot, 'bin', 'launch.cjs');
    const words = [launch, 'keeper', lab.directory, 'l488pp008', 'dev02'];
    expect(await run(process.execPath, words, { environment: {} })).toMatchObject({ status: 0 });
    expect(holders(lab)).toHaveLength(1);
    // clogin has seen it active and stands still until it is stopped.
    const opened = Lab.open(lab.directory, processMachine);
    const host = findHost(opened.engine, 'l488pp008') as Host;
    const wpar = findWpar(opened.engine, 'l488pp008', 'dev02');
    await expect(openHolder(opened, { host, ...(wpar ? { wpar } : {}) })).rejects.toThrow('wpar.notActive');
    opened.close();
    expect(holders(lab)).toHaveLength(1);
  });

  insideTest('goes when the folder of the lab goes', async () => {
    const lab = await running('dev02');
    await clogin(lab, 'dev02', 'sleep 1000 >/dev/null 2>&1 &');
    await run('rm', ['-rf', lab.directory], { environment: {} });
    await gone(() => processesOf(lab));
  });
});

function firstProcess(holder: Holder | undefined): number {
  const children = readFileSync(`/proc/${holder?.top}/task/${holder?.top}/children`, 'utf8');
  return Number(children.trim().split(' ')[0]);
}

describe('a WPAR that would take all', () => {
  insideTest('-R totalProcesses bounds a fork bomb; the others live on', async () => {
    const lab = await running('dev01');
    await lab.ok('chwpar -R totalProcesses=40 dev02');
    await lab.ok('startwpar dev02');
    const bomb = 'i=0; while [ $i -lt 200 ]; do sleep 30 >/dev/null 2>&1 & i=$((i+1)); done; wait';
    const under = clogin(lab, 'dev02', bomb);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const [holder] = holders(lab);
    expect(processesIn(holder?.top ?? 0).length).toBeLessThanOrEqual(41);
    expect((await clogin(lab, 'dev01', 'echo alive')).stdout).toBe('alive\n');
    await lab.type('stopwpar -F dev02');
    expect((await under).status).not.toBe(0);
  });
});
