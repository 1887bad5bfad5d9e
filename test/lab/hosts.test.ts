import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { done } from '../aix/wpars.ts';
import { TestLab } from '../support/lab.ts';
import { parlab, parlabJson, parlabOk, typeParlab, withEnvironment } from '../support/parlab.ts';

const unknown = (command: string) =>
  `${command}: The lab has no host called nosuch (named by PARLAB_HOST).\n`;

describe('hosts', () => {
  test('a table that marks those that commands act on', async () => {
    const lab = new TestLab('default', 'p550q');
    expect(await typeParlab(lab, 'hosts')).toEqual(
      done(`   Host          Platform  Level    WPARs
   l488pp008     aix       7.1.2.0  2
*  p550q         aix       6.1.0.0  3
   x103          aix       6.1.2.0  0
   x203          aix       6.1.2.0  0
*  bpichmc       hmc       V7R7.9
   blue.ibm.com  nfs       5.3.0.0
   x054          nfs       5.3.0.0
   b740vio1      vios      2.2.2.3
   b740vio2      vios      2.2.3.3
   b750vio1      vios      2.2.2.3
*  b750vio2      vios      2.2.3.3
`),
    );
  });

  test('colours only where they are wanted', async () => {
    const lab = new TestLab('empty');
    const plain = await parlabOk(lab, 'hosts');
    expect(plain).not.toContain('\u001b');
    const coloured = await parlabOk(withEnvironment(lab, { FORCE_COLOR: '1' }), 'hosts');
    expect(coloured).toContain('\u001b[1mHost\u001b[22m');
    expect(await parlabOk(withEnvironment(lab, { FORCE_COLOR: '1', NO_COLOR: '1' }), 'hosts')).toBe(plain);
  });
});

describe('which host a plain command acts on', () => {
  const names = async (lab: TestLab) => await lab.ok('lswpar -cqa name');

  test('PARLAB_HOST, else parlab use, else the default of the world', async () => {
    const lab = new TestLab('default');
    expect(await names(lab)).toBe('dev01\ndev02\n');
    expect(await parlabOk(lab, 'use p550q')).toBe('Commands of aix hosts act on p550q now.\n');
    expect(await names(lab)).toBe('wp03\nwp05\nwp09\n');
    lab.host = 'l488pp008';
    expect(await names(lab)).toBe('dev01\ndev02\n');
    lab.host = undefined;
    expect(await parlabOk(lab, 'use --default')).toBe('aix   l488pp008\nhmc   bpichmc\nvios  b750vio2\n');
    expect(await names(lab)).toBe('dev01\ndev02\n');
    expect((await parlabJson<{ what: string }[]>(lab, 'log')).map((each) => each.what)).toEqual([
      'aix commands act on p550q',
      "commands act on the world's default hosts",
    ]);
  });

  test('a PARLAB_HOST of another platform is ignored, an unknown one refused', async () => {
    const lab = new TestLab('default', 'bpichmc');
    expect(await names(lab)).toBe('dev01\ndev02\n');
    lab.host = 'blue.ibm.com';
    expect(await names(lab)).toBe('dev01\ndev02\n');
    lab.host = '';
    expect(await names(lab)).toBe('dev01\ndev02\n');
    lab.host = 'nosuch';
    expect(await lab.type('lswpar')).toEqual({ status: 1, stdout: '', stderr: unknown('lswpar') });
    expect(await lab.type('mkwpar -n new')).toEqual({ status: 1, stdout: '', stderr: unknown('mkwpar') });
    expect(await typeParlab(lab, 'hosts')).toEqual({ status: 1, stdout: '', stderr: unknown('parlab') });
  });

  test('each platform has a choice of its own; use shows it, status what counts here and now', async () => {
    const lab = new TestLab('default');
    await parlabOk(lab, 'use b740vio1');
    await parlabOk(lab, 'use x203');
    expect(await parlabJson(lab, 'use')).toEqual({ aix: 'x203', hmc: 'bpichmc', vios: 'b740vio1' });
    const chosen = async () => (await parlabJson<{ chosen: string[] }>(lab, 'status')).chosen;
    expect(await chosen()).toEqual(['x203', 'bpichmc', 'b740vio1']);
    lab.host = 'p550q';
    expect(await chosen()).toEqual(['p550q', 'bpichmc', 'b740vio1']);
    const marked = (await parlabJson<{ name: string; chosen: boolean }[]>(lab, 'hosts')).filter(
      (each) => each.chosen,
    );
    expect(marked.map((each) => each.name)).toEqual(['p550q', 'bpichmc', 'b740vio1']);
  });
});

describe('on', () => {
  test.each([
    ['on p550q lswpar -q -c -a name,state', 0, 'wp03:A\nwp05:A\nwp09:D\n', ''],
    [
      'on p550q lswpar nosuch',
      1,
      '',
      'lswpar: 0960-419 Could not find a workload partition called nosuch.\n',
    ],
    ['on x054 lswpar', 127, '', 'ksh: lswpar:  not found.\n'],
    ['on bpichmc last -b', 127, '', '/bin/bash: last: command not found\n'],
    [
      'on bpichmc /usr/bin/id',
      127,
      '',
      "/bin/bash: /usr/bin/id: restricted: cannot specify '/' in command names\n",
    ],
    ['on b750vio1 mkwpar -n a', 127, '', 'rksh: mkwpar:  not found.\n'],
    [
      'on b750vio1 /usr/bin/ls',
      1,
      '',
      'rksh: /usr/bin/ls: 0403-019 The operation is not allowed in a restricted shell.\n',
    ],
    ['on p550q ls -l /', 127, '', 'ksh: ls:  not found.\n'],
    ['on p550q constructor', 127, '', 'ksh: constructor:  not found.\n'],
    ['on p550q parlab status', 127, '', 'ksh: parlab:  not found.\n'],
  ])('parlab %s', async (line, status, stdout, stderr) => {
    const lab = new TestLab('default', 'l488pp008');
    expect(await typeParlab(lab, line)).toEqual({ status, stdout, stderr });
    const [on = '', ...rest] = line.split(' ');
    const captured = await parlab(lab, on, '--json', ...rest);
    expect({ ...captured, stdout: JSON.parse(captured.stdout) }).toEqual({
      status,
      stdout: { status, stdout, stderr },
      stderr: '',
    });
  });

  test('flags after the command are its own, even those that parlab has', async () => {
    const lab = new TestLab('default');
    const { status, stdout, stderr } = await typeParlab(lab, 'on p550q lswpar --json');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^lswpar: Not a recognized flag: -\nUsage: lswpar /);
    await parlabOk(lab, 'on p550q mkwpar -n wp77 -h here');
    expect(await parlabOk(lab, 'on p550q lswpar -cqa hostname wp77')).toBe('here\n');
    expect(await parlabOk(lab, 'log wp77')).toContain('mkwpar -n wp77 -h here');
  });

  test('the paths are those of the host', async () => {
    const lab = new TestLab('default');
    writeFileSync(join(lab.home, 'new.spec'), 'general:\n\tname = "fromhere"\n');
    expect(await typeParlab(lab, `on p550q mkwpar -f ${lab.home}/new.spec`)).toMatchObject({
      status: 1,
      stdout: '',
    });
    await parlabOk(lab, 'on p550q mkwpar -n fresh -w -o /tmp/fresh.spec');
    expect(existsSync('/tmp/fresh.spec')).toBe(false);
    const real = (await parlabOk(lab, 'path p550q:/tmp/fresh.spec')).trimEnd();
    expect(real).toBe(join(lab.directory, 'hosts', 'p550q', 'tmp', 'fresh.spec'));
    expect(readFileSync(real, 'utf8')).toContain('fresh');
    await parlabOk(lab, 'on p550q mkwpar -f /tmp/fresh.spec');
    expect(await parlabOk(lab, 'on p550q lswpar -cqa state fresh')).toBe('D\n');
  });
});

describe('path', () => {
  test('the files of a host, and never a place outside them', async () => {
    const lab = new TestLab('default');
    const tree = join(lab.directory, 'hosts', 'l488pp008');
    for (const [file, place] of [
      ['/etc/wpars/devexports', '/etc/wpars/devexports'],
      ['/', '/'],
      ['/../../../etc/passwd', '/etc/passwd'],
      ['/etc/../wpars', '/wpars'],
    ] as const) {
      expect(await parlab(lab, 'path', `l488pp008:${file}`)).toEqual(done(`${join(tree, place)}\n`));
    }
    expect(readFileSync(join(tree, 'etc/wpars/dev01.cf'), 'utf8')).toContain('dev01');
    await lab.ok('mkwpar -n dev03');
    expect(readFileSync(join(tree, 'etc/wpars/dev03.cf'), 'utf8')).toContain('dev03');
    await lab.ok('rmwpar dev03');
    expect(existsSync(join(tree, 'etc/wpars/dev03.cf'))).toBe(false);
    expect((await parlabJson<{ trees: string[] }>(lab, 'status')).trees).toEqual(['l488pp008']);
  });
});

test('status: the lab at a glance', async () => {
  const lab = new TestLab('default');
  expect(await typeParlab(lab, 'status')).toEqual(
    done(`Lab          ${lab.directory}
World        default: The machines of the seed documents.
Clock        2011-11-17 10:20:00 (pace instant)
Hosts        l488pp008, p550q, x103, x203, bpichmc, blue.ibm.com, x054, b740vio1, b740vio2, b750vio1, b750vio2 (commands act on l488pp008, bpichmc, b750vio2)
WPARs        5: 2 Active, 3 Defined
In progress  nothing
Migrations   none
Trees        none
`),
  );
  await lab.inProgress('dev01', 'startwpar', process.pid);
  await lab.inProgress('dev02', 'stopwpar', 999_999_999);
  expect(
    await parlabOk(lab, 'status'),
  ).toContain(`WPARs        5: 2 Active, 1 Broken, 1 Defined, 1 Transitional
In progress  startwpar dev01 on l488pp008 (process ${process.pid}, since 2011-11-17 10:20:00)
Migrations   none
`);
});
