import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { placeOf, prints, standing, typed } from './users.ts';

test.each([
  ['id', 'uid=0(root) gid=0(system) groups=2(bin),3(sys),7(security),8(cron),10(audit),11(lp)'],
  ['id guest', 'uid=100(guest) gid=100(usr)'],
  ['id lost', 'uid=300(lost) gid=777'],
  ['id -G lost', '777'],
  ['id -u guest', '100'],
  ['id -un', 'root'],
  ['id -g', '0'],
  ['id -gn guest', 'usr'],
  ['id -G', '0 2 3 7 8 10 11'],
  ['id -Gn', 'system bin sys security cron audit lp'],
  ['id -ur', '0'],
])('%s', async (line, stdout) => {
  const lab = await placeOf();
  await prints(lab, 'mkgroup id=777 gone', 'mkuser id=300 pgrp=gone groups= lost');
  const group = standing(lab, '/etc/group');
  writeFileSync(group, readFileSync(group, 'utf8').replace(/^gone:.*\n/m, ''));
  expect(await prints(lab, line)).toBe(`${stdout}\n`);
});

test('nobody by that name', async () => {
  expect(await typed(await placeOf(), 'id none')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'id: There is no user none.\n',
  });
});
