import { expect } from 'vitest';
import { stateOf } from '../aix/wpars.ts';
import { run } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import { insideTest } from './inside.ts';

insideTest('in a WPAR, the commands of the place answer for it, and shutdown ends it', async () => {
  const lab = new TestLab('default', 'l488pp008');
  await lab.ok('startwpar dev02');
  const script = `/usr/bin/ps -e -o comm= | grep -c "^srcmstr"
stopsrc -s sshd; lssrc -s sshd
errpt | wc -l
shutdown -F | tail -1`;
  const { stdout } = await run('clogin', ['dev02', script], { environment: lab.environment() });
  expect(stdout.replace(/ +$/gm, '')).toBe(`1
0513-044 The sshd Subsystem was requested to stop.
Subsystem         Group            PID          Status
 sshd             ssh                           inoperative
3
0513-004 The Subsystem or Group, rpc.statd, is currently inoperative.
`);
  expect(await stateOf(lab, 'dev02')).toBe('D');
});
