import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';

const system = 'p750-Server-8233-E8B-SN069348P';

test('with its partition an AIX host ends, and all of its WPARs', async () => {
  const lab = new TestLab('default', 'l488pp008');
  await lab.ok('startwpar dev02');
  lab.host = 'bpichmc';
  await lab.ok(`chsysstate -r lpar -m ${system} -n l488pp008 -o osshutdown --immed`);
  await lab.ok(`chsysstate -r lpar -m ${system} -n l488pp008 -o on -f default`);
  lab.host = 'l488pp008';
  expect(await lab.ok('lswpar -cqa name,state')).toBe('dev01:D\ndev02:D\n');
});
