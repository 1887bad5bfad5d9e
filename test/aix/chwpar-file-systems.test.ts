import { describe, expect, test } from 'vitest';
import type { TestLab } from '../support/lab.ts';
import { done, expectRefusal, lifeCycle, rows, view } from './wpars.ts';

describe('file systems', () => {
  const last = (records: string) => records.split('\n').filter((line) => line.includes('data'));

  test.each([
    ['-M directory=/data', 'web:/wpars/web/data:/dev/fslv37:jfs2::log=NULL'],
    ['-M directory=/data vfs=jfs2 size=100M vg=datavg', 'web:/wpars/web/data:/dev/fslv37:jfs2::log=NULL'],
    ['-M directory=/data dev=weblv logname=INLINE', 'web:/wpars/web/data:/dev/weblv:jfs2::log=INLINE'],
    ['-M directory=/data dev=/home vfs=namefs mountopts=ro', 'web:/wpars/web/data:/home:namefs::ro'],
    [
      '-M directory=/data vfs=nfs host=files dev=/export/web',
      'web:/wpars/web/data:/export/web:nfs:files:bg,intr',
    ],
    ['-M directory=/data vfs=directory', 'web:/wpars/web/data::directory::'],
  ])('chwpar %s web', async (words, record) => {
    const lab = lifeCycle();
    expect(await lab.type(`chwpar ${words} web`)).toEqual(done(''));
    expect(last(await view(lab, 'web', 'M'))).toEqual([record]);
    await lab.ok('startwpar web');
  });

  const volume = (lab: TestLab, name: string) =>
    rows(lab, "SELECT partitions FROM logical_volume WHERE host = 'lab71' AND name = ?", name);

  test('size= grows a file system, running or not, by whole partitions; other options keep its log', async () => {
    const lab = lifeCycle();
    await lab.ok('chwpar -M directory=/data size=300M mountopts=noatime db');
    expect(last(await view(lab, 'db', 'M'))).toEqual([
      'db:/wpars/db/data:/dev/fslv05:jfs2::log=NULL,noatime',
    ]);
    expect(volume(lab, 'fslv05')).toEqual([{ partitions: 3 }]);
    await lab.ok('chwpar -M directory=/opt mountopts=rw db');
    expect((await view(lab, 'db', 'M')).split('\n')).toContain('db:/wpars/db/opt:/opt:namefs::rw');
  });

  test('-K -M: the logical volume goes, a remote directory is only forgotten', async () => {
    const lab = lifeCycle();
    await lab.ok('chwpar -K -M directory=/data db');
    expect(last(await view(lab, 'db', 'M'))).toEqual([]);
    expect(volume(lab, 'fslv05')).toEqual([]);
  });

  test('a rootvg WPAR has its file systems on its own disks: the global environment keeps its own', async () => {
    const lab = lifeCycle();
    const global = () => [
      rows(lab, "SELECT name, partitions FROM logical_volume WHERE host = 'lab71'"),
      rows(lab, "SELECT name, free FROM volume_group WHERE host = 'lab71'"),
    ];
    const before = global();
    await lab.ok('chwpar -M directory=/ size=1G -M directory=/data size=1G disk');
    expect(last(await view(lab, 'disk', 'M'))).toEqual(['disk:/wpars/disk/data:/dev/lvdata:jfs2::log=NULL']);
    await lab.ok('chwpar -K -M directory=/data disk');
    expect(global()).toEqual(before);
    await expectRefusal(
      lab,
      'chwpar -M directory=/data size=2G -M directory=/more size=1G disk',
      'chwpar: The disks of the rootvg have 4096 MB; the file systems need 4480 MB.',
    );
    await expectRefusal(
      lab,
      'chwpar -M directory=/ size=512M disk',
      'chwpar: The file system / cannot be made smaller.',
    );
  });

  test.each([
    ['-M size=1G web', 'chwpar: The -M flag requires a directory= attribute.'],
    ['-M directory=data web', 'chwpar: The directory data is not an absolute path.'],
    ['-M directory=/data -M directory=/data/ web', 'chwpar: The directory /data is mounted twice.'],
    [
      '-M directory=/data vfs=cdrfs web',
      'chwpar: "cdrfs" is not a file system type of a workload partition (jfs, jfs2, namefs, nfs, directory).',
    ],
    [
      '-M directory=/data vfs=nfs dev=/export/web web',
      'chwpar: The nfs file system /data requires the host= attribute.',
    ],
    [
      '-M directory=/data vfs=nfs host=files web',
      'chwpar: The nfs file system /data requires the dev= attribute.',
    ],
    [
      '-M directory=/data vfs=nfs host=nowhere dev=/export/web web',
      'chwpar: Cannot reach the NFS server nowhere.',
    ],
    [
      '-M directory=/data vfs=nfs host=files dev=/export/web own',
      'chwpar: The NFS server files does not export /export/web to own.',
    ],
    [
      '-M directory=/data vfs=namefs dev=/nowhere web',
      'chwpar: The global environment has no directory /nowhere to mount on /data.',
    ],
    ['-M directory=/data size=big web', 'chwpar: "big" is not a valid file system size.'],
    ['-M directory=/data vg=nowhere web', 'chwpar: There is no volume group nowhere.'],
    [
      '-M directory=/data vg=datavg size=4G web',
      'chwpar: Volume group datavg has 8 free physical partitions; 16 are needed.',
    ],
    [
      '-M directory=/home size=100G web',
      'chwpar: Volume group rootvg has 52 free physical partitions; 799 are needed.',
    ],
    ['-M directory=/data dev=hd4 web', 'chwpar: The logical volume hd4 already exists.'],
    ['-M directory=/data size=128M db', 'chwpar: The file system /data cannot be made smaller.'],
    [
      '-M directory=/data dev=/dev/other db',
      'chwpar: The dev of file system /data cannot be changed; remove the file system first.',
    ],
    [
      '-M directory=/data vfs=nfs db',
      'chwpar: The vfs of file system /data cannot be changed; remove the file system first.',
    ],
    [
      '-M directory=/opt size=1G web',
      'chwpar: The size of file system /opt cannot be changed; remove the file system first.',
    ],
    ['-K -M directory=/data web', 'chwpar: Workload partition web has no file system /data.'],
    ['-K -M directory=/home web', 'chwpar: The file system /home cannot be removed.'],
    ['-K -M vfs=jfs2 web', 'chwpar: The -M flag requires a directory= attribute.'],
    [
      '-M directory=/data later',
      'chwpar: Workload partition later is an application workload partition; a local file system is for system workload partitions.',
    ],
  ])('refused: chwpar %s', async (words, message) => {
    await expectRefusal(lifeCycle(), `chwpar ${words}`, message);
  });

  test('-K -M of a file system that another one is mounted in, while it runs', async () => {
    const lab = lifeCycle();
    await lab.ok('chwpar -M directory=/data/logs db');
    await expectRefusal(lab, 'chwpar -K -M directory=/data db', 'chwpar: The device /data is in use.');
    await lab.ok('chwpar -K -M directory=/data/logs -M directory=/data db');
  });
});
