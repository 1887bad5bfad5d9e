import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { within } from './places.ts';
import { expectMisuse, expectRefusal } from './wpars.ts';

async function running(): Promise<TestLab> {
  const lab = new TestLab('default', 'l488pp008');
  await lab.ok('startwpar dev02');
  return lab;
}

test('a subsystem of a WPAR, with other arguments; forgotten when the WPAR stops', async () => {
  const lab = await running();
  const started = await within(lab, 'dev02', 'startsrc -s lpd -a -x');
  expect(started).toMatchObject({ status: 0, stderr: '' });
  const pid = /^0513-059 The lpd Subsystem has been started. Subsystem PID is (\d+)\.\n$/.exec(
    started.stdout,
  )?.[1];
  expect((await within(lab, 'dev02', 'ps -ef')).stdout).toContain(
    `    root ${pid?.padStart(8)} 10092676   0 10:20:04      -  0:00 /usr/sbin/lpd -x \n`,
  );
  await lab.ok('rebootwpar dev02');
  expect((await within(lab, 'dev02', 'lssrc -s lpd')).stdout).toContain('inoperative');
  expect(await lab.ok('lssrc -s lpd')).toContain('inoperative');
});

test('of a group, those that do not run', async () => {
  const lab = await running();
  expect((await within(lab, 'dev02', 'startsrc -g spooler')).stdout).toMatch(
    /^0513-059 The lpd Subsystem.*\n$/,
  );
});

test.each([
  ['startsrc -s nosuch', '0513-085 The nosuch Subsystem is not on file.'],
  ['startsrc -g nosuch', '0513-086 The nosuch Group is not on file.'],
  [
    'startsrc -s inetd',
    '0513-029 The inetd Subsystem is already active.\nMultiple instances are not supported.',
  ],
  [
    'startsrc -g ssh',
    '0513-029 The sshd Subsystem is already active.\nMultiple instances are not supported.',
  ],
  [
    'startsrc -s cor_dev02',
    'startsrc: The subsystem cor_dev02 belongs to a workload partition: use startwpar dev02.',
  ],
])('%s is refused', async (line, message) => {
  await expectRefusal(await running(), line, message);
});

test.each([
  ['startsrc', 'startsrc: Give one of -s and -g.'],
  ['startsrc -s a -g b', 'startsrc: The -s and -g flags cannot be used together.'],
  [
    'startsrc -s a -e X=1',
    'startsrc: The -e flag is not supported by parlab: the programs of subsystems are not real.',
  ],
])('%s is a mistake', async (line, message) => {
  await expectMisuse(new TestLab('default', 'l488pp008'), line, message);
});
