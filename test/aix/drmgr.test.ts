import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import { registeredScripts } from '../../src/model/dlpar/installed.ts';
import { findHost } from '../../src/state/hosts.ts';
import { Lab } from '../../src/state/lab.ts';
import { TestLab } from '../support/lab.ts';
import { parlab, parlabOk } from '../support/parlab.ts';
import { deliveredBlock, goodAnswers, listHeader, ScriptLab } from './dlpar-scripts.ts';
import { onHost } from './places.ts';

const all = '/usr/lib/dr/scripts/all';
const usage = `Usage: drmgr { -i script_name [ -w minutes ] [ -f ] | -u script_name } [ -D hostname ]
       drmgr [ -b ]
       drmgr [ -R script_install_root_directory ]
       drmgr [ -S syslog_ID ]
       drmgr [ -l ]
`;

let lab: ScriptLab;
beforeEach(() => {
  lab = new ScriptLab();
});

/** A refusal that changes nothing. */
async function refused(line: string, stderr: string, status = 1): Promise<void> {
  const before = lab.dump();
  expect(await lab.type(line)).toEqual({ status, stdout: '', stderr });
  expect(lab.dump()).toEqual(before);
}

/** Scripts that an event calls, and their seconds. */
function called(resource: 'capacity' | 'cpu' | 'mem' | 'pmig', host = 'l488pp008'): (number | string)[][] {
  const open = Lab.open(lab.directory, processMachine);
  const found = findHost(open.engine, host);
  const scripts = found ? registeredScripts(open, found, resource).installed : [];
  open.close();
  return scripts.map(({ path, seconds }) => [path, seconds]);
}

describe('seed 4, "Installing Application Scripts Using the drmgr Command"', () => {
  test('"copies the named script to the /usr/lib/dr/scripts/all/ directory", and prints its line', async () => {
    lab.script('sysadmin_wlm.sh');
    expect(await lab.type('drmgr -i sysadmin_wlm.sh')).toEqual({
      status: 0,
      stdout: `${`${all}/sysadmin_wlm.sh`.padEnd(49)}DLPAR test script\n`,
      stderr: '',
    });
    const copy = lab.inTree(`${all}/sysadmin_wlm.sh`);
    expect(readFileSync(copy, 'utf8')).toBe('#!/bin/sh\n# sysadmin_wlm.sh\n');
    expect(statSync(copy).mode & 0o7777).toBe(0o755);
  });

  test('"The information is derived from the scriptinfo, register, and usage commands"', async () => {
    lab.script('sysadmin_wlm.sh');
    await lab.ok('drmgr -i sysadmin_wlm.sh');
    const path = '/dev/.parlab/script/sysadmin_wlm.sh';
    expect(lab.fake.scriptCalls).toEqual([
      `${path} scriptinfo`,
      `${path} register`,
      `${path} usage cpu`,
      `${path} usage mem`,
    ]);
  });

  // The layout is recalled; the column of the description is that of the captured line of recfgct.
  test('"To display information about scripts that have already been installed": drmgr -l', async () => {
    lab.script('sysadmin_wlm.sh');
    await lab.ok('drmgr -i sysadmin_wlm.sh');
    expect(
      await lab.ok('drmgr -l'),
    ).toBe(`${listHeader}${deliveredBlock}${`${all}/sysadmin_wlm.sh`.padEnd(49)}DLPAR test script
        Vendor:IBM,     Version:1,      Date:20021119
        Script Timeout:10,      Admin Override Timeout:0
        Memory DR Percentage:100
        Resources Supported:
                Resource Name: cpu              Resource Usage: cpu binding for performance
                Resource Name: mem              Resource Usage: Shared(Pinned) memory for app XYZ
------------------------------------------------------------
`);
  });

  test('without installed scripts the list has only its header', async () => {
    await lab.ok('drmgr -u ctrmc_MDdr');
    expect(await lab.ok('drmgr -l')).toBe(listHeader);
  });

  test('"is refreshed when new scripts are installed or uninstalled": -i, -f and -u', async () => {
    lab.script('one');
    await lab.ok('drmgr -i one');
    expect(await lab.installed()).toEqual([`${all}/ctrmc_MDdr`, `${all}/one`]);
    lab.says = { ...goodAnswers, register: 'DR_RESOURCE=capacity\n' };
    await lab.ok('drmgr -i one -f');
    expect(called('cpu')).toEqual([]);
    expect(called('capacity')).toEqual([[`${all}/one`, 10]]);
    expect(await lab.type('drmgr -u one')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await lab.installed()).toEqual([`${all}/ctrmc_MDdr`]);
    expect(existsSync(lab.inTree(`${all}/one`))).toBe(false);
  });

  test('"This information is collected when the system is booted"', async () => {
    lab.script('one');
    await lab.ok('drmgr -i one -w 2');
    lab.byHand(`${all}/two`);
    lab.says = { ...goodAnswers, register: 'DR_RESOURCE=mem\n' };
    expect(await lab.installed()).toEqual([`${all}/ctrmc_MDdr`, `${all}/one`]);
    await onHost(lab, 'reboot -q');
    await parlabOk(lab, 'pace advance 1h');
    expect(await lab.installed()).toEqual([`${all}/ctrmc_MDdr`, `${all}/one`, `${all}/two`]);
    // What the administrator has said stays.
    expect(called('mem')).toEqual([
      [`${all}/one`, 120],
      [`${all}/two`, 10],
    ]);
    expect(called('cpu')).toEqual([]);
    lab.fake.scriptCalls.length = 0;
    await lab.ok('drmgr -l');
    expect(lab.fake.scriptCalls).toEqual([]);
  });

  test('"You can specify an alternate location for this repository": drmgr -R', async () => {
    lab.script('one');
    await lab.ok('drmgr -i one');
    mkdirSync(lab.inTree('/opt/dr'), { recursive: true });
    expect(await lab.type('drmgr -R /opt/dr/')).toEqual({ status: 0, stdout: '', stderr: '' });
    // Nothing is moved.
    expect(await lab.ok('drmgr -l')).toBe(listHeader.replace('/usr/lib/dr/scripts', '/opt/dr'));
    expect(called('cpu')).toEqual([]);
    expect(await lab.ok('drmgr -i one')).toBe(`${'/opt/dr/all/one'.padEnd(49)}DLPAR test script\n`);
    expect(called('cpu')).toEqual([['/opt/dr/all/one', 10]]);
    await lab.ok('drmgr -R /usr/lib/dr/scripts');
    expect(await lab.installed()).toEqual([`${all}/ctrmc_MDdr`, `${all}/one`]);
  });

  test('"specify the target host name when installing the script": -D', async () => {
    for (const name of ['b', 'a', 'c']) lab.script(name);
    await lab.ok('drmgr -i b');
    await lab.ok('drmgr -i c -D l488pp008');
    expect(await lab.ok('drmgr -i a -D left')).toBe(
      `${'/usr/lib/dr/scripts/left/a'.padEnd(49)}DLPAR test script\n`,
    );
    await lab.ok('drmgr -i a -D l488pp008');
    // The name counts when an event occurs: that of another host is installed, and not called.
    expect(called('cpu')).toEqual([
      [`${all}/b`, 10],
      ['/usr/lib/dr/scripts/l488pp008/a', 10],
      ['/usr/lib/dr/scripts/l488pp008/c', 10],
    ]);
    expect(await lab.installed()).toHaveLength(5);
    // It has to be said again.
    await refused('drmgr -u c', `drmgr: ${all}/c is not an installed script.\n`);
    await lab.ok('drmgr -u c -D l488pp008');
    expect(called('cpu')).toHaveLength(2);
  });

  test('"drmgr -i script_name [-f]": a name that is taken is a warning without -f', async () => {
    lab.script('one');
    await lab.ok('drmgr -i one');
    lab.script('one', 0o755, 'another\n');
    await refused(
      'drmgr -i one',
      `drmgr: Warning: ${all}/one exists already. It was not replaced; -f replaces it.\n`,
    );
    expect(readFileSync(lab.inTree(`${all}/one`), 'utf8')).toBe('#!/bin/sh\n# one\n');
    await lab.ok('drmgr -i one -f');
    expect(readFileSync(lab.inTree(`${all}/one`), 'utf8')).toBe('another\n');
    // It is no conflict with a script for one host.
    await lab.ok('drmgr -i one -D l488pp008');
  });

  test('"[-w mins]": minutes of the administrator, seconds of the vendor, else 10; 0: no limit', async () => {
    for (const [name, timeout] of [
      ['a', 'DR_TIMEOUT=3'],
      ['b', ''],
      ['c', 'DR_TIMEOUT=0'],
    ] as const) {
      lab.script(name);
      lab.special.set(name, {
        ...goodAnswers,
        scriptinfo: `DR_VERSION=1\nDR_DATE=d\nDR_SCRIPTINFO=i\nDR_VENDOR=v\n${timeout}\n`,
      });
      await lab.ok(`drmgr -i ${name}`);
    }
    expect(called('mem').map(([, seconds]) => seconds)).toEqual([3, 10, 0]);
    await lab.ok('drmgr -i a -f -w 2');
    await lab.ok('drmgr -i c -f -w 35000');
    expect(called('mem').map(([, seconds]) => seconds)).toEqual([120, 10, 2_100_000]);
    expect(await lab.ok('drmgr -l')).toContain('Script Timeout:3,       Admin Override Timeout:2\n');
    await lab.ok('drmgr -i a -f -w 0');
    expect(called('mem')[0]).toEqual([`${all}/a`, 3]);
  });
});

// Seed 4, "Naming Conventions": a suggestion; any name is taken.
test.each(['sysadmin_wlm', 'IBM_template.sh', "it's", 'UPPER.pl', 'a b  c', '$HOME', '-x', '__proto__'])(
  'seed 4, "Naming Conventions for Scripts": %s',
  async (name) => {
    lab.script(name);
    expect(await lab.call('drmgr', '-i', `./${name}`)).toEqual({
      status: 0,
      stdout: `${`${all}/${name}`.padEnd(49)}DLPAR test script\n`,
      stderr: '',
    });
    expect(called('cpu')).toEqual([[`${all}/${name}`, 10]]);
    expect((await lab.call('drmgr', '-u', name)).status).toBe(0);
    expect(called('cpu')).toEqual([]);
  },
);

describe('-i', () => {
  test.each([
    ['-i nothing', 'drmgr: There is no script nothing.\n'],
    ['-i /no/such', 'drmgr: There is no script /no/such.\n'],
    ['-i plain', 'drmgr: plain is not executable.\n'],
    ['-i folder', 'drmgr: Cannot read folder: it is a directory.\n'],
    ['-i /dev/null', 'drmgr: Cannot read /dev/null: it is not a plain file.\n'],
    [
      '-i .hidden',
      'drmgr: ".hidden" cannot be the name of an installed script: it must not begin with a dot or be longer than 255 bytes.\n',
    ],
    ['-i one -D ../all', 'drmgr: "../all" is not the name of a host.\n'],
    ['-i one -D ..', 'drmgr: ".." is not the name of a host.\n'],
    ['-i one -D a/b', 'drmgr: "a/b" is not the name of a host.\n'],
    ['-i one -D .', 'drmgr: "." is not the name of a host.\n'],
    ['-i one -D all', 'drmgr: "all" is the directory of scripts for every host, not a host.\n'],
  ])('%s', async (line, stderr) => {
    lab.script('one');
    lab.script('.hidden');
    lab.script('plain', 0o644);
    mkdirSync(join(lab.home, 'folder'));
    await refused(`drmgr ${line}`, stderr);
    expect(lab.fake.scriptCalls).toEqual([]);
  });

  test('empty words, long words, and what is not text', async () => {
    lab.script('one');
    for (const argv of [
      ['-i', ''],
      ['-i', 'x'.repeat(10_000)],
      ['-i', 'one', '-D', ''],
      ['-i', 'one\nx'],
    ]) {
      const before = lab.dump();
      const { status, stdout, stderr } = await lab.call('drmgr', ...argv);
      expect([stdout, status === 1 || status === 2, stderr.startsWith('drmgr: ')], argv.join()).toEqual([
        ...['', true, true],
      ]);
      expect(lab.dump()).toEqual(before);
    }
  });

  test("in a plain shell the path is the caller's; with parlab on, it is one of the host", async () => {
    lab.script('one');
    expect((await onHost(lab, 'drmgr -i one')).stderr).toBe('drmgr: There is no script one.\n');
    lab.byHand('/home/two');
    expect((await onHost(lab, 'drmgr -i /home/two')).stdout).toBe(
      `${`${all}/two`.padEnd(49)}DLPAR test script\n`,
    );
    expect((await lab.type('drmgr -i /home/two')).stderr).toBe('drmgr: There is no script /home/two.\n');
    lab.byHand('/home/three', 0o644);
    expect((await onHost(lab, 'drmgr -i /home/three')).stderr).toBe(
      'drmgr: /home/three is not executable.\n',
    );
  });

  test('a link out of the tree leads nowhere, and one of the caller is followed', async () => {
    lab.script('real');
    symlinkSync('real', join(lab.home, 'link'));
    expect(await lab.ok('drmgr -i link')).toContain(`${all}/link `);
    lab.byHand('/home/x');
    symlinkSync(join(lab.home, 'real'), lab.inTree('/home/out'));
    expect(await onHost(lab, 'drmgr -i /home/out')).toMatchObject({
      status: 1,
      stderr: 'drmgr: There is no script /home/out.\n',
    });
  });

  test('what stands in the way in the repository is replaced, and never followed', async () => {
    lab.script('one');
    await lab.ok('drmgr -i one');
    const elsewhere = lab.byHand('/etc/precious', 0o644, 'precious\n');
    rmSync(lab.inTree(`${all}/one`));
    symlinkSync('/etc/precious', lab.inTree(`${all}/one`));
    await lab.ok('drmgr -i one -f');
    expect(readFileSync(elsewhere, 'utf8')).toBe('precious\n');
    mkdirSync(lab.inTree(`${all}/two`));
    lab.script('two');
    expect(await lab.type('drmgr -i two -f')).toMatchObject({
      status: 1,
      stderr: `drmgr: Cannot write ${all}/two: it is a directory.\n`,
    });
    expect(called('cpu')).toEqual([[`${all}/one`, 10]]);
  });

  const info = goodAnswers.scriptinfo as string;
  const without = (item: string) => info.replace(new RegExp(`^${item}=.*\n`, 'm'), '');
  test.each([
    // [what is wrong, the call, what it answers, complaint]
    ...['DR_VERSION', 'DR_DATE', 'DR_SCRIPTINFO', 'DR_VENDOR'].map(
      (item) => [`no ${item}`, 'scriptinfo', without(item), `"scriptinfo" printed no ${item}.`] as const,
    ),
    ['silence', 'scriptinfo', '', '"scriptinfo" printed no DR_VERSION.'],
    [
      'an item without a value',
      'scriptinfo',
      info.replace('20021119', ''),
      '"scriptinfo", line 2: DR_DATE=: it has no value.',
    ],
    [
      'a line that is no pair',
      'scriptinfo',
      `hello\n${info}DR_VENDOR IBM\n`,
      '"scriptinfo", line 7: DR_VENDOR IBM: it is not of the form name=value.',
    ],
    [
      'a time that is no number',
      'scriptinfo',
      info.replace('TIMEOUT=10', 'TIMEOUT=soon'),
      '"scriptinfo", line 5: DR_TIMEOUT=soon: it is not a number of seconds.',
    ],
    [
      'a negative time',
      'scriptinfo',
      info.replace('TIMEOUT=10', 'TIMEOUT=-1'),
      '"scriptinfo", line 5: DR_TIMEOUT=-1: it is not a number of seconds.',
    ],
    [
      'a time that no clock has',
      'scriptinfo',
      info.replace('TIMEOUT=10', 'TIMEOUT=9999999'),
      '"scriptinfo", line 5: DR_TIMEOUT=9999999: it is not a number of seconds.',
    ],
    [
      'a failure that explains itself',
      'scriptinfo',
      { status: 3, stdout: 'DR_ERROR="no licence"\n' },
      '"scriptinfo" ended with status 3. no licence',
    ],
    [
      'a failure that complains',
      'scriptinfo',
      { status: 1, stderr: 'x: line 3: oops\nmore\n' },
      '"scriptinfo" ended with status 1. x: line 3: oops',
    ],
    ['not implemented', 'scriptinfo', { status: 10 }, '"scriptinfo" ended with status 10.'],
    [
      'no interpreter',
      'scriptinfo',
      { status: 127, stderr: 'x: not found\n' },
      '"scriptinfo" could not be run (status 127). x: not found',
    ],
    ['a signal', 'register', { status: 139 }, '"register" ended with status 139.'],
    [
      'an endless call',
      'register',
      { status: 137, timedOut: true },
      '"register" took longer than 10 seconds.',
    ],
    [
      'endless output',
      'register',
      { stdout: 'DR_RESOURCE=cpu\n', cut: true },
      '"register" printed more than anybody reads (64 KB).',
    ],
    ['no resource', 'register', 'cpu\n', '"register" printed no DR_RESOURCE.'],
    [
      'a resource that is no word',
      'register',
      'DR_RESOURCE=cpu\nDR_RESOURCE="a b"\n',
      '"register", line 2: DR_RESOURCE="a b": it is not the name of a resource.',
    ],
    [
      'thousands of resources',
      'register',
      Array.from({ length: 33 }, (_, n) => `DR_RESOURCE=r${n}\n`).join(''),
      '"register" named more than 32 resources.',
    ],
    [
      'a usage that takes too long',
      'usage mem',
      { timedOut: true, status: 134 },
      '"usage mem" took longer than 10 seconds.',
    ],
    [
      'a usage that is no pair',
      'usage mem',
      'DR_USAGE: text\n',
      '"usage mem", line 1: DR_USAGE: text: it is not of the form name=value.',
    ],
    ['a usage that is killed', 'usage cpu', { status: 137 }, '"usage cpu" ended with status 137.'],
    [
      'a control character',
      'scriptinfo',
      'DR_\u001b[2JX\n',
      '"scriptinfo", line 1: DR_?[2JX: it is not of the form name=value.',
    ],
  ] as const)('refuses %s', async (_, call, answer, complaint) => {
    lab.script('one');
    lab.says = { ...goodAnswers, [call]: answer };
    await refused('drmgr -i one', `drmgr: one: ${complaint}\n`);
    expect(existsSync(lab.inTree(all))).toBe(false);
  });

  test('what a script may say', async () => {
    lab.script('one');
    lab.says = {
      scriptinfo:
        'hello\n DR_VERSION="1" \nDR_DATE="19 Nov"\r\nDR_SCRIPTINFO=bare \u001b[31mtext\nDR_VENDOR="a "quoted" one"\nDR_OTHER=1\n',
      register: 'DR_RESOURCE="cpu"\nDR_RESOURCE=cpu\nDR_RESOURCE=moon\n',
      'usage cpu': { status: 10 },
      'usage moon': { status: 1, stdout: 'DR_USAGE="not this"\n' },
    };
    expect(await lab.ok('drmgr -i one')).toBe(`${`${all}/one`.padEnd(49)}bare ?[31mtext\n`);
    const listing = await lab.ok('drmgr -l');
    expect(listing.slice(listing.indexOf(`${all}/one`))).toBe(`${`${all}/one`.padEnd(49)}bare ?[31mtext
        Vendor:a "quoted" one,  Version:1,      Date:19 Nov
        Script Timeout:10,      Admin Override Timeout:0
        Memory DR Percentage:100
        Resources Supported:
                Resource Name: cpu              Resource Usage: 
                Resource Name: moon             Resource Usage: 
------------------------------------------------------------
`);
  });

  test('forty at once: nothing is lost, and of one name only one is installed', async () => {
    const names = Array.from({ length: 40 }, (_, number) => `script${number % 39}`);
    for (const name of names) lab.script(name);
    const ended = await Promise.all(names.map((name) => lab.type(`drmgr -i ${name}`)));
    expect(ended.map(({ status }) => status).sort()).toEqual([...Array(39).fill(0), 1]);
    expect(called('cpu')).toHaveLength(39);
    expect(await lab.installed()).toHaveLength(40);
  });
});

describe('-u', () => {
  test('by its whole path', async () => {
    lab.script('one');
    await lab.ok('drmgr -i one');
    await refused('drmgr -u /tmp/one', 'drmgr: /tmp/one is not an installed script.\n');
    await refused(
      `drmgr -u ${all}/../all2/one`,
      'drmgr: /usr/lib/dr/scripts/all2/one is not an installed script.\n',
    );
    await lab.ok(`drmgr -u ${all}/one`);
    expect(called('cpu')).toEqual([]);
  });

  test.each([
    ['nothing', `drmgr: ${all}/nothing is not an installed script.\n`],
    ['../../../etc/passwd', 'drmgr: /usr/lib/etc/passwd is not an installed script.\n'],
    ['.', `drmgr: ${all} is not an installed script.\n`],
    ['one -D no/host', 'drmgr: "no/host" is not the name of a host.\n'],
  ])('%s', async (words, stderr) => {
    lab.script('one');
    await lab.ok('drmgr -i one');
    await refused(`drmgr -u ${words}`, stderr);
  });

  test('what was copied by hand, what has lost its file, and a directory', async () => {
    lab.script('one');
    await lab.ok('drmgr -i one');
    lab.byHand(`${all}/hand`);
    await lab.ok('drmgr -u hand');
    expect(existsSync(lab.inTree(`${all}/hand`))).toBe(false);
    rmSync(lab.inTree(`${all}/one`));
    await lab.ok('drmgr -u one');
    expect(await lab.installed()).toEqual([`${all}/ctrmc_MDdr`]);
    mkdirSync(lab.inTree(`${all}/folder`));
    await refused('drmgr -u folder', `drmgr: ${all}/folder is not an installed script.\n`);
  });
});

describe('-b', () => {
  test('scripts that were copied, changed and removed by hand', async () => {
    for (const name of ['changed', 'gone', 'same']) {
      lab.script(name);
      await lab.ok(`drmgr -i ${name} -w 5`);
    }
    lab.byHand(`${all}/changed`, 0o755, 'another\n');
    lab.byHand(`${all}/copied`);
    lab.byHand(`${all}/readme`, 0o644);
    lab.byHand('/usr/lib/dr/scripts/l488pp008/own');
    lab.byHand(`${all}/.copied.17`);
    lab.byHand(`${all}/two\nlines`);
    symlinkSync('/etc/nothing', lab.inTree(`${all}/nowhere`));
    mkdirSync(lab.inTree(`${all}/folder`));
    rmSync(lab.inTree(`${all}/gone`));
    expect(await lab.type('drmgr -b')).toEqual({
      status: 0,
      stdout: '',
      stderr: `drmgr: ${all}/readme is not executable: it is no installed script.\n`,
    });
    expect(called('cpu')).toEqual([
      [`${all}/changed`, 10],
      [`${all}/copied`, 10],
      [`${all}/same`, 300],
      ['/usr/lib/dr/scripts/l488pp008/own', 10],
    ]);
    expect(called('pmig')).toEqual([[`${all}/ctrmc_MDdr`, 10]]);
  });

  test('one that breaks the protocol is installed no longer; the others are', async () => {
    for (const name of ['a', 'b']) {
      lab.script(name);
      await lab.ok(`drmgr -i ${name}`);
    }
    lab.special.set('a', { ...goodAnswers, register: { status: 1 } });
    expect(await lab.type('drmgr -b')).toEqual({
      status: 0,
      stdout: '',
      stderr: `drmgr: ${all}/a: "register" ended with status 1.\n`,
    });
    expect(called('cpu')).toEqual([[`${all}/b`, 10]]);
  });

  test('a new host has nothing to ask', async () => {
    await lab.ok('drmgr -b');
    expect(lab.fake.scriptCalls).toEqual([]);
    expect(await lab.ok('drmgr -l')).toBe(`${listHeader}${deliveredBlock}`);
  });

  test('what is installed meanwhile stays', async () => {
    lab.script('one');
    lab.script('two');
    await lab.ok('drmgr -i one');
    await Promise.all([
      lab.ok('drmgr -b'),
      lab.ok('drmgr -i two'),
      lab.ok('drmgr -b'),
      lab.ok('drmgr -i one -f -w 1'),
    ]);
    expect(called('cpu').map(([path]) => path)).toEqual([`${all}/one`, `${all}/two`]);
    expect(called('cpu')[0]).toEqual([`${all}/one`, 60]);
  });
});

describe('-R and -S', () => {
  test.each([
    ['-R /no/such', 'drmgr: /no/such is not a directory.\n'],
    ['-R /etc/passwd', 'drmgr: /etc/passwd is not a directory.\n'],
    [
      '-R /usr/lib',
      'drmgr: Scripts cannot be kept in /usr/lib: there, every host has the files of this machine.\n',
    ],
    [
      '-R /proc/1',
      'drmgr: Scripts cannot be kept in /proc/1: there, every host has the files of this machine.\n',
    ],
    [`-S ${'x'.repeat(65)}`, 'drmgr: A syslog ID is a word of at most 64 visible characters.\n'],
  ])('%s', async (words, stderr) => {
    // The tree is laid.
    await lab.type('drmgr -R /no/such');
    await refused(`drmgr ${words}`, stderr);
  });

  test('a syslog ID with a blank, an empty one, an empty directory', async () => {
    for (const value of ['two words', '']) expect((await lab.call('drmgr', '-S', value)).status).toBe(1);
    expect((await lab.call('drmgr', '-R', '')).status).toBe(2);
    expect(await lab.ok('drmgr -l')).toBe(`${listHeader}${deliveredBlock}`);
    await lab.ok('drmgr -R /');
    lab.script('one');
    expect(await lab.ok('drmgr -i one')).toBe(`${'/all/one'.padEnd(49)}DLPAR test script\n`);
    expect(called('cpu')).toEqual([['/all/one', 10]]);
    await lab.ok('drmgr -u /all/one');
  });

  test('the syslog ID is shown', async () => {
    expect(await lab.type('drmgr -S MYDR')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await lab.ok('drmgr -l')).toBe(`${listHeader.replace('DRMGR', 'MYDR')}${deliveredBlock}`);
  });
});

describe('words', () => {
  test.each([
    ['', 'drmgr: Give one of -i, -u, -l, -R, -S and -b.\n'],
    ['-l -b', 'drmgr: The -l and -b flags cannot be used together.\n'],
    ['-R / -S x', 'drmgr: The -R and -S flags cannot be used together.\n'],
    ['-i one -u one', 'drmgr: The -i and -u flags cannot be used together.\n'],
    ['-i one -l', 'drmgr: The -i and -l flags cannot be used together.\n'],
    ['-u one -f', 'drmgr: The -f flag is valid only with the -i flag.\n'],
    ['-u one -w 3', 'drmgr: The -w flag is valid only with the -i flag.\n'],
    ['-l -D left', 'drmgr: The -D flag is valid only with the -i or -u flag.\n'],
    ['-i', 'drmgr: The -i flag requires an argument.\n'],
    ['-i one two', 'drmgr: The argument two is not expected.\n'],
    ['-i one -w', 'drmgr: The -w flag requires an argument.\n'],
    ['-i one -w soon', 'drmgr: "soon" is not a number of minutes from 0 to 35000.\n'],
    ['-i one -w 35001', 'drmgr: "35001" is not a number of minutes from 0 to 35000.\n'],
    ['-i one -w 1.5', 'drmgr: "1.5" is not a number of minutes from 0 to 35000.\n'],
    // Those of the program of the same name on other systems.
    ['-c mem -a -q 4', 'drmgr: Not a recognized flag: c\n'],
    ['-m -c pmig -p check -s 1f', 'drmgr: Not a recognized flag: m\n'],
    ['-C', 'drmgr: Not a recognized flag: C\n'],
  ])('%s', async (words, complaint) => {
    lab.script('one');
    await refused(`drmgr ${words}`.trim(), `${complaint}${usage}`, complaint.includes('minutes') ? 1 : 2);
  });
});

test('only root, only on AIX', async () => {
  lab.script('one');
  lab.user = 'guest';
  await refused('drmgr -i one', 'drmgr: You must have root authority to run this command.\n');
  lab.user = undefined;
  const { status, stdout } = await parlab(lab, 'on', 'bpichmc', 'drmgr', '-l');
  expect([status === 0, stdout]).toEqual([false, '']);
});

test('where no scripts can run an installation is refused, and the list is shown all the same', async () => {
  lab.script('one');
  await lab.ok('drmgr -i one');
  lab.script('two');
  lab.fake.openScripts = async () => {
    const { failure } = await import('../../src/messages/failure.ts');
    const { runtimeMessages } = await import('../../src/messages/runtime.ts');
    throw failure(runtimeMessages.notHere, { place: 'l488pp008', why: 'so it is', remedy: 'none' });
  };
  const why =
    'drmgr: No real programs can run inside l488pp008 on this machine: so it is. What to do: none. The documented commands work all the same: parlab on l488pp008 COMMAND.\n';
  await refused('drmgr -i two', why);
  await refused('drmgr -b', why);
  await onHost(lab, 'reboot -q');
  await parlabOk(lab, 'pace advance 1h');
  expect(await lab.installed()).toEqual([`${all}/ctrmc_MDdr`, `${all}/one`]);
});

test('a script whose file has gone, or is no longer executable, is not called', async () => {
  for (const name of ['gone', 'plain', 'there']) {
    lab.script(name);
    await lab.ok(`drmgr -i ${name}`);
  }
  rmSync(lab.inTree(`${all}/gone`));
  lab.byHand(`${all}/plain`, 0o644);
  expect(called('cpu')).toEqual([[`${all}/there`, 10]]);
  const open = Lab.open(lab.directory, processMachine);
  const host = findHost(open.engine, 'l488pp008');
  expect(host && registeredScripts(open, host, 'cpu').lost).toEqual([`${all}/gone`, `${all}/plain`]);
  open.close();
});

test('a snapshot has the scripts: they are compared and restored', async () => {
  lab.script('one');
  await parlabOk(lab, 'snapshot save before');
  await lab.ok('drmgr -i one');
  expect((await parlab(lab, 'snapshot', 'diff', 'before')).stdout).toBe(
    `l488pp008 DLPAR script all one: added\nl488pp008 file ${all}/one: added\n`,
  );
  await parlabOk(lab, 'snapshot restore before');
  expect(await lab.installed()).toEqual([`${all}/ctrmc_MDdr`]);
  expect(existsSync(lab.inTree(`${all}/one`))).toBe(false);
});

test("a host that was never entered has RSCT's script; recfgct brings it back", async () => {
  const fresh = new TestLab('default', 'l488pp008');
  expect(await fresh.ok('drmgr -l')).toBe(`${listHeader}${deliveredBlock}`);
  await fresh.ok('drmgr -u ctrmc_MDdr');
  expect(await fresh.ok('drmgr -l')).toBe(listHeader);
  expect(await fresh.ok('recfgct')).toMatch(
    /^\/usr\/lib\/dr\/scripts\/all\/ctrmc_MDdr {15}DR script to refresh Management Domain configuration\n/,
  );
  expect(await fresh.ok('drmgr -l')).toBe(`${listHeader}${deliveredBlock}`);
});
