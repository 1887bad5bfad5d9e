import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { insideTest } from '../runtime/inside.ts';
import { backupOf, type HandMade, plainControl, sealed } from '../support/backups.ts';
import { run } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';

const host = 'l488pp008';

async function insideWpar(lab: TestLab, name: string, line: string): Promise<string> {
  const outcome = await run('clogin', [name, line], { environment: lab.environment() });
  expect(outcome.stderr).toBe('');
  return outcome.stdout;
}

/** Files of each kind, with names of each kind. */
const mess = `
cd /home
mkdir -p 'a dir/-x' deep
echo one > "a dir/-x/
newline"
ln "a dir/-x/
newline" deep/hard
ln -s ../nowhere deep/dangling
ln -s /etc/passwd deep/abs
n=$(printf 'n%.0s' $(seq 1 255)); echo long > deep/$n
d=$(printf 'd%.0s' $(seq 1 250)); mkdir -p deep/$d/$d/$d/$d/$d; echo x > deep/$d/$d/$d/$d/$d/f
printf bytes > "$(printf 'bad\\377\\376name')"
: > empty; chmod 0 empty
echo suid > suid; chmod 4755 suid
chown 7:8 suid 2> /dev/null
mkdir locked; echo s > locked/s; chmod 1500 locked
truncate -s 20M sparse; printf tail >> sparse
head -c 1000000 /dev/urandom > big
mkfifo -m 640 pipe
touch -d '2001-02-03 04:05:06' old
ln -s x link; chown -h 9:9 link 2> /dev/null
echo 'test:!:201:1::/home/test:/usr/bin/ksh' >> /etc/passwd
rm /etc/motd
`;

/** Everything about the files: kind, mode, owner, size, names, time, target, content; and the holes. */
const everything = `cd /
own='( -path ./usr -o -path ./proc -o -path ./dev -o -path ./opt -o -path ./etc/alternatives ) -prune -o'
set -f
find . $own -printf '%y %m %U:%G %s %n %Ts %l %p\\0' | sort -z | tr '\\0\\n' '\\n@' | grep -v '^d.* \\.$' | sed 's/^\\(d [^ ]* [^ ]*\\) [0-9]* [0-9]* /\\1 /'
find . $own -type f -print0 | sort -z | xargs -0 sha256sum -z | tr '\\0\\n' '\\n@'
du -k /home/sparse`;

describe('a round trip', () => {
  insideTest(
    'brings back what rm -rf took: kinds, modes, owners, times, links, holes, odd names',
    async () => {
      const lab = new TestLab('default', host);
      await lab.ok('startwpar dev02');
      await insideWpar(lab, 'dev02', mess);
      const before = await insideWpar(lab, 'dev02', everything);
      expect(before).toContain('newline');
      const specification = await lab.ok('lswpar -L dev02');
      const printed = await lab.ok('savewpar -f whole dev02');
      const count = Number(/Backing up (\d+)/.exec(printed)?.[1]);
      const outside = readdirSync(lab.home);
      await run('clogin', ['dev02', 'rm -rf /* 2> /dev/null'], { environment: lab.environment() });
      expect(readdirSync(lab.home)).toEqual(outside);
      const restored = await lab.ok('restwpar -F -f whole');
      expect(restored.split('\n').filter((line) => /^x \.\//.test(line)).length).toBeGreaterThanOrEqual(
        count - 3,
      );
      expect(restored).toMatch(/^Stopping workload partition dev02\.\n/m);
      const lines = restored.split('\n');
      expect(lines.slice(lines.indexOf('New volume on whole:'))).toEqual(
        expect.arrayContaining([
          'Cluster size is 51200 bytes (100 blocks).',
          'The volume number is 1.',
          'Files are backed up by name.',
          'The user is root.',
          'The number of restored files is 3.',
          'mkwpar: Creating file systems...',
          'x ./etc/passwd',
          'syncroot: Returns Status = SUCCESS',
        ]),
      );
      expect(
        restored.endsWith(`Workload partition dev02 created successfully.
mkwpar: 0960-390 To start the workload partition, execute the following as root: 
startwpar [-v] dev02
`),
      ).toBe(true);
      await lab.ok('startwpar dev02');
      expect(await insideWpar(lab, 'dev02', everything)).toBe(before);
      const same = (text: string) => text.replace(/^(State|UUID|WPAR (Configured )?ID|OPERATION).*$/gim, '');
      expect(same(await lab.ok('lswpar -L dev02'))).toBe(same(specification));
    },
  );

  insideTest(
    "to another host, by the caller's file; another version only with -C, and it cannot start",
    async () => {
      const lab = new TestLab('default', 'p550q');
      await lab.ok('mkwpar -n app -N address=192.168.129.150');
      await lab.ok('startwpar app');
      await insideWpar(lab, 'app', 'echo hello > /var/hello; chmod 600 /var/hello');
      await lab.ok('savewpar -f app.image app');
      await lab.ok('rmwpar -s app');
      lab.host = 'x203';
      const restored = await lab.ok('restwpar -s -f app.image');
      expect(restored).toContain('created successfully');
      expect(await insideWpar(lab, 'app', 'cat /var/hello; stat -c %a /var/hello')).toBe('hello\n600\n');
      expect(await lab.ok('lswpar -cqa name,state')).toBe('app:A\n');
      lab.host = host;
      const refused = await lab.type('restwpar -a -f app.image');
      expect(refused).toEqual({
        status: 1,
        stdout: '',
        stderr:
          'restwpar: The backup is of AIX 6.1.0.0; a compatible workload partition cannot be made on AIX 7.1.2.0. Use the -C flag to make it all the same.\n',
      });
      const forced = await lab.type('restwpar -C -a -f app.image');
      expect(forced.stdout).toContain(`syncroot: Processing root part installation status.
Your global system is at a higher version than the WPAR.
Please log out of the WPAR and execute the migwpar command.
syncroot: Returns Status = FAILURE
Workload partition app created successfully.
`);
      expect(forced.status).toBe(0);
      expect(await lab.type('startwpar app')).toEqual({
        status: 1,
        stdout: '',
        stderr:
          'startwpar: 0960-667 The operating system level within the workload partition is not supported.\n',
      });
    },
  );

  insideTest('gives another name, host name and directory; nothing of the first is touched', async () => {
    const lab = new TestLab('default', host);
    await lab.ok('savewpar -f image dev02');
    expect((await lab.type('restwpar -f image')).stderr).toBe(
      'restwpar: A workload partition called dev02 already exists.\n',
    );
    expect((await lab.type('restwpar -n copy -f image')).status).toBe(1);
    await lab.ok('restwpar -a -f image');
    expect(await lab.ok('lswpar -cqa name,state,hostname,directory')).toBe(
      'dev01:D:dev01:/wpars/dev01\ndev02:D:dev02:/wpars/dev02\ndev021:D:dev021:/wpars/dev021\n',
    );
    await lab.ok('savewpar -f mine dev021');
    await lab.ok('rmwpar dev021');
    await lab.call(
      'restwpar',
      '-S',
      'n',
      '-A',
      '-n',
      'copy',
      '-M',
      '-h copyhost -d /wpars/other',
      '-a',
      '-f',
      'mine',
    );
    expect(await lab.ok('lswpar -cqa name,hostname,directory,auto')).toContain(
      'copy:copyhost:/wpars/other:yes\n',
    );
  });
});

describe('words', () => {
  test.each([
    ['restwpar', 1, 'restwpar: Cannot open /dev/rmt0: the lab has no tape drives. Name a file.\n'],
    ['restwpar -f nosuch', 1, 'restwpar: Cannot open nosuch: no such file.\n'],
    ['restwpar -f .', 1, 'restwpar: Cannot read .: it is a directory.\n'],
    ['restwpar -f x.txt', 1, 'restwpar: x.txt is not a backup made by savewpar.\n'],
    ['restwpar -K -f x.txt', 2, /-K flag is not supported/],
    ['restwpar -S x -f x.txt', 1, /-S/],
    ['restwpar -M -? -f x.txt', 2, /Not a recognized flag: \?/],
    ['restwpar -f x.txt dev02', 2, /dev02 is not expected/],
  ] as [string, number, RegExp | string][])('%s', async (line, status, stderr) => {
    const lab = new TestLab('default', host);
    writeFileSync(join(lab.home, 'x.txt'), 'no backup\n');
    const before = lab.dump();
    const outcome = await lab.type(line);
    expect([outcome.status, outcome.stdout]).toEqual([status, '']);
    if (typeof stderr === 'string') expect(outcome.stderr).toBe(stderr);
    else expect(outcome.stderr).toMatch(stderr);
    expect(lab.dump()).toEqual(before);
  });
});

const file = (name: string): HandMade => ({ header: { name }, content: 'x' });
const folder = (name: string): HandMade => ({ header: { name, type: 'directory' } });

describe('hostile backups are refused and change nothing', () => {
  insideTest('a file below a link; a specification that the maker of the backup did not write', async () => {
    const lab = new TestLab('default', host);
    const good = await backupOf([file('./ok')]);
    writeFileSync(join(lab.home, 'good'), good);
    await lab.ok('lssavewpar -f good');
    const before = lab.dump();
    const link: HandMade = { header: { name: './a', type: 'symlink', linkname: '/etc' } };
    writeFileSync(join(lab.home, 'evil'), await backupOf([link, file('./a/passwd')]));
    expect(await lab.type('restwpar -a -n evil -f evil')).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'restwpar: The backup evil holds what no backup of a workload partition holds: "./a/passwd" is in what is no directory. Nothing was changed.\n',
    });
    const forged = { ...plainControl, specification: plainControl.specification.replace('evil', 'evil2') };
    const tar = await backupOf([], plainControl, { packed: false });
    const from = tar.indexOf('\n', tar.indexOf('\n') + 1) + 1;
    const options = { packed: false, oslevel: '7.1.2.0', kind: 'savewpar' } as const;
    writeFileSync(join(lab.home, 'evil'), sealed(tar.subarray(from, -77), forged, options));
    expect((await lab.type('restwpar -a -f evil')).stderr).toMatch(/control files are not those/);
    expect(lab.dump()).toEqual(before);
    expect(readdirSync(join(lab.directory, 'hosts', host, 'wpars'))).toEqual([]);
  });

  insideTest('bombs; what does not fit; what a shared /opt has: the WPAR is gone again', async () => {
    const lab = new TestLab('default', host);
    const control = {
      ...plainControl,
      imageData:
        'lv_data:\n\tLOGICAL_VOLUME= lv00\n\nfs_data:\n\tFS_NAME= /tmp\n\tFS_SIZE= 2048\n\tFS_LV= /dev/lv00\n',
    };
    const volumes = () => {
      const { logical_volume, volume_group, wpar } = lab.dump();
      return [logical_volume, volume_group, wpar];
    };
    const before = volumes();
    for (const [member, why] of [
      [{ header: { name: './tmp/bomb' }, content: Buffer.alloc(140_000_000) }, /There is no room/],
      [file('./opt/evil'), /in no file system of its own/],
    ] as [HandMade, RegExp][]) {
      writeFileSync(join(lab.home, 'evil'), await backupOf([folder('./'), member], control));
      const outcome = await lab.type('restwpar -f evil');
      expect(outcome.stderr).toMatch(why);
      expect(outcome.status).toBe(1);
      expect(volumes()).toEqual(before);
      expect(existsSync(join(lab.directory, 'hosts', host, 'wpars/evil'))).toBe(false);
    }
  });
});

describe('damage', () => {
  insideTest('is found before anything is changed', async () => {
    const lab = new TestLab('default', host);
    await lab.ok('savewpar -f whole dev02');
    const whole = readFileSync(join(lab.home, 'whole'));
    const before = lab.dump();
    const flipped = Buffer.from(whole);
    flipped[1000] = (flipped[1000] ?? 0) ^ 0x04;
    for (const [bytes, why] of [
      [flipped, 'its sum is wrong: it was changed'],
      [whole.subarray(0, whole.length - 10), 'its end is missing: it was cut'],
    ] as const) {
      writeFileSync(join(lab.home, 'bad'), bytes);
      expect(await lab.type('restwpar -F -f bad')).toEqual({
        status: 1,
        stdout: '',
        stderr: `restwpar: The backup bad is damaged: ${why}. Nothing was changed.\n`,
      });
    }
    expect(lab.dump()).toEqual(before);
  });
});
