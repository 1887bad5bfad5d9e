import { describe, expect, test } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import { Lab } from '../../src/state/lab.ts';
import { applyUpdate } from '../../src/state/transitions.ts';
import type { TestLab } from '../support/lab.ts';
import { b750vio2, preamble } from './server.ts';

const method = 'Method error (/usr/lib/methods/chggen):\n';
const badValues = `${method}        0514-018 The values specified for the following attributes\n                 are not valid:\n`;
const operations = '     cfg_msp_lpm_ops Configured number of concurrent LPM operations for this MSP\n';
const low = '     tcp_port_low TCP lowest ephemeral port\n';

function mover(lab: TestLab, host = 'b750vio2'): unknown {
  return inside(lab, ({ engine }) =>
    engine.get(
      `SELECT operations, concurrency, port_low, port_high FROM mover
         JOIN partition ON partition.id = mover.partition WHERE host = ?`,
      host,
    ),
  );
}

function inside<Result>(lab: TestLab, work: (lab: Lab) => Result): Result {
  const opened = Lab.open(lab.directory, processMachine);
  try {
    return work(opened);
  } finally {
    opened.close();
  }
}

async function value(lab: TestLab, device: string, attribute: string): Promise<string> {
  return (await lab.ok(`lsdev -dev ${device} -attr ${attribute}`)).replace('value\n\n', '').trimEnd();
}

describe('chdev on a VIO server', () => {
  test('vioslpm0 is the row that migrations read', async () => {
    const lab = b750vio2();
    expect(await lab.ok('chdev -dev vioslpm0 -attr cfg_msp_lpm_ops=5')).toBe('vioslpm0 changed\n');
    expect(await lab.ok('chdev -dev vioslpm0 -attr tcp_port_low=5000 tcp_port_high=6000')).toBe(
      'vioslpm0 changed\n',
    );
    expect(await lab.ok('chdev -l vioslpm0 -a concurrency_lvl=1')).toBe('vioslpm0 changed\n');
    expect(mover(lab)).toEqual({ operations: 5, concurrency: 1, port_low: 5000, port_high: 6000 });
    expect(mover(lab, 'b750vio1')).toEqual({ operations: 8, concurrency: 3, port_low: 0, port_high: 0 });
    expect(lab.dump().device_attribute).toEqual([]);
  });

  test('pairs in quotes', async () => {
    const lab = b750vio2();
    const outcome = await lab.call(
      'chdev',
      '-dev',
      'vioslpm0',
      '-attr',
      'cfg_msp_lpm_ops=4 concurrency_lvl=2',
    );
    expect(outcome).toEqual({ status: 0, stdout: 'vioslpm0 changed\n', stderr: '' });
    expect(mover(lab)).toMatchObject({ operations: 4, concurrency: 2 });
  });

  test('the log says what changed', async () => {
    const lab = b750vio2();
    await lab.ok('chdev -dev vioslpm0 -attr concurrency_lvl=2');
    const said = inside(lab, ({ engine }) =>
      engine.all("SELECT host, object, what FROM change WHERE object = 'vioslpm0'"),
    );
    expect(said).toEqual([{ host: 'b750vio2', object: 'vioslpm0', what: 'concurrency_lvl=2' }]);
  });

  test.each([
    ['vioslpm0 -attr cfg_msp_lpm_ops=99', badValues + operations],
    ['vioslpm0 -attr cfg_msp_lpm_ops=0', badValues + operations],
    ['vioslpm0 -attr cfg_msp_lpm_ops=1e0', badValues + operations],
    ['vioslpm0 -attr cfg_msp_lpm_ops=', badValues + operations],
    ['vioslpm0 -attr concurrency_lvl=4 cfg_msp_lpm_ops=9', badValues + operations],
    [
      'vioslpm0 -attr lpm_msnap_succ=2',
      `${badValues}     lpm_msnap_succ Create mini-snap for successful migrations\n`,
    ],
    [
      'vioslpm0 -attr max_lpm_vasi=2',
      `${badValues}     max_lpm_vasi Maximum number of VASI adapters used for LPM operations\n`,
    ],
    ['vioslpm0 -attr tcp_port_low=5000', badValues + low],
    [
      'vioslpm0 -attr tcp_port_low=6000 tcp_port_high=5000',
      `${badValues}     tcp_port_high TCP highest ephemeral port\n${low}`,
    ],
    [
      'vioslpm0 -attr concurrency_lvl=4 nosuch=1 other=2',
      `${method}        0514-017 The following attributes are not valid for the\n                 specified device:\n     nosuch\n     other\n`,
    ],
    // Of later levels.
    [
      'vioslpm0 -attr auto_tunnel=1',
      `${method}        0514-017 The following attributes are not valid for the\n                 specified device:\n     auto_tunnel\n`,
    ],
    [
      'nosuch -attr a=1',
      'chdev: 0514-519 The following device was not found in the customized device configuration database:\nnosuch\n',
    ],
    [
      'ent7 -attr real_adapter=ent4',
      `${badValues}     real_adapter Physical adapter associated with the SEA\n`,
    ],
    ['ent7 -attr pvid=4095', `${badValues}     pvid PVID to use for the SEA device\n`],
  ])('chdev -dev %s changes nothing', async (words, stderr) => {
    const lab = b750vio2();
    const before = lab.dump();
    expect(await lab.type(`chdev -dev ${words}`)).toEqual({
      status: 1,
      stdout: '',
      stderr: preamble + stderr,
    });
    expect(lab.dump()).toEqual(before);
  });

  test('a disk behind a target device is busy', async () => {
    const lab = b750vio2();
    const before = lab.dump();
    expect(await lab.type('chdev -dev hdisk2 -attr reserve_policy=single_path')).toEqual({
      status: 1,
      stdout: '',
      stderr: `${preamble}Method error (/usr/lib/methods/chgdisk):\n        0514-062 Cannot perform the requested function because the\n                 specified device is busy.\n`,
    });
    expect(lab.dump()).toEqual(before);
    expect(await lab.ok('chdev -dev hdisk2 -attr reserve_policy=no_reserve')).toBe('hdisk2 changed\n');
    expect(await lab.ok('chdev -dev hdisk2 -attr reserve_policy=single_path -force')).toBe(
      'hdisk2 changed\n',
    );
    expect(await value(lab, 'hdisk2', 'reserve_policy')).toBe('single_path');
    expect(await lab.ok('chdev -dev hdisk9 -attr reserve_policy=no_reserve')).toBe('hdisk9 changed\n');
    expect(lab.dump().vios_disk).toContainEqual(
      expect.objectContaining({ name: 'hdisk9', reserve_policy: 'no_reserve' }),
    );
  });

  test('-perm waits for the next start', async () => {
    const lab = b750vio2();
    const disks = lab.dump().vios_disk;
    await lab.ok('chdev -dev hdisk2 -attr reserve_policy=single_path queue_depth=32 -perm');
    await lab.ok('chdev -dev vioslpm0 -attr concurrency_lvl=5 -perm');
    expect(lab.dump().vios_disk).toEqual(disks);
    expect(mover(lab)).toMatchObject({ concurrency: 3 });
    // The database has it already, what is in force does not.
    expect(await value(lab, 'hdisk2', 'reserve_policy')).toBe('single_path');
    expect(await lab.ok('lsattr -Pl hdisk2 -a reserve_policy -a queue_depth -F value')).toBe(
      'no_reserve\n8\n',
    );
    inside(lab, (opened) =>
      opened.update(({ engine }) => {
        const key = engine.get<{ id: number }>("SELECT id FROM partition WHERE host = 'b750vio2'")?.id ?? 0;
        applyUpdate(engine, { table: 'partition', key, set: { state: 'Not Activated' } });
        applyUpdate(engine, { table: 'partition', key, set: { state: 'Running' } });
      }),
    );
    expect(mover(lab)).toMatchObject({ concurrency: 5 });
    expect(await lab.ok('lsattr -Pl hdisk2 -a reserve_policy -a queue_depth -F value')).toBe(
      'single_path\n32\n',
    );
    expect(lab.dump().device_attribute).toEqual([
      { host: 'b750vio2', device: 'hdisk2', attribute: 'queue_depth', value: '32', pending: null },
    ]);
  });

  test('the default again leaves no row', async () => {
    const lab = b750vio2();
    await lab.ok('chdev -dev hdisk9 -attr queue_depth=32');
    expect(await value(lab, 'hdisk9', 'queue_depth')).toBe('32');
    await lab.ok('chdev -dev hdisk9 -attr queue_depth=8 -perm');
    await lab.ok('chdev -dev hdisk9 -attr queue_depth=8');
    expect(lab.dump().device_attribute).toEqual([]);
  });

  test('settings of a shared Ethernet adapter', async () => {
    const lab = b750vio2();
    await lab.ok('chdev -dev ent7 -attr ha_mode=standby largesend=1 accounting=enabled ctl_chan=');
    expect(lab.dump().sea).toContainEqual(
      expect.objectContaining({ ha_mode: 'standby', control_slot: null, backing: 'ent0' }),
    );
    // The first lines of a published listing.
    expect((await lab.ok('lsdev -dev ent7 -attr')).split('\n').slice(0, 4)).toEqual([
      'attribute     value    description                                                        user_settable',
      '',
      'accounting    enabled  Enable per-client accounting of network statistics                 True',
      'ctl_chan               Control Channel adapter for SEA failover                           True',
    ]);
  });

  test('-udid names a disk', async () => {
    const lab = b750vio2();
    const id = await value(lab, 'hdisk9', 'unique_id');
    expect(await lab.ok(`chdev -udid ${id} -attr reserve_policy=no_reserve`)).toBe('hdisk9 changed\n');
    expect((await lab.type('chdev -udid nosuch -attr a=1')).status).toBe(10);
  });

  test.each([
    ['-dev vioslpm0 -attr concurrency_lvl', '"concurrency_lvl" is not of the form Attribute=Value.\n'],
    ['-dev vioslpm0', 'The -attr or -a flag is required.\n'],
    ['-attr a=1', 'The -dev or -udid or -l flag is required.\n'],
    ['-dev en5 -attr mtu=9000 -restoreroute', 'chdev: The -restoreroute flag is not supported by parlab: '],
    ['-dev en5 -attr netaddr=1.2.3.4', 'chdev: parlab takes the address of a VIO server from its world: '],
  ])('chdev %s is refused', async (words, beginning) => {
    const lab = b750vio2();
    const before = lab.dump();
    const { status, stdout, stderr } = await lab.type(`chdev ${words}`);
    expect({ stdout, beginning: stderr.slice(0, beginning.length) }).toEqual({ stdout: '', beginning });
    expect(status).toBeGreaterThan(0);
    expect(lab.dump()).toEqual(before);
  });

  test('the words choose the platform in a plain shell', async () => {
    const lab = b750vio2();
    lab.host = undefined;
    expect(await lab.ok('chdev -dev vioslpm0 -attr concurrency_lvl=4')).toBe('vioslpm0 changed\n');
    expect(await lab.ok('lsattr -El vioslpm0 -a concurrency_lvl')).toBe(
      'concurrency_lvl 4 Concurrency level True\n',
    );
    expect((await lab.ok('lsdev -Cc adapter')).split('\n')[0]).toMatch(/^ent0 /);
    lab.host = 'l488pp008';
    expect((await lab.type('lsattr -El vioslpm0')).status).toBe(1);
  });

  test('hostile names', async () => {
    const lab = b750vio2();
    for (const name of [
      '',
      "x' OR 1=1 --",
      'a\u001b[31m\n',
      'x'.repeat(10_000),
      '__proto__',
      'constructor',
    ]) {
      const { status, stderr } = await lab.call('chdev', '-dev', name, '-attr', 'a=1');
      expect(status).toBeGreaterThan(0);
      expect(stderr).not.toMatch(/\u001b|internal|TypeError/);
      const attribute = await lab.call('lsdev', '-dev', 'vioslpm0', '-attr', name || 'x');
      expect(attribute.stderr).not.toMatch(/\u001b|internal|TypeError/);
      const pair = await lab.call('chdev', '-dev', 'hdisk9', '-attr', `location=${name}`);
      expect(pair.stderr).not.toMatch(/internal|TypeError/);
    }
  });
});
