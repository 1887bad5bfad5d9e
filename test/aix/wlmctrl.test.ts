import { expect, test } from 'vitest';
import { holders, resourcesLab } from './resources.ts';
import { describeManager } from './wlm.ts';
import { alter } from './wpars.ts';

describeManager('wlmctrl');

// Seed 4, Processor Bindings: the four steps that resolve a dependency of the Workload Manager.
test('seed 4: lsrset, lsclass, chclass and wlmctrl take a software partition off the processor that leaves', async () => {
  const lab = resourcesLab();
  alter(lab, 'DELETE FROM processor_binding');
  await lab.ok('wlmctrl -a');
  expect(holders(lab)).toEqual([
    'workload class batch has no other online processor in its resource set test/last',
  ]);
  expect(await lab.ok('lsrset -vn test')).toContain('CPU: 4-7');
  expect(await lab.ok('lsclass -f batch')).toContain('\trset = "test/last"\n');
  await lab.ok('chclass -a rset=test/both batch');
  expect(holders(lab)).toHaveLength(1);
  await lab.ok('wlmctrl -u');
  expect(holders(lab)).toEqual([]);
});
