import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { seedLab } from './storage.ts';

describe('chfs', () => {
  test('the size of a mounted file system of a WPAR', async () => {
    const lab = await seedLab();
    const before = /FREE PPs: +(\d+)/.exec(await lab.ok('lsvg rootvg'))?.[1];
    expect(await lab.ok('chfs -a size=+64M /wpars/dev02/home')).toBe('Filesystem size changed to 524288\n');
    expect(await lab.ok('chfs -a size=200M /wpars/dev02/home')).toBe(
      'The filesystem size is already 524288.\n',
    );
    expect((await lab.ok('df -k /wpars/dev02/home')).split('\n')[1]).toBe(
      '/dev/fslv09        262144    259220    2%        5     1% /wpars/dev02/home',
    );
    expect(await lab.ok('lslv fslv09')).toMatch(/^LPs: +2 +PPs: +2$/m);
    expect(await lab.ok('lsfs -c /wpars/dev02/home')).toContain(':524288:');
    expect(/FREE PPs: +(\d+)/.exec(await lab.ok('lsvg rootvg'))?.[1]).toBe(String(Number(before) - 1));
    expect(await lab.ok('chfs -a size=-128M /dev/fslv09')).toBe('Filesystem size changed to 262144\n');
    expect(/FREE PPs: +(\d+)/.exec(await lab.ok('lsvg rootvg'))?.[1]).toBe(before);
  });

  test('a file system of the host', async () => {
    const lab = new TestLab('default', 'l488pp008');
    expect(await lab.ok('chfs -a size=+1 /home')).toBe('Filesystem size changed to 524288\n');
    expect((await lab.ok('df -k /home')).split('\n')[1]).toBe(
      '/dev/hd1           262144    261736    1%        9     1% /home',
    );
    await lab.ok('chfs -p ro -A no -t yes -u mine -a options=cio -a more=it /home');
    expect(await lab.ok('lsfs -c /home')).toContain('/home:/dev/hd1:jfs2::mine:524288:ro,cio:no:yes\n');
    await lab.ok('chfs -p rw /home');
    expect(await lab.ok('lsfs -c /home')).toContain(':rw,cio:');
  });

  test('another mount point, once it is not mounted', async () => {
    const lab = new TestLab('default', 'l488pp008');
    expect((await lab.type('chfs -m /mw /stage/middleware')).stderr).toBe(
      'chfs: 0506-921 /stage/middleware is currently mounted.\n',
    );
    await lab.ok('umount /stage/middleware');
    await lab.ok('chfs -m /mw /stage/middleware');
    await lab.ok('mount /mw');
    expect(await lab.ok('df -k /mw')).toContain(
      '/dev/fslv00     157286400  90154220   43%    71844     1% /mw\n',
    );
    expect((await lab.type('lsfs /stage/middleware')).status).toBe(1);
  });

  test('a file system that leaves its WPAR', async () => {
    const lab = await seedLab();
    await lab.ok('crfs -v jfs2 -g rootvg -m /wpars/dev02/ora -u dev02 -a size=128M');
    await lab.ok('mount /wpars/dev02/ora');
    await lab.ok('chfs -u other /wpars/dev02/ora');
    expect(await lab.ok('lswpar -M dev02')).not.toContain('/ora');
    expect(await lab.ok('lsfs -c /wpars/dev02/ora')).toContain('/dev/fslv12:jfs2::other:262144:rw:no:no');
  });

  test.each([
    ['-a size=+1M /nosuch', 'chfs: 0506-915 No record matching /nosuch was found in /etc/filesystems.'],
    ['-a size=bogus /home', 'chfs: "bogus" is not a valid file system size.'],
    ['-a size=128M /wpars/dev02/usr', 'chfs: /wpars/dev02/usr is not on a logical volume.'],
    ['-a size=-1G /home', 'chfs: /home holds 388 KB: it cannot have 0 KB.'],
    ['-a size=1G /usr', 'chfs: /usr holds 2417308 KB: it cannot have 1048576 KB.'],
    ['-a size=-1M /proc', 'chfs: /proc is not on a logical volume.'],
    [
      '-A yes /wpars/dev02/home',
      'chfs: /wpars/dev02/home is mounted with workload partition dev02: -A has no meaning for it.',
    ],
    [
      '-u x /wpars/dev02/home',
      'chfs: /wpars/dev02/home is a file system that workload partition dev02 cannot do without.',
    ],
    ['-a dev=/dev/hd9 /home', 'chfs: The attribute dev of /home cannot be changed.'],
    ['-a quota=no /home', 'chfs: The attribute quota is not supported by parlab.'],
    ['-m /admin /home/u0009539', 'chfs: 0506-921 /home/u0009539 is currently mounted.'],
  ])('chfs %s', async (words, stderr) => {
    const lab = await seedLab();
    const before = lab.dump();
    expect(await lab.type(`chfs ${words}`)).toEqual({ status: 1, stdout: '', stderr: `${stderr}\n` });
    expect(lab.dump()).toEqual(before);
  });

  test('no room', async () => {
    const lab = await seedLab();
    const before = lab.dump();
    expect((await lab.type('chfs -a size=+900G /home')).stderr).toMatch(/^0516-404 allocp: /);
    expect(lab.dump()).toEqual(before);
  });
});
