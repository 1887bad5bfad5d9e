import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { done, expectMisuse, expectRefusal } from './wpars.ts';

test('one that AIX is delivered with, and one that was added; both can be added again', async () => {
  const lab = new TestLab('default', 'l488pp008');
  await lab.ok('mkssys -s watcher -p /bin/watch -u 0');
  for (const name of ['lpd', 'watcher']) {
    expect(await lab.type(`rmssys -s ${name}`)).toEqual(done('0513-083 Subsystem has been Deleted.\n'));
    expect((await lab.type(`lssrc -s ${name}`)).stderr).toBe(
      `0513-085 The ${name} Subsystem is not on file.\n`,
    );
    await lab.ok(`mkssys -s ${name} -p /bin/${name} -u 0 -G again`);
    expect(await lab.ok('lssrc -g again')).toContain(` ${name} `);
  }
});

test.each([
  ['rmssys -s inetd', 'rmssys: The subsystem inetd is active: stop it first.'],
  ['rmssys -s nosuch', '0513-085 The nosuch Subsystem is not on file.'],
  [
    'rmssys -s cor_dev01',
    'rmssys: The subsystem cor_dev01 belongs to a workload partition: use rmwpar dev01.',
  ],
])('%s is refused', async (line, message) => {
  await expectRefusal(new TestLab('default', 'l488pp008'), line, message);
});

test('nothing named', async () => {
  await expectMisuse(new TestLab('default', 'l488pp008'), 'rmssys', 'rmssys: -s must be given.');
});
