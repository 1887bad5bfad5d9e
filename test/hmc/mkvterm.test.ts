import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import { Lab } from '../../src/state/lab.ts';
import { projectRoot, shellEnvironment } from '../support/bins.ts';
import { type Outcome, TestLab } from '../support/lab.ts';
import { p750, typed } from './console.ts';

const open = `mkvterm -m ${p750} -p b750nl2`;
const close = `rmvterm -m ${p750} -p b750nl2`;

// Bytes of a recorded session of a console (HMC V10R3 M1060).
const banner = '\r\n Open in progress  \r\n ';
const held =
  '\r\n A terminal session is already open for this partition. \r\n Only one open session is allowed for a partition. \r\n Exiting.... ';
const login = '\r\nAIX Version 7\r\nCopyright IBM Corporation, 1982, 2013.\r\nConsole login: ';

const ended = (stdout: string): Outcome => ({ status: 0, stdout, stderr: '' });

function terminals(lab: TestLab): unknown[] {
  return lab.dump().terminal ?? [];
}

function write(lab: TestLab, sql: string): void {
  const opened = Lab.open(lab.directory, processMachine);
  opened.update((change) => change.engine.run(sql));
  opened.close();
}

describe('a session', () => {
  test('ends with the input', async () => {
    const lab = new TestLab('default');
    expect(await typed(lab, open)).toEqual(
      ended(`${banner}${login}\r\nThe write socket has closed. Exiting.\n`),
    );
    expect(terminals(lab)).toEqual([]);
  });

  test('nobody can log in; ~. ends it without a question, for there is no terminal', async () => {
    const lab = new TestLab('default');
    lab.typed = ['root', '', '~.', 'never read'];
    expect(await typed(lab, open)).toEqual(
      ended(
        `${banner}${login}\r\nparlab: Nobody can log in on a console yet; ~. ends it.\r\n${login}${login}\r\n`,
      ),
    );
    expect(terminals(lab)).toEqual([]);
  });

  test('of a VIO server, of Linux, of a partition that is off', async () => {
    const lab = new TestLab('default');
    lab.typed = ['~.'];
    const shown = async (name: string) => (await typed(lab, `mkvterm -m ${p750} -p ${name}`)).stdout;
    expect(await shown('b750vio1')).toBe(
      `${banner}\r\nIBM Virtual I/O Server\r\n\r\n                      login: \r\n`,
    );
    expect(await shown('b750lin1')).toBe(`${banner}\r\nb750lin1 login: \r\n`);
    expect(await shown('b750off1')).toContain('parlab: Partition b750off1 is not activated');
  });

  test('is the only one of its partition, ends with 0, and rmvterm closes it', async () => {
    const lab = new TestLab('default');
    lab.typed = 'silence';
    const first = typed(lab, open);
    await expect.poll(() => terminals(lab).length).toBe(1);
    expect(await typed(lab, open)).toEqual(ended(held));
    expect(await typed(lab, close)).toEqual(ended('Close command sent\n'));
    expect(await first).toEqual(ended(`${banner}${login}\r\n The session was closed. \r\n`));
    expect(terminals(lab)).toEqual([]);
  });

  test('one that the world says is open', async () => {
    const lab = new TestLab('default');
    write(lab, "INSERT INTO terminal SELECT id, '', '', 0, '' FROM partition WHERE name = 'b750nl2'");
    expect(await typed(lab, open)).toEqual(ended(held));
    expect(await typed(lab, close)).toEqual(ended('Close command sent\n'));
    expect(await typed(lab, close)).toEqual(ended('Close command sent\n'));
    expect((await typed(lab, open)).stdout).toContain(login);
  });

  test('of a process that was killed is none', async () => {
    const lab = new TestLab('default');
    const child = spawn(join(projectRoot, 'bin', 'mkvterm'), ['-m', p750, '-p', 'b750nl2'], {
      env: shellEnvironment(lab.environment()),
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    await once(child.stdout, 'data');
    expect(await typed(lab, open)).toEqual(ended(held));
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect((await typed(lab, open)).stdout).toContain(login);
  });

  test('of a process that is told to end closes', async () => {
    const lab = new TestLab('default');
    const child = spawn(join(projectRoot, 'bin', 'mkvterm'), ['-m', p750, '-p', 'b750nl2'], {
      env: shellEnvironment(lab.environment()),
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(terminals(lab)).toEqual([]);
  });
});

test.each<[string, string]>([
  [`mkvterm -m ${p750}`, 'The parameter -p is required'],
  ['mkvterm -p b750nl2', 'The parameter -m is required'],
  [`mkvterm -m ${p750} -p nosuch`, 'HSCL8012 The partition named nosuch was not found.\n'],
  [`mkvterm -m ${p750} --id 99`, 'HSCL8011 The partition ID "99" was not found.\n'],
  ['mkvterm -m nosuch -p b750nl2', 'HSCL8018 The managed system nosuch was not found.\n'],
  [`mkvterm -m ${p750} -p b750ibmi1`, 'its console is no virtual terminal.\n'],
  [`rmvterm -m ${p750} -p nosuch`, 'HSCL8012 The partition named nosuch was not found.\n'],
])('%s is refused', async (line, words) => {
  const lab = new TestLab('default');
  const before = lab.dump();
  const { status, stdout, stderr } = await typed(lab, line);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain(words);
  expect(lab.dump()).toEqual(before);
});
