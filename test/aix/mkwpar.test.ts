import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { golden } from '../support/golden.ts';
import { type Outcome, TestLab, temporaryFolder } from '../support/lab.ts';
import { fillHost } from './wpars.ts';

const shipped = join(import.meta.dirname, '..', '..', 'src', 'state', 'worlds');

/** A shipped world with a change. */
function worldWith(name: string, change: (text: string) => string): string {
  const path = join(temporaryFolder(), 'world.yaml');
  const text = readFileSync(join(shipped, `${name}.yaml`), 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
  return path;
}

/** What one sees of a WPAR from outside. */
async function view(lab: TestLab, name: string): Promise<string> {
  return await lab.ok(`lswpar -L ${name}`);
}

const nfsOf = (name: string): string =>
  [
    `-M directory=/     vfs=nfs host=blue.ibm.com dev=/scratch/${name}root`,
    `-M directory=/home vfs=nfs host=blue.ibm.com dev=/scratch/${name}home`,
    `-M directory=/tmp  vfs=nfs host=blue.ibm.com dev=/scratch/${name}tmp`,
    `-M directory=/var  vfs=nfs host=blue.ibm.com dev=/scratch/${name}var`,
  ].join(' ');

describe('the seeds', () => {
  test('seed 3, listing 1: root parts out of step, and the WPAR is created all the same', async () => {
    const lab = new TestLab(
      worldWith('default', (text) => text.replace('out_of_step: false', 'out_of_step: true')),
    );
    expect(await lab.type('mkwpar -n prod01')).toEqual({
      status: 0,
      stderr: '',
      stdout: golden('mkwpar/seed3-listing1'),
    });
    expect(await lab.ok('lswpar -qc -a name,state')).toBe('dev01:D\ndev02:D\nprod01:D\n');
  });

  test('the default world succeeds', async () => {
    const text = await new TestLab('default').ok('mkwpar -n prod01');
    expect(text).toBe(
      golden('mkwpar/seed3-listing1').replace(
        'syncroot: Error synchronizing installp software.\nsyncroot: Returns Status = FAILURE\n',
        `syncroot: Processing root part installation status.
syncroot: Installp root packages are currently synchronized.
syncroot: RPM root packages are currently synchronized.
syncroot: Root part is currently synchronized.
syncroot: Returns Status = SUCCESS
`,
      ),
    );
  });

  test('seed 1, way 1: a name only, not on the network', async () => {
    const lab = new TestLab('default', 'p550q');
    await lab.ok('mkwpar -n myfirstwpar');
    expect(await lab.ok('lswpar -N myfirstwpar')).toBe('');
    expect(await lab.ok('lswpar -qc -a state,hostname,directory myfirstwpar')).toBe(
      'D:myfirstwpar:/wpars/myfirstwpar\n',
    );
  });

  test('seed 1, way 2: a network; one network takes any address', async () => {
    const lab = new TestLab('default', 'p550q');
    await lab.ok('mkwpar -n wp13 -h wp13 -N netmask=255.255.255.0 address=8.9.10.11 -r');
    expect(await lab.ok('lswpar -qcN wp13')).toBe('wp13:en0:8.9.10.11:255.255.255.0:8.9.10.255\n');
  });

  test('seed 1, way 3: NFS file systems, checkpointable; no logical volume is taken', async () => {
    const lab = new TestLab('default', 'p550q');
    await lab.ok(`mkwpar -n wp13 -h wp13 -N netmask=255.255.255.0 address=3.4.5.6 -r -c ${nfsOf('wp13')}`);
    expect(await lab.ok('lswpar -qc -a checkpointable wp13')).toBe('yes\n');
    expect(await lab.ok('lswpar -qcM -a mountpoint,device,vfs,nodename,options wp13')).toBe(
      `/wpars/wp13:/scratch/wp13root:nfs:blue.ibm.com:bg,intr
/wpars/wp13/home:/scratch/wp13home:nfs:blue.ibm.com:bg,intr
/wpars/wp13/opt:/opt:namefs::ro
/wpars/wp13/proc:/proc:namefs::rw
/wpars/wp13/tmp:/scratch/wp13tmp:nfs:blue.ibm.com:bg,intr
/wpars/wp13/usr:/usr:namefs::ro
/wpars/wp13/var:/scratch/wp13var:nfs:blue.ibm.com:bg,intr
`,
    );
  });

  test('seed 1, way 4: a specification file, and the same file comes out again', async () => {
    const lab = new TestLab('default', 'p550q');
    const text = golden('mkwpar/seed1-specification');
    writeFileSync(join(lab.home, 'my.spec'), text);
    await lab.ok('mkwpar -f my.spec -o again.spec');
    expect(readFileSync(join(lab.home, 'again.spec'), 'utf8')).toBe(text);
    expect(await lab.ok('lswpar -qc -a name,hostname,checkpointable wp13')).toBe('wp13:wp13:yes\n');
    expect(await lab.ok('lswpar -qcN wp13')).toBe('wp13:en0:9.69.44.123:255.255.255.0:9.69.44.255\n');
  });

  test('seed 3: a versioned WPAR from a system backup of AIX 5.2', async () => {
    const lab = new TestLab('default');
    await lab.ok('mkwpar -n NEWWPAR -C -B /mksysb_images/install52');
    expect(await lab.ok('lswpar -qc -a type,ostype,privateusr NEWWPAR')).toBe('L:1:yes\n');
  });

  test("the class script's way", async () => {
    const lab = new TestLab('class');
    await lab.ok(
      'mkwpar -n stud2 -N interface=en0 address=10.0.42.28 netmask=255.255.252.0 broadcast=10.0.43.255 -r -h stud2',
    );
    expect(await lab.ok('lswpar -qcN stud2')).toBe('stud2:en0:10.0.42.28:255.255.252.0:10.0.43.255\n');
  });

  test('a class: 33 students by name alone get their addresses, and 40 WPARs fit', async () => {
    const lab = new TestLab('class');
    for (let number = 1; number <= 33; number++) await lab.ok(`mkwpar -n stud${number}`);
    for (let number = 1; number <= 7; number++) await lab.ok(`mkwpar -n more${number}`);
    expect(await lab.ok('lswpar -qcN stud33')).toBe('stud33:en0:10.0.42.59:255.255.255.0:10.0.42.255\n');
    expect(await lab.type('mkwpar -n more8')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'mkwpar: Volume group rootvg has 0 free physical partitions; 4 are needed.\n',
    });
  });
});

describe('command lines known to be valid (reference wpar-define 10.6)', () => {
  test.each([
    ['class', 'mkwpar -s -n x134vm27 -h x134vm27 -R CPU=10%-50%,100%', 'x134vm27:A'],
    ['default', 'mkwpar -n mywpar -i -I rtdest=default rtgateway=9.3.131.1', 'mywpar:D'],
    [
      'default',
      'mkwpar -A -r -v -s -n N1 -N address=172.16.20.77 -I rtdest=default rtgateway=172.16.20.1',
      'N1:A',
    ],
    [
      'default',
      'mkwpar -A -r -v -s -n wpar -N address6=fe80::c0e6:99ff:fe54:9003 interface=en0 prefixlen=64 -D devname=hdisk3 rootvg=yes -l',
      'wpar:A',
    ],
    ['default', 'mkwpar -r -v -t -i -s -n N2 -D devname=hdisk2 -D devname=hdisk3 rootvg=yes -l', 'N2:A'],
  ])('%s: %s', async (world, line, expected) => {
    const lab = new TestLab(world);
    const outcome = await lab.type(line);
    expect(outcome.stderr).toBe('');
    expect(outcome.status).toBe(0);
    expect(await lab.ok(`lswpar -qc -a name,state ${expected.split(':')[0]}`)).toBe(`${expected}\n`);
  });
});

describe('flags', () => {
  test.each([
    ['-A: at boot, not now', '-A', '-a auto,state', 'yes:D'],
    ['-c', '-c', '-a checkpointable', 'yes'],
    ['-d', '-d /wpars/elsewhere', '-a directory', '/wpars/elsewhere'],
    ['-d with slashes too many', '-d //wpars///elsewhere/', '-a directory', '/wpars/elsewhere'],
    ['-h', '-h web.example.com', '-a hostname', 'web.example.com'],
    ['-H', '-H pwr6', '-a architecture', 'pwr6'],
    ['-i adds lo0', '-i', '-N -a interface,address', 'lo0:127.0.0.1'],
    ['-I implies -i', '-I rtdest=default rtgateway=10.1.1.1 rttype=net', '-a routing', 'yes'],
    [
      '-I',
      '-I rtdest=10.2.0.0 rtgateway=gate rttype=net',
      '-I -a rttype,rtdest,rtgateway',
      'net:10.2.0.0:gate',
    ],
    ['-l', '-l', '-a privateusr', 'yes'],
    [
      '-N: derived mask and broadcast',
      '-N address=172.16.20.30',
      '-N',
      'w:en0:172.16.20.30:255.255.255.0:172.16.20.255',
    ],
    [
      '-N: broadcast of another mask',
      '-N address=172.16.20.30 netmask=255.255.255.192',
      '-N -a broadcast',
      '172.16.20.63',
    ],
    [
      '-N, two addresses',
      '-N address=172.16.20.30 -N address=172.16.20.31',
      '-N -a address',
      '172.16.20.30\n172.16.20.31',
    ],
    [
      '-N, IPv6',
      '-N address6=FE80::0:1 interface=en0',
      '-N -d | -a address,mask_prefix,broadcast',
      'fe80::1|64|',
    ],
    [
      '-R',
      '-R shares_CPU=15 totalProcesses=40 pct_pinMem=50%',
      '-R -a shares_CPU,totalProcesses,pct_pinMem',
      '15:40:50%',
    ],
    ['-R active=no', '-R active=no', '-R -a active', 'no'],
    ['-S replaces', '-S privs=PV_AU_,PV_TCB', '-S -a privs', 'PV_AU_,PV_TCB'],
    ['-u', '-u /etc/wpars/w.sh', '-a script', '/etc/wpars/w.sh'],
    ['-U', '-U 541BA314-c7ca-4f67-bc6e-a10d5eaa8541', '-a uuid', '541ba314-c7ca-4f67-bc6e-a10d5eaa8541'],
    ['-X', '-X kext=/usr/lib/drivers/x major=yes', '-X -a kext,local,major', '/usr/lib/drivers/x:no:yes'],
    [
      '-M resizes a default file system',
      '-M directory=/var size=512M',
      '-M -a mountpoint,vfs',
      /\/wpars\/w\/var:jfs2/,
    ],
    [
      '-M adds one',
      '-M directory=/data vfs=jfs2 size=1G',
      '-M -a mountpoint,device',
      /\/wpars\/w\/data:\/dev\/fslv13\n/,
    ],
    [
      '-M with a named volume',
      '-M directory=/data vfs=jfs2 dev=datalv size=1G',
      '-M -a device',
      /\/dev\/datalv/,
    ],
    [
      '-M namefs',
      '-M directory=/src vfs=namefs dev=/home',
      '-M -a mountpoint,device,vfs,options',
      /\/wpars\/w\/src:\/home:namefs:ro/,
    ],
    [
      '-M directory',
      '-M directory=/var/tmp vfs=directory',
      '-M -a mountpoint,vfs',
      /\/wpars\/w\/var\/tmp:directory/,
    ],
    ['-g', '-g datavg', '-M -a device', /fslv12/],
    ['-D', '-D devname=hdisk2', '-D -a devname,devtype', /hdisk2:disk/],
    [
      '-D devid',
      '-D devid=33213600507680191026C4000000000000052',
      '-D -a devname,devid',
      /hdisk2:33213600507680191026C4000000000000052/,
    ],
    [
      '-D, a device that is not exported by default',
      '-D devname=/dev/random',
      '-D -a devname',
      /\/dev\/random/,
    ],
    ['-O', '-D devname=hdisk3 rootvg=yes -O', '-a rootvgwpar', 'yes'],
    ['-o glued', '-o/dev/null', '-a state', 'D'],
    ['-a takes the next free address', '-a -N address=172.16.20.8', '-N -a address', '172.16.20.9'],
    ['-a finds a host name', '-a -h dev01', '-a hostname', 'w'],
    ['-a finds a directory', '-a -d /wpars/dev01', '-a directory', '/wpars/w'],
  ])('%s', async (_, flags, field, expected) => {
    const lab = new TestLab('default');
    const outcome = await lab.type(`mkwpar -n w ${flags}`);
    expect({ status: outcome.status, refused: outcome.stderr.replace(/.*ATTENTION.*\n/g, '') }).toEqual({
      status: 0,
      refused: '',
    });
    const delimited = field.includes('-d |') ? field : `-c ${field}`;
    const text = await lab.ok(`lswpar -q ${delimited} w`);
    if (typeof expected === 'string') expect(text).toBe(`${expected}\n`);
    else expect(text).toMatch(expected);
  });

  test('-s: the output of startwpar in place of the last message', async () => {
    const lab = new TestLab('default');
    const text = await lab.ok('mkwpar -s -n w');
    expect(text.slice(text.indexOf('Workload partition w created'))).toMatch(
      /^Workload partition w created successfully\.\nStarting workload partition w\.\n[\s\S]*\nVerifying workload partition startup\.\n$/,
    );
    expect(await lab.ok('lswpar -qc -a state w')).toBe('A\n');
  });

  test('-v ends with the return status', async () => {
    expect(await new TestLab('default').ok('mkwpar -v -n w')).toMatch(
      /startwpar \[-v\] w\nReturn Status = SUCCESS\.\n$/,
    );
  });

  test('-k runs a program of the caller with the name and the base directory', async () => {
    const lab = new TestLab('default');
    const script = join(lab.home, 'custom');
    writeFileSync(script, `#!/bin/sh\necho "$1 $2" > ${lab.home}/ran\n`);
    chmodSync(script, 0o755);
    await lab.ok(`mkwpar -n w -k ${script}`);
    expect(readFileSync(join(lab.home, 'ran'), 'utf8')).toBe('w /wpars/w\n');
  });

  test('-k: a program that fails is told and changes nothing else', async () => {
    const lab = new TestLab('default');
    const script = join(lab.home, 'custom');
    writeFileSync(script, '#!/bin/sh\nexit 7\n');
    chmodSync(script, 0o755);
    const outcome = await lab.type(`mkwpar -n w -k ${script}`);
    expect(outcome.stderr).toBe(`mkwpar: ATTENTION: The script ${script} ended with status 7.\n`);
    expect(outcome.status).toBe(0);
  });

  test('-L image_data: sizes and volumes of an image.data file; a volume that exists gets another name, with a warning', async () => {
    const lab = new TestLab('default');
    const stanzas = (device: string, directory: string, size: number) =>
      `lv_data:\n\tLOGICAL_VOLUME= ${device}\n\tTYPE= jfs2\n\nfs_data:\n\tFS_NAME= ${directory}\n\tFS_SIZE= ${size}\n\tFS_MIN_SIZE= 100\n\tFS_LV= /dev/${device}\n\n`;
    writeFileSync(
      join(lab.home, 'image.data'),
      stanzas('fslv04', '/home', 524288) + stanzas('newlv', '/data', 262144),
    );
    const outcome = await lab.type('mkwpar -n w -L image_data=image.data');
    expect(outcome.stderr).toBe(
      'mkwpar: ATTENTION: The logical volume fslv04 already exists; another name is used.\n',
    );
    expect(await lab.ok('lswpar -qcM -a mountpoint,device w')).toContain(
      '/wpars/w/data:/dev/newlv\n/wpars/w/home:/dev/fslv13\n',
    );
  });
});

test('-D xfactor= expands the default file systems of a rootvg WPAR', async () => {
  const lab = new TestLab('default');
  await lab.ok('mkwpar -w -o one.spec -n w -D devname=hdisk3 rootvg=yes');
  await lab.ok('mkwpar -w -o two.spec -n w -D devname=hdisk3 rootvg=yes xfactor=2');
  const size = (file: string) => /size = "(\d+)"/.exec(readFileSync(join(lab.home, file), 'utf8'))?.[1];
  expect([size('one.spec'), size('two.spec')]).toEqual(['262144', '524288']);
});

describe('specification files', () => {
  test('-o then -f makes the same WPAR again', async () => {
    const flags = [
      '-A -l -N address=172.16.20.40 -u /etc/w.sh',
      '-i -N address=172.16.20.40 -N address6=fe80::7 interface=en0 -I rtdest=default rtgateway=172.16.20.1 rttype=host',
      '-c -R CPU=5%-50%,80% totalThreads=10 -S privs-=PV_TCB -r',
      '-g datavg -M directory=/data vfs=jfs2 size=2G logname=INLINE crfsopts=x mountopts=rbr -M directory=/x vfs=directory',
      '-D devname=hdisk2 -D devname=/dev/random -X kext=/usr/lib/drivers/x local=yes -H pwr5',
      '-C -B /mksysb_images/install52',
      '-D devname=hdisk3 rootvg=yes',
      '-M directory=/var size=900M vg=datavg -M directory=/data vfs=jfs2 dev=datalv',
    ];
    for (const each of flags) {
      const lab = new TestLab('default');
      const made = await lab.type(`mkwpar -n w ${each} -o w.spec`);
      expect(made.status, made.stderr).toBe(0);
      const before = await view(lab, 'w');
      const devices = await lab.ok('lswpar -cD w');
      await lab.ok('rmwpar w');
      const again = await lab.type('mkwpar -f w.spec');
      expect(again.status, again.stderr).toBe(0);
      const withoutUuid = (text: string) => text.replace(/^UUID:.*$/m, '');
      expect(withoutUuid(await view(lab, 'w'))).toBe(withoutUuid(before));
      expect(await lab.ok('lswpar -cD w')).toBe(devices);
    }
  });

  test('values of the command line win', async () => {
    const lab = new TestLab('default', 'p550q');
    writeFileSync(join(lab.home, 'my.spec'), golden('mkwpar/seed1-specification'));
    // A local file system in a checkpointable WPAR is worth an attention, no more.
    const outcome = await lab.type(
      `mkwpar -f my.spec -n other -h other -d /wpars/other -N address=9.69.44.77 -M directory=/var size=256M`,
    );
    expect(outcome.status).toBe(0);
    expect(outcome.stderr).toMatch(/^mkwpar: ATTENTION: File system \/var is local; .*\n$/);
    expect(await lab.ok('lswpar -qc -a name,hostname,directory other')).toBe('other:other:/wpars/other\n');
    expect(await lab.ok('lswpar -qcN -a address other')).toBe('9.69.44.77\n');
    expect(await lab.ok('lswpar -qcM -a mountpoint,vfs other')).toContain('/wpars/other/var:jfs2\n');
    expect(await lab.ok('lswpar -qcM -a mountpoint,vfs other')).toContain('/wpars/other/home:nfs\n');
  });

  test('-w writes the file and creates nothing; no name is needed', async () => {
    const lab = new TestLab('empty');
    expect(await lab.type('mkwpar -w -o plain.spec')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(lab.home, 'plain.spec'), 'utf8')).toMatch(
      /^general:\n {8}preserve = "no"\n {8}checkpointable = "no"\n {8}privateusr = "no"\n/,
    );
    expect(await lab.ok('lswpar')).toBe('');
    await lab.ok('mkwpar -n w -f plain.spec');
    expect(await lab.ok('lswpar -qc')).toBe('w:D:S:w:/wpars/w:no\n');
  });

  test('-e starts from an existing WPAR; -a resolves what both cannot have', async () => {
    const lab = new TestLab('default');
    await lab.ok('mkwpar -n first -R CPU=1%-2%,3% -N address=172.16.20.50 -l');
    expect((await lab.type('mkwpar -n second -e first')).status).toBe(1);
    await lab.ok('mkwpar -n second -e first -a');
    expect(await lab.ok('lswpar -qc -a name,hostname,directory,privateusr second')).toBe(
      'second:second:/wpars/second:yes\n',
    );
    expect(await lab.ok('lswpar -qcN -a address second')).toBe('172.16.20.51\n');
    expect(await lab.ok('lswpar -qcR -a CPU second')).toBe('1%-2%,3%\n');
    expect(await lab.ok('mkwpar -e first -o copy.spec -w')).toBe('');
    expect(readFileSync(join(lab.home, 'copy.spec'), 'utf8')).toContain('name = "first"');
  });

  test.each([
    ['an unknown stanza', 'bogus:\n', 1, 'unknown stanza "bogus"'],
    [
      'an unknown attribute',
      'general:\n        colour = "red"\n',
      2,
      'unknown attribute "colour" in stanza general',
    ],
    ['an attribute before any stanza', 'name = "x"\n', 1, 'an attribute before the first stanza'],
    ['no equals sign', 'general:\n\n  name\n', 3, 'expected attribute = "value"'],
    ['an open quote', 'general:\n  name = "x\n', 2, 'a quote is not closed'],
    ['an attribute twice', 'general:\n  name = x\n  name = y\n', 3, 'attribute "name" is given twice'],
    ['a control character', 'general:\n  name = "x\u0007"\n', 2, 'a character that is not printable ASCII'],
  ])('%s is refused with its line', async (_, text, line, why) => {
    const lab = new TestLab('empty');
    writeFileSync(join(lab.home, 'bad.spec'), text);
    expect(await lab.type('mkwpar -n w -f bad.spec')).toEqual({
      status: 1,
      stdout: '',
      stderr: `mkwpar: Specification file bad.spec, line ${line}: ${why}.\n`,
    });
    expect(await lab.ok('lswpar')).toBe('');
  });

  test.each([
    ['tabs, no quotes', 'general:\n\tname = w\n\tauto=yes\n'],
    ['comments', '* a comment\n# another\ngeneral:\n        name = "w"\n        auto = "yes"\n'],
    ['carriage returns', 'general:\r\n        name = "w"\r\n        auto = "yes"\r\n'],
  ])('%s are read', async (_, text) => {
    const lab = new TestLab('empty');
    writeFileSync(join(lab.home, 'w.spec'), text);
    await lab.ok('mkwpar -f w.spec');
    expect(await lab.ok('lswpar -qc -a name,auto')).toBe('w:yes\n');
  });

  test('any settings survive being written and read (property)', async () => {
    const resource = fc.record(
      {
        CPU: fc.constantFrom('0%-100%,100%', '10%-20%,30%', '.5%-1%,2%'),
        shares_memory: fc.integer({ min: 1, max: 65535 }).map(String),
        totalPTYs: fc.integer({ min: 1, max: 500 }).map(String),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,23}[A-Za-z0-9]$/),
        resource,
        fc.boolean(),
        fc.integer({ min: 1, max: 3 }),
        async (name, resources, detached, size) => {
          fc.pre(name !== 'Global');
          const lab = new TestLab('empty');
          const words = ['-n', name, '-M', 'directory=/var', `size=${size * 200}M`];
          if (detached) words.push('-l');
          const list = Object.entries(resources).map(([attribute, value]) => `${attribute}=${value}`);
          if (list.length > 0) words.push('-R', ...list);
          const made = await lab.call('mkwpar', ...words, '-o', 'w.spec');
          if (made.status !== 0) {
            expect(made.stderr).toMatch(/valid value of the CPU/);
            return;
          }
          const before = await view(lab, name);
          await lab.ok(`rmwpar ${name}`);
          await lab.ok('mkwpar -f w.spec');
          expect((await view(lab, name)).replace(/UUID.*/, '')).toBe(before.replace(/UUID.*/, ''));
        },
      ),
      { numRuns: 20, seed: 3 },
    );
  });
});

describe('logical volumes', () => {
  test('dev01 and dev02 have fslv04 to fslv11 (seed 3, listing 7); the next takes fslv12', async () => {
    const lab = new TestLab('default');
    await lab.ok('mkwpar -n prod01');
    const devices = async (name: string) =>
      (await lab.ok(`lswpar -qcM -a device ${name}`)).trimEnd().split('\n');
    expect(await devices('dev01')).toEqual([
      '/dev/fslv04',
      '/dev/fslv05',
      '/opt',
      '/proc',
      '/dev/fslv06',
      '/usr',
      '/dev/fslv07',
    ]);
    expect(await devices('prod01')).toEqual([
      '/dev/fslv12',
      '/dev/fslv13',
      '/opt',
      '/proc',
      '/dev/fslv14',
      '/usr',
      '/dev/fslv15',
    ]);
  });

  test('a removed WPAR leaves its numbers to the next one; fslv100 comes after fslv99', async () => {
    const lab = new TestLab('empty');
    for (let number = 0; number < 26; number++) await lab.ok(`mkwpar -n w${number}`);
    expect(await lab.ok('lswpar -qcM -a device w24')).toContain('/dev/fslv99\n');
    expect(await lab.ok('lswpar -qcM -a device w25')).toContain('/dev/fslv100\n');
    await lab.ok('rmwpar w3');
    await lab.ok('mkwpar -n again -l');
    expect((await lab.ok('lswpar -qcM -a device again')).trimEnd().split('\n')).toEqual([
      '/dev/fslv12',
      '/dev/fslv13',
      '/dev/fslv14',
      '/proc',
      '/dev/fslv15',
      '/dev/fslv104',
      '/dev/fslv105',
    ]);
  });
});

describe('refusals change nothing', () => {
  const cases: readonly (readonly [what: string, line: string, stderr: string])[] = [
    ['the name is taken', '-n dev01', 'A workload partition called dev01 already exists.'],
    [
      'the name is too long',
      '-n abcdefghijklmnopqrstuvwxyz',
      'The workload partition name abcdefghijklmnopqrstuvwxyz is longer than 25 bytes.',
    ],
    ['a leading 0', '-n 0abc', 'The workload partition name 0abc must not start with - or 0.'],
    ['a dot', '-n a.b', 'The workload partition name "a.b" contains a character that is not allowed.'],
    ['a slash', '-n a/b', 'The workload partition name "a/b" contains a character that is not allowed.'],
    ['Global', '-n Global', 'The workload partition name Global is reserved for the global environment.'],
    ['a host name that is none', '-n w -h a..b', '"a..b" is not a valid host name.'],
    ['a host name in use', '-n w -h dev01', 'The host name dev01 is used by workload partition dev01.'],
    [
      "the host's own address",
      '-n w -N address=172.16.20.8',
      'Address 172.16.20.8 is already used by host l488pp008.',
    ],
    [
      "another WPAR's address",
      '-n w -N address=172.16.20.11',
      'Address 172.16.20.11 is already used by workload partition dev01.',
    ],
    [
      'the same address twice',
      '-n w -N address=172.16.20.9 -N address=172.16.20.9',
      'Address 172.16.20.9 is already used by workload partition w itself.',
    ],
    ['an address that is none', '-n w -N address=172.16.20.256', '"172.16.20.256" is not a valid address.'],
    ['an address of three numbers', '-n w -N address=172.16.20', '"172.16.20" is not a valid address.'],
    [
      'a mask with holes',
      '-n w -N address=172.16.20.9 netmask=255.0.255.0',
      '"255.0.255.0" is not a valid netmask.',
    ],
    ['a prefix too long', '-n w -N address6=fe80::1 prefixlen=129', '"129" is not a valid prefixlen.'],
    [
      'an interface that is none',
      '-n w -N interface=en7 address=172.16.20.9',
      'The global environment has no network interface en7.',
    ],
    ['no address', '-n w -N interface=en0', 'The -N flag requires an address= or address6= attribute.'],
    ['half a route', '-n w -I rtdest=default', 'The -I flag requires the rtdest= and rtgateway= attributes.'],
    ['a relative base directory', '-n w -d wpars/w', 'The directory wpars/w is not an absolute path.'],
    [
      'a base directory with ..',
      '-n w -d /wpars/../etc',
      'The directory /wpars/../etc is not an absolute path.',
    ],
    [
      'a registered file system',
      '-n w -d /home',
      'The base directory /home is a file system of /etc/filesystems.',
    ],
    [
      "another WPAR's directory",
      '-n w -d /wpars/dev01',
      'The base directory /wpars/dev01 is used by workload partition dev01.',
    ],
    [
      "below another WPAR's directory",
      '-n w -d /wpars/dev01/home',
      'The base directory /wpars/dev01/home is used by workload partition dev01.',
    ],
    [
      "above another WPAR's directory",
      '-n w -d /wpars',
      'The base directory /wpars is used by workload partition dev01.',
    ],
    [
      'a parent of the wrong mode',
      '-n w -d /home/w',
      'The directory /home, parent of the base directory, has mode 755; it must have mode 700.',
    ],
    ['no such volume group', '-n w -g nosuch', 'There is no volume group nosuch.'],
    [
      'no room',
      '-n w -M directory=/data vfs=jfs2 size=500G',
      'Volume group rootvg has 1068 free physical partitions; 4004 are needed.',
    ],
    [
      'a volume that exists',
      '-n w -M directory=/data vfs=jfs2 dev=fslv04',
      'The logical volume fslv04 already exists.',
    ],
    ['a size that is none', '-n w -M directory=/var size=big', '"big" is not a valid file system size.'],
    ['a mount without directory', '-n w -M vfs=jfs2 size=1G', 'The -M flag requires a directory= attribute.'],
    [
      'a directory twice',
      '-n w -M directory=/a size=1G -M directory=/a/ size=1G',
      'The directory /a is mounted twice.',
    ],
    [
      'an unknown vfs',
      '-n w -M directory=/a vfs=ext4',
      '"ext4" is not a file system type of a workload partition (jfs, jfs2, namefs, nfs, directory).',
    ],
    [
      'nfs without host',
      '-n w -M directory=/a vfs=nfs dev=/x',
      'The nfs file system /a requires the host= attribute.',
    ],
    [
      'an NFS server that is none',
      '-n w -M directory=/a vfs=nfs host=nosuch dev=/x',
      'Cannot reach the NFS server nosuch.',
    ],
    [
      'an export that is none',
      '-n w -M directory=/a vfs=nfs host=blue.ibm.com dev=/x',
      'The NFS server blue.ibm.com does not export /x to l488pp008.',
    ],
    [
      'an export for others',
      '-n w -M directory=/a vfs=nfs host=x054 dev=/backup/wpars/x150',
      'The NFS server x054 does not export /backup/wpars/x150 to l488pp008.',
    ],
    [
      'namefs of nothing',
      '-n w -M directory=/a vfs=namefs dev=/nosuch',
      'The global environment has no directory /nosuch to mount on /a.',
    ],
    ['a device that is none', '-n w -D devname=hdisk99', 'The device hdisk99 was not found.'],
    [
      'both names of a device',
      '-n w -D devname=hdisk2 devid=1',
      'The devname and devid attributes cannot be used together.',
    ],
    ['a device without a name', '-n w -D rootvg=yes', 'The -D flag requires a devname= or devid= attribute.'],
    [
      'a rootvg on a SAS disk',
      '-n w -D devname=hdisk4 rootvg=yes',
      'The disk hdisk4 is sas; the rootvg of a workload partition needs a Fibre Channel or virtual SCSI disk.',
    ],
    [
      'a rootvg on an active volume group',
      '-n w -O -D devname=hdisk1 rootvg=yes',
      'The device hdisk1 is in use.',
    ],
    [
      'a disk in a checkpointable WPAR',
      '-n w -c -D devname=hdisk2',
      'A checkpointable workload partition cannot have the device hdisk2.',
    ],
    ['an unknown privilege', '-n w -S privs=PV_NOSUCH', 'PV_NOSUCH is not a privilege.'],
    ['a secfile that is none', '-n w -S secfile=/nosuch', 'The privilege file /nosuch was not found.'],
    ['an exports file that is none', '-n w -b /nosuch', 'The device exports file /nosuch was not found.'],
    [
      'limits out of order',
      '-n w -R CPU=50%-40%,100%',
      'CPU=50%-40%,100%: the minimum must not exceed the soft maximum, nor that the hard maximum.',
    ],
    ['limits that are none', '-n w -R CPU=50', '"50" is not a valid value of the CPU attribute.'],
    ['shares that are none', '-n w -R shares_CPU=0', '"0" is not a valid value of the shares_CPU attribute.'],
    ['a UUID that is none', '-n w -U 123', '"123" is not a valid UUID.'],
    [
      'ALL local extensions',
      '-n w -X kext=ALL local=yes',
      '0960-593 ALL is not allowed when a kernel extension is local.',
    ],
    ['-C with an image that is none', '-n w -C -B /nosuch', 'The backup image /nosuch was not found.'],
    [
      'a system backup without -C',
      '-n w -B /mksysb_images/install52',
      '/mksysb_images/install52 is a system backup; a workload partition made from it needs the -C flag.',
    ],
    [
      '-p without preserved file systems',
      '-n w -p',
      'No preserved file systems of a workload partition called w were found.',
    ],
    ['-k without a program', '-n w -k /nosuch', 'The script /nosuch was not found or is not executable.'],
    ['-f without a file', '-f /nosuch', 'Cannot read /nosuch: no such file.'],
    ['-o into no directory', '-n w -o /nosuch/w.spec', 'Cannot write /nosuch/w.spec: no such directory.'],
    ['-e of nothing', '-n w -e nosuch', '0960-419 Could not find a workload partition called nosuch.'],
    ['-P without a terminal', '-n w -P', 'The -P flag needs a terminal to ask for the password on.'],
    [
      'an unknown architecture',
      '-n w -H power',
      '"power" is not a valid value of the architecture attribute.',
    ],
  ];
  test.each(cases)('%s', async (_, flags, text) => {
    const lab = new TestLab('default');
    const before = lab.dump();
    expect(await lab.type(`mkwpar ${flags}`)).toEqual({ status: 1, stdout: '', stderr: `mkwpar: ${text}\n` });
    expect(lab.dump()).toEqual(before);
  });

  test('a disk with a volume group needs -O (capture: C. Gibson)', async () => {
    const lab = new TestLab('default');
    expect(await lab.type('mkwpar -D rootvg=yes devname=hdisk1 -n rootvgwpar1')).toEqual({
      status: 1,
      stdout: '',
      stderr: `mkwpar: 0960-621 Failed to create a workload partition's rootvg. Please use -O flag to overwrite hdisk1.
If restoring a workload partition, target disks should be in available state.
`,
    });
  });

  test.each([
    [
      'no name',
      '-h w',
      'A workload partition name is required: use the -n flag or a specification file that has one.',
      true,
    ],
    ['-w without -o', '-n w -w', 'The -w flag is valid only with the -o flag.', true],
    ['-e with -f', '-n w -e dev01 -f x', 'The -e and -f flags cannot be used together.', true],
    ['an operand', '-n w prod', 'The argument prod is not expected.', true],
    ['-N without attributes', '-n w -N', 'The -N flag requires an argument.', true],
    [
      'glued attributes',
      '-n w -Naddress=1.2.3.4',
      '"-Naddress=1.2.3.4" is not of the form attribute=value.',
      true,
    ],
    ['an unknown attribute', '-n w -N adress=1.2.3.4', 'adress is not an attribute of the -N flag.', true],
    [
      'an attribute twice',
      '-n w -N address=1.2.3.4 address=1.2.3.5',
      'The address attribute is given twice in one -N flag.',
      true,
    ],
    ['-n twice', '-n w -n x', 'The -n flag may be given only once.', true],
    ['-R twice', '-n w -R CPU=1%-2%,3% -R active=no', 'The -R flag may be given only once.', true],
    [
      '-E',
      '-n w -E /x',
      'The -E flag is not supported by parlab: what it does is not known from any readable page.',
      true,
    ],
    [
      '-W',
      '-n w -W',
      'The -W flag is not supported by parlab: what it does is not known from any readable page.',
      true,
    ],
    ['-C without -B', '-n w -C', 'The -C flag is valid only with the -B flag.', true],
    ['not ASCII', '-n wé', 'Arguments must be ASCII characters.', true],
  ])('%s is misuse, status 2', async (_, flags, text, usage) => {
    const outcome = await new TestLab('default').type(`mkwpar ${flags}`);
    expect(outcome.status).toBe(2);
    expect(outcome.stderr.split('\n')[0]).toBe(`mkwpar: ${text}`);
    expect(outcome.stderr.includes('\nUsage: /usr/sbin/mkwpar [-a] [-A]')).toBe(usage);
    expect(outcome.stdout).toBe('');
  });

  test('8192 resource-controlled WPARs are the limit of a host; without resource control there is none', async () => {
    const lab = new TestLab('empty');
    fillHost(lab, 'aix71', 8192);
    expect((await lab.type('mkwpar -n one-more')).stderr).toBe(
      'mkwpar: The limit of 8192 resource-controlled workload partitions is reached.\n',
    );
    await lab.ok('mkwpar -n uncontrolled -R active=no');
  });

  test('without the product, -c is refused; without any host on the network, -N is', async () => {
    const lab = new TestLab('class');
    expect((await lab.type('mkwpar -n w -c')).stderr).toBe(
      'mkwpar: The -c flag requires the fileset mcr.rte, which is not installed.\n',
    );
  });
});

describe('several networks', () => {
  const two = (text: string) =>
    text.replace(
      '    volume_groups:',
      '      - { name: en1, network: other, address: 10.7.0.1, netmask: 255.255.0.0 }\n    volume_groups:',
    );
  test.each([
    ['the subnet decides', 'address=10.7.3.4', 'w:en1:10.7.3.4:255.255.0.0:10.7.255.255\n', ''],
    [
      'or the interface is named',
      'interface=en1 address=8.8.8.8',
      'w:en1:8.8.8.8:255.255.0.0:8.8.255.255\n',
      '',
    ],
    [
      'else it is required',
      'address=8.8.8.8',
      '',
      'mkwpar: Address 8.8.8.8 is on none of the networks of the global environment; name the interface with interface=.\n',
    ],
  ])('%s', async (_, attributes, listed, stderr) => {
    const lab = new TestLab(worldWith('empty', two));
    const outcome = await lab.type(`mkwpar -n w -N ${attributes}`);
    expect(outcome.stderr).toBe(stderr);
    if (listed !== '') expect(await lab.ok('lswpar -qcN w')).toBe(listed);
  });

  test('addresses are unique among the hosts of one network, and free on another', async () => {
    const lab = new TestLab('default', 'x203');
    await lab.ok('mkwpar -n one -N address=192.168.129.77');
    lab.host = 'x103';
    expect((await lab.type('mkwpar -n two -N address=192.168.129.77')).stderr).toBe(
      'mkwpar: Address 192.168.129.77 is already used by workload partition one of host x203.\n',
    );
    lab.host = 'p550q';
    await lab.ok('mkwpar -n three -N address=192.168.129.77');
  });

  test('the arrival side of a relocation (-p) may have the address of its twin', async () => {
    const lab = new TestLab('default', 'x203');
    const mounts =
      '-M directory=/ vfs=nfs host=x054 dev=/backup/wpars/x150 -M directory=/home vfs=directory -M directory=/tmp vfs=directory -M directory=/var vfs=directory';
    await lab.ok(`mkwpar -n x150 -c ${mounts} -o ${lab.home}/x150.spec`);
    lab.host = 'x103';
    expect((await lab.type(`mkwpar -f ${lab.home}/x150.spec`)).status).toBe(1);
    await lab.ok(`mkwpar -p -f ${lab.home}/x150.spec`);
    expect(await lab.ok('lswpar -qcN -a address x150')).toBe('192.168.129.150\n');
  });
});

describe('files of the host', () => {
  test('/etc/wpars/NAME.cf can be read as on AIX, while the WPAR is there', async () => {
    const lab = new TestLab('default');
    await lab.ok('chwpar -A dev01');
    lab.onHost = true;
    await lab.ok('mkwpar -n copy -f /etc/wpars/dev01.cf -h copy -d /wpars/copy -N address=172.16.20.99');
    expect(await lab.ok('lswpar -qc -a auto copy')).toBe('yes\n');
    expect((await lab.type('mkwpar -n w2 -f /etc/wpars/gone.cf')).stderr).toBe(
      'mkwpar: Cannot read /etc/wpars/gone.cf: no such file.\n',
    );
  });

  test("with parlab on, paths are the host's: nothing of the caller's is read or written", async () => {
    const lab = new TestLab('default');
    lab.onHost = true;
    writeFileSync(join(lab.home, 'my.spec'), 'general:\n  name = w\n');
    const outcome: Outcome = await lab.type(`mkwpar -f ${lab.home}/my.spec`);
    expect(outcome.stderr).toBe(`mkwpar: Cannot read ${lab.home}/my.spec: no such file.\n`);
    await lab.ok('mkwpar -n w -o /tmp/w.spec');
    expect(existsSync(join(lab.directory, 'hosts/l488pp008/tmp/w.spec'))).toBe(true);
    expect(readFileSync(join(lab.directory, 'hosts/l488pp008/etc/wpars/w.cf'), 'utf8')).toContain(
      'name = "w"',
    );
  });
});

describe('AIX 6.1', () => {
  test('words its progress as the IBM topic of that time', async () => {
    expect(await new TestLab('default', 'x203').ok('mkwpar -n w')).toBe(`mkwpar: Creating file systems...
mkwpar: Mounting all workload partition file systems
x ./usr
x ./lib
x ./admin
x ./admin/tmp
x ./audit
syncroot: Processing root part installation status.
syncroot: Installp root packages are currently synchronized.
syncroot: RPM root packages are currently synchronized.
syncroot: Root part is currently synchronized.
syncroot: Returns Status = SUCCESS
mkwpar: Workload partition w created successfully.
mkwpar: 0960-390 To start the workload partition, execute the following as root: 
startwpar [-v] w
`);
  });

  test.each(['-C -B x', '-H pwr6', '-t', '-O', '-X kext=/x'])('%s is not recognized', async (flags) => {
    const outcome = await new TestLab('default', 'x203').type(`mkwpar -n w ${flags}`);
    expect(outcome.status).toBe(2);
    expect(outcome.stderr).toMatch(
      /^mkwpar: Not a recognized flag: . \(this host runs AIX 6\.1\.2\.0; the flag came with 7\./,
    );
  });
});
