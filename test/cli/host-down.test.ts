import { expect, test } from 'vitest';
import { silently } from '../hmc/changing.ts';
import { TestLab } from '../support/lab.ts';
import { parlab } from '../support/parlab.ts';

const state = (what: string) => `chsysstate -m frame1 -r lpar ${what}`;

test.each([
  ['f1vio1', 'ioslevel', '2.2.3.3\n'],
  ['aix1', 'lswpar -q -a name', undefined],
])('nobody is logged in to %s while its partition is off', async (host, line, stdout) => {
  const lab = new TestLab('lpm-two-frames');
  const there = async () => {
    lab.host = host;
    const outcome = await lab.type(line);
    lab.host = undefined;
    return outcome;
  };
  const before = await there();
  expect(before).toEqual({ status: 0, stdout: stdout ?? before.stdout, stderr: '' });
  await silently(lab, state(`-o shutdown --immed -n ${host}`));
  const down = (command: string) => ({
    status: 255,
    stdout: '',
    stderr: `${command}: The host ${host} does not answer: its partition ${host} is Not Activated.\n`,
  });
  expect(await there()).toEqual(down(line.split(' ')[0] ?? ''));
  expect(await parlab(lab, 'on', host, ...line.split(' '))).toEqual(down('parlab'));
  await silently(lab, state(`-o on -n ${host} -f default`));
  expect(await there()).toMatchObject({ status: 0, stderr: '' });
});
