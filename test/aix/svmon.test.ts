import { expect, test } from 'vitest';
import { resourcesLab } from './resources.ts';
import { done } from './wpars.ts';

// Layout: what programs that read it expect. Pages of 4 KB: 4096 MB are 1048576.
test('-G: 800 MB of the kernel, 300 of a program, 200 of a segment and 32 large pages are pinned', async () => {
  expect(await resourcesLab().type('svmon -G')).toEqual(
    done(`               size       inuse        free         pin     virtual   mmode
memory      1048576      943616      104960      463872      566169     Ded
pg space     131072        1311

               work        pers        clnt       other
pin          332800           0           0      131072
in use       566169           0      377447

PageSize   PoolSize       inuse        pgsp         pin     virtual
s    4 KB         -      812544        1311      332800      435097
m   64 KB         -           0           0           0           0
L   16 MB        32           0           0          32           0
`),
  );
});

// Seed 4: lower the level of pinned memory by terminating programs that pin it.
test('seed 4: pinned memory falls when a program that pins it has ended', async () => {
  const lab = resourcesLab();
  const pinned = async () => Number((await lab.ok('svmon -G')).split('\n')[1]?.split(/ +/)[4]);
  const before = await pinned();
  await lab.ok('stopsrc -s sshd');
  expect(before - (await pinned())).toBe(300 * 256);
  await lab.ok('startsrc -s sshd');
  expect(await pinned()).toBe(before);
});

test.each([
  ['', 2, /-G is required/],
  ['-P', 2, /not supported by parlab/],
  ['-G -O unit=MB', 2, /not supported by parlab/],
  ['-G word', 2, /Usage: /],
])('svmon %s is refused', async (words, status, stderr) => {
  expect(await resourcesLab().type(`svmon ${words}`)).toEqual({
    ...{ status, stdout: '', stderr: expect.stringMatching(stderr) },
  });
});
