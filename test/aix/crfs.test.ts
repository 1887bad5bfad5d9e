import { describe, expect, test } from 'vitest';
import { insideTest } from '../runtime/inside.ts';
import { run } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import { seedLab } from './storage.ts';

const free = async (lab: TestLab, group: string) =>
  Number(/FREE PPs: +(\d+)/.exec(await lab.ok(`lsvg ${group}`))?.[1]);

describe('crfs', () => {
  // Seed 3: made in the global environment with its full path and the mount group, then mounted, then seen inside.
  test('a file system for a WPAR', async () => {
    const lab = await seedLab();
    const before = await free(lab, 'rootvg');
    expect(await lab.ok('crfs -v jfs2 -g rootvg -m /wpars/dev02/ora -u dev02 -a size=128M')).toBe(
      'File system created successfully.\n130864 kilobytes total disk space.\nNew File System size is 262144\n',
    );
    expect(await free(lab, 'rootvg')).toBe(before - 1);
    expect(await lab.ok('lswpar -M dev02')).toContain('dev02  /wpars/dev02/ora   /dev/fslv12  jfs2');
    expect(await lab.ok('lsfs -c /wpars/dev02/ora')).toContain('/dev/fslv12:jfs2::dev02:262144::no:no\n');
    expect(await lab.ok('df')).not.toContain('ora');
    await lab.ok('mount /wpars/dev02/ora');
    expect(await lab.ok('mount')).toContain(
      '/dev/fslv12      /wpars/dev02/ora jfs2   Nov 17 10:20 rw,log=NULL\n',
    );
    lab.wpar = 'dev02';
    expect((await lab.ok('df -k /ora')).split('\n')[1]).toBe(
      'Global             131072    130736    1%        4     1% /ora',
    );
    lab.wpar = undefined;
    await lab.ok('stopwpar -F dev02');
    await lab.ok('startwpar dev02');
    expect(await lab.ok('mount')).toContain('/wpars/dev02/ora');
    await lab.ok('rmwpar -s dev02');
    expect(await free(lab, 'rootvg')).toBe(before + 4);
  });

  test('of a WPAR that is only defined: its next start mounts it', async () => {
    const lab = new TestLab('default', 'l488pp008');
    await lab.ok('crfs -v jfs2 -g rootvg -m /wpars/dev01/src -u dev01 -p ro -a size=131072');
    await lab.ok('startwpar dev01');
    expect(await lab.ok('mount')).toContain(
      '/dev/fslv12      /wpars/dev01/src jfs2   Nov 17 10:20 ro,log=NULL\n',
    );
  });

  test('a file system of the host, with a log for its group', async () => {
    const lab = new TestLab('default', 'l488pp008');
    await lab.ok('crfs -v jfs2 -g datavg -m /data -A yes -t yes -p ro -a size=1000M -a options=cio');
    expect(await lab.ok('lsvg -l datavg')).toBe(`datavg:
LV NAME             TYPE       LPs     PPs     PVs  LV STATE      MOUNT POINT
fslv12              jfs2       4       4       1    closed/syncd  /data
loglv00             jfs2log    1       1       1    open/syncd    N/A
`);
    expect(await free(lab, 'datavg')).toBe(395);
    expect(await lab.ok('lsfs -c /data')).toContain('\n/data:/dev/fslv12:jfs2:::2097152:ro,cio:yes:yes\n');
    await lab.ok('mount /data');
    expect(await lab.ok('mount')).toContain(
      '/dev/fslv12      /data            jfs2   Nov 17 10:20 ro,cio,log=/dev/loglv00\n',
    );
    expect((await lab.ok('df -k /data')).split('\n')[1]).toBe(
      '/dev/fslv12       1048576   1048096    1%        4     1% /data',
    );
    await lab.ok('crfs -v jfs2 -g datavg -m /more -a size=1');
    expect(await free(lab, 'datavg')).toBe(394);
  });

  test('on a volume that is there', async () => {
    const lab = new TestLab('default', 'l488pp008');
    const before = await free(lab, 'rootvg');
    await lab.ok('crfs -v jfs2 -d fslv03 -m /data');
    expect(await lab.ok('lsfs -c /data')).toContain('/data:/dev/fslv03:jfs2:::262144:rw:no:no');
    expect(await free(lab, 'rootvg')).toBe(before);
    expect((await lab.type('crfs -v jfs2 -d /dev/fslv03 -m /more')).stderr).toBe(
      'crfs: /dev/fslv03 holds the file system /data.\n',
    );
  });

  // Seed 3, figures 1 to 3: without the mount group it is the host's, until chfs sets it.
  test('below a WPAR, without its mount group: the host has to', async () => {
    const lab = await seedLab();
    await lab.ok('crfs -v jfs2 -g rootvg -m /wpars/dev02/src -a size=128M');
    expect(await lab.ok('lswpar -M dev02')).not.toContain('/src');
    await lab.ok('mount /wpars/dev02/src');
    lab.wpar = 'dev02';
    expect((await lab.ok('df -k')).split('\n')).toContain(
      'Global             131072    130736    1%        4     1% /src',
    );
    lab.wpar = undefined;
    await lab.ok('chfs -u dev02 /wpars/dev02/src');
    expect(await lab.ok('lswpar -M dev02')).toContain('/wpars/dev02/src');
    expect(await lab.ok('lsfs -c -u dev02')).toContain('/wpars/dev02/src:/dev/fslv12:jfs2::dev02:262144');
    await lab.ok('stopwpar -F dev02');
    expect(await lab.ok('df')).not.toContain('dev02');
  });

  const noGroup =
    '0516-306 getlvodm: Unable to find volume group nosuch in the Device\n        Configuration Database.\n';
  const noRoom = `0516-404 allocp: This system cannot fulfill the allocation request.
        There are not enough free partitions or not enough physical volumes
        to keep strictness and satisfy allocation requests.  The command
        should be retried with different allocation characteristics.
`;
  test.each([
    ['-v jfs2 -g nosuch -m /data -a size=1G', 1, noGroup],
    ['-v jfs2 -g datavg -m /data -a size=100G', 1, noRoom],
    ['-v jfs2 -g datavg -m /home -a size=1G', 1, 'crfs: 0506-909 /home file system already exists.\n'],
    [
      '-v jfs2 -g rootvg -m /wpars/dev02/home -u dev02 -a size=1G',
      1,
      'crfs: 0506-909 /wpars/dev02/home file system already exists.\n',
    ],
    ['-v jfs -g datavg -m /data -a size=1G', 1, 'crfs: parlab makes jfs2 file systems; jfs is not one.\n'],
    ['-v jfs2 -g datavg -m data -a size=1G', 1, 'crfs: data is not the absolute path of a mount point.\n'],
    [
      '-v jfs2 -g datavg -m /a/../b -a size=1G',
      1,
      'crfs: /a/../b is not the absolute path of a mount point.\n',
    ],
    ['-v jfs2 -g datavg -m /data -a size=+1G', 1, 'crfs: "+1G" is not a valid file system size.\n'],
    ['-v jfs2 -g datavg -m /data -a size=0', 1, 'crfs: "0" is not a valid file system size.\n'],
    [
      '-v jfs2 -g datavg -m /data -a size=1G -a efs=yes',
      1,
      'crfs: The attribute efs is not supported by parlab.\n',
    ],
    [
      '-v jfs2 -g datavg -m /data -a size=1G -a logname=nolv',
      1,
      '0516-306 getlvodm: Unable to find logical volume nolv in the Device\n        Configuration Database.\n',
    ],
    ['-v jfs2 -d hd8 -m /data', 1, 'crfs: /dev/hd8 holds the file system hd8.\n'],
    [
      '-v jfs2 -d nosuch -m /data',
      1,
      '0516-306 getlvodm: Unable to find logical volume nosuch in the Device\n        Configuration Database.\n',
    ],
  ])('crfs %s', async (words, status, stderr) => {
    const lab = await seedLab();
    const before = lab.dump();
    expect(await lab.type(`crfs ${words}`)).toEqual({ status, stdout: '', stderr });
    expect(lab.dump()).toEqual(before);
  });

  test.each([
    ['-v jfs2 -g datavg -m /data'],
    ['-g datavg -m /data -a size=1G'],
    ['-v jfs2 -m /data -a size=1G'],
    ['-v jfs2 -g datavg -m /data -a size'],
    ['-v jfs2 -g datavg -m /data -a size=1G -A maybe'],
  ])('crfs %s is misuse', async (words) => {
    const outcome = await (await seedLab()).type(`crfs ${words}`);
    expect(outcome.status).toBe(2);
    expect(outcome.stderr).toContain('Usage: crfs');
  });

  insideTest('inside a WPAR there are no such commands', async () => {
    const lab = await seedLab();
    const before = lab.dump().file_system;
    const lines =
      'crfs -v jfs2 -g rootvg -m /x -a size=1G; chfs -a size=+1G /home; rmfs /home; lspv; lsvg; lsps -a';
    const { stdout, stderr } = await run('clogin', ['dev02', lines], { environment: lab.environment() });
    const refused = (name: string) => `${name}: This command is not available inside a workload partition.\n`;
    expect({ stdout, stderr }).toEqual({
      stdout: '',
      stderr: ['crfs', 'chfs', 'rmfs'].map(refused).join(''),
    });
    expect(lab.dump().file_system).toEqual(before);
  });
});
