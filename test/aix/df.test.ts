import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inside, insideTest } from '../runtime/inside.ts';
import { TestLab } from '../support/lab.ts';
import { seedLab, writeInside } from './storage.ts';

// Seed 3, listing 7; the published text runs two lines into that of livedump, and has lost their devices.
const listing7 = `Filesystem    1024-blocks      Free %Used    Iused %Iused Mounted on
/dev/hd4           262144     69728   74%    10121    37% /
/dev/hd2          2621440    204132   93%    45222    48% /usr
/dev/hd9var        393216     59720   85%     9389    39% /var
/dev/hd3           524288    515228    2%      115     1% /tmp
/dev/hd1           131072    130684    1%        9     1% /home
/dev/hd11admin      131072    130708    1%        5     1% /admin
/proc                   -         -    -         -     -  /proc
/dev/hd10opt       393216    139972   65%     8022    21% /opt
/dev/livedump      262144    261776    1%        4     1% /var/adm/ras/livedump
/dev/fslv00     157286400  90154220   43%    71844     1% /stage/middleware
/dev/fslv01      10485760  10402864    1%       24     1% /home/u0009539
/dev/fslv04        131072     99120   25%     2285    10% /wpars/dev01
/dev/fslv05        131072    128660    2%        5     1% /wpars/dev01/home
/opt               393216    139972   65%     8022    21% /wpars/dev01/opt
/proc                   -         -    -         -     -  /wpars/dev01/proc
/dev/fslv06        131072    128424    3%       10     1% /wpars/dev01/tmp
/usr              2621440    204132   93%    45222    48% /wpars/dev01/usr
/dev/fslv07        131072    110148   16%      349     2% /wpars/dev01/var
/dev/fslv08        131072     99112   25%     2287    10% /wpars/dev02
/dev/fslv09        131072    128660    2%        5     1% /wpars/dev02/home
/opt               393216    139972   65%     8022    21% /wpars/dev02/opt
/proc                   -         -    -         -     -  /wpars/dev02/proc
/dev/fslv10        131072    128424    3%       10     1% /wpars/dev02/tmp
/usr              2621440    204132   93%    45222    48% /wpars/dev02/usr
/dev/fslv11        131072    110148   16%      349     2% /wpars/dev02/var
`;

// Seed 3, listing 8.
const listing8 = `Filesystem    1024-blocks      Free %Used    Iused %Iused Mounted on
Global             131072     99112   25%     2287    10% /
Global             131072    128660    2%        5     1% /home
Global             393216    139972   65%     8022    21% /opt
Global                  -         -    -         -     -  /proc
Global             131072    128424    3%       10     1% /tmp
Global            2621440    204132   93%    45222    48% /usr
Global             131072    110148   16%      349     2% /var
`;

describe('df', () => {
  test('the global environment: the seed, byte for byte', async () => {
    const lab = await seedLab('dev01', 'dev02');
    expect(await lab.ok('df -k')).toBe(listing7);
  });

  test('inside: the seed, byte for byte', async () => {
    const lab = await seedLab();
    lab.wpar = 'dev02';
    expect(await lab.ok('df -k')).toBe(listing8);
  });

  test('only what is active is mounted', async () => {
    const lab = new TestLab('default', 'l488pp008');
    const own = listing7.split('\n').filter((line) => !line.includes('/wpars/'));
    expect(await lab.ok('df -k')).toBe(own.join('\n'));
  });

  // -P: the columns of captures, which have the same widths. The others are recalled.
  test.each([
    [
      '-Pk /tmp /proc',
      `Filesystem    1024-blocks      Used Available Capacity Mounted on
Global             131072      2648    128424       3% /tmp
Global                  -         -         -       -  /proc
`,
    ],
    [
      '/tmp',
      `Filesystem    512-blocks      Free %Used    Iused %Iused Mounted on
Global            262144    256848    3%       10     1% /tmp
`,
    ],
    [
      '-m /tmp',
      `Filesystem    MB blocks      Free %Used    Iused %Iused Mounted on
Global           128.00    125.41    3%       10     1% /tmp
`,
    ],
    [
      '-g /usr',
      `Filesystem    GB blocks      Free %Used    Iused %Iused Mounted on
Global             2.50      0.19   93%    45222    48% /usr
`,
    ],
    [
      '-Ik /tmp',
      `Filesystem    1024-blocks      Used      Free %Used Mounted on
Global             131072      2648    128424    3% /tmp
`,
    ],
    [
      '-vk /tmp',
      `Filesystem    1024-blocks      Used      Free %Used    Iused    Ifree %Iused Mounted on
Global             131072      2648    128424    3%       10    29858     1% /tmp
`,
    ],
    [
      '-Mk /tmp',
      `Filesystem    Mounted on       1024-blocks      Free %Used    Iused %Iused
Global        /tmp                  131072    128424    3%       10     1%
`,
    ],
    // The file system that a file lies on.
    [
      '-k /etc/motd /home/guest',
      `Filesystem    1024-blocks      Free %Used    Iused %Iused Mounted on
Global             131072     99112   25%     2287    10% /
Global             131072    128660    2%        5     1% /home
`,
    ],
  ])('df %s', async (words, stdout) => {
    const lab = await seedLab();
    lab.wpar = 'dev02';
    expect(await lab.type(`df ${words}`)).toEqual({ status: 0, stdout, stderr: '' });
  });

  test('what does not exist is named, the rest is shown', async () => {
    const lab = await seedLab();
    expect(await lab.type('df -k /nosuch /home')).toEqual({
      status: 1,
      stdout: `Filesystem    1024-blocks      Free %Used    Iused %Iused Mounted on
/dev/hd1           131072    130684    1%        9     1% /home
`,
      stderr: 'df: /nosuch: A file or directory in the path name does not exist.\n',
    });
    expect((await lab.type('df /dev/fslv04')).stderr).toBe('df: /dev/fslv04 is not mounted.\n');
    expect((await lab.call('df', '')).status).toBe(1);
    expect((await lab.type('df -PI')).status).toBe(2);
  });

  test('NFS: the server stands before the directory', async () => {
    const lab = new TestLab('default', 'p550q');
    expect((await lab.ok('df -k')).split('\n').find((line) => line.endsWith('/wpars/wp03'))).toBe(
      'blue.ibm.com:/scratch/wp03root    20971520  20938408    1%     2285     1% /wpars/wp03',
    );
  });

  test('what is really there counts: a file inside, and no link out of the tree', async () => {
    const lab = await seedLab();
    await writeInside(lab, 'dev02', '/var/tmp/big', 'x'.repeat(10_000));
    lab.wpar = 'dev02';
    const row = async () => (await lab.ok('df -k /var')).split('\n')[1];
    expect(await row()).toBe('Global             131072    110136   16%      350     2% /var');
    symlinkSync('/usr', join(lab.directory, 'hosts/l488pp008/wpars/dev02/var/tmp/out'));
    expect(await row()).toBe('Global             131072    110136   16%      351     2% /var');
    expect(await lab.ok('df -k /home /tmp')).toBe(
      listing8
        .split('\n')
        .filter((line) => /Filesystem|home|tmp/.test(line))
        .map((line) => `${line}\n`)
        .join(''),
    );
    lab.wpar = undefined;
    expect((await lab.ok('df -k /wpars/dev02/var')).split('\n')[1]).toBe(
      '/dev/fslv11        131072    110136   16%      351     2% /wpars/dev02/var',
    );
    expect((await lab.ok('df -k /')).split('\n')[1]).toBe(listing7.split('\n')[1]);
  });

  insideTest('in a real shell: its own files, from its own directory', async () => {
    const lab = await seedLab();
    const { stdout } = await inside(
      lab,
      'l488pp008',
      'mkdir /tmp/a; cd /tmp/a; df -k .; /usr/sbin/df -k /tmp | tail -n 1\n',
    );
    expect(stdout).toBe(`Filesystem    1024-blocks      Free %Used    Iused %Iused Mounted on
/dev/hd3           524288    515224    2%      116     1% /tmp
/dev/hd3           524288    515224    2%      116     1% /tmp
`);
  });
});
