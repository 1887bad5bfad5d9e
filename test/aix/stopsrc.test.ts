import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { within } from './places.ts';
import { done, expectMisuse, expectRefusal, lifeCycle, stateOf } from './wpars.ts';

async function running(): Promise<TestLab> {
  const lab = new TestLab('default', 'l488pp008');
  await lab.ok('startwpar dev02');
  return lab;
}

test.each([
  ['stopsrc -s sshd', '0513-044 The sshd Subsystem was requested to stop.\n'],
  ['stopsrc -f -s sshd', '0513-044 The sshd Subsystem was requested to stop.\n'],
  ['stopsrc -c -p 6881446', '0513-044 The sshd Subsystem was requested to stop.\n'],
  [
    'stopsrc -g spooler',
    '0513-044 The qdaemon Subsystem was requested to stop.\n0513-044 The writesrv Subsystem was requested to stop.\n',
  ],
])('%s inside; it runs again after the next start', async (line, stdout) => {
  const lab = await running();
  const before = (await within(lab, 'dev02', 'lssrc -a')).stdout;
  const host = await lab.ok('lssrc -g ssh');
  expect(await within(lab, 'dev02', line)).toEqual(done(stdout));
  expect((await within(lab, 'dev02', 'lssrc -a')).stdout).not.toBe(before);
  expect(await lab.ok('lssrc -g ssh')).toBe(host);
  await lab.ok('rebootwpar dev02');
  const states = (text: string) => text.replace(/\d{7,}/g, '').replace(/ +/g, ' ');
  expect(states((await within(lab, 'dev02', 'lssrc -a')).stdout)).toBe(states(before));
});

test('-a stops all that run in the place', async () => {
  const lab = await running();
  expect((await within(lab, 'dev02', 'stopsrc -a')).stdout.trimEnd().split('\n')).toHaveLength(13);
  expect((await within(lab, 'dev02', 'lssrc -a')).stdout).not.toContain(' active');
});

test.each(['', '-c ', '-f '])(
  '%s-s cor_NAME ends the init of the WPAR, and with it the WPAR',
  async (how) => {
    const lab = await running();
    expect(await lab.type(`stopsrc ${how}-s cor_dev02`)).toEqual(
      done('0513-044 The cor_dev02 Subsystem was requested to stop.\n'),
    );
    expect(await stateOf(lab, 'dev02')).toBe('D');
  },
);

test('a process that does not end leaves the WPAR as stopwpar does', async () => {
  const lab = lifeCycle('lab71');
  expect((await lab.type('stopsrc -f -s cor_stuck')).status).toBe(1);
  expect(await stateOf(lab, 'stuck')).toBe('B');
});

test.each([
  ['stopsrc -s nosuch', '0513-085 The nosuch Subsystem is not on file.'],
  ['stopsrc -s lpd', '0513-004 The Subsystem or Group, lpd, is currently inoperative.'],
  ['stopsrc -g yp', '0513-004 The Subsystem or Group, yp, is currently inoperative.'],
  ['stopsrc -s cor_dev01', '0513-004 The Subsystem or Group, cor_dev01, is currently inoperative.'],
])('%s is refused', async (line, message) => {
  await expectRefusal(await running(), line, message);
});

test.each([
  ['stopsrc', 'stopsrc: Give one of -a, -g, -s and -p.'],
  ['stopsrc -f -c -a', 'stopsrc: The -f and -c flags cannot be used together.'],
])('%s is a mistake', async (line, message) => {
  await expectMisuse(new TestLab('default', 'l488pp008'), line, message);
});
