import { describe, expect, test } from 'vitest';
import { type Outcome, TestLab } from '../../support/lab.ts';
import { lines, p740, p750, typed } from '../console.ts';

/** Types a line on a VIO server. */
async function onServer(lab: TestLab, server: string, line: string): Promise<Outcome> {
  lab.host = server;
  const outcome = await typed(lab, line);
  lab.host = undefined;
  return outcome;
}

const well = { status: 0, stdout: '', stderr: '' };
const printed = (stdout: string) => ({ status: 0, stdout, stderr: '' });

// Page 52, as the talk prints the values and descriptions; blanks between columns are those of lsdev.
const tunables = (operations: number, level: number) =>
  `attribute       value description                                                 user_settable

cfg_msp_lpm_ops ${operations}     Configured number of concurrent LPM operations for this MSP True
concurrency_lvl ${level}     Concurrency level                                           True
lpm_msnap_succ  1     Create mini-snap for successful migrations                  True
max_lpm_vasi    1     Maximum number of VASI adapters used for LPM operations     False
max_vasi_ops    8     Maximum number of concurrent LPM operations per VASI        False
tcp_port_high   0     TCP highest ephemeral port                                  True
tcp_port_low    0     TCP lowest ephemeral port                                   True
`;

const pair = `-m ${p750} -t ${p740}`;
// Page 38: what was chosen on the console after "Validate". Both storage overrides are ticked there.
const chosen =
  '-n default --mpio 2 --vlanbridge 2 -i \'source_msp_name=b750vio2,dest_msp_name=b740vio2,shared_proc_pool_name=DefaultPool,"virtual_scsi_mappings=27/b740vio2/2,57/b740vio2/2","virtual_fc_mappings=37/b740vio2/2,47/b740vio2/2"\'';
// One VIO server instead of two: page 32.
const multipath =
  "HSCLA340 The management console may not be able to replicate the source multipath I/O configuration for the migrating partition's virtual I/O adapters on the destination. This means one or both of the following: (1) Client adapters that are assigned to different source VIOS hosts may be assigned to a single VIOS host on the destination; (2) Client adapters that are assigned to a single source VIOS host may be assigned to different VIOS hosts on the destination. To review the complete list of management console chosen mappings, issue the command to list the virtual I/O mappings for the migrating partition.";

describe("the talk's own migration (seed 5), as commands in the default world", () => {
  test.each([
    [p750, 'p750-Server-8233-E8B-SN069348P'],
    [p740, 'p740-Server-8205-E6B-SN10934CP'],
  ])('pages 11 to 14: what %s is capable of', async (system, name) => {
    const lab = new TestLab('default');
    const capable = ['active', 'inactive', 'os400'].map((type) => `${type}_lpar_mobility_capable`);
    expect(await lines(lab, `lssyscfg -r sys -m ${system} -F name,${capable.join()}`)).toEqual([
      `${name},1,1,1`,
    ]);
    expect(await lines(lab, `lslparmigr -r sys -m ${system}`)).toEqual([
      'inactive_lpar_mobility_capable=1,num_inactive_migrations_supported=4,num_inactive_migrations_in_progress=0,active_lpar_mobility_capable=1,num_active_migrations_supported=8,num_active_migrations_in_progress=0,inactive_prof_policy=config',
    ]);
    expect(await lines(lab, `lshwres -r mem --level sys -m ${system} -F mem_region_size`)).toEqual(['256']);
  });

  test.each([
    [p740, 'b740vio1'],
    [p750, 'b750vio1'],
  ])('pages 15 and 16: the mover of %s', async (system, server) => {
    const lab = new TestLab('default');
    expect(
      await lines(
        lab,
        `lssyscfg -r lpar -m ${system} --filter lpar_names=${server} -F name,lpar_id,lpar_type,state,resource_config,os_version,curr_profile,msp,allow_perf_collection`,
      ),
    ).toEqual([`${server},1,vioserver,Running,1,VIOS 2.2.2.3,default,1,1`]);
  });

  test('page 23: the VASI device', async () => {
    const { stdout } = await onServer(new TestLab('default'), 'b740vio2', 'lsdev -virtual');
    expect(stdout.split('\n').filter((line) => line.includes('vasi'))).toEqual([
      'vasi0            Available   Virtual Asynchronous Services Interface (VASI)',
    ]);
  });

  test('pages 24 and 25: RMC of the movers, the servers and the partition', async () => {
    const lab = new TestLab('default');
    const states = async (system: string, names: string) =>
      await lines(lab, `lssyscfg -r lpar -m ${system} --filter lpar_names=${names} -F name,rmc_state`);
    expect(await states(p750, 'b750vio1,b750vio2,b750nl2')).toEqual([
      'b750nl2,active',
      'b750vio2,active',
      'b750vio1,active',
    ]);
    expect(await states(p740, 'b740vio1,b740vio2')).toEqual(['b740vio2,active', 'b740vio1,active']);
  });

  test('pages 37 and 38: validated with nothing chosen, then with what the console shows', async () => {
    const lab = new TestLab('default');
    expect(await typed(lab, `migrlpar -o v ${pair} -p b750nl2`)).toEqual(well);
    expect(await lines(lab, `lslparmigr -r virtualio ${pair} --filter lpar_names=b750nl2`)).toEqual([
      '"possible_virtual_scsi_mappings=27/b740vio1/1,27/b740vio2/2,57/b740vio1/1,57/b740vio2/2","suggested_virtual_scsi_mappings=27/b740vio1/1,57/b740vio2/2","possible_virtual_fc_mappings=37/b740vio1/1,37/b740vio2/2,47/b740vio1/1,47/b740vio2/2","suggested_virtual_fc_mappings=37/b740vio1/1,47/b740vio2/2"',
    ]);
    expect(await lines(lab, `lslparmigr -r procpool ${pair} --filter lpar_names=b750nl2`)).toEqual([
      'shared_proc_pool_ids=0,shared_proc_pool_names=DefaultPool',
    ]);
    expect(await typed(lab, `migrlpar -o v ${pair} -p b750nl2 ${chosen}`)).toEqual({
      status: 0,
      stdout: '',
      stderr: `Warnings:\n${multipath}\n`,
    });
    expect(await typed(lab, `migrlpar -o v ${pair} -p b750nl2 ${chosen.replace(' --mpio 2', '')}`)).toEqual({
      status: 1,
      stdout: '',
      stderr: `Errors:\n${multipath}\nDetails:\nThe virtual adapters 27, 37, 47, 57 would all be hosted by b740vio2.\n`,
    });
  });

  test('page 38 to 44: moved as chosen; every list tells the same', async () => {
    const lab = new TestLab('default');
    expect(await typed(lab, `migrlpar -o m ${pair} -p b750nl2 ${chosen}`)).toMatchObject({
      status: 0,
      stdout: '',
    });
    const filter = '--filter lpar_names=b750nl2';
    expect(
      await lines(lab, `lssyscfg -r lpar -m ${p740} ${filter} -F name,lpar_id,state,curr_profile,rmc_state`),
    ).toEqual(['b750nl2,5,Running,default,active']);
    expect(await typed(lab, `lssyscfg -r lpar -m ${p750} ${filter}`)).toMatchObject({ status: 1 });
    const slots = async (kind: string) =>
      await lines(
        lab,
        `lshwres -r virtualio --rsubtype ${kind} --level lpar -m ${p740} ${filter} -F slot_num,remote_lpar_name,remote_slot_num`,
      );
    expect(await slots('scsi')).toEqual(['57,b740vio2,57', '27,b740vio2,27']);
    expect(await slots('fc')).toEqual(['47,b740vio2,47', '37,b740vio2,37']);
    const mapped = await onServer(lab, 'b740vio2', 'lsmap -all -field svsa physloc clientid -fmt :');
    expect(mapped).toEqual(
      printed('vhost0:U8205.E6B.10934CP-V2-C27:0x00000005\nvhost1:U8205.E6B.10934CP-V2-C57:0x00000005\n'),
    );
    const fibre = await onServer(
      lab,
      'b740vio2',
      'lsmap -all -npiv -field name physloc clntname status -fmt :',
    );
    expect(fibre).toEqual(
      printed(
        'vfchost0:U8205.E6B.10934CP-V2-C37:b750nl2:LOGGED_IN\nvfchost1:U8205.E6B.10934CP-V2-C47:b750nl2:LOGGED_IN\n',
      ),
    );
    // What the source had for it is gone (page 44).
    for (const server of ['b750vio1', 'b750vio2']) {
      const { stdout } = await onServer(lab, server, 'lsmap -all');
      expect(stdout).not.toContain('0x00000005');
    }
    expect(await lines(lab, `lslparmigr -r lpar -m ${p740} ${filter}`)).toEqual([
      'name=b750nl2,lpar_id=5,migration_state=Not Migrating',
    ]);
  });

  test('pages 49 to 52: the pseudo device, from the server and from the console', async () => {
    const lab = new TestLab('default');
    const device = 'lsdev -dev vioslpm0 -attr';
    expect(await onServer(lab, 'b740vio2', 'ioslevel')).toEqual(printed('2.2.3.3\n'));
    expect(await onServer(lab, 'b740vio2', device)).toEqual(printed(tunables(8, 3)));
    expect(await onServer(lab, 'b740vio2', 'chdev -dev vioslpm0 -attr cfg_msp_lpm_ops=5')).toEqual(
      printed('vioslpm0 changed\n'),
    );
    expect(await onServer(lab, 'b740vio2', device)).toEqual(printed(tunables(5, 3)));
    const set = `migrlpar -o set -r lpar -m ${p740} -p b740vio2 -i`;
    expect(await typed(lab, `${set} "num_active_migrations_configured=8"`)).toEqual(well);
    expect(await typed(lab, `${set} "concurr_migration_perf_level=4"`)).toEqual(well);
    expect(await onServer(lab, 'b740vio2', device)).toEqual(printed(tunables(8, 4)));
  });

  test('page 50: a port of lsnports is what a mapping names', async () => {
    const lab = new TestLab('default');
    const { stdout } = await onServer(lab, 'b740vio2', 'lsnports');
    expect(stdout.split('\n').map((line) => line.split(' ')[0])).toEqual(['name', 'fcs0', 'fcs1', '']);
    const to = (port: string) =>
      `migrlpar -o v ${pair} -p b750nl2 -i '"virtual_fc_mappings=37//1//fcs1,47//2//${port}"'`;
    expect(await typed(lab, to('fcs0'))).toEqual(well);
    expect(await typed(lab, to('fcs9'))).toMatchObject({ status: 1, stdout: '' });
    expect(await typed(lab, to('fcs0').replace(' -o v ', ' -o m '))).toEqual(well);
    expect(await onServer(lab, 'b740vio1', 'lsmap -all -npiv -field clntname fc -fmt :')).toEqual(
      printed('b750nl2:fcs1\n'),
    );
    expect(await onServer(lab, 'b740vio2', 'lsmap -all -npiv -field clntname fc -fmt :')).toEqual(
      printed('b750nl2:fcs0\n'),
    );
  });

  test('pages 55 and 56: --all needs VIOS 2.2.3 on both sides, and says so of each', async () => {
    const lab = new TestLab('default');
    const { status, stdout, stderr } = await typed(lab, `migrlpar -o m ${pair} --all`);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(
      'b750lin1:\nErrors:\nThe Virtual I/O Server b740vio1 is at level 2.2.2.3.  The migration of all partitions needs level 2.2.3 or later.\n',
    );
    expect(await typed(lab, `migrlpar -o s -m ${p750} --all`)).toEqual({
      status: 1,
      stdout: '',
      stderr: 'No partition is migrating from the managed system p750-Server-8233-E8B-SN069348P.\n',
    });
  });
});
