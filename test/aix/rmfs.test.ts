import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { seedLab, writeInside } from './storage.ts';

describe('rmfs', () => {
  test('a file system of the host: all of it goes', async () => {
    const lab = await seedLab();
    await writeInside(lab, undefined, '/tmp/x', '');
    const before = /FREE PPs: +(\d+)/.exec(await lab.ok('lsvg rootvg'))?.[1];
    await lab.ok('umount /stage/middleware');
    await writeInside(lab, undefined, '/stage/middleware/file', '');
    expect(await lab.ok('rmfs -r /stage/middleware')).toBe('rmlv: Logical volume fslv00 is removed.\n');
    expect(/FREE PPs: +(\d+)/.exec(await lab.ok('lsvg rootvg'))?.[1]).toBe(String(Number(before) + 1200));
    expect((await lab.type('lsfs /stage/middleware')).status).toBe(1);
    expect(existsSync(`${lab.directory}/hosts/l488pp008/stage/middleware`)).toBe(false);
  });

  test('a file system of a WPAR', async () => {
    const lab = await seedLab();
    await lab.ok('crfs -v jfs2 -g rootvg -m /wpars/dev02/ora -u dev02 -a size=128M');
    await lab.ok('mount /wpars/dev02/ora');
    expect((await lab.type('rmfs /wpars/dev02/ora')).stderr).toBe(
      'rmfs: 0506-921 /wpars/dev02/ora is currently mounted.\n',
    );
    await lab.ok('umount /wpars/dev02/ora');
    await writeInside(lab, 'dev02', '/ora/file', 'x');
    expect(await lab.ok('rmfs /wpars/dev02/ora')).toBe('rmlv: Logical volume fslv12 is removed.\n');
    const folder = `${lab.directory}/hosts/l488pp008/wpars/dev02/ora`;
    expect([existsSync(folder), existsSync(`${folder}/file`)]).toEqual([true, false]);
    expect(await lab.ok('lswpar -M dev02')).not.toContain('ora');
  });

  test.each([
    ['/nosuch', 'rmfs: 0506-915 No record matching /nosuch was found in /etc/filesystems.'],
    ['/home/u0009539', 'rmfs: 0506-921 /home/u0009539 is currently mounted.'],
    ['/', 'rmfs: / is a file system that the host cannot do without.'],
    ['/dev/hd2', 'rmfs: /usr is a file system that the host cannot do without.'],
    [
      '/wpars/dev01/home',
      'rmfs: /wpars/dev01/home is a file system that workload partition dev01 cannot do without.',
    ],
    ['-i /home/u0009539', 'rmfs: Nobody is there to ask; nothing was removed.'],
  ])('rmfs %s', async (words, stderr) => {
    const lab = await seedLab();
    const before = lab.dump();
    expect(await lab.type(`rmfs ${words}`)).toEqual({ status: 1, stdout: '', stderr: `${stderr}\n` });
    expect(lab.dump()).toEqual(before);
  });
});
