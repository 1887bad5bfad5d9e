import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { within } from './places.ts';
import { alter, done, expectMisuse, expectRefusal } from './wpars.ts';

const titles = 'Subsystem         Group            PID          Status \n';

async function running(): Promise<TestLab> {
  const lab = new TestLab('default', 'l488pp008');
  await lab.ok('startwpar dev02');
  return lab;
}

describe('status', () => {
  test('rows as published listings have them (reference: recalled layout)', async () => {
    expect(await within(await running(), 'dev02', 'lssrc -g spooler')).toEqual(
      done(`${titles} qdaemon          spooler          3342404      active
 writesrv         spooler          9699392      active
 lpd              spooler                       inoperative
`),
    );
  });

  test.each([
    ['lssrc -s syslogd', ' syslogd          ras              5505276      active\n'],
    ['lssrc -p 5505276', ' syslogd          ras              5505276      active\n'],
  ])('%s', async (line, row) => {
    expect(await within(await running(), 'dev02', line)).toEqual(done(titles + row));
  });

  test('the host has one for each system WPAR, active while it runs (seed 3)', async () => {
    const { stdout } = await (await running()).type('lssrc -a');
    expect(stdout).toContain(' cor_dev02                         4325380      active\n');
    expect(stdout).toContain(' cor_dev01                                      inoperative\n');
    expect((await within(await running(), 'dev02', 'lssrc -a')).stdout).not.toContain('cor_');
  });

  test('those that run come first; nobody else is asked what a WPAR has', async () => {
    const states = (await within(await running(), 'dev02', 'lssrc -a')).stdout
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((row) => row.split(' ').at(-1));
    expect(states).toEqual([...states].sort());
    expect(states.filter((state) => state === 'active')).toHaveLength(13);
  });

  test('6.1 has no clcomd', async () => {
    await expectRefusal(
      new TestLab('default', 'p550q'),
      'lssrc -s clcomd',
      '0513-085 The clcomd Subsystem is not on file.',
    );
  });

  test('ctrmc of a host is the RMC daemon of its partition, whoever stops or starts it', async () => {
    const lab = new TestLab('default', 'l488pp008');
    await lab.ok('rmcctrl -k');
    expect(await lab.ok('lssrc -s ctrmc')).toContain('inoperative');
    const started = await lab.ok('rmcctrl -s');
    const pid = /PID is (\d+)/.exec(started)?.[1] ?? 'none';
    expect(await lab.ok('lssrc -s ctrmc')).toBe(
      `${titles} ctrmc            rsct             ${pid.padEnd(12)} active\n`,
    );
    await lab.ok('stopsrc -s ctrmc');
    expect(await lab.type('rmcctrl -k')).toMatchObject({ status: 1 });
    await lab.ok('startsrc -s ctrmc');
    await lab.ok('rmcctrl -k');
  });
});

describe('refused', () => {
  test.each([
    ['lssrc -s nosuch', '0513-085 The nosuch Subsystem is not on file.'],
    ['lssrc -g nosuch', '0513-086 The nosuch Group is not on file.'],
    ['lssrc -p 17', 'lssrc: No subsystem has the process 17.'],
    ['lssrc -p x', 'lssrc: x is not a number that the -p flag can have.'],
    ['lssrc -ls sshd', '0513-005 The Subsystem, sshd, only supports signal communication.'],
    [
      'lssrc -ls lpd',
      '0513-036 The request could not be passed to the lpd subsystem.\nStart the subsystem and try your command again.',
    ],
    ['lssrc -S -s nosuch', '0513-084 There were no records that matched your request.'],
  ])('%s', async (line, message) => {
    await expectRefusal(await running(), line, message);
  });

  test.each([
    ['lssrc', 'lssrc: Give one of -a, -g, -s, -p and -S.'],
    ['lssrc -a -s inetd', 'lssrc: The -a and -s flags cannot be used together.'],
    ['lssrc -l -a', 'lssrc: The -a and -l flags cannot be used together.'],
    [
      'lssrc -h other -a',
      'lssrc: The -h flag is not supported by parlab: subsystems of another host are asked there: parlab on HOST COMMAND.',
    ],
  ])('%s', async (line, message) => {
    await expectMisuse(new TestLab('default', 'l488pp008'), line, message);
  });

  test('in a WPAR that does not run nobody answers', async () => {
    expect(await within(new TestLab('default', 'l488pp008'), 'dev02', 'lssrc -a')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'lssrc: The workload partition dev02 does not run: it has no System Resource Controller now.\n',
    });
  });

  test('a Broken WPAR is shown without daemons', async () => {
    const lab = await running();
    alter(lab, "UPDATE wpar SET state = 'B' WHERE name = 'dev02'");
    expect(await lab.ok('lssrc -s cor_dev02')).toContain('4325380      active');
    expect(await within(lab, 'dev02', 'lssrc -a')).toMatchObject({ status: 1 });
  });
});
