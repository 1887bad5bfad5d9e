import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { seedLab, writeInside } from './storage.ts';

// The header of captures.
const header = `  node       mounted        mounted over    vfs       date        options
-------- ---------------  ---------------  ------ ------------ ---------------
`;

const inDev02 = `${header}         Global           /                jfs2   Nov 17 10:20 rw,log=NULL
         Global           /home            jfs2   Nov 17 10:20 rw,log=NULL
         Global           /opt             namefs Nov 17 10:20 ro
         Global           /proc            namefs Nov 17 10:20 rw
         Global           /tmp             jfs2   Nov 17 10:20 rw,log=NULL
         Global           /usr             namefs Nov 17 10:20 ro
         Global           /var             jfs2   Nov 17 10:20 rw,log=NULL
`;

async function rows(lab: TestLab, pattern: RegExp): Promise<string[]> {
  return (await lab.ok('mount')).split('\n').filter((line) => pattern.test(line));
}

describe('mount', () => {
  test('lists the global environment', async () => {
    const lab = await seedLab();
    const text = await lab.ok('mount');
    expect(text.startsWith(header)).toBe(true);
    expect(text.split('\n').slice(2, 10).join('\n')).toBe(
      `         /dev/hd4         /                jfs2   Nov 17 10:20 rw,log=/dev/hd8
         /dev/hd2         /usr             jfs2   Nov 17 10:20 rw,log=/dev/hd8
         /dev/hd9var      /var             jfs2   Nov 17 10:20 rw,log=/dev/hd8
         /dev/hd3         /tmp             jfs2   Nov 17 10:20 rw,log=/dev/hd8
         /dev/hd1         /home            jfs2   Nov 17 10:20 rw,log=/dev/hd8
         /dev/hd11admin   /admin           jfs2   Nov 17 10:20 rw,log=/dev/hd8
         /proc            /proc            procfs Nov 17 10:20 rw
         /dev/hd10opt     /opt             jfs2   Nov 17 10:20 rw,log=/dev/hd8`,
    );
    expect(await rows(lab, /dev02( |\/proc)/)).toEqual([
      '         /dev/fslv08      /wpars/dev02     jfs2   Nov 17 10:20 rw,log=NULL',
      '         /proc            /wpars/dev02/proc namefs Nov 17 10:20 rw',
    ]);
  });

  test('lists a WPAR from inside', async () => {
    const lab = await seedLab();
    lab.wpar = 'dev02';
    expect(await lab.ok('mount')).toBe(inDev02);
  });

  test('NFS: the server pushes its row', async () => {
    const lab = new TestLab('default', 'p550q');
    expect(await rows(lab, /wp03root/)).toEqual([
      'blue.ibm.com /scratch/wp03root /wpars/wp03      nfs3   Nov 17 10:20 bg,intr',
    ]);
    await lab.ok('stopwpar wp03');
    expect(await rows(lab, /wp03/)).toEqual([]);
  });

  // Seed 3, listing 9: the source is seen, relative names are those of the directory one is in.
  test('a directory inside a WPAR', async () => {
    const lab = await seedLab();
    await writeInside(lab, 'dev02', '/src/file', '');
    lab.wpar = 'dev02';
    expect(await lab.ok('mount src /src')).toBe('');
    expect((await lab.ok('df -k')).split('\n').at(-2)).toBe(
      '/src               131072     99108   25%     2289    10% /src',
    );
    expect((await lab.ok('mount')).replace(inDev02, '')).toBe(
      '         /src             /src             jfs2   Nov 17 10:20 rw\n',
    );
    lab.wpar = undefined;
    expect(await rows(lab, /src/)).toEqual([
      '         /wpars/dev02/src /wpars/dev02/src jfs2   Nov 17 10:20 rw',
    ]);
    await lab.ok('stopwpar -F dev02');
    await lab.ok('startwpar dev02');
    expect(await rows(lab, /src/)).toEqual([]);
  });

  test('an export that is open to the WPAR, and one that is not', async () => {
    const lab = await seedLab();
    lab.wpar = 'dev02';
    await lab.ok('mount -o ro,bg blue.ibm.com:/scratch/state /mnt');
    expect((await lab.ok('mount')).replace(inDev02, '')).toBe(
      'blue.ibm.com /scratch/state   /mnt             nfs3   Nov 17 10:20 ro,bg\n',
    );
    await lab.ok('umount /mnt');
    const before = lab.dump();
    expect(await lab.type('mount -n x054 /backup/wpars/x150 /mnt')).toEqual({
      status: 1,
      stdout: '',
      stderr: `mount: 1831-011 access denied for x054:/backup/wpars/x150
mount: 1831-008 giving up on:
x054:/backup/wpars/x150
The file access permissions do not allow the specified action.
`,
    });
    expect(lab.dump()).toEqual(before);
  });

  test.each([
    [
      'nosuch /mnt',
      'mount: 0506-324 Cannot mount /nosuch on /mnt: A file or directory in the path name does not exist.',
    ],
    [
      '/etc /nosuch',
      'mount: 0506-324 Cannot mount /etc on /nosuch: A file or directory in the path name does not exist.',
    ],
    ['/etc /etc/motd', 'mount: 0506-324 Cannot mount /etc on /etc/motd: A parameter must be a directory.'],
    ['/etc /tmp', 'mount: 0506-324 Cannot mount /etc on /tmp: The requested resource is busy.'],
    // The commands themselves would be gone.
    ['/etc /dev', 'mount: 0506-324 Cannot mount /etc on /dev: The requested resource is busy.'],
    [
      '/dev/hd1 /mnt',
      'mount: 0506-324 Cannot mount /dev/hd1 on /mnt: The file access permissions do not allow the specified action.',
    ],
    ['/home', 'mount: 0506-334 /home is not a known file system.'],
    ['nosuch:/x /mnt', 'mount: There is no NFS server called nosuch.'],
    ['-v cdrfs /etc /mnt', 'mount: cdrfs is not a kind of file system that parlab mounts.'],
    ['-o bogus /etc /mnt', 'mount: bogus is not a mount option.'],
    ['-t nosuch', 'mount: No file system has the type nosuch.'],
  ])('inside, mount %s is refused', async (words, stderr) => {
    const lab = await seedLab();
    lab.wpar = 'dev02';
    const before = lab.dump();
    expect(await lab.type(`mount ${words}`)).toEqual({ status: 1, stdout: '', stderr: `${stderr}\n` });
    expect(lab.dump()).toEqual(before);
  });

  test.each([['-r'], ['-p'], ['-f'], ['-V x'], ['a b c'], ['-F /x all']])(
    'mount %s is misuse',
    async (words) => {
      const outcome = await (await seedLab()).type(`mount ${words}`);
      expect(outcome.status).toBe(2);
      expect(outcome.stderr).toContain('Usage: mount');
    },
  );

  test('what /etc/filesystems says: one, a group, all', async () => {
    const lab = await seedLab();
    await lab.ok('umount /home/u0009539');
    await lab.ok('umount /stage/middleware');
    expect(await rows(lab, /u0009539|middleware/)).toEqual([]);
    expect(await lab.ok('lsvg -l rootvg')).toMatch(/^fslv01 .* closed\/syncd {2}\/home\/u0009539$/m);
    await lab.ok('mount /home/u0009539');
    expect(await rows(lab, /u0009539|middleware/)).toHaveLength(1);
    await lab.ok('mount all');
    expect(await rows(lab, /u0009539|middleware/)).toHaveLength(2);
    // The file systems of a WPAR that is only defined, by hand: its start takes them over.
    await lab.ok('mount -t dev01');
    expect(await rows(lab, /dev01/)).toHaveLength(7);
    await lab.ok('startwpar dev01');
    expect(await rows(lab, /dev01/)).toHaveLength(7);
    await lab.ok('stopwpar -F dev01');
    expect(await rows(lab, /dev01/)).toEqual([]);
  });

  test('a stanza that somebody wrote inside', async () => {
    const lab = await seedLab();
    await writeInside(
      lab,
      'dev02',
      '/etc/filesystems',
      '* by hand\n/mnt:\n\tdev = "/scratch/state"\n\tvfs = nfs\n\tnodename = blue.ibm.com\n\toptions = ro\n\tmount = true\n',
    );
    lab.wpar = 'dev02';
    await lab.ok('mount -a');
    expect((await lab.ok('mount')).replace(inDev02, '')).toBe(
      'blue.ibm.com /scratch/state   /mnt             nfs3   Nov 17 10:20 ro\n',
    );
  });

  test('a volume elsewhere, but not twice', async () => {
    const lab = await seedLab();
    await lab.ok('umount /dev/fslv01');
    await lab.ok('mount -o ro /dev/fslv01 /mnt');
    expect(await rows(lab, /fslv01/)).toEqual([
      '         /dev/fslv01      /mnt             jfs2   Nov 17 10:20 ro',
    ]);
    expect((await lab.ok('df -k /mnt')).split('\n')[1]).toBe(
      '/dev/fslv01      10485760  10402864    1%       24     1% /mnt',
    );
    expect((await lab.type('mount /home/u0009539')).stderr).toBe(
      'mount: 0506-324 Cannot mount /dev/fslv01 on /home/u0009539: The requested resource is busy.\n',
    );
    expect((await lab.type('mount /dev/hd8 /home/u0009539')).stderr).toBe(
      'mount: 0506-324 Cannot mount /dev/hd8 on /home/u0009539: A system call received a parameter that is not valid.\n',
    );
  });
});
