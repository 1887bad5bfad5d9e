import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import { Engine } from '../../src/state/engine.ts';
import { Lab } from '../../src/state/lab.ts';
import { migrations, schemaVersion, worldTables } from '../../src/state/schema.ts';
import { rows } from '../aix/wpars.ts';
import { projectRoot } from '../support/bins.ts';
import { TestLab, temporaryFolder } from '../support/lab.ts';
import { p5, power5 } from './console.ts';

const captured = readFileSync(join(projectRoot, 'test', 'worlds', 'p5.yaml'), 'utf8');

function make(text: string): TestLab {
  const path = join(temporaryFolder(), 'world.yaml');
  writeFileSync(path, text);
  return new TestLab(path);
}

/** What making a world says, and the text of the line that it names. */
function refusal(from: string, to: string): { why: string; line: string } {
  expect(captured).toContain(from);
  const text = captured.replace(from, to);
  try {
    make(text);
  } catch (error) {
    const [, line = '0', why = ''] = /, line (\d+): [\w.]*?: ([\s\S]*)$/.exec((error as Error).message) ?? [];
    return { why, line: text.split('\n')[Number(line) - 1]?.trim() ?? '' };
  }
  throw new Error('the world was made');
}

describe('impossible worlds name the line', () => {
  test.each([
    [
      'desired: 6144, max: 10240 }',
      'desired: 6000, max: 10240 }',
      '6000 MB of memory is no multiple of the memory region size, 128 MB',
      '- name: nim1',
    ],
    [
      'min: 2048',
      'min: 8192',
      'memory: the minimum, desired and maximum amount must be in this order',
      '- name: nim1',
    ],
    [
      'firmware_mb: 640',
      'firmware_mb: 20480',
      'its partitions have 6144 MB more memory than it has',
      '- name: 9131-52A-6535CCG',
    ],
    [
      'installed: 2 }',
      'installed: 0.8 }',
      'its partitions have 0.1 processors more than it has',
      '- name: 9131-52A-6535CCG',
    ],
    [
      'units: 0.3, max_units: 0.8, procs: 1, max_procs: 2',
      'units: 0.3, max_units: 0.8, procs: 4, max_procs: 4',
      'nim1 has less than 0.1 units',
      '- name: 9131-52A-6535CCG',
    ],
    ['consoles: [hmc1]', 'consoles: [hmc2]', 'there is no hmc host called hmc2', '- name: 9131-52A-6535CCG'],
    ['partner: vios1', 'partner: vios9', 'the system has no partition called vios9', '- name: nim1'],
    [
      'slot: 7, vlan: 7 }]\n        scsi',
      'slot: 70, vlan: 7 }]\n        scsi',
      'slot 70 is above max_slots 10',
      '- name: nim1',
    ],
    [
      'slot: 7, vlan: 7 }]\n        scsi',
      'slot: 6, vlan: 7 }]\n        scsi',
      'UNIQUE constraint failed: virtual_adapter.partition, virtual_adapter.slot',
      '- name: nim1',
    ],
    [
      '        id: 3\n',
      '        id: 5\n',
      'UNIQUE constraint failed: partition.system, partition.lpar_id',
      '- name: vios2',
    ],
    [
      "io: ['21010002'",
      "io: ['21019999'",
      'the system has no physical slot 21019999',
      '- name: 9131-52A-6535CCG',
    ],
    [
      '{ name: test_1,',
      '{ name: test_1, colour: red,',
      'a profile has no attribute called colour',
      '- name: 9131-52A-6535CCG',
    ],
    [
      'ip: 192.168.200.235',
      'mode: POWER7\n        ip: 192.168.200.235\n        msp: true',
      'CHECK constraint failed',
      '- name: nim1',
    ],
    [
      'settings: {',
      'capabilities: { flying: true }\n    settings: {',
      'there is no capability called flying',
      '- name: 9131-52A-6535CCG',
    ],
    [
      '    generation: POWER5',
      '    generation: POWER5\n    state: Power Off',
      'cannot run: the system is not on',
      '- name: 9131-52A-6535CCG',
    ],
    ['serial: 6535CCG', 'serial: short', 'a serial number of seven characters', 'serial: short'],
  ])('%s', (from, to, why, line) => {
    const found = refusal(from, to);
    expect(found.why).toContain(why);
    expect(found.line).toBe(line);
  });
});

describe('the default world', () => {
  const lab = () => new TestLab('default');

  test('hosts run in the partitions of their names', () => {
    expect(rows(lab(), 'SELECT name, host FROM partition WHERE host IS NOT NULL ORDER BY name')).toEqual(
      ['b740vio1', 'b740vio2', 'b750vio1', 'b750vio2', 'l488pp008'].map((name) => ({ name, host: name })),
    );
  });

  test("the talk's device names in a VIO server", () => {
    const found = rows(
      lab(),
      `SELECT device, slot FROM virtual_adapter JOIN partition ON partition.id = partition
       WHERE name = 'b750vio1' AND device IS NOT NULL AND kind IN ('eth', 'vasi', 'serial') ORDER BY device`,
    );
    expect(found).toEqual([
      { device: 'ent4', slot: 2 },
      { device: 'ent5', slot: 3 },
      { device: 'ent6', slot: 4 },
      { device: 'vasi0', slot: 32769 },
      { device: 'vsa0', slot: 0 },
    ]);
    expect(
      rows(
        lab(),
        "SELECT sea.name, backing, trunks, control_slot FROM sea JOIN partition ON partition.id = partition WHERE partition.name = 'b750vio1'",
      ),
    ).toEqual([{ name: 'ent7', backing: 'ent0', trunks: '2', control_slot: 4 }]);
  });

  test('every mapped disk is a LUN that all four VIO servers see', () => {
    const found = rows(
      lab(),
      `SELECT DISTINCT lun.name, (SELECT count(DISTINCT vios_port.partition) FROM lun_mask
         JOIN zone USING (initiator) JOIN storage_port ON storage_port.wwpn = target AND storage_port.storage = lun.storage
         JOIN vios_port ON vios_port.wwpn = initiator WHERE lun_mask.lun = lun.id) AS servers
       FROM target_device JOIN vios_disk ON vios_disk.partition = target_device.partition AND vios_disk.name = backing
         LEFT JOIN lun ON lun.id = vios_disk.lun`,
    ) as { name: string; servers: number }[];
    expect(found.length).toBe(8);
    for (const each of found) expect(each).toEqual({ name: each.name, servers: 4 });
  });

  test('both WWPNs of each virtual Fibre Channel adapter are zoned', () => {
    expect(
      rows(
        lab(),
        `SELECT slot, count(DISTINCT initiator) AS zoned FROM adapter_wwpn
           JOIN virtual_adapter ON virtual_adapter.id = adapter JOIN zone ON initiator = wwpn GROUP BY slot ORDER BY slot`,
      ),
    ).toEqual([
      { slot: 37, zoned: 2 },
      { slot: 47, zoned: 2 },
    ]);
  });

  test('the value behind vioslpm0 is one, and checked', () => {
    const own = lab();
    expect(rows(own, 'SELECT operations, concurrency FROM mover')).toEqual(
      Array(4).fill({ operations: 8, concurrency: 3 }),
    );
    expect(() => rows(own, 'UPDATE mover SET operations = 9 RETURNING operations')).toThrow('CHECK');
    expect(() => rows(own, 'UPDATE mover SET concurrency = 0 RETURNING concurrency')).toThrow('CHECK');
  });

  test('WWPNs are unique, and names within a system', () => {
    const own = lab();
    expect(() => rows(own, "UPDATE adapter_wwpn SET wwpn = 'c0507655872f0000' RETURNING wwpn")).toThrow(
      'UNIQUE',
    );
    expect(() => rows(own, "UPDATE partition SET name = 'b750nl2' WHERE lpar_id = 6 RETURNING name")).toThrow(
      'UNIQUE',
    );
  });

  test('the same world is made of the same bytes', () => {
    const without = (dump: Record<string, unknown[]>) => ({ ...dump, meta: [], log: [], change: [] });
    expect(without(lab().dump())).toEqual(without(lab().dump()));
  });
});

test('count: a hundred partitions in a line, with numbers, addresses and server adapters of their own', () => {
  const lab = make(
    readFileSync(join(projectRoot, 'src', 'state', 'worlds', 'default.yaml'), 'utf8').replace(
      '      - name: b740aix1',
      `      - name: lp%03d
        id: 20
        count: 100
        ip: 10.9.0.200
        memory: 256
        processors: { units: 0.1 }
        eth: [{ slot: 2, vlan: 1 }]
        scsi: [{ slot: 3, partner: b740vio1 }]
      - name: b740aix1`,
    ),
  );
  expect(
    rows(
      lab,
      "SELECT name, lpar_id, rmc_ipaddr FROM partition WHERE name IN ('lp001', 'lp100') ORDER BY name",
    ),
  ).toEqual([
    { name: 'lp001', lpar_id: 20, rmc_ipaddr: '10.9.0.200' },
    { name: 'lp100', lpar_id: 119, rmc_ipaddr: '10.9.1.43' },
  ]);
  expect(
    rows(
      lab,
      `SELECT count(DISTINCT remote_slot) AS servers FROM virtual_adapter JOIN partition ON partition.id = partition
       WHERE name GLOB 'lp???' AND kind = 'scsi'`,
    ),
  ).toEqual([{ servers: 100 }]);
});

test('a lab of the first schema gets the new tables, and its console', async () => {
  const directory = join(temporaryFolder(), 'old');
  mkdirSync(directory);
  const engine = Engine.open(join(directory, 'lab.db'), { timeout: 1000 });
  engine.exec(`PRAGMA journal_mode = WAL; ${migrations[0]}; PRAGMA user_version = 1`);
  engine.run("INSERT INTO host VALUES ('hmc1', 'hmc', 'V7R7.9', NULL, 1, 0, 1, 0, '{}')");
  engine.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  engine.close();
  const copied = join(temporaryFolder(), 'copied');
  mkdirSync(copied);
  copyFileSync(join(directory, 'lab.db'), join(copied, 'lab.db'));
  const lab = Lab.open(copied, processMachine);
  try {
    expect(lab.engine.get('PRAGMA user_version')).toEqual({ user_version: schemaVersion });
    for (const table of worldTables) lab.engine.all(`SELECT * FROM ${table}`);
    expect(lab.engine.all('SELECT host FROM console')).toEqual([{ host: 'hmc1' }]);
  } finally {
    lab.close();
  }
});

test('worldTables has every table, parents before children', () => {
  const lab = Lab.open(power5().directory, processMachine);
  try {
    const all = lab.engine.all<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    );
    expect(all.map(({ name }) => name).sort()).toEqual([...worldTables].sort());
    for (const table of worldTables) {
      const parents = lab.engine.all<{ table: string }>(`PRAGMA foreign_key_list(${table})`);
      for (const parent of parents)
        expect([table, worldTables.indexOf(parent.table) <= worldTables.indexOf(table)]).toEqual([
          table,
          true,
        ]);
    }
  } finally {
    lab.close();
  }
});

test('HMC commands act on the console that PARLAB_HOST names, and see only its systems', async () => {
  const lab = make(
    captured.replace('systems:', '  - { name: hmc2, platform: hmc, level: V8R8.2.0 }\nsystems:'),
  );
  lab.host = 'hmc2';
  expect((await lab.type('lssyscfg -r sys')).stdout).toBe('No results were found.\n');
  expect((await lab.type(`lssyscfg -r lpar -m ${p5}`)).status).toBe(1);
  lab.host = 'hmc1';
  expect((await lab.type('lssyscfg -r sys -F name')).stdout).toBe(`${p5}\n`);
});
