import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shippedWorlds } from '../../src/state/worlds/read.ts';
import { type Outcome, TestLab } from '../support/lab.ts';
import { labExists, noLab, parlabJson, parlabOk, typeParlab } from '../support/parlab.ts';

describe('shipped worlds', () => {
  test.each([
    ['default', 'l488pp008', 5],
    ['empty', 'aix71', 0],
    ['class', 'classhost', 0],
    ['lpm-two-frames', 'aix1', 0],
    ['lpm-broken', 'rmc', 0],
  ])('%s', async (world, host, wpars) => {
    const place = noLab();
    expect(await typeParlab(place, `init --world ${world}`)).toEqual({
      status: 0,
      stdout: `Made the lab in ${place.directory} with the world ${world}.\n`,
      stderr: '',
    });
    const hosts = await parlabJson<{ name: string; platform: string; wpars: number; chosen: boolean }[]>(
      place,
      'hosts',
    );
    expect(hosts.find((each) => each.platform === 'aix' && each.chosen)?.name).toBe(host);
    expect(hosts.reduce((sum, each) => sum + each.wpars, 0)).toBe(wpars);
  });

  test('the compiled form and the file make the same lab', async () => {
    for (const world of shippedWorlds()) {
      const compiled = noLab();
      await parlabOk(compiled, `init --world ${world}`);
      const read = new TestLab(world);
      await parlabOk(read, 'snapshot save read');
      await parlabOk(read, 'snapshot clone read other');
      await parlabOk(compiled, 'snapshot save compiled');
      expect(await facts(compiled)).toEqual(await facts(read));
    }
  });

  async function facts(place: { directory: string; home: string; environment(): Record<string, string> }) {
    const { directory: _, ...rest } = await parlabJson<{ directory: string }>(place, 'status');
    return { ...rest, hosts: await parlabJson(place, 'hosts') };
  }
});

/** One AIX host with what a world needs at least, and some lines more. */
const world = (more: string) => `world: mine
description: A test.
start: 2011-11-17 10:20:00
seed: 1
defaults: { aix: one }
hosts:
  - name: one
    platform: aix
    level: 7.1.2.0
    interfaces:
      - { name: en0, network: lan, address: 192.168.10.10, netmask: 255.255.255.0 }
    volume_groups:
      - { name: rootvg, partition_mb: 128, partitions: 20 }
${more}`;

describe('a world file with a mistake names its line, and no lab is made', () => {
  test.each([
    ['YAML that is none', world('    wpars: [{ name: a }\n'), /^line 15: /],
    ['a key twice', world('    level: 7.1.0.0\n'), /^line 14: Map keys must be unique$/],
    ['an unknown key', world('    colour: blue\n'), /^line 7: hosts\.0: Unrecognized key: "colour"$/],
    [
      'an unknown platform',
      world('  - { name: two, platform: linux, level: 7.1.2.0 }\n'),
      /^line 14: hosts\.1\.platform: /,
    ],
    [
      'a level that is none',
      world('  - { name: two, platform: aix, level: new }\n'),
      /^line 14: hosts\.1\.level: a level such as 7\.1\.2\.0$/,
    ],
    [
      'a name that mkwpar refuses',
      world('    wpars:\n      - { name: ok }\n      - { name: "a b" }\n'),
      /^line 16: hosts\.0\.wpars\.1/,
    ],
    [
      'the same WPAR twice',
      world('    wpars:\n      - { name: a }\n      - { name: a }\n'),
      /^line 16: hosts\.0\.wpars\.1: .*a/,
    ],
    [
      'an address twice',
      world(
        '    wpars:\n      - { name: a, networks: [{ address: 192.168.10.11 }] }\n      - { name: b, networks: [{ address: 192.168.10.11 }] }\n',
      ),
      /^line 16: hosts\.0\.wpars\.1: .*192\.168\.10\.11/,
    ],
    [
      'the address of the host',
      world('    wpars:\n      - { name: a, networks: [{ address: 192.168.10.10 }] }\n'),
      /^line 15: hosts\.0\.wpars\.0: .*192\.168\.10\.10/,
    ],
    [
      'no room',
      world('    wpars:\n      - { name: a, mounts: [{ directory: /big, size: 9G }] }\n'),
      /^line 15: hosts\.0\.wpars\.0: /,
    ],
    [
      'a default that is no host',
      world('').replace('aix: one', 'aix: two'),
      /^line 5: defaults\.aix: there is no aix host called two$/,
    ],
    ['a host twice', world('  - { name: one, platform: aix, level: 7.1.2.0 }\n'), /^line 14: hosts\.1: /],
    [
      'an alias bomb',
      `a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c]\n`,
      /Excessive alias count/,
    ],
    ['nothing', '', /^line 1: /],
    ['no mapping', '- a\n', /^line 1: /],
    ['bytes', '\u0000\u0001', /^line 1: /],
  ])('%s', async (_, text, complaint) => {
    const place = noLab();
    writeFileSync(join(place.home, 'mine.yaml'), text);
    const { status, stdout, stderr } = await typeParlab(place, 'init --world mine.yaml');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    const start = `parlab: ${place.home}/mine.yaml`;
    expect(stderr.slice(0, start.length)).toBe(start);
    expect(
      stderr
        .slice(start.length)
        .replace(/^[,:] /, '')
        .trimEnd(),
    ).toMatch(complaint);
    expect(stderr.split('\n')).toHaveLength(2);
    expect(labExists(place)).toBe(false);
  });

  test('an existing lab stays as it is', async () => {
    const lab = new TestLab('empty');
    const before = lab.dump();
    writeFileSync(join(lab.home, 'mine.yaml'), world('    colour: blue\n'));
    expect(await typeParlab(lab, 'reset --world mine.yaml')).toMatchObject({ status: 1, stdout: '' });
    expect(lab.dump()).toEqual(before);
  });
});

describe('the same commands in two fresh labs', () => {
  /** All eight commands; what they print has process ids and UUIDs of the world. */
  const session = [
    'mkwpar -n one -N address=192.168.10.21 netmask=255.255.255.0 -r',
    'mkwpar -n two -R shares_CPU=20 -A',
    'startwpar one',
    'startwpar -v two',
    'chwpar -h other one',
    'lswpar',
    'lswpar -L',
    'lswpar -c',
    'lswpar -D',
    'lswpar -G one two nosuch',
    'syncwpar one',
    'rebootwpar two',
    'stopwpar -v one',
    'rmwpar one',
    'rmwpar two',
    'rmwpar -F two',
    'lswpar -L',
  ];

  async function play(): Promise<{ outcomes: Outcome[]; dump: unknown; log: string }> {
    const lab = new TestLab('empty');
    const outcomes: Outcome[] = [];
    for (const line of session) outcomes.push(await lab.type(line));
    return { outcomes, dump: stable(lab), log: await parlabOk(lab, 'log') };
  }

  function stable(lab: TestLab): unknown {
    const { meta = [], log = [], ...rest } = lab.dump();
    return {
      ...rest,
      meta: meta.filter((row) => (row as { key: string }).key !== 'clock.anchor'),
      log: log.map((row) => ({ ...(row as object), real: 'masked' })),
    };
  }

  test('give the same bytes', async () => {
    const first = await play();
    expect(first.outcomes.map(({ stderr }) => stderr).join('')).not.toMatch(/failed inside|Usage:/);
    const text = first.outcomes.map(({ stdout }) => stdout).join('');
    expect(text).toMatch(/UUID:\s+\S+/);
    expect(text).toMatch(/Subsystem PID is \d+\./);
    expect(await play()).toEqual(first);
  });
});

test('40 workload partitions of the class work, named after students or not', async () => {
  const lab = new TestLab('class');
  const names = Array.from({ length: 40 }, (_, index) => (index < 33 ? `stud${index + 1}` : `extra${index}`));
  for (const name of names) {
    await lab.ok(`mkwpar -n ${name}`);
    await lab.ok(`startwpar ${name}`);
  }
  expect((await lab.ok('lswpar -cqa name,state')).trimEnd().split('\n').sort()).toEqual(
    names.map((name) => `${name}:A`).sort(),
  );
  const { status, stderr } = await lab.type('mkwpar -n toomany');
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('rootvg') });
  await lab.ok('stopwpar -F stud7');
  await lab.ok('rmwpar stud7');
  await lab.ok('mkwpar -n toomany');
});
