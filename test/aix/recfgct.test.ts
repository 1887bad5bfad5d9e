import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { parlabOk } from '../support/parlab.ts';

const connected = async (lab: TestLab) => {
  lab.host = 'bpichmc';
  const listed = await lab.ok('lspartition -dlpar');
  lab.host = 'l488pp008';
  return listed.includes('l488pp008, 172.16.20.8>\n       Active:<1>');
};

test('recfgct loses the consoles for five minutes', async () => {
  const lab = new TestLab('default', 'l488pp008');
  // Captured but for the process id (bond-huang/ebook).
  expect((await lab.ok('recfgct')).replace(/\d+\.\n$/, 'N.\n')).toBe(
    `/usr/lib/dr/scripts/all/ctrmc_MDdr               DR script to refresh Management Domain configuration
0513-071 The ctcas Subsystem has been added.
0513-071 The ctrmc Subsystem has been added.
0513-059 The ctrmc Subsystem has been started. Subsystem PID is N.
`,
  );
  expect(await connected(lab)).toBe(false);
  await parlabOk(lab, 'pace advance 5m');
  expect(await connected(lab)).toBe(true);
});

test('recfgct starts a daemon that was stopped', async () => {
  const lab = new TestLab('default', 'l488pp008');
  await lab.ok('rmcctrl -z');
  await lab.ok('recfgct');
  await parlabOk(lab, 'pace advance 5m');
  expect(await connected(lab)).toBe(true);
});

test('recfgct takes no words, and needs a partition', async () => {
  const lab = new TestLab('default', 'x103');
  expect((await lab.type('recfgct now')).status).toBe(2);
  expect(await lab.type('recfgct')).toMatchObject({
    status: 1,
    stderr: 'recfgct: x103 is not in a partition of the lab.\n',
  });
});
