import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { golden } from '../support/golden.ts';
import { TestLab, temporaryFolder } from '../support/lab.ts';

/** Reads one line of `-c` output back. */
function splitColons(line: string): string[] {
  return line
    .replaceAll('#!:', '\u0000')
    .split(':')
    .map((value) => value.replaceAll('\u0000', ':'));
}

const silent = { status: 0, stderr: '' };
const ohaiWorld = join(import.meta.dirname, '..', 'worlds', 'ohai.yaml');

describe('the table', () => {
  test('seed 3, listing 2', async () => {
    const lab = new TestLab('default');
    await lab.ok('mkwpar -n prod01');
    expect(await lab.type('lswpar')).toEqual({ ...silent, stdout: golden('lswpar/seed3-listing2') });
  });

  test('AIX 6.1 has five columns, and its widest cell makes the column', async () => {
    const lab = new TestLab('default', 'p550q');
    expect(await lab.type('lswpar')).toEqual({
      ...silent,
      stdout: `Name  State  Type  Hostname  Directory
----------------------------------------
wp03  A      S     wp03      /wpars/wp03
wp05  A      S     wp05      /wpars/wp05
wp09  D      S     wp09      /wpars/wp09
`,
    });
  });

  test('the captured 6.1 table: host names of other lengths, an application WPAR with directory / (developerWorks)', async () => {
    const lab = new TestLab(
      world(
        '6.1.0.0',
        `{ name: bar, state: Active, general: { hostname: bar.austin.ibm.com } }
      - { name: foo, general: { hostname: foo.austin.ibm.com } }
      - { name: trigger, type: application, state: Active }`,
      ),
    );
    expect(await lab.ok('lswpar')).toBe(
      `Name     State  Type  Hostname            Directory
---------------------------------------------------
bar      A      S     bar.austin.ibm.com  /wpars/bar
foo      D      S     foo.austin.ibm.com  /wpars/foo
trigger  A      A     trigger             /         
`.replace(/-{51}/, '-'.repeat(52)),
    );
  });

  test.each([
    ['no WPAR: no output at all, not even the header (capture)', 'lswpar'],
    ['no WPAR, paragraphs', 'lswpar -L'],
    ['no WPAR, delimited', 'lswpar -c'],
    ['no WPAR, probe of backup scripts', 'lswpar -q -s D -a name'],
  ])('%s', async (_, line) => {
    expect(await new TestLab('empty').type(line)).toEqual({ ...silent, stdout: '' });
  });

  test('-q leaves out the header, not the widths', async () => {
    const lab = new TestLab('default');
    expect(await lab.ok('lswpar -q')).toBe(
      'dev01  D      S     dev01     /wpars/dev01  no         \ndev02  D      S     dev02     /wpars/dev02  no         \n',
    );
  });

  test.each([
    ['lswpar dev02', ['dev02']],
    ['lswpar dev02 dev01', ['dev01', 'dev02']],
    ['lswpar dev01 dev01', ['dev01']],
    ['lswpar -s D', ['dev01', 'dev02']],
    ['lswpar -s A', []],
    ['lswpar -t S', ['dev01', 'dev02']],
    ['lswpar -t A', []],
    ['lswpar -t L', []],
    ['lswpar -s D dev01', ['dev01']],
  ])('%s lists %j', async (line, names) => {
    const rows = (await new TestLab('default').ok(`${line.replace('lswpar', 'lswpar -qa name')}`)).split(
      '\n',
    );
    expect(rows.map((row) => row.trim()).filter((row) => row !== '')).toEqual(names);
  });
});

describe('refusals', () => {
  test.each([
    [
      'an unknown name (capture), and the others are listed',
      'lswpar -qc -a name dev01 nosuch',
      1,
      'dev01\n',
      'lswpar: 0960-419 Could not find a workload partition called nosuch.\n',
    ],
    ['a field of another view', 'lswpar -N -a name,vfs', 2, '', 'lswpar: vfs is not a field of this view.\n'],
    [
      'field names have their case',
      'lswpar -cR -a shares_cpu',
      2,
      '',
      'lswpar: shares_cpu is not a field of this view.\n',
    ],
    ['a state that is none', 'lswpar -s X', 2, '', 'lswpar: "X" is not a workload partition state.\n'],
    ['a type that is none', 'lswpar -t X', 2, '', 'lswpar: "X" is not a workload partition type.\n'],
  ])('%s', async (_, line, status, stdout, stderr) => {
    expect(await new TestLab('default').type(line)).toEqual({ status, stdout, stderr });
  });

  test.each([
    ['lswpar -Z', 'lswpar: Not a recognized flag: Z'],
    ['lswpar -?', 'lswpar: Not a recognized flag: ?'],
    ['lswpar -cd:', 'lswpar: The -c and -d flags cannot be used together.'],
    ['lswpar -L -c', 'lswpar: The -L and -c flags cannot be used together.'],
    ['lswpar -L -a name', 'lswpar: The -L and -a flags cannot be used together.'],
    ['lswpar -G -q', 'lswpar: The -G and -q flags cannot be used together.'],
    ['lswpar -N -M', 'lswpar: The -M and -N flags cannot be used together.'],
    ['lswpar -a', 'lswpar: The -a flag requires an argument.'],
    [
      'lswpar -T',
      'lswpar: The -T flag is not supported by parlab: what it shows is not known from any readable page.',
    ],
    ['lswpar -Bx', 'lswpar: Not a recognized flag: Bx'],
  ])('%s is misuse: the message, then the usage, status 2', async (line, message) => {
    const outcome = await new TestLab('default').type(line);
    expect(outcome.stderr.split('\n')[0]).toBe(message);
    expect(outcome.stderr).toContain(
      '\nUsage: lswpar [-b | -Br | -Bf | -D | -I | -M | -N ] [ -X ] [-a fieldname [,...]] [-q] [-s state] [-t type] [wparname ...]\n',
    );
    expect({ status: outcome.status, stdout: outcome.stdout }).toEqual({ status: 2, stdout: '' });
  });

  test('flags that came later are not recognized on an older host', async () => {
    const outcome = await new TestLab('default', 'p550q').type('lswpar -b');
    expect(outcome.status).toBe(2);
    expect(outcome.stderr).toMatch(
      /^lswpar: Not a recognized flag: b \(this host runs AIX 6\.1\.0\.0; the flag came with 7\.1\.1\)\n/,
    );
  });

  test('-d with nothing', async () => {
    expect(await new TestLab('default').call('lswpar', '-d', '')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'lswpar: The delimiter is empty.\n',
    });
  });
});

describe('-L', () => {
  // The capture was edited by its authors; these lines of it cannot be ours, and are listed beside what ours say.
  const edited: readonly (readonly [captured: string, ours: string])[] = [
    ['/wpars/sink-thinker-5... /dev/fslv00 ', '/wpars/applejack-541ba3  /dev/fslv00 '],
    ['/wpars/sink-thinker-5... /dev/fslv01 ', '/wpars/applejack-541b... /dev/fslv01 '],
    ['/wpars/sink-thinker-5... /dev/fslv02 ', '/wpars/applejack-541b... /dev/fslv02 '],
    ['/wpars/sink-thinker-5... /proc ', '/wpars/applejack-541b... /proc '],
    ['/wpars/sink-thinker-5... /dev/fslv03 ', '/wpars/applejack-541b... /dev/fslv03 '],
    ['/wpars/sink-thinker-5... /dev/fslv04 ', '/wpars/applejack-541b... /dev/fslv04 '],
    ['/wpars/sink-thinker-5... /dev/fslv05 ', '/wpars/applejack-541b... /dev/fslv05 '],
    ['192.168.0.1        en0\n', '192.168.0.1       en0\n'],
  ];

  test('the captured paragraphs of a detached WPAR with routing of its own, byte for byte but the edited lines', async () => {
    let expected = golden('lswpar/ohai-L-applejack');
    for (const [captured, ours] of edited) {
      expect(expected).toContain(captured);
      expected = expected.replace(captured, ours);
    }
    expect(await new TestLab(ohaiWorld).type('lswpar -L applejack-541ba3')).toEqual({
      ...silent,
      stdout: expected,
    });
  });

  test('two WPARs follow each other directly; the second differs from the first where the capture does', async () => {
    const lab = new TestLab(ohaiWorld);
    const first = await lab.ok('lswpar -L applejack-541ba3');
    const second = first
      .replaceAll('applejack-pony-541ba3', 'fluttershy-pony-5c969f')
      .replaceAll('applejack-541ba3 ', 'fluttershy-5c969f')
      .replaceAll('applejack-541ba3', 'fluttershy-5c969f')
      .replaceAll('applejack-541b', 'fluttershy-5c9')
      .replace('fluttershy-5c969f- Active', 'fluttershy-5c969f - Active')
      .replace('541ba314-c7ca-4f67-bc6e-a10d5eaa8541', '6f1fd4be-8be5-4627-8ec0-3a8739cbd9e2')
      .replace('192.168.0.231     ', '192.168.0.18      ')
      .replace(/fslv0(\d)/g, (_, digit: string) => `fslv${String(Number(digit) + 7).padStart(2, '0')}`)
      .replace('/wpars/fluttershy-5c969f /dev/fslv07', '/wpars/fluttershy-5c969f /dev/fslv07')
      .replaceAll('/wpars/fluttershy-5c9... ', '/wpars/fluttershy-5c9... ');
    expect(await lab.ok('lswpar -L')).toBe(first + second);
  });

  test('-G, -R and -S are its title and one section', async () => {
    const lab = new TestLab(ohaiWorld);
    const all = await lab.ok('lswpar -L applejack-541ba3');
    const [title = ''] = all.split('GENERAL');
    for (const [flag, heading, next] of [
      ['G', 'GENERAL', 'NETWORK'],
      ['R', 'RESOURCE CONTROLS', 'OPERATION'],
      ['S', 'SECURITY SETTINGS', 'DEVICE EXPORTS'],
    ] as const) {
      const section = all.slice(all.indexOf(`\n${heading}\n`) + 1, all.indexOf(`\n${next}\n`) + 1);
      expect(await lab.ok(`lswpar -${flag} applejack-541ba3`)).toBe(title + section);
    }
  });

  test('7.1.1 and later show three more lines; a Defined WPAR has ALLOCATED devices', async () => {
    const text = await new TestLab('default').ok('lswpar -L dev01');
    expect(text).toContain('dev01 - Defined\n');
    expect(text).toContain(
      'Application:\nOStype:                  0\nCross-WPAR IPC:          no\nArchitecture:\nUUID:  ',
    );
    expect(text).toContain('/dev/nvram         pseudo                               ALLOCATED\n');
    expect(text).not.toContain('EXPORTED');
    expect(text).not.toContain('USER-SPECIFIED ROUTES');
  });

  test('an operation in progress is shown with its process', async () => {
    const lab = new TestLab('default');
    await lab.inProgress('dev01', 'startwpar', process.pid);
    const text = await lab.ok('lswpar -L dev01');
    expect(text).toContain('dev01 - Transitional\n');
    expect(text).toContain(
      `OPERATION\nOperation:    startwpar\nProcess ID:   ${process.pid}\nStart Time:   2011-11-17 10:20:00\n\n`,
    );
  });
});

describe('the other tables', () => {
  test.each([
    [
      '-N',
      'lswpar -N applejack-541ba3',
      `Name              Interface  Address(6)     Mask/Prefix    Broadcast
-----------------------------------------------------------------------
applejack-541ba3  en0        192.168.0.231  255.255.252.0  192.168.0.255  
applejack-541ba3  lo0        127.0.0.1      255.0.0.0      127.255.255.255
`,
    ],
    [
      '-I',
      'lswpar -I applejack-541ba3',
      `Name              Type  Destination  Gateway      Interface
-----------------------------------------------------------
applejack-541ba3        default      192.168.0.1  en0      
`,
    ],
    [
      '-M: global paths, no truncation',
      'lswpar -M applejack-541ba3',
      `Name              MountPoint                    Device       Vfs     Nodename  Options 
----------------------------------------------------------------------------------------
applejack-541ba3  /wpars/applejack-541ba3       /dev/fslv00  jfs2              log=NULL
applejack-541ba3  /wpars/applejack-541ba3/home  /dev/fslv01  jfs2              log=NULL
applejack-541ba3  /wpars/applejack-541ba3/opt   /dev/fslv02  jfs2              log=NULL
applejack-541ba3  /wpars/applejack-541ba3/proc  /proc        namefs            rw      
applejack-541ba3  /wpars/applejack-541ba3/tmp   /dev/fslv03  jfs2              log=NULL
applejack-541ba3  /wpars/applejack-541ba3/usr   /dev/fslv04  jfs2              log=NULL
applejack-541ba3  /wpars/applejack-541ba3/var   /dev/fslv05  jfs2              log=NULL
`.replace('Options ', 'Options'),
    ],
  ])('%s', async (_, line, stdout) => {
    const outcome = await new TestLab(ohaiWorld).type(line);
    expect(outcome.stderr).toBe('');
    expect(outcome.stdout.split('\n').slice(2)).toEqual(stdout.split('\n').slice(2));
    expect(outcome.stdout.split('\n')[0]).toBe(stdout.split('\n')[0]);
    expect(outcome.stdout.split('\n')[1]).toMatch(/^-+$/);
    expect(outcome.stdout.split('\n')[1]?.length).toBe(outcome.stdout.split('\n')[2]?.length);
  });

  test('-D: sixteen default devices and what was allocated', async () => {
    const lab = new TestLab('default');
    await lab.ok('chwpar -D devname=hdisk2 dev01');
    const rows = (await lab.ok('lswpar -D dev01')).split('\n');
    expect(rows[0]).toBe('Name   Device Name      Type    Virtual Device  RootVG  Status');
    expect(rows).toHaveLength(2 + 16 + 1 + 1);
    expect(rows.at(-2)).toBe('dev01  hdisk2           disk                    no      ALLOCATED');
    // Field use: lswpar -Da devname NAME.
    expect((await lab.ok('lswpar -Da devname dev01')).split('\n').at(-2)?.trim()).toBe('hdisk2');
  });

  test('-X stands alone or beside another table', async () => {
    const lab = new TestLab('default');
    await lab.ok('chwpar -X kext=/usr/lib/drivers/example local=yes dev01');
    const kexts = `Name   Extension Name            Local  Major  Status   
-------------------------------------------------------
dev01  /usr/lib/drivers/example  yes    no     ALLOCATED
`.replace(/-+/, (ruler) => `${ruler}-`);
    expect((await lab.ok('lswpar -X')).replace(/ +\n/g, '\n')).toBe(kexts.replace(/ +\n/g, '\n'));
    expect(await lab.ok('lswpar -NX dev01')).toContain('Address(6)');
    expect(await lab.ok('lswpar -NX dev01')).toContain('Extension Name');
  });

  test('-b, -Br, -Bf: boot sets of a rootvg WPAR and of an ordinary one', async () => {
    const lab = new TestLab('default');
    await lab.ok('mkwpar -n rootw -D devname=hdisk2 rootvg=yes');
    const names = async (flag: string) =>
      (await lab.ok(`lswpar -q ${flag} -a name,bootset,device`))
        .split('\n')
        .map((row) => row.trim().split(/ +/).join(' '))
        .filter(Boolean);
    expect(await names('-Br')).toEqual(['rootw 0 hdisk2']);
    expect(await names('-Bf')).toEqual(['dev01 0 /dev/fslv04', 'dev02 0 /dev/fslv08']);
    expect(await names('-b')).toEqual(['dev01 0 /dev/fslv04', 'dev02 0 /dev/fslv08', 'rootw 0 hdisk2']);
  });
});

test('-a in a table has the titles that -L has labels for', async () => {
  expect(await new TestLab('default').ok('lswpar -a name,auto,privateusr,owner dev01')).toBe(
    'Name   Auto  Private /usr  Owner\n--------------------------------\ndev01  no    no            root \n',
  );
});

describe('-c and -d', () => {
  test.each([
    ['lswpar -c dev01', '#name:state:type:hostname:directory:rootvgwpar\ndev01:D:S:dev01:/wpars/dev01:no\n'],
    ['lswpar -c -q dev01', 'dev01:D:S:dev01:/wpars/dev01:no\n'],
    ['lswpar -q -c -a name', 'dev01\ndev02\n'],
    ['lswpar -q -c -a directory dev01', '/wpars/dev01\n'],
    ['lswpar -q -c -a state,name,uuid dev01', /^D:dev01:[0-9a-f-]{36}\n$/],
    ['lswpar -Ncq dev01', 'dev01:en0:172.16.20.11:255.255.255.0:172.16.20.255\n'],
    [
      'lswpar -cG dev01',
      /^#name:state:type:rootvgwpar:hostname:routing:vipwpar:directory:owner:script:auto:privateusr:checkpointable:application:ostype:xwparipc:architecture:uuid\ndev01:D:S:no:dev01:no::\/wpars\/dev01:root::no:no:no::0:no::[0-9a-f-]{36}\n$/,
    ],
    ['lswpar -G -d UCMDB dev01', /^#nameUCMDBstateUCMDBtypeUCMDB/],
    [
      'lswpar -cR dev01',
      '#name:state:active:rset:shares_CPU:CPU:shares_memory:memory:procVirtMem:totalVirtMem:totalProcesses:totalThreads:totalPTYs:totalLargePages:pct_msgIDs:pct_semIDs:pct_shmIDs:pct_pinMem\ndev01:D:yes::unlimited:0%-100%,100%:unlimited:0%-100%,100%:unlimited:unlimited:unlimited:unlimited:unlimited:unlimited:100%:100%:100%:100%\n',
    ],
    ['lswpar -cD -a devname,devstatus dev01', /^#devname:devstatus\n\/dev\/null:ALLOCATED\n/],
    [
      'lswpar -cM -q -a mountpoint,vfs dev02',
      '/wpars/dev02:jfs2\n/wpars/dev02/home:jfs2\n/wpars/dev02/opt:namefs\n/wpars/dev02/proc:namefs\n/wpars/dev02/tmp:jfs2\n/wpars/dev02/usr:namefs\n/wpars/dev02/var:jfs2\n',
    ],
    ['lswpar -cS -q dev01', /^dev01:D:PV_AU_,PV_AU_ADD,(PV_\w+,)*PV_KER_LVM\n$/],
  ])('%s', async (line, stdout) => {
    const text = await new TestLab('default').ok(line);
    if (typeof stdout === 'string') expect(text).toBe(stdout);
    else expect(text).toMatch(stdout);
  });

  test('a colon in a value is escaped with -c and not with another delimiter', async () => {
    const lab = new TestLab('default');
    await lab.ok('chwpar -N address6=fe80::1 prefixlen=64 interface=en0 dev01');
    expect(await lab.ok('lswpar -qcN -a address dev01')).toBe('172.16.20.11\nfe80#!:#!:1\n');
    expect(await lab.ok('lswpar -qN -d | -a address,mask_prefix dev01')).toBe(
      '172.16.20.11|255.255.255.0\nfe80::1|64\n',
    );
  });

  // What a program reads back from the delimited views is what the WPAR was made with.
  test('-c parses back into the same state', async () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}[a-z0-9]$/);
    const address = fc.tuple(fc.integer({ min: 20, max: 250 })).map(([last]) => `192.168.10.${last}`);
    const percent = fc.integer({ min: 0, max: 50 });
    const wish = fc.record({
      name: label,
      hostname: label,
      addresses: fc.uniqueArray(address, { minLength: 0, maxLength: 3 }),
      routing: fc.boolean(),
      auto: fc.boolean(),
      detached: fc.boolean(),
      cpu: fc.option(percent),
      processes: fc.option(fc.integer({ min: 1, max: 9999 })),
      data: fc.option(fc.integer({ min: 1, max: 4 })),
      script: fc.option(fc.constant('/etc/wpars/start:stop.sh')),
    });
    await fc.assert(
      fc.asyncProperty(wish, async (wanted) => {
        const lab = new TestLab('empty');
        const words = ['-n', wanted.name, '-h', wanted.hostname];
        for (const each of wanted.addresses) words.push('-N', `address=${each}`);
        if (wanted.routing) words.push('-i');
        if (wanted.auto) words.push('-A');
        if (wanted.detached) words.push('-l');
        if (wanted.script) words.push('-u', wanted.script);
        const resources = [
          ...(wanted.cpu === null ? [] : [`CPU=${wanted.cpu}%-60%,70%`]),
          ...(wanted.processes === null ? [] : [`totalProcesses=${wanted.processes}`]),
        ];
        if (resources.length > 0) words.push('-R', ...resources);
        if (wanted.data !== null)
          words.push('-M', 'directory=/data', 'vfs=jfs2', `size=${wanted.data * 256}M`);
        expect((await lab.call('mkwpar', ...words)).stderr).toBe('');
        const read = async (flags: string) => {
          const [header = '', ...lines] = (await lab.ok(`lswpar ${flags}`)).trimEnd().split('\n');
          const fields = splitColons(header.slice(1));
          return lines.map((line) =>
            Object.fromEntries(splitColons(line).map((value, index) => [fields[index], value])),
          );
        };
        const [general] = await read('-cG');
        expect(general).toMatchObject({
          name: wanted.name,
          hostname: wanted.hostname,
          routing: wanted.routing ? 'yes' : 'no',
          auto: wanted.auto ? 'yes' : 'no',
          privateusr: wanted.detached ? 'yes' : 'no',
          script: wanted.script ?? '',
          directory: `/wpars/${wanted.name}`,
        });
        const networks = wanted.addresses.length > 0 || wanted.routing ? await read('-cN') : [];
        expect(networks.map((each) => each.address)).toEqual([
          ...wanted.addresses,
          ...(wanted.routing ? ['127.0.0.1'] : []),
        ]);
        const [resource] = await read('-cR');
        expect(resource?.CPU).toBe(wanted.cpu === null ? '0%-100%,100%' : `${wanted.cpu}%-60%,70%`);
        expect(resource?.totalProcesses).toBe(
          wanted.processes === null ? 'unlimited' : String(wanted.processes),
        );
        const mounts = await read('-cM');
        expect(mounts.some((each) => each.mountpoint === `/wpars/${wanted.name}/data`)).toBe(
          wanted.data !== null,
        );
        expect(mounts.filter((each) => each.vfs === 'jfs2')).toHaveLength(
          (wanted.detached ? 6 : 4) + (wanted.data === null ? 0 : 1),
        );
      }),
      { numRuns: 25, seed: 7 },
    );
  });
});

describe('states', () => {
  test('a WPAR whose operation lost its process is Broken for every reader, before anybody writes it down', async () => {
    const lab = new TestLab('default');
    await lab.inProgress('dev01', 'startwpar', 999_999_999);
    expect(await lab.ok('lswpar -qc -a name,state')).toBe('dev01:B\ndev02:D\n');
    expect(await lab.ok('lswpar -qc -s B -a name')).toBe('dev01\n');
    expect(await lab.ok('lswpar -L dev01')).toContain('dev01 - Broken\n');
    expect(await lab.ok('lswpar -L dev01')).toContain('Operation:    none\n');
  });

  test('a world can have WPARs in any state', async () => {
    const states = {
      A: 'Active',
      B: 'Broken',
      D: 'Defined',
      F: 'Frozen',
      L: 'Loaded',
      N: 'Maintenance',
      P: 'Paused',
    };
    const wpars = Object.entries(states).map(([letter, word]) => `{ name: w${letter}, state: ${word} }`);
    const lab = new TestLab(world('7.1.2.0', wpars.join('\n      - ')));
    expect(await lab.ok('lswpar -qc -a name,state')).toBe(
      Object.keys(states)
        .map((letter) => `w${letter}:${letter}\n`)
        .join(''),
    );
    for (const [letter, word] of Object.entries(states)) {
      expect(await lab.ok(`lswpar -G w${letter}`)).toContain(`w${letter} - ${word}\n`);
    }
  });
});

/** A world file: the empty world at another level, with these WPARs. */
function world(level: string, wpars: string): string {
  const shipped = join(import.meta.dirname, '..', '..', 'src', 'state', 'worlds', 'empty.yaml');
  const text = readFileSync(shipped, 'utf8').replace('level: 7.1.2.0', `level: ${level}`);
  const path = join(temporaryFolder(), 'world.yaml');
  writeFileSync(path, `${text}    wpars:\n      - ${wpars}\n`);
  return path;
}
