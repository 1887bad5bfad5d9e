import { describe, expect, test } from 'vitest';
import { insideLab } from './inside-world.ts';

const synced = `syncroot: Processing root part installation status.
syncroot: Installp root packages are currently synchronized.
syncroot: RPM root packages are currently synchronized.
syncroot: Root part is currently synchronized.
syncroot: Returns Status = SUCCESS
`;

describe('syncroot', () => {
  test('does from inside what syncwpar does from outside', async () => {
    const lab = insideLab();
    expect(await lab.ok('syncwpar native')).toBe(synced);
    lab.wpar = 'native';
    expect(await lab.ok('syncroot')).toBe(synced);
    expect(await lab.ok('syncroot -i')).toBe(
      synced.replace(/.*(RPM|Root) .*\n/, '').replace(/.*Root part is.*\n/, ''),
    );
    expect(await lab.ok('syncroot -r -X -v')).toContain('Return Status = SUCCESS.\n');
  });

  // The text of the page.
  test('a WPAR of version 6 on a system of version 7', async () => {
    const lab = insideLab('sixon');
    const dump = lab.dump();
    expect(await lab.type('syncroot')).toEqual({
      status: 1,
      stdout: `syncroot: Processing root part installation status.
Your global system is at a higher version than the WPAR.
Please log out of the WPAR and execute the migwpar command.
syncroot: Returns Status = FAILURE
`,
      stderr: '',
    });
    expect(lab.dump()).toEqual(dump);
    lab.wpar = undefined;
    expect((await lab.type('syncwpar sixon')).status).toBe(1);
  });

  test.each([
    [undefined, '', 1, /^syncroot: This command runs inside a workload partition; in the global environment/],
    ['old52', '', 1, /^syncroot: /],
    ['native', '-i -r', 2, /cannot be used together/],
    ['native', '-a -F', 2, /cannot be used together/],
    ['native', 'native', 2, /not expected/],
  ])('in %s: syncroot %s', async (wpar, words, status, stderr) => {
    const lab = insideLab(wpar);
    const dump = lab.dump();
    const outcome = await lab.type(`syncroot ${words}`);
    expect(outcome).toEqual({ status, stdout: '', stderr: expect.stringMatching(stderr) });
    expect(lab.dump()).toEqual(dump);
  });
});
