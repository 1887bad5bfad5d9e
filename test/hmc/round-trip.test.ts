import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedWorlds } from '../../src/state/worlds/read.ts';
import { readFields, readRecords } from '../support/hmc-csv.ts';
import { TestLab, temporaryFolder } from '../support/lab.ts';
import { lines, typed } from './console.ts';

const ofConsole = [
  'lssyscfg -r sys',
  'lslic -w',
  'lssysconn -r all',
  'lshmc -V',
  'lshmc -v',
  'lshmc -n',
  'lshmc -r',
];
const ofSystem = [
  'lssyscfg -r lpar',
  'lssyscfg -r prof',
  'lsrefcode -r sys',
  'lsrefcode -r lpar',
  'lshwres -r mem --level sys',
  'lshwres -r mem --level lpar',
  'lshwres -r mempool',
  'lshwres -r proc --level sys',
  'lshwres -r proc --level lpar',
  'lshwres -r proc --level pool',
  'lshwres -r procpool',
  'lshwres -r io --rsubtype slot',
  ...['eth', 'fc', 'scsi', 'serial', 'vasi', 'slot'].map(
    (kind) => `lshwres -r virtualio --rsubtype ${kind} --level lpar`,
  ),
  'lshwres -r virtualio --rsubtype slot --level slot',
  'lshwres -r virtualio --rsubtype vswitch',
];

/** The records of a list, by the strict reader. The last line feed of `lshmc` stands inside a value. */
async function records(lab: TestLab, line: string): Promise<Map<string, string>[]> {
  const { status, stdout, stderr } = await typed(lab, line);
  expect({ status, stderr, line }).toEqual({ status: 0, stderr: '', line });
  if (stdout === 'No results were found.\n') return [];
  return line.startsWith('lshmc') ? [readOne(stdout)] : readRecords(stdout);
}

function readOne(stdout: string): Map<string, string> {
  const pairs = readFields(stdout.slice(0, -1)).map((pair) => pair.split(/=([\s\S]*)/));
  return new Map(pairs.map(([name = '', value = '']) => [name, value]));
}

/** With -F and the header every line has a field for each name, and the values are those of the records. */
async function sameInFields(lab: TestLab, line: string): Promise<void> {
  const all = await records(lab, line);
  for (const delimiter of [',', ':']) {
    if (all.length === 0 || line.startsWith('lshmc')) continue;
    const plain = await lines(lab, `${line} -F --header`);
    const names = readFields(plain[0] ?? '');
    const [, ...rows] = await lines(lab, `${line} -F ${names.join(delimiter)} --header`);
    expect(rows).toHaveLength(all.length);
    rows.forEach((row, index) => {
      const fields = readFields(row, delimiter);
      expect(fields).toHaveLength(names.length);
      names.forEach((name, place) => {
        const value = all[index]?.get(name);
        if (value !== undefined) expect([line, name, fields[place]]).toEqual([line, name, value]);
      });
    });
  }
}

/** The long tests ask more, and of a larger world. */
const isLong = process.env.PARLAB_LONG_TESTS === '1';
const leftOut = new Set(['class', 'empty', ...(isLong ? [] : ['lpm-100'])]);

describe.each(shippedWorlds().filter((world) => !leftOut.has(world)))(
  'every list of the world %s',
  (world) => {
    test('is read back, as records and as fields', { timeout: isLong ? 300_000 : 60_000 }, async () => {
      const lab = new TestLab(world);
      for (const line of ofConsole) await sameInFields(lab, line);
      const systems = await lines(lab, 'lssyscfg -r sys -F type_model*serial_num');
      for (const system of systems) {
        for (const line of ofSystem) await sameInFields(lab, `${line} -m ${system}`);
      }
    });
  },
);

// What the schema lets stand in a name (no comma, = or quote) and in a description (any printable text).
const letters = (excluded: string) =>
  fc.string({
    unit: fc.constantFrom(
      ...['a', 'Z', '0', ' ', '/', ':', '*', "'", '\\', '%', 'é', '"', ',', '='].filter(
        (each) => !excluded.includes(each),
      ),
    ),
    minLength: 1,
    maxLength: 20,
  });

test('whatever stands in names and descriptions', { timeout: isLong ? 600_000 : 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(letters('",='), { minLength: 2, maxLength: 4 }),
      letters(''),
      letters(''),
      async (names, description, os) => {
        const path = join(temporaryFolder(), 'random.yaml');
        const partitions = names.map((name, index) => ({
          name,
          id: index + 1,
          env: index === 0 ? 'vioserver' : 'aixlinux',
          description,
          os,
          profile: name,
          eth: [{ slot: 2, vlan: 1, vlans: [2, 3] }],
          scsi: index === 0 ? [] : [{ slot: 3, partner: names[0] }],
          fc: index === 0 ? [] : [{ slot: 4, partner: names[0] }],
        }));
        const frame = {
          name: names.at(-1),
          type_model: '8205-E6C',
          serial: '06A1B2P',
          generation: 'POWER7',
          firmware: 'AL770_076',
          ipaddr: '10.0.0.1',
          consoles: ['hmc1'],
          memory: { installed_mb: 65_536, firmware_mb: 1024, region_mb: 256 },
          processors: { installed: 16 },
          partitions,
        };
        // JSON is YAML.
        const hosts = [{ name: 'hmc1', platform: 'hmc', level: 'V7R7.9' }];
        const world = {
          world: 'random',
          description: 'A test.',
          start: '2014-03-03 09:00:00',
          seed: 1,
          hosts,
          systems: [frame],
        };
        writeFileSync(path, JSON.stringify(world));
        const lab = new TestLab(path);
        for (const line of ofSystem) await sameInFields(lab, `${line} -m 8205-E6C*06A1B2P`);
        const listed = await records(lab, 'lssyscfg -r lpar -m 8205-E6C*06A1B2P');
        expect(listed.map((each) => each.get('name'))).toEqual([...names].reverse());
        expect(listed.map((each) => each.get('os_version'))).toEqual(names.map(() => os));
        for (const delimiter of [',', ':', '*', ' ']) {
          const fields = ['name', 'description', 'name'];
          const rows = await lines(
            lab,
            `lssyscfg -r lpar -m 8205-E6C*06A1B2P -F "${fields.join(delimiter)}"`,
          );
          expect(rows.map((row) => readFields(row, delimiter))).toEqual(
            [...names].reverse().map((name) => [name, description, name]),
          );
        }
      },
    ),
    { numRuns: isLong ? 60 : 3 },
  );
});
