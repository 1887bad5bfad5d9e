import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { defaultBut, refused, rows, silently, tamper } from './changing.ts';
import { lines, p750, typed } from './console.ts';

const remove = (words: string) => `rmsyscfg -m ${p750} ${words}`;
const off = (name: string) => `chsysstate -m ${p750} -r lpar -o shutdown --immed -n ${name}`;
const names = (lab: TestLab) => lines(lab, `lssyscfg -r lpar -m ${p750} -F name`);
const servers = (lab: TestLab) =>
  lines(
    lab,
    `lshwres -r virtualio --rsubtype scsi --level lpar -m ${p750} -F lpar_name,slot_num,adapter_type,remote_lpar_id,remote_lpar_name`,
  );
const targets = (lab: TestLab) => rows(lab, 'SELECT partition, name, slot FROM target_device ORDER BY 1, 2');

describe('a partition', () => {
  test('goes with its profiles, adapters and resources', async () => {
    const lab = new TestLab('default');
    const free = () => lines(lab, `lshwres -r mem --level sys -m ${p750} -F curr_avail_sys_mem`);
    const before = Number(await free());
    await silently(lab, off('b750nl2'));
    await silently(lab, remove('-r lpar -n b750nl2'));
    expect(await names(lab)).not.toContain('b750nl2');
    expect(Number(await free())).toBe(before + 4096);
    expect((await typed(lab, `lssyscfg -r prof -m ${p750} -F lpar_name`)).stdout).not.toContain('b750nl2');
    expect(
      rows(lab, "SELECT count(*) AS count FROM adapter_wwpn WHERE wwpn LIKE 'c0507655872f000%'"),
    ).toEqual([{ count: 0 }]);
    // Its servers are left, with a partner that is not there.
    expect(await servers(lab)).toContain('b750vio1,27,server,5,');
    expect(
      await lines(lab, `lssyscfg -r prof -m ${p750} --filter lpar_names=b750vio1 -F virtual_scsi_adapters`),
    ).toEqual([expect.stringContaining('27/server/5//27/0')]);
  });

  test('--vioscfg: its server adapters and mappings, too', async () => {
    const lab = new TestLab('default');
    const before = targets(lab).length;
    await silently(lab, off('b750nl2'));
    await silently(lab, remove('-r lpar --id 5 --vioscfg'));
    expect((await servers(lab)).filter((line) => line.includes(',server,5,'))).toEqual([]);
    expect(targets(lab).length).toBe(before - 4);
    expect((await lines(lab, `lshwres -r virtualio --rsubtype fc --level lpar -m ${p750}`))[0]).toBe(
      'No results were found.',
    );
  });

  test('--vdisk: virtual disks, not those of the SAN', async () => {
    const lab = defaultBut([
      '          mover: { operations: 8, concurrency: 3 }',
      '          mover: { operations: 8, concurrency: 3 }\n          targets: [{ name: vdisk1, volume: lv1, slot: 27 }]',
    ]);
    const before = targets(lab).length;
    await silently(lab, off('b750nl2'));
    await silently(lab, remove('-r lpar -n b750nl2 --vdisk'));
    expect(targets(lab).length).toBe(before - 1);
    expect(rows(lab, "SELECT * FROM target_device WHERE name = 'vdisk1'")).toEqual([]);
  });

  test('its number is free for the next one', async () => {
    const lab = new TestLab('default');
    await silently(lab, remove('-r lpar -n b750off1'));
    const sizes =
      'min_mem=256,desired_mem=256,max_mem=256,proc_mode=ded,sharing_mode=keep_idle_procs,min_procs=1,desired_procs=1,max_procs=1';
    await silently(
      lab,
      `mksyscfg -r lpar -m ${p750} -i "name=b750off1,lpar_id=9,lpar_env=aixlinux,profile_name=n,${sizes}"`,
    );
    expect(await names(lab)).toContain('b750off1');
  });

  test.each([
    ['-r lpar -n b750nl2', /^HSCL05DF /],
    ['-r lpar -n nobody', /^HSCL8012 /],
    ['-r lpar --id 77', /^HSCL8011 /],
    ['-r lpar', /The parameter -n is required/],
    ['-r lpar -n b750off1 --id 9', /-n and --id cannot be entered together/],
    ['-r lpar -n b750off1 -p b750off1', /invalid parameter is -p\./],
    ['-r sys -n x', /-r cannot have the value sys/],
    ['-r prof -n default -p b750off1', /^The profile default is the default profile or the current profile/],
    ['-r prof -n other -p b750off1', /has no profile named other/],
    ['-r prof -n default', /The parameter -p is required/],
    ['-r prof --id 9', /The parameter -n is required/],
    ['-r prof -n default -p b750off1 --vdisk', /invalid parameter is --vdisk\./],
  ])('rmsyscfg %s', async (words, message) => {
    expect(await refused(new TestLab('default'), remove(words))).toMatch(message);
  });

  test('--vioscfg needs the VIO servers', async () => {
    const lab = new TestLab('default');
    await silently(lab, off('b750nl2'));
    tamper(lab, "UPDATE partition SET rmc_state = 'inactive' WHERE name = 'b750vio2'");
    expect(await refused(lab, remove('-r lpar -n b750nl2 --vioscfg'))).toMatch(
      /^HSCL2957 Either there is currently no RMC connection between the management console and the partition b750vio2 /,
    );
  });

  test('a VIO server that keeps a suspended partition stays', async () => {
    const lab = defaultBut([
      '          mover: { operations: 8, concurrency: 3 }',
      '          mover: { operations: 8, concurrency: 3 }\n          paging: [{ device: hdisk9, purpose: suspend, size_mb: 8192 }]',
    ]);
    await silently(lab, `chsyscfg -r lpar -m ${p750} -i name=b750nl2,suspend_capable=1`);
    await silently(lab, `chsysstate -m ${p750} -r lpar -o suspend -n b750nl2`);
    await silently(lab, off('b750vio1'));
    expect(await refused(lab, remove('-r lpar -n b750vio1'))).toMatch(
      /has the storage device of a suspended partition/,
    );
  });
});

test('a profile', async () => {
  const lab = new TestLab('default');
  await silently(lab, `mksyscfg -r lpar -m ${p750} -o save -p b750nl2 -n mine`);
  await silently(lab, remove('-r prof -n mine --id 5'));
  expect(await lines(lab, `lssyscfg -r prof -m ${p750} --filter lpar_names=b750nl2 -F name`)).toEqual([
    'default',
  ]);
});
