import { describe, expect, test } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import { Lab } from '../../src/state/lab.ts';
import { TestLab } from '../support/lab.ts';
import { p750, typed } from './console.ts';

const one = `diagrmc -m ${p750} --ip 172.16.20.31 -p b750nl2`;

function write(lab: TestLab, set: string): void {
  const open = Lab.open(lab.directory, processMachine);
  open.update((change) => change.engine.run(`UPDATE partition SET ${set} WHERE name = 'b750nl2'`));
  open.close();
}

describe('diagrmc', () => {
  test('a connection that works; clients look for this sentence', async () => {
    const outcome = { status: 0, stdout: '172.16.20.31 has RMC connection.\n', stderr: '' };
    expect(await typed(new TestLab('default'), one)).toEqual(outcome);
    expect(await typed(new TestLab('default'), `${one} --autocorrect`)).toEqual(outcome);
  });

  test('all of the console', async () => {
    const { status, stdout } = await typed(new TestLab('default'), 'diagrmc');
    expect(status).toBe(0);
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      '172.16.20.21 has RMC connection.',
      '172.16.20.22 has RMC connection.',
    ]);
    expect(stdout).not.toContain('172.16.20.34');
  });

  test('a record that is behind is corrected when asked', async () => {
    const lab = new TestLab('default');
    write(lab, "rmc_state = 'inactive'");
    expect(await typed(lab, one)).toEqual({
      status: 1,
      stdout:
        '172.16.20.31 has RMC connection, but the console has recorded the state inactive for partition b750nl2.  Use --autocorrect to correct it.\n',
      stderr: '',
    });
    expect(await typed(lab, `${one} --autocorrect`)).toEqual({
      status: 0,
      stdout: 'The state of partition b750nl2 was corrected.\n172.16.20.31 has RMC connection.\n',
      stderr: '',
    });
    expect((await typed(lab, one)).status).toBe(0);
  });

  test('a connection that is lost', async () => {
    const lab = new TestLab('default');
    write(lab, "rmc_state = 'inactive', rmc_connected = 0");
    expect(await typed(lab, `${one} --autocorrect`)).toEqual({
      status: 1,
      stdout:
        '172.16.20.31 has no RMC connection.  Use rmcctrl and recfgct in the partition to start it anew.\n',
      stderr: '',
    });
  });

  test.each<[string, string]>([
    [`-m ${p750} --ip 1.2.3.4 -p b750nl2`, 'The address 1.2.3.4 is not that of partition b750nl2.\n'],
    [`-m ${p750} --ip 172.16.20.31`, 'The parameter -p is required'],
    [`-m ${p750}`, 'The parameter -m is valid only with --ip'],
    ['-v', 'is not supported by parlab'],
    ['--mcip 1.2.3.4', 'is not supported by parlab'],
  ])('diagrmc %s is refused', async (words, complaint) => {
    expect(await typed(new TestLab('default'), `diagrmc ${words}`)).toEqual({
      status: 1,
      stdout: expect.stringContaining(complaint),
      stderr: '',
    });
  });
});
