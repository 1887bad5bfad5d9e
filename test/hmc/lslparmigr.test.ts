import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { complaint, lines, p740, p750 } from './console.ts';
import { inside } from './mobility/migrations.ts';
import { movable } from './mobility/movable.ts';

const there = `-m ${p750} -t ${p740}`;
const one = `${there} --filter lpar_names=b750nl2`;

/** A migration of b750nl2 that a living process drives, or none; its shell has the number 12. */
function migrating(columns: Readonly<Record<string, number | string | null>>): TestLab {
  const lab = new TestLab('default');
  const all: Record<string, number | string | null> = {
    type: 'active',
    phase: 'copy',
    failed: 0,
    source: 1,
    dest: 2,
    source_id: 5,
    dest_id: 12,
    console: 'bpichmc',
    plan: '{"adapters":[],"destId":12}',
    started: 0,
    log: 1,
    pid: process.pid,
    birth: '',
    transmitted: 1000,
    remaining: 5000,
    ...columns,
  };
  inside(lab, (open) =>
    open.update(({ engine }) => {
      engine.run(
        "INSERT INTO log (id, time, host, user, command, pid, real) VALUES (1, 0, 'bpichmc', 'hscroot', 'migrlpar', 1, 'root')",
      );
      engine.run(
        `INSERT INTO partition (system, lpar_id, name, env, state, resource_config, uuid, default_profile, rmc_state, rmc_connected, max_slots, pend_max_slots)
         SELECT 2, 12, name, env, 'Not Activated', 1, uuid, default_profile, 'inactive', 0, max_slots, pend_max_slots FROM partition WHERE name = 'b750nl2'`,
      );
      const names = Object.keys(all);
      engine.run(
        `INSERT INTO migration (partition, shell, source_msp, dest_msp, ${names.join(', ')})
         SELECT id, (SELECT id FROM partition WHERE name = 'b750nl2' AND system = 2),
           (SELECT id FROM partition WHERE name = 'b750vio2'), (SELECT id FROM partition WHERE name = 'b740vio2'),
           ${names.map(() => '?').join(', ')} FROM partition WHERE name = 'b750nl2' AND system = 1`,
        ...Object.values(all),
      );
    }),
  );
  return lab;
}

const list = (lab: TestLab, system: string) =>
  lines(lab, `lslparmigr -r lpar -m ${system} --filter lpar_names=b750nl2`);
const names = { p740: 'p740-Server-8205-E6B-SN10934CP', p750: 'p750-Server-8233-E8B-SN069348P' };

describe('lslparmigr -r lpar', () => {
  test('VIO servers and partitions that do not migrate', async () => {
    expect(await lines(new TestLab('default'), `lslparmigr -r lpar -m ${p740}`)).toEqual([
      'name=b740aix1,lpar_id=3,migration_state=Not Migrating',
      'name=b740vio2,lpar_id=2,migration_state=Not Migrating',
      'name=b740vio1,lpar_id=1,migration_state=Not Migrating',
    ]);
  });

  test('in its beginning: no number there, no movers, no bytes', async () => {
    const lab = migrating({ phase: 'starting', dest_id: null });
    expect(await list(lab, p750)).toEqual([
      `name=b750nl2,lpar_id=5,migration_state=Migration Starting,migration_type=active,dest_sys_name=${names.p740},dest_lpar_id=65535`,
    ]);
  });

  test('in the copy: both sides', async () => {
    const lab = migrating({
      copy: JSON.stringify({ begins: 0, bandwidth: 100, passes: [{ mb: 100, seconds: 1 }] }),
      phase: 'suspend',
    });
    const movers =
      'source_msp_name=b750vio2,source_msp_id=2,dest_msp_name=b740vio2,dest_msp_id=2,bytes_transmitted=1000,bytes_remaining=5000';
    expect(await list(lab, p750)).toEqual([
      `name=b750nl2,lpar_id=5,migration_state=Migration In Progress,migration_type=active,dest_sys_name=${names.p740},dest_lpar_id=12,${movers}`,
    ]);
    expect(await list(lab, p740)).toEqual([
      `name=b750nl2,lpar_id=12,migration_state=Migration In Progress,migration_type=active,source_sys_name=${names.p750},source_lpar_id=5,${movers}`,
    ]);
    expect(
      await lines(
        lab,
        `lslparmigr -r lpar -m ${p750} --filter lpar_ids=5 -F name,source_sys_name,dest_lpar_id,remote_manager`,
      ),
    ).toEqual(['b750nl2,null,12,null']);
  });

  test('an inactive one has no movers and no bytes, one to another console names it', async () => {
    const lab = migrating({
      type: 'inactive',
      phase: 'devices',
      remote_console: 'hmc2',
      remote_user: 'hscroot',
    });
    expect(await list(lab, p750)).toEqual([
      `name=b750nl2,lpar_id=5,migration_state=Migration In Progress,migration_type=inactive,dest_sys_name=${names.p740},dest_lpar_id=12,remote_manager=hmc2,remote_user=hscroot`,
    ]);
  });

  test.each([
    ['failed', { failed: 1 }],
    ['of a process that is gone', { pid: 2_147_483_646, birth: 'another-boot' }],
  ])('%s: it waits for its recovery and is counted no more', async (_, columns) => {
    const lab = migrating(columns);
    expect(await lines(lab, `lslparmigr -r lpar -m ${p750} --filter lpar_ids=5 -F migration_state`)).toEqual([
      'Migration Failed',
    ]);
    expect(await lines(lab, `lslparmigr -r sys -m ${p750} -F num_active_migrations_in_progress`)).toEqual([
      '0',
    ]);
  });
});

describe('lslparmigr -r sys and -r manager', () => {
  const counts = '-F num_active_migrations_in_progress,num_inactive_migrations_in_progress';

  test('what a system can do', async () => {
    // Order and names are recalled; limits are those of seed 5, page 12.
    expect(await lines(new TestLab('default'), `lslparmigr -r sys -m ${p750}`)).toEqual([
      'inactive_lpar_mobility_capable=1,num_inactive_migrations_supported=4,num_inactive_migrations_in_progress=0,active_lpar_mobility_capable=1,num_active_migrations_supported=8,num_active_migrations_in_progress=0,inactive_prof_policy=config',
    ]);
  });

  test.each([
    ['active', '1,0'],
    ['inactive', '0,1'],
    ['suspended', '0,1'],
  ])('an %s migration is counted on both systems', async (type, counted) => {
    const lab = migrating({ type });
    expect(await lines(lab, `lslparmigr -r sys -m ${p750} ${counts}`)).toEqual([counted]);
    expect(await lines(lab, `lslparmigr -r sys -m ${p740} ${counts}`)).toEqual([counted]);
  });

  test('of the console', async () => {
    expect(await lines(new TestLab('default'), 'lslparmigr -r manager')).toEqual([
      'remote_lpar_mobility_capable=1',
    ]);
    const old = movable({ world: [['level: V7R7.9 # hmc1', 'level: V7R3.3']] });
    expect(await lines(old, 'lslparmigr -r manager -F --header')).toEqual([
      'remote_lpar_mobility_capable',
      '0',
    ]);
  });
});

describe('what a partition could be given on the other system', () => {
  test('movers: a line for each of the source', async () => {
    expect(await lines(new TestLab('default'), `lslparmigr -r msp ${one}`)).toEqual([
      'source_msp_name=b750vio1,source_msp_id=1,"dest_msp_names=b740vio1,b740vio2","dest_msp_ids=1,2","ipaddr_mappings=172.16.20.21//1/b740vio1/172.16.20.23,172.16.20.21//2/b740vio2/172.16.20.24"',
      'source_msp_name=b750vio2,source_msp_id=2,"dest_msp_names=b740vio1,b740vio2","dest_msp_ids=1,2","ipaddr_mappings=172.16.20.22//1/b740vio1/172.16.20.23,172.16.20.22//2/b740vio2/172.16.20.24"',
    ]);
  });

  test('VIO servers for its storage, as migrlpar takes them', async () => {
    const lab = new TestLab('default');
    const [scsi = '', fc = ''] = (
      await lines(
        lab,
        `lslparmigr -r virtualio ${one} -F suggested_virtual_scsi_mappings:suggested_virtual_fc_mappings`,
      )
    )
      .join()
      .split(':');
    expect([scsi, fc]).toEqual(['27/b740vio1/1,57/b740vio2/2', '37/b740vio1/1,47/b740vio2/2']);
    expect(await lines(lab, `lslparmigr -r virtualio ${there} --filter lpar_names=b750lin1`)).toEqual([
      '"possible_virtual_scsi_mappings=3/b740vio1/1,3/b740vio2/2",suggested_virtual_scsi_mappings=3/b740vio1/1',
    ]);
    const taken = await lab.call(
      'migrlpar',
      ...['-o', 'v', '-m', p750, '-t', p740, '-p', 'b750nl2'],
      ...['-i', `"virtual_scsi_mappings=${scsi}","virtual_fc_mappings=${fc}"`],
    );
    expect(taken).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('pools that can hold it, the default one last; none for dedicated processors', async () => {
    const beta = '-m alpha -t beta --filter lpar_names=mobile';
    expect(await lines(movable({}), `lslparmigr -r procpool ${beta}`)).toEqual([
      '"shared_proc_pool_ids=2,1,0","shared_proc_pool_names=Batch,Web,DefaultPool"',
    ]);
    expect(
      await lines(new TestLab('default'), `lslparmigr -r procpool ${there} --filter lpar_ids=6`),
    ).toEqual(['No results were found.']);
  });

  test('VIO servers that page for shared memory', async () => {
    const memory = 'memory: { min: 1024, desired: 4096, max: 8192';
    const pool = ['memory: { installed_mb: 65536, firmware_mb: 2048, region_mb: 256 } # beta'] as const;
    const lab = movable({
      world: [
        [`${memory} }`, `${memory}, shared: true }`],
        ['# alpha:', 'memory_pool: { size_mb: 16384 }'],
        [pool[0], `${pool[0].replace(' # beta', '')}\n    memory_pool: { size_mb: 16384 }`],
        ['paging: [] # b1', 'paging: [{ device: hdisk3, size_mb: 51200 }]'],
        ['paging: [] # b2', 'paging: [{ device: hdisk2, size_mb: 4096 }]'],
      ],
    });
    expect(await lines(lab, 'lslparmigr -r mempool -m alpha -t beta --filter lpar_names=mobile')).toEqual([
      'pool_mem=16384,possible_primary_paging_vios_names=b1,possible_primary_paging_vios_ids=1,suggested_primary_paging_vios_name=b1,suggested_primary_paging_vios_id=1',
    ]);
  });

  test.each([
    ['msp', 'lpar_names=b750off1'],
    ['msp', 'lpar_ids=1'],
    ['virtualio', 'lpar_names=b750new1'],
    ['mempool', 'lpar_names=b750nl2'],
  ])('nothing: -r %s --filter %s', async (resource, filter) => {
    expect(
      await lines(new TestLab('default'), `lslparmigr -r ${resource} ${there} --filter ${filter}`),
    ).toEqual(['No results were found.']);
  });
});

describe('through another console', () => {
  const list = (user: string) =>
    `lslparmigr -r procpool -m alpha -t beta --ip hmc2 ${user}--filter lpar_names=mobile`;
  test('keys must have been exchanged', async () => {
    const lab = movable({});
    expect(await lines(lab, list(''))).toHaveLength(1);
    expect(await complaint(lab, list('-u nobody '))).toMatch(/^HSCL3653 .* remote user nobody\. /);
  });
});

describe('words that are refused, and nothing changes', () => {
  test.each([
    ['', /The parameter -r is required/],
    ['-r nosuch', /-r cannot have the value nosuch\./],
    [`-r sriov -m ${p750}`, /^lslparmigr: -r sriov is not supported by parlab: /],
    ['-r sys', /The parameter -m is required/],
    [`-r sys -m ${p750} -t ${p740}`, /invalid parameter is -t\./],
    [`-r manager -m ${p750}`, /invalid parameter is -m\./],
    [`-r virtualio ${there}`, /The parameter --filter is required/],
    [`-r msp -m ${p750} --filter lpar_ids=5`, /The parameter -t is required/],
    [`-r virtualio ${there} --filter "lpar_ids=5,6"`, /^The filter must select exactly one partition\./],
    [
      `-r lpar -m ${p750} --filter lpar_names=b750nl2,lpar_ids=5`,
      /^The filters lpar_names and lpar_ids are mutually exclusive\./,
    ],
    [`-r msp ${there} --filter lpar_names=b750nl2,lpar_ids=5`, /are mutually exclusive\./],
    [`-r virtualio ${there} --filter lpar_ids=99`, /^HSCL8011 /],
    [`-r virtualio -m ${p750} -t ${p750} --filter lpar_ids=5`, /are the same managed system/],
    [`-r virtualio -m ${p750} -t nosuch --filter lpar_ids=5`, /^HSCL8018 /],
    [`-r msp ${one} --ip 10.9.9.9`, /^The management console 10\.9\.9\.9 cannot be reached\./],
    [`-r msp ${one} -u hscroot`, /-u is valid only with --ip\./],
    [`-r lpar -m ${p750} -F nosuch`, /invalid attribute is nosuch\./],
    [`-r lpar -m ${p750} --header`, /--header is valid only with -F\./],
  ])('lslparmigr %s', async (words, message) => {
    const lab = new TestLab('default');
    const before = lab.dump();
    expect(await complaint(lab, `lslparmigr ${words}`)).toMatch(message);
    expect(lab.dump()).toEqual(before);
  });
});
