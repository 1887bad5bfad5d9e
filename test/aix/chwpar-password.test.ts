import { describe, expect, test } from 'vitest';
import { makeContext } from '../../src/cli/make-context.ts';
import { processMachine } from '../../src/cli/process-machine.ts';
import { runCommand } from '../../src/cli/run.ts';
import { command } from '../../src/commands/aix/chwpar.ts';
import { insideOf } from '../../src/runtime/inside.ts';
import { findHost } from '../../src/state/hosts.ts';
import { Lab } from '../../src/state/lab.ts';
import type { TestLab } from '../support/lab.ts';
import { lifeCycle, rows, view } from './wpars.ts';

describe('-P', () => {
  /** Calls chwpar with somebody at a terminal who types these answers. */
  async function typed(lab: TestLab, words: string, answers: readonly (string | undefined)[]) {
    const opened = Lab.open(lab.directory, processMachine);
    const waiting = [...answers];
    let stderr = '';
    try {
      const host = findHost(opened.engine, 'lab71');
      if (!host) throw new Error('no host');
      const argv = words.split(' ');
      const context = makeContext({
        command: 'chwpar',
        argv,
        lab: opened,
        host,
        user: 'root',
        stdout: { write: () => {} },
        stderr: {
          write(text: string) {
            stderr += text;
          },
        },
        environment: {},
        directory: lab.home,
        signal: new AbortController().signal,
        inside: insideOf(opened),
        onHost: false,
        ask: async () => waiting.shift(),
        runOn: async () => undefined,
        openInput: async () => ({ next: async () => undefined, close() {} }),
        enter: async () => 0,
        prepareApplication: () => Promise.reject(new Error('not here')),
        runScript: async () => 0,
      });
      return { status: await runCommand(command, argv, context), stderr };
    } finally {
      opened.close();
    }
  }

  const details = (lab: TestLab, wpar: string) =>
    JSON.parse(
      (rows(lab, 'SELECT details FROM wpar WHERE name = ?', wpar) as { details: string }[])[0]?.details ?? '',
    );

  test('asks twice; the password is in the files of the WPAR', async () => {
    const lab = lifeCycle();
    expect(await typed(lab, '-P web', ['secret', 'secret'])).toEqual({ status: 0, stderr: '' });
    expect(details(lab, 'web')).toEqual({ treeLaid: true });
    expect(await typed(lab, '-P -b 0 disk', ['secret', 'secret'])).toEqual({ status: 0, stderr: '' });
    expect(details(lab, 'disk')).toEqual({ treeLaid: true, bootList: [0] });
  });

  test.each([
    [['one', 'two'], 'chwpar: The passwords are not the same; nothing was done.\n'],
    [[undefined], 'chwpar: The -P flag needs a terminal to ask for the password on.\n'],
  ])('refused: %j', async (answers, stderr) => {
    const lab = lifeCycle();
    expect(await typed(lab, '-P -A web', answers)).toEqual({ status: 1, stderr });
    expect(await view(lab, 'web', '', 'auto')).toBe('no');
  });
});
