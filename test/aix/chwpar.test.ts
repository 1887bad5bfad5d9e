import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import {
  done,
  editHostFile,
  expectChange,
  expectMisuse,
  expectRefusal,
  hostFile,
  lifeCycle,
  view,
  type WparChange,
} from './wpars.ts';

describe('general settings', () => {
  test.each<WparChange>([
    ['-A', 'web', '', 'auto', 'yes'],
    ['-A', 'db', '', 'auto', 'yes'],
    ['-i', 'web', '', 'routing', 'yes'],
    ['-x', 'web', '', 'xwparipc', 'yes'],
    ['-Aix', 'web', '', 'auto,routing,xwparipc', 'yes:yes:yes'],
    ['-h www.example.com', 'web', '', 'hostname', 'www.example.com'],
    ['-h www', 'db', '', 'hostname', 'www'],
    ['-H pwr7', 'web', '', 'architecture', 'pwr7'],
    ['-H none', 'web', '', 'architecture', ''],
    ['-u /usr/local/hook', 'web', '', 'script', '/usr/local/hook'],
    ['-U 541BA314-C7CA-4F67-BC6E-A10D5EAA8541', 'web', '', 'uuid', '541ba314-c7ca-4f67-bc6e-a10d5eaa8541'],
    ['-d /parts/web', 'web', '', 'name,directory', 'web:/parts/web'],
    ['-d /parts//web/', 'web', '', 'directory', '/parts/web'],
    ['-F -d /wpars/full', 'web', '', 'directory', '/wpars/full'],
    ['-h web', 'web', '', 'hostname', 'web'],
    ['-A', 'broken', '', 'auto', 'yes'],
    ['-h task', 'later', '', 'hostname', 'task'],
  ])('chwpar %s %s', async (...change) => {
    await expectChange(change);
  });

  test('-v ends with the status', async () => {
    expect(await lifeCycle().type('chwpar -vA web')).toEqual(done('Return Status = SUCCESS.\n'));
    expect(await lifeCycle().type('chwpar -vn db web')).toEqual({
      status: 1,
      stdout: 'Return Status = FAILURE.\n',
      stderr: 'chwpar: A workload partition called db already exists.\n',
    });
  });

  test('-U without a value makes a new one; the name of the WPAR is not taken for its value', async () => {
    const lab = lifeCycle();
    const before = await view(lab, 'web', '', 'uuid');
    await lab.ok('chwpar -U -A web');
    const after = await view(lab, 'web', '', 'uuid');
    expect(after).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(after).not.toBe(before);
    await lab.ok('chwpar -U web');
    expect(await view(lab, 'web', '', 'uuid')).not.toBe(after);
  });

  test('-n: a new name, nothing else; the old one is free', async () => {
    const lab = lifeCycle();
    const before = (await view(lab, 'web', 'G')).split(':').slice(1);
    await lab.ok('chwpar -n shop web');
    expect((await view(lab, 'shop', 'G')).split(':').slice(1)).toEqual(before);
    expect((await lab.type('lswpar web')).status).toBe(1);
    await lab.ok('startwpar shop');
  });

  test('-n of a rootvg WPAR: its disks stay its own', async () => {
    const lab = lifeCycle();
    await lab.ok('chwpar -n disk2 disk');
    await lab.ok('rmwpar disk2');
    await lab.ok('mkwpar -n disk -D devname=hdisk2 rootvg=yes -h disk3');
  });

  test('-a: a host name that is taken is replaced', async () => {
    const lab = lifeCycle();
    await lab.ok('chwpar -a -h db web');
    expect(await view(lab, 'web', '', 'hostname')).toBe('web');
  });

  test('-c: allowed with local file systems, with an attention for each (as mkwpar -c)', async () => {
    const lab = lifeCycle();
    const attention = (directory: string) =>
      `chwpar: ATTENTION: File system ${directory} is local; a checkpointable workload partition can be relocated only with remote file systems.\n`;
    expect(await lab.type('chwpar -c web')).toEqual({
      status: 0,
      stdout: '',
      stderr: ['/', '/home', '/tmp', '/var'].map(attention).join(''),
    });
    expect(await view(lab, 'web', '', 'checkpointable')).toBe('yes');
    lab.host = 'twin71';
    await expectRefusal(
      lab,
      'chwpar -c far',
      'chwpar: The -c flag requires the fileset mcr.rte, which is not installed.',
    );
  });

  test('the configuration file of a laid tree follows, and goes with the name', async () => {
    const lab = lifeCycle();
    editHostFile(lab, '/etc/wpars/web.cf', (text) => text);
    await lab.ok('chwpar -n shop -h www web');
    expect(hostFile(lab, '/etc/wpars/shop.cf')).toContain('        hostname = "www"\n');
    expect(hostFile(lab, '/etc/wpars/web.cf')).toBeUndefined();
  });
});

describe('-K of general settings', () => {
  test.each([
    ['-K -A', 'auto', 'no'],
    ['-KA', 'auto', 'no'],
    ['-AK', 'auto', 'no'],
    ['-K -c', 'checkpointable', 'no'],
    ['-K -i', 'routing', 'no'],
    ['-K -u', 'script', ''],
    ['-K -x', 'xwparipc', 'no'],
    ['-vK -Acix -u', 'auto,checkpointable,routing,script,xwparipc', 'no:no:no::no'],
  ])('chwpar %s', async (flags, fields, after) => {
    const lab = lifeCycle();
    await lab.type('chwpar -Acix -u /usr/local/hook web');
    await lab.ok(`chwpar ${flags} web`);
    expect(await view(lab, 'web', '', fields)).toBe(after);
  });

  test('what has its default already is no mistake', async () => {
    await lifeCycle().ok('chwpar -K -Acixu web');
  });
});

describe('all or nothing', () => {
  test.each([
    ['-A -h www -n 0bad web', 'chwpar: The workload partition name 0bad must not start with - or 0.'],
    [
      '-h www -N address=10.0.42.12 web',
      'chwpar: Address 10.0.42.12 is already used by workload partition db.',
    ],
    ['-M directory=/data -D devname=hdisk9 web', 'chwpar: The device hdisk9 was not found.'],
    ['-B devname=hdisk3 -b 7 disk', 'chwpar: Workload partition disk has no boot set 7.'],
    ['-R CPU=0%-50%,100% -S privs=PV_NONE web', 'chwpar: PV_NONE is not a privilege.'],
    ['-X kext=/one -R CPU=x web', 'chwpar: "x" is not a valid value of the CPU attribute.'],
    [
      '-K -A -N address=10.0.42.12 -N address=10.0.42.13 db',
      'chwpar: Workload partition db has no address 10.0.42.13.',
    ],
    ['-K -M directory=/data -D devname=hdisk9 db', 'chwpar: Workload partition db has no device hdisk9.'],
  ])('chwpar %s', async (words, message) => {
    await expectRefusal(lifeCycle(), `chwpar ${words}`, message);
  });
});

describe('refused, and nothing changes', () => {
  const stopped = (wpar: string, what: string) =>
    `chwpar: Workload partition ${wpar} must be Defined to change its ${what}.`;
  const application = (what: string) =>
    `chwpar: Workload partition later is an application workload partition; the ${what} flag is for system workload partitions.`;

  test.each([
    ['-A nosuch', 'chwpar: 0960-419 Could not find a workload partition called nosuch.'],
    ['-n shop db', stopped('db', 'name')],
    ['-n shop broken', stopped('broken', 'name')],
    ['-d /parts/db db', stopped('db', 'base directory')],
    ['-n web web', 'chwpar: A workload partition called web already exists.'],
    ['-n own web', 'chwpar: A workload partition called own already exists.'],
    ['-n Global web', 'chwpar: The workload partition name Global is reserved for the global environment.'],
    ['-n a.b web', 'chwpar: The workload partition name "a.b" contains a character that is not allowed.'],
    [
      '-n a123456789012345678901234z web',
      'chwpar: The workload partition name a123456789012345678901234z is longer than 25 bytes.',
    ],
    ['-h db web', 'chwpar: The host name db is used by workload partition db.'],
    ['-h -www web', 'chwpar: "-www" is not a valid host name.'],
    ['-H pwr3 web', 'chwpar: "pwr3" is not a valid value of the architecture attribute.'],
    ['-U 541ba314 web', 'chwpar: "541ba314" is not a valid UUID.'],
    ['-d parts/web web', 'chwpar: The directory parts/web is not an absolute path.'],
    ['-d /parts/../web web', 'chwpar: The directory /parts/../web is not an absolute path.'],
    ['-d /data web', 'chwpar: The base directory /data is a file system of /etc/filesystems.'],
    ['-F -d / web', 'chwpar: The base directory / is a file system of /etc/filesystems.'],
    ['-d /wpars/db/ web', 'chwpar: The base directory /wpars/db is used by workload partition db.'],
    ['-d /wpars/db/home web', 'chwpar: The base directory /wpars/db/home is used by workload partition db.'],
    ['-d /wpars/full web', 'chwpar: The base directory /wpars/full is not empty.'],
    ['-d /wpars/wide web', 'chwpar: The base directory /wpars/wide has mode 777; it must have mode 755.'],
    [
      '-d /open/web web',
      'chwpar: The directory /open, parent of the base directory, has mode 755; it must have mode 700.',
    ],
    ['-A later', application('-A')],
    ['-d /parts/x later', application('-d')],
    ['-D devname=hdisk3 later', application('-D')],
    ['-P later', application('-P')],
    ['-S privs=PV_TCB later', application('-S')],
    ['-X kext=ALL later', application('-X')],
  ])('chwpar %s', async (words, message) => {
    await expectRefusal(lifeCycle(), `chwpar ${words}`, message);
  });

  test('an empty name', async () => {
    expect(await lifeCycle().call('chwpar', '-n', '', 'web')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'chwpar: The workload partition name is empty.\n',
    });
  });

  test('a UUID of another WPAR', async () => {
    const lab = lifeCycle();
    const uuid = await view(lab, 'db', '', 'uuid');
    await expectRefusal(
      lab,
      `chwpar -U ${uuid} web`,
      `chwpar: The UUID ${uuid} belongs to workload partition db.`,
    );
    await lab.ok(`chwpar -U ${uuid} db`);
  });

  test.each(['-A', '-K -A'])('while a living process works on it: chwpar %s', async (flags) => {
    const lab = lifeCycle();
    await lab.inProgress('web', 'startwpar', process.pid);
    await expectRefusal(
      lab,
      `chwpar ${flags} web`,
      `chwpar: Workload partition web is busy: startwpar (process ${process.pid}) is in progress.`,
    );
  });

  test('a device exports file that is gone, or says nonsense', async () => {
    const lab = lifeCycle();
    editHostFile(lab, '/etc/wpars/devexports', () => 'name:\n   auto = "no"\n');
    await expectRefusal(
      lab,
      'chwpar -D devname=hdisk3 web',
      'chwpar: The device exports file /etc/wpars/devexports, line 1: the stanza has no value.',
    );
    await lab.ok('chwpar -A web');
  });

  test.each([
    ['', 'chwpar: wparname is required.'],
    ['web', 'chwpar: Nothing to change was given.'],
    ['-a web', 'chwpar: Nothing to change was given.'],
    ['-Fv web', 'chwpar: Nothing to change was given.'],
    ['-K web', 'chwpar: Nothing to change was given.'],
    ['-A', 'chwpar: wparname is required.'],
    ['-A web db', 'chwpar: The argument db is not expected.'],
    ['-z web', 'chwpar: Not a recognized flag: z'],
    ['-h one -h two web', 'chwpar: The -h flag may be given only once.'],
    ['-N web', 'chwpar: The -N flag requires an argument.'],
    ['-Naddress=10.0.42.60 web', 'chwpar: "-Naddress=10.0.42.60" is not of the form attribute=value.'],
    ['-N adress=10.0.42.60 web', 'chwpar: adress is not an attribute of the -N flag.'],
    [
      '-N address=10.0.42.60 address=10.0.42.61 web',
      'chwpar: The address attribute is given twice in one -N flag.',
    ],
    ['-K -h web', 'chwpar: Not a recognized flag: h'],
    ['-K -n web', 'chwpar: Not a recognized flag: n'],
    ['-K -d /x web', 'chwpar: Not a recognized flag: d'],
    ['-K -U web', 'chwpar: Not a recognized flag: U'],
    ['-K -H web', 'chwpar: Not a recognized flag: H'],
    ['-K -P web', 'chwpar: Not a recognized flag: P'],
    ['-K -a web', 'chwpar: Not a recognized flag: a'],
    ['-R cpu=1 web', 'chwpar: cpu is not an attribute of the -R flag.'],
    ['-R web', 'chwpar: The -R flag requires an argument.'],
  ])('chwpar %s', async (words, message) => {
    await expectMisuse(lifeCycle(), `chwpar ${words}`, message);
  });

  test('-K -R takes names without values', async () => {
    await expectMisuse(
      lifeCycle(),
      'chwpar -K -R shares_CPU=20 db',
      'chwpar: With -K the -R flag takes names of attributes without values: shares_CPU=20',
      'no usage',
    );
  });

  test.each([
    ['-M directory=/data wp09', 'M', '7.1.1'],
    ['-B devname=hdisk1 wp09', 'B', '7.1.1'],
    ['-b 0 wp09', 'b', '7.1.1'],
    ['-X kext=ALL wp09', 'X', '7.1'],
  ])('6.1 does not have them: chwpar %s', async (words, letter, since) => {
    await expectMisuse(
      new TestLab('default', 'p550q'),
      `chwpar ${words}`,
      `chwpar: Not a recognized flag: ${letter} (this host runs AIX 6.1.0.0; the flag came with ${since})`,
    );
  });
});
