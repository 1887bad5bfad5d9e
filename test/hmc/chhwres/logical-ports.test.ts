import { describe, expect, test } from 'vitest';
import type { TestLab } from '../../support/lab.ts';
import { parlabOk } from '../../support/parlab.ts';
import { silently, tamper } from '../changing.ts';
import { lines, typed } from '../console.ts';
import { movable } from '../mobility/movable.ts';
import { denied } from './hardware.ts';

const on = 'chhwres -r sriov --rsubtype logport -m alpha';
const remove = `${on} -o r -p mobile -a adapter_id=1,logical_port_id=27004001`;
const add = `${on} -o a -p mobile -a adapter_id=1,phys_port_id=0,logical_port_type=eth`;

/** `mobile` runs and has the only port of physical port 0, `a3` one of port 1; `a2` is off. */
function world(): TestLab {
  return movable({
    world: [
      ['# mobile:', "logical_ports: [{ kind: sriov, port: '1/0/27004001' }]"],
      ['# a3:', "logical_ports: [{ kind: sriov, port: '1/1/27004002/20.5' }]"],
    ],
  });
}

const ports = (lab: TestLab) =>
  lines(
    lab,
    'lshwres -r sriov --rsubtype logport --level eth -m alpha -F lpar_name,phys_port_id,logical_port_id,capacity,is_required',
  );

describe('logical ports', () => {
  test('the port that keeps a running partition from moving goes, and then it moves', async () => {
    const lab = world();
    expect((await typed(lab, 'migrlpar -o v -m alpha -t beta -p mobile')).stderr).toContain(
      'The migrating partition uses the SR-IOV logical port 1/0/27004001, which cannot be migrated.\n',
    );
    await silently(lab, remove);
    expect(await ports(lab)).toEqual(['a3,1,27004002,20.5,0']);
    await silently(lab, 'migrlpar -o v -m alpha -t beta -p mobile');
  });

  test('the adapter stays where it is without its ports, and can be used again', async () => {
    const lab = world();
    await silently(lab, remove);
    await silently(lab, `${on} -o r -p a3 -a adapter_id=1,logical_port_id=27004002`);
    expect(await ports(lab)).toEqual(['No results were found.']);
    expect(
      await lines(
        lab,
        'lshwres -r sriov --rsubtype physport --level roce -m alpha -F adapter_id,phys_port_id,config_logical_ports',
      ),
    ).toEqual(['1,0,0', '1,1,0']);
    expect(await lines(lab, 'lshwres -r sriov --rsubtype adapter -m alpha -F adapter_id')).toEqual(['1']);
    await silently(lab, add);
    expect(await ports(lab)).toEqual(['mobile,0,27004001,2.0,1']);
  });

  test('what others have of a physical port does not grow when one leaves', async () => {
    const lab = movable({
      world: [
        ['# mobile:', "logical_ports: [{ kind: sriov, port: '1/0/27004001' }]"],
        ['# a3:', "logical_ports: [{ kind: sriov, port: '1/0/27004002' }]"],
      ],
    });
    expect(await ports(lab)).toEqual(['mobile,0,27004001,50.0,0', 'a3,0,27004002,50.0,0']);
    await silently(lab, remove);
    expect(await ports(lab)).toEqual(['a3,0,27004002,50.0,0']);
    await silently(lab, `${add},capacity=50.0,logical_port_id=2700400F`);
    expect(await ports(lab)).toEqual(['a3,0,27004002,50.0,0', 'mobile,0,2700400f,50.0,1']);
  });

  // github:randomparity/hmc-mcp, power9-v10r3m1060-live-sriov.json: the operations of the capture, in its order. What is
  // refused was on standard output there; the lab's consoles have all errors on standard error.
  test('as it was captured', async () => {
    const lab = movable({
      world: [
        ['# mobile:', "logical_ports: [{ kind: sriov, port: '1/0/27004001' }]"],
        ['# a2:', 'state: Not Activated'],
      ],
    });
    const captured = (partition: string, port: string, number: string, capacity: string) =>
      `${on} -o a -p ${partition} -a adapter_id=1,phys_port_id=${port},logical_port_id=${number},logical_port_type=eth,capacity=${capacity}`;
    await silently(lab, captured('a2', '1', '27004002', '2.0'));
    expect(await denied(lab, captured('a2', '1', '27004002', '2.0'))).toBe(
      'HSCL127D: HSCL1288 logical port 27004002 is already assigned to the partition.\n',
    );
    await silently(lab, captured('a3', '1', '27004002', '2.0'));
    expect(await denied(lab, captured('a2', '0', '27004003', '0.5'))).toBe(
      'HSCL127D: HSCL1295 capacity 0.5 is outside the valid range 1.0 to 100.0.\n',
    );
    expect(await denied(lab, captured('a2', '0', '27004003', '1.0'))).toBe(
      'HSCL127D: HSCL1293 total capacity would exceed 100.0; current capacity is 100.0.\n',
    );
    expect(await ports(lab)).toEqual(['mobile,0,27004001,100.0,0', 'a3,1,27004002,2.0,1']);
  });

  test.each<[string, string | RegExp]>([
    ['-o r -p a3 -a adapter_id=1,logical_port_id=27004001', /does not belong to partition a3\.\n$/],
    [
      '-o r -p mobile -a adapter_id=2,logical_port_id=27004001',
      'The logical port 27004001 of the SR-IOV adapter 2 does not belong to partition mobile.\n',
    ],
    ['-o r -p mobile -a adapter_id=1', /The attribute logical_port_id is required/],
    ['-o r -p mobile -a adapter_id=1,logical_port_id=27004001,color=1', /The invalid attribute is color/],
    ['-o r -p mobile', /The parameter -a is required/],
    ['-o r -a adapter_id=1,logical_port_id=27004001', /The parameter -p is required/],
    ['-o r -p nobody -a adapter_id=1,logical_port_id=27004001', /nobody was not found/],
    [
      '-o a -p mobile -a adapter_id=1,phys_port_id=1,logical_port_type=eth,logical_port_id=27004002',
      'The logical port 27004002 is in use by the partition a3.\n',
    ],
    [
      '-o a -p mobile -a adapter_id=7,phys_port_id=0,logical_port_type=eth',
      'The managed system has no SR-IOV adapter 7.\n',
    ],
    [
      '-o a -p mobile -a adapter_id=1,phys_port_id=1,logical_port_type=eth,capacity=80',
      'HSCL127D: HSCL1293 total capacity would exceed 100.0; current capacity is 20.5.\n',
    ],
    ['-o a -p mobile -a adapter_id=1,phys_port_id=1', /The attribute logical_port_type is required/],
    ['-o a -p mobile -a adapter_id=1,phys_port_id=4,logical_port_type=eth', /phys_port_id cannot have/],
    [
      '-o a -p mobile -a adapter_id=1,phys_port_id=1,logical_port_type=ethc',
      /type cannot have the value ethc/,
    ],
    [
      '-o a -p mobile -a adapter_id=1,phys_port_id=1,logical_port_type=roce',
      /roce is not supported by parlab/,
    ],
    [
      '-o a -p mobile -a adapter_id=1,phys_port_id=1,logical_port_type=eth,mac_addr=1',
      /^mac_addr is not supported by parlab/,
    ],
    [
      '-o a -p mobile -a adapter_id=1,phys_port_id=1,logical_port_type=eth,logical_port_id=27008001',
      /logical_port_id cannot have the value 27008001/,
    ],
    ['-o a -p mobile -a adapter_id=+1,phys_port_id=1,logical_port_type=eth', /adapter_id cannot have/],
    ['-o s -p mobile -a adapter_id=1,logical_port_id=27004001', /^-o s is not supported by parlab/],
    ['-o m -p mobile -t a3 -a adapter_id=1', /invalid.*-o/s],
    ['-o r -p mobile -a adapter_id=1,logical_port_id=27004001 -l 1', /The invalid parameter is -l/],
  ])('%s is refused', async (words, stderr) => {
    const said = await denied(world(), `${on} ${words}`);
    if (typeof stderr === 'string') expect(said).toBe(stderr);
    else expect(said).toMatch(stderr);
  });

  test.each<[string, RegExp]>([
    ['sriov -o r -p mobile -a adapter_id=1', /The parameter --rsubtype is required/],
    ['sriov --rsubtype eth -o r -p mobile -a adapter_id=1', /invalid.*--rsubtype/s],
    ['sriov --rsubtype adapter -o a -p mobile -a adapter_id=1', /shared mode/],
    ['sriov --rsubtype physport -o s -p mobile -a adapter_id=1', /nothing to set/],
    ['io --rsubtype logport -o r -p mobile -l 21010000', /invalid.*--rsubtype/s],
    ['virtualio --rsubtype logport -o r -p mobile -s 4', /invalid.*--rsubtype/s],
  ])('chhwres -r %s is refused: types belong to resources', async (words, stderr) => {
    expect(await denied(world(), `chhwres -m alpha -r ${words}`)).toMatch(stderr);
  });

  test('who runs is asked: without RMC only --force changes something', async () => {
    const lab = world();
    tamper(lab, "UPDATE partition SET rmc_state = 'inactive' WHERE name = 'mobile'");
    expect(await denied(lab, remove)).toMatch(/^HSCL2957 /);
    await silently(lab, `${remove} --force`);
  });

  test('the operating system may refuse', async () => {
    const lab = world();
    await parlabOk(lab, 'fault add chhwres --on mobile --as os --detail "ent3 is busy"');
    const { status, stderr } = await typed(lab, remove);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^The dynamic removal of the logical port 27004001 from partition mobile failed\. .*caDlparCommand:execv to drmgr\nent3 is busy\n\nThe OS return code is 255\.\n$/s,
    );
    expect((await ports(lab))[0]).toBe('mobile,0,27004001,100.0,0');
  });

  test('nothing changes while the partition is on its way', async () => {
    const lab = world();
    tamper(lab, "UPDATE partition SET state = 'Migrating - Running' WHERE name = 'mobile'");
    expect(await denied(lab, remove)).toMatch(/^HSCL05DF /);
  });

  test('ports that a partition leaves behind on its way leave their adapter there', async () => {
    const lab = world();
    await silently(lab, `${on} -o r -p a3 -a adapter_id=1,logical_port_id=27004002`);
    expect((await typed(lab, 'migrlpar -o m -m alpha -t beta -p mobile --migsriov 2')).status).toBe(0);
    expect(await lines(lab, 'lshwres -r sriov --rsubtype adapter -m alpha -F adapter_id')).toEqual(['1']);
    expect(await lines(lab, 'lshwres -r sriov --rsubtype adapter -m beta -F adapter_id')).toEqual([
      'No results were found.',
    ]);
  });
});
