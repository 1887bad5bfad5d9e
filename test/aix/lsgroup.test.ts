import { describe, expect, test } from 'vitest';
import { placeOf, prints, typed } from './users.ts';

describe('lsgroup', () => {
  test.each([
    ['lsgroup system', 'system id=0 admin=true users=root registry=files\n'],
    // Those who have it as their primary group are in it, too.
    ['lsgroup staff', 'staff id=1 admin=false users=invscout,daemon registry=files\n'],
    ['lsgroup -a id users mail', 'mail id=6 users=\n'],
    ['lsgroup -a bin,sys', 'bin\nsys\n'],
    ['lsgroup -c -a id system,bin', '#name:id\nsystem:0\n#name:id\nbin:2\n'],
    ['lsgroup -C -a id adms system,bin', '#name:id:adms\nsystem:0:\nbin:2:\n'],
    ['lsgroup -f -a id admin bin', 'bin:\n\tid=2\n\tadmin=true\n\n'],
  ])('%s', async (line, stdout) => {
    expect(await prints(await placeOf(), line)).toBe(stdout);
  });

  test.each([
    ['lsgroup none', 1, '3004-686 Group "none" does not exist.\n'],
    ['lsgroup -a color bin', 1, 'lsgroup: color is not an attribute that parlab knows.\n'],
    ['lsgroup', 2, 'lsgroup: ALL | Name is required.\nUsage: '],
  ])('refused: %s', async (line, status, stderr) => {
    const outcome = await typed(await placeOf(), line);
    expect(outcome).toMatchObject({ status, stdout: '' });
    expect(outcome.stderr.startsWith(stderr)).toBe(true);
  });

  test('ALL: each that /etc/group has', async () => {
    expect((await prints(await placeOf(), 'lsgroup -a id ALL')).split('\n')).toHaveLength(17);
  });
});
