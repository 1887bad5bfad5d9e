import { expect, test } from 'vitest';
import { callCommand } from '../../src/cli/call.ts';
import { processMachine } from '../../src/cli/process-machine.ts';
import { registry } from '../../src/commands/registry.ts';
import { lock, release, requireWpar } from '../../src/model/wpar/lock.ts';
import type { Change } from '../../src/state/change.ts';
import { Lab } from '../../src/state/lab.ts';
import type { Machine } from '../../src/state/machine.ts';
import { TestLab } from '../support/lab.ts';
import { impossibilities, worldVolumes } from './facts.ts';

/** What a reader sees in moments that real processes hit once in a thousand runs. */

/** A lab whose only WPAR is being started by a process that is not this one. */
async function startingLab(): Promise<TestLab> {
  const lab = new TestLab('empty');
  await lab.ok('mkwpar -n dev01');
  change(lab, (each) => lock(each, requireWpar(each.engine, 'aix71', 'dev01'), 'startwpar'), {
    ...processMachine,
    self: { pid: 4_194_305, birth: 'another' },
    alive: () => true,
  });
  return lab;
}

function change(lab: TestLab, work: (change: Change) => unknown, machine: Machine): void {
  const opened = Lab.open(lab.directory, machine);
  try {
    opened.update(work);
  } finally {
    opened.close();
  }
}

async function listing(lab: TestLab, alive: Machine['alive']): Promise<string> {
  let stdout = '';
  const status = await callCommand('lswpar', registry.lswpar ?? never(), ['-cq'], {
    stdout: {
      write(text) {
        stdout += text;
      },
    },
    stderr: { write: (text) => expect.fail(text) },
    environment: lab.environment(),
    directory: lab.home,
    machine: { ...processMachine, alive },
    signal: new AbortController().signal,
  });
  expect(status).toBe(0);
  return stdout;
}

function never(): never {
  throw new Error('not registered');
}

test('Transitional while its process lives', async () => {
  expect(await listing(await startingLab(), () => true)).toBe('dev01:T:S:dev01:/wpars/dev01:no\n');
});

test('Broken when its process has gone, before anybody has written that down', async () => {
  expect(await listing(await startingLab(), () => false)).toBe('dev01:B:S:dev01:/wpars/dev01:no\n');
});

test('not Broken when its process finished, and went, while the reader was looking', async () => {
  const lab = await startingLab();
  const finish = () =>
    change(
      lab,
      (each) =>
        release(each, requireWpar(each.engine, 'aix71', 'dev01'), 'A', {
          columns: { init_pid: 4, started: 1 },
        }),
      { ...processMachine, alive: () => true },
    );
  let looked = 0;
  const seen = await listing(lab, () => {
    if (looked++ === 0) finish();
    return false;
  });
  expect(seen).toBe('dev01:A:S:dev01:/wpars/dev01:no\n');
  expect(impossibilities(lab.directory, worldVolumes(lab.directory))).toEqual([]);
});

test('a listing shows one moment: a WPAR that is removed meanwhile has all of its file systems or is not there', async () => {
  const lab = new TestLab('empty');
  await lab.ok('mkwpar -n dev01');
  const opened = Lab.open(lab.directory, processMachine);
  try {
    const [before, after] = opened.view(() => {
      const first = opened.engine.all('SELECT name FROM wpar');
      change(lab, (each) => each.engine.run('DELETE FROM wpar'), processMachine);
      return [first, opened.engine.all('SELECT directory FROM wpar_mount')];
    });
    expect(before).toHaveLength(1);
    expect(after).toHaveLength(7);
  } finally {
    opened.close();
  }
});
