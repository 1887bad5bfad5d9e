import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { rows as rowsOf } from '../aix/wpars.ts';
import { projectRoot } from '../support/bins.ts';
import { TestLab, temporaryFolder } from '../support/lab.ts';
import { lines, p740, p750 } from './console.ts';

const rows = (of: TestLab, sql: string) => rowsOf(of, sql) as Record<string, number | string | null>[];

/** For each client adapter of the partitions: its LUNs that this VIO server of the destination cannot see and map. */
const unreachable = `
  SELECT mobile.name, virtual_adapter.slot, lun.name AS lun, server.name AS server
  FROM partition AS mobile JOIN virtual_adapter ON virtual_adapter.partition = mobile.id
    JOIN partition AS host ON host.system = mobile.system AND host.lpar_id = remote_lpar
    JOIN target_device ON target_device.partition = host.id AND target_device.slot = remote_slot
    JOIN vios_disk AS own ON own.partition = host.id AND own.name = target_device.backing
    JOIN lun ON lun.id = own.lun
    JOIN partition AS server ON server.system <> mobile.system AND server.env = 'vioserver'
  WHERE virtual_adapter.kind = 'scsi' AND side = 'client' AND NOT EXISTS (
    SELECT 1 FROM vios_disk JOIN vios_port ON vios_port.partition = server.id
      JOIN visible_lun ON visible_lun.initiator = vios_port.wwpn AND visible_lun.lun = lun.id
    WHERE vios_disk.partition = server.id AND vios_disk.lun = lun.id AND vios_disk.reserve_policy = 'no_reserve')`;

/** WWPNs of client adapters that do not see what the other one of the pair sees. */
const lopsided = `
  SELECT wwpn FROM adapter_wwpn AS one WHERE EXISTS (
    SELECT lun FROM adapter_wwpn AS other JOIN visible_lun ON initiator = other.wwpn WHERE other.adapter = one.adapter
    EXCEPT SELECT lun FROM visible_lun WHERE initiator = one.wwpn)`;

// One lab of a world for each test; its folder goes when the test ends.
const made = new Map<string, TestLab>();
afterEach(() => made.clear());

function lab(world: string): TestLab {
  const found = made.get(world) ?? new TestLab(world);
  made.set(world, found);
  return found;
}

describe.each(['lpm-two-frames', 'lpm-100', 'two-hmc'])(
  '%s: what a validation looks at is in order',
  (world) => {
    test('storage: every server of the other frame sees every disk, both WWPNs the same LUNs', () => {
      expect(rows(lab(world), unreachable)).toEqual([]);
      expect(rows(lab(world), lopsided)).toEqual([]);
      expect(
        rows(lab(world), 'SELECT count(*) AS disks FROM target_device').map(({ disks }) => Number(disks) > 0),
      ).toEqual([true]);
    });

    test('partitions: connected, allowed to move, and no adapter is required', () => {
      expect(
        rows(
          lab(world),
          `SELECT name FROM partition WHERE env = 'aixlinux' AND state = 'Running' AND rmc_state <> 'active'
           OR migration_disabled = 1 OR work_group IS NOT NULL OR redundant_errors = 1 OR service = 1
           OR env = 'os400' AND restricted_io = 0 OR env = 'vioserver' AND (msp = 0 OR rmc_state <> 'active')
           OR last_activated IS NULL`,
        ),
      ).toEqual([]);
      expect(
        rows(lab(world), "SELECT * FROM virtual_adapter WHERE required = 1 AND kind <> 'serial'"),
      ).toEqual([]);
      expect(rows(lab(world), 'SELECT name FROM partition GROUP BY name HAVING count(*) > 1')).toEqual([]);
    });

    test('network: each VLAN is bridged on both frames', () => {
      const vlans = rows(
        lab(world),
        "SELECT DISTINCT vlan FROM virtual_adapter WHERE kind = 'eth' AND vlan <> 255",
      );
      for (const { vlan } of vlans) {
        const frames = rows(
          lab(world),
          `SELECT DISTINCT system FROM sea JOIN virtual_adapter ON virtual_adapter.partition = sea.partition
           AND virtual_adapter.slot = sea.default_slot JOIN partition ON partition.id = sea.partition
         WHERE vlan = ${vlan} OR ',' || vlans || ',' LIKE '%,${vlan},%'`,
        );
        expect([vlan, frames.length]).toEqual([vlan, 2]);
      }
    });
  },
);

test('a suspended partition has reserved storage, and the other frame has enough for it', () => {
  expect(
    rows(
      lab('lpm-two-frames'),
      `SELECT vios.name, size_mb, owner.name AS user FROM paging_device JOIN partition AS vios ON vios.id = vios
         LEFT JOIN partition AS owner ON owner.id = user WHERE purpose = 'suspend' ORDER BY vios.name`,
    ),
  ).toEqual([
    { name: 'f1vio1', size_mb: 8192, user: 'susp1' },
    { name: 'f2vio1', size_mb: 8192, user: null },
  ]);
});

test('a hundred partitions, each on the disk of its number over both servers', async () => {
  const names = await lines(
    lab('lpm-100'),
    'lssyscfg -r lpar -m frame1 -F name,lpar_id,rmc_ipaddr --filter lpar_ids=11,110',
  );
  expect(names).toEqual(['lp100,110,10.30.2.100', 'lp001,11,10.30.2.1']);
  expect(
    rows(
      lab('lpm-100'),
      `SELECT client.name, server.name AS server, backing, lun.name AS lun FROM target_device
         JOIN partition AS server ON server.id = target_device.partition
         JOIN virtual_adapter ON virtual_adapter.partition = server.id AND virtual_adapter.slot = target_device.slot
         JOIN partition AS client ON client.system = server.system AND client.lpar_id = remote_lpar
         JOIN vios_disk ON vios_disk.partition = server.id AND vios_disk.name = backing JOIN lun ON lun.id = vios_disk.lun
       WHERE client.name IN ('lp001', 'lp100') ORDER BY client.name, server.name`,
    ),
  ).toEqual([
    { name: 'lp001', server: 'f1vio1', backing: 'hdisk2', lun: 'lun001' },
    { name: 'lp001', server: 'f1vio2', backing: 'hdisk2', lun: 'lun001' },
    { name: 'lp100', server: 'f1vio1', backing: 'hdisk101', lun: 'lun100' },
    { name: 'lp100', server: 'f1vio2', backing: 'hdisk101', lun: 'lun100' },
  ]);
  expect(await lines(lab('lpm-100'), 'lssyscfg -r lpar -m frame2 -F name')).toEqual(['f2vio2', 'f2vio1']);
});

test('two consoles: each has its frame, no keys yet', async () => {
  const both = lab('two-hmc');
  expect(await lines(both, 'lssyscfg -r sys -F name')).toEqual(['frame1']);
  expect(
    rows(both, 'SELECT console, managed_system.name FROM connection JOIN managed_system ON id = system'),
  ).toEqual([
    { console: 'hmc1', name: 'frame1' },
    { console: 'hmc2', name: 'frame2' },
  ]);
  expect(rows(both, 'SELECT * FROM trusted_console')).toEqual([]);
});

test('the faults of lpm-broken are there', () => {
  const broken = lab('lpm-broken');
  const names = (where: string) =>
    rows(broken, `SELECT name FROM partition WHERE ${where} ORDER BY id`).map(({ name }) => name);
  expect(names("env = 'vioserver' AND msp = 0")).toEqual(['f1vio2', 'f2vio1', 'f2vio2']);
  expect(names("env = 'aixlinux' AND state = 'Running' AND rmc_state <> 'active'")).toEqual(['stale', 'rmc']);
  expect(names("rmc_state = 'inactive' AND rmc_connected = 1")).toEqual(['stale']);
  expect(names('migration_disabled = 1')).toEqual(['disabled']);
  expect(names('work_group = 1')).toEqual(['group']);
  expect(names('redundant_errors = 1')).toEqual(['errors']);
  expect(names("env <> 'vioserver' AND curr_compat = 'POWER8'")).toEqual(['newest']);
  expect(names("env = 'os400' AND restricted_io = 0")).toEqual(['ibmi']);
  expect(names('last_activated IS NULL')).toEqual(['never']);
  expect(names('id IN (SELECT partition FROM terminal)')).toEqual(['console']);
  expect(names('id IN (SELECT partition FROM partition_memory WHERE bsr_arrays > 0)')).toEqual(['bsr']);
  expect(names('id IN (SELECT owner FROM io_slot)')).toEqual(['physical']);
  expect(names('name IN (SELECT name FROM partition GROUP BY name HAVING count(*) > 1)')).toEqual([
    'twin',
    'twin',
  ]);
  expect(rows(broken, `SELECT DISTINCT name FROM (${unreachable})`)).toEqual([{ name: 'reserve' }]);
  expect(rows(broken, "SELECT kind, backing FROM target_device WHERE kind = 'optical'")).toEqual([
    { kind: 'optical', backing: 'cd0' },
  ]);
  expect(
    rows(
      broken,
      "SELECT count(*) AS required FROM virtual_adapter WHERE required = 1 AND side = 'server' AND kind = 'scsi'",
    ),
  ).toEqual([{ required: 2 }]);
  expect(
    rows(broken, 'SELECT name FROM mover JOIN partition ON id = partition WHERE operations = 1'),
  ).toEqual([{ name: 'f1vio1' }]);
});

// Pages 37 and 38 of seed 5: what the talk's validation was asked and found.
describe("the talk's migration of b750nl2 in the default world", () => {
  test('the slots that the validation lists, and what the destination server b740vio2 has for them', async () => {
    const slots = (kind: string) =>
      lines(
        lab('default'),
        `lshwres -r virtualio --rsubtype ${kind} --level lpar -m ${p750} --filter lpar_names=b750nl2 -F slot_num`,
      );
    expect((await slots('scsi')).sort()).toEqual(['27', '57']);
    expect((await slots('fc')).sort()).toEqual(['37', '47']);
    expect(rows(lab('default'), `${unreachable} AND mobile.name = 'b750nl2'`)).toEqual([]);
    expect(rows(lab('default'), lopsided)).toEqual([]);
    expect(
      rows(lab('default'), 'SELECT count(*) AS seen FROM visible_lun JOIN adapter_wwpn ON wwpn = initiator'),
    ).toEqual([{ seen: 8 }]);
    const used = await lines(
      lab('default'),
      `lshwres -r virtualio --rsubtype slot --level slot -m ${p740} --filter lpar_names=b740vio2 -F slot_num`,
    );
    for (const slot of ['27', '57', '37', '47']) expect(used).not.toContain(slot);
  });

  test('both movers and the partition are connected', async () => {
    expect(
      await lines(
        lab('default'),
        `lssyscfg -r lpar -m ${p750} -F name,rmc_state --filter lpar_names=b750vio2,b750nl2`,
      ),
    ).toEqual(['b750nl2,active', 'b750vio2,active']);
    expect(
      await lines(
        lab('default'),
        `lssyscfg -r lpar -m ${p740} -F name,msp,rmc_state --filter lpar_names=b740vio2`,
      ),
    ).toEqual(['b740vio2,1,active']);
  });
});

describe('entries that stand for many: mistakes name the line', () => {
  const text = readFileSync(join(projectRoot, 'src', 'state', 'worlds', 'lpm-100.yaml'), 'utf8');

  test.each([
    [
      "count: 100, lun: 'lun%03d'",
      "count: 101, lun: 'lun%03d'",
      'the SAN has no LUN called lun101',
      '- name: f1vio1',
    ],
    [
      "- { name: 'lun%03d', count: 100",
      '- { name: lun, count: 100',
      'UNIQUE constraint failed: lun.name',
      'storage: [{',
    ],
    [
      "disks: ['lun%03d']",
      "disks: ['disk%d']",
      'the VIO server of slot 3 has no disk called disk1',
      "- name: 'lp%03d'",
    ],
    [
      'visible_to: [f1vio1,',
      "visible_to: ['f1vio%d',",
      'f1vio3 has no Fibre Channel port',
      "- { name: 'lun%03d'",
    ],
    [
      'count: 100, storage',
      'count: 0, storage',
      'Too small: expected number to be >=1',
      "- { name: 'lun%03d'",
    ],
  ])('%s -> %s', (from, to, why, where) => {
    expect(text).toContain(from);
    const path = join(temporaryFolder(), 'many.yaml');
    const changed = text.replace(from, to);
    writeFileSync(path, changed);
    let said = '';
    try {
      new TestLab(path);
    } catch (error) {
      said = (error as Error).message;
    }
    const [, line = '0', found = ''] = /, line (\d+): [\w.]*?: ([\s\S]*)$/.exec(said) ?? [];
    expect(found).toContain(why);
    expect(changed.split('\n')[Number(line) - 1]?.trim()).toMatch(
      new RegExp(`^${where.replace(/[[{]/g, '\\$&')}`),
    );
  });
});
