import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { seedLab, writeInside } from './storage.ts';

const titles = 'Name            Nodename   Mount Pt               VFS   Size    Options    Auto Accounting\n';

describe('lsfs', () => {
  test.each([
    [
      '/home',
      `${titles}/dev/hd1        --         /home                  jfs2  262144  --         yes  no \n`,
    ],
    [
      '/dev/hd1',
      `${titles}/dev/hd1        --         /home                  jfs2  262144  --         yes  no \n`,
    ],
    [
      '-v procfs',
      `${titles}/proc           --         /proc                  procfs --      --         yes  no \n`,
    ],
    [
      '-c /tmp',
      '#MountPoint:Device:Vfs:Nodename:Type:Size:Options:AutoMount:Acct\n/tmp:/dev/hd3:jfs2:::1048576::yes:no\n',
    ],
    [
      '-c -u dev01',
      `#MountPoint:Device:Vfs:Nodename:Type:Size:Options:AutoMount:Acct
/wpars/dev01:/dev/fslv04:jfs2::dev01:262144::no:no
/wpars/dev01/home:/dev/fslv05:jfs2::dev01:262144::no:no
/wpars/dev01/opt:/opt:namefs::dev01::ro:no:no
/wpars/dev01/proc:/proc:namefs::dev01::rw:no:no
/wpars/dev01/tmp:/dev/fslv06:jfs2::dev01:262144::no:no
/wpars/dev01/usr:/usr:namefs::dev01::ro:no:no
/wpars/dev01/var:/dev/fslv07:jfs2::dev01:262144::no:no
`,
    ],
    [
      '-q /home',
      `${titles}/dev/hd1        --         /home                  jfs2  262144  --         yes  no 
  (lv size: 262144, fs size: 262144, block size: 4096, sparse files: yes, inline log: no, inline log size: 0, EAformat: v1, Quota: no, DMAPI: no, VIX: yes, EFS: no, ISNAPSHOT: no, MAXEXT: 0, MountGuard: no)
`,
    ],
  ])('lsfs %s', async (words, stdout) => {
    const lab = new TestLab('default', 'l488pp008');
    expect(await lab.type(`lsfs ${words}`)).toEqual({ status: 0, stdout, stderr: '' });
  });

  test('an NFS file system of a WPAR', async () => {
    const lab = new TestLab('default', 'p550q');
    expect(await lab.ok('lsfs /wpars/wp03')).toBe(
      `${titles}/scratch/wp03root blue.ibm.com /wpars/wp03            nfs   --      bg,intr    no   no \n`,
    );
  });

  test.each([['/nosuch'], ['-u nosuch'], ['-v cdrfs']])('lsfs %s: no record', async (words) => {
    const name = words.split(' ').at(-1);
    expect(await new TestLab('default', 'l488pp008').type(`lsfs ${words}`)).toEqual({
      status: 1,
      stdout: '',
      stderr: `lsfs: 0506-915 No record matching ${name} was found in /etc/filesystems.\n`,
    });
  });

  test('inside a WPAR: its own /etc/filesystems', async () => {
    const lab = await seedLab();
    await writeInside(
      lab,
      'dev02',
      '/etc/filesystems',
      '/n:\n\tdev = /x\n\tvfs = nfs\n\tnodename = s\n\tmount = true\n',
    );
    lab.wpar = 'dev02';
    expect(await lab.ok('lsfs')).toBe(
      `${titles}/x              s          /n                     nfs   --      --         yes  no \n`,
    );
  });

  // The file of a laid tree follows, and what somebody wrote into it stays.
  test('the stanzas of a laid tree follow the state', async () => {
    const lab = await seedLab();
    await writeInside(lab, undefined, '/tmp/x', '');
    const { readFileSync, writeFileSync } = await import('node:fs');
    const path = `${lab.directory}/hosts/l488pp008/etc/filesystems`;
    const first = readFileSync(path, 'utf8');
    writeFileSync(path, first.replace('/home:\n', '* mine\n/home:\n\tquota = no\n'));
    await lab.ok('mkwpar -n new01');
    await lab.ok('crfs -v jfs2 -g datavg -m /data -A yes -a size=256M -a mine=1');
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('* mine\n/home:\n\tquota = no\n\tdev             = /dev/hd1\n');
    expect(text).toContain(`/wpars/new01/var:
\tdev             = /dev/fslv15
\tvfs             = jfs2
\tlog             = NULL
\tmount           = false
\ttype            = new01
\taccount         = false
`);
    expect(text.slice(text.indexOf('/data:'))).toBe(`/data:
\tdev             = /dev/fslv16
\tvfs             = jfs2
\tlog             = /dev/loglv00
\tmount           = automatic
\tcheck           = false
\toptions         = rw
\tfree            = false
\tmine            = 1
`);
    await lab.ok('rmwpar new01');
    await lab.ok('chfs -A no -u big -d mine -a size=+256M /data');
    await lab.ok('rmfs /data');
    expect(readFileSync(path, 'utf8')).toBe(first.replace('/home:\n', '* mine\n/home:\n\tquota = no\n'));
  });
});
