import { expect, test } from 'vitest';
import { resourcesLab } from './resources.ts';
import { done } from './wpars.ts';

test.each(['', '-P'])('%s takes away what attachrset gave', async (flag) => {
  const lab = resourcesLab();
  await lab.ok(`attachrset ${flag} -c 0-3 1`);
  expect(await lab.ok(`lsrset ${flag} -p 1`)).toContain('CPU: 0-3\n');
  expect(await lab.type(`detachrset ${flag} 1`)).toEqual(done(''));
  expect(await lab.ok(`lsrset ${flag} -p 1`)).toContain('CPU: 0-7\n');
});

test.each([['detachrset 1', 1, /No rset is attached to process 1/]])(
  '%s is refused',
  async (line, status, stderr) => {
    const lab = resourcesLab();
    const before = lab.dump();
    expect(await lab.type(line)).toEqual({ status, stdout: '', stderr: expect.stringMatching(stderr) });
    expect(lab.dump()).toEqual(before);
  },
);
