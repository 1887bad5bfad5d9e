import { expect, test } from 'vitest';
import { resourcesLab } from './resources.ts';
import { describeManager } from './wlm.ts';

describeManager('wlmcntrl');

test('an update with an rset that is gone changes nothing', async () => {
  const lab = resourcesLab();
  await lab.ok('rmrset test/last');
  const before = lab.dump();
  const { status, stderr } = await lab.type('wlmcntrl');
  expect({ status, stderr }).toEqual({
    ...{
      status: 1,
      stderr: 'wlmcntrl: The rset test/last of the class batch is not in the system registry.\n',
    },
  });
  expect(lab.dump()).toEqual(before);
});
