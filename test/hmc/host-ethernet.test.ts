/** Logical ports of Host Ethernet Adapters: listed, and what a partition with one that keeps it from moving can do. */
import { describe, expect, test } from 'vitest';
import type { TestLab } from '../support/lab.ts';
import { parlabOk } from '../support/parlab.ts';
import { refused, silently, tamper } from './changing.ts';
import { denied } from './chhwres/hardware.ts';
import { lines, typed } from './console.ts';
import { movable } from './mobility/movable.ts';

function world(state = 'Running'): TestLab {
  return movable({
    type: state === 'Running' ? 'active' : 'inactive',
    world: [
      [
        '# mobile:',
        "logical_ports: [{ kind: hea, port: '23000000/1/0/1/none', required: true }, { kind: hea, port: '23000001/2/3/5/all' }]",
      ],
      ['# a3:', "logical_ports: [{ kind: hea, port: '23000000/1/1/2/none' }]"],
    ],
  });
}

const profile = '-i "name=default,lpar_name=mobile,';
const listed = async (lab: TestLab, names = 'lhea_logical_ports', partition = 'mobile') => {
  const [line] = await lines(lab, `lssyscfg -r prof -m alpha --filter lpar_names=${partition} -F ${names}`);
  return line;
};
const isKept = async (lab: TestLab) =>
  (await typed(lab, 'migrlpar -o v -m alpha -t beta -p mobile')).stderr.includes(
    'of a Host Ethernet Adapter',
  );
const remove = (adapter: string, group: number, port: number) =>
  `chhwres -r hea -m alpha -o r -p mobile -l ${adapter} -g ${group} --logport ${port}`;

describe('lssyscfg -r prof', () => {
  test('lists ports as profiles name them, and only when it is asked', async () => {
    const lab = world();
    expect(await listed(lab, 'lhea_logical_ports:lhea_capabilities')).toBe(
      '23000000/1/0/1/none,23000001/2/3/5/all:23000000/0,23000001/0',
    );
    expect(await listed(lab, 'lhea_logical_ports,lhea_capabilities', 'a1')).toBe('none,none');
    expect(await lines(lab, 'lssyscfg -r prof -m alpha --filter lpar_names=mobile')).toEqual([
      expect.not.stringContaining('lhea'),
    ]);
  });
});

describe('chsyscfg -r prof', () => {
  test('a port that is no longer in the profile leaves with the next activation', async () => {
    const lab = world();
    expect(await isKept(lab)).toBe(true);
    await silently(lab, `chsyscfg -r prof -m alpha ${profile}lhea_logical_ports=none"`);
    expect(await listed(lab)).toBe('none');
    expect(await isKept(lab)).toBe(true);
    await silently(lab, 'chsysstate -r lpar -m alpha -o shutdown --immed -n mobile');
    await silently(lab, 'chsysstate -r lpar -m alpha -o on -n mobile -f default');
    expect(await isKept(lab)).toBe(false);
  });

  test('ports come back to the profile and to the partition', async () => {
    const lab = world();
    await silently(lab, `chsyscfg -r prof -m alpha ${profile}lhea_logical_ports-=23000000/1/0/1/none"`);
    expect(await listed(lab)).toBe('23000001/2/3/5/all');
    await silently(lab, `chsyscfg -r prof -m alpha ${profile}lhea_logical_ports+=23000000/1/0/1"`);
    expect(await listed(lab)).toBe('"23000001/2/3/5/all,23000000/1/0/1/none"');
    await silently(lab, remove('23000000', 1, 1));
    await silently(lab, remove('23000001', 2, 5));
    expect(await isKept(lab)).toBe(false);
    await silently(lab, 'chsysstate -r lpar -m alpha -o shutdown --immed -n mobile');
    await silently(lab, 'chsysstate -r lpar -m alpha -o on -n mobile -f default');
    expect(await isKept(lab)).toBe(true);
  });

  test.each<[string, RegExp]>([
    ['lhea_logical_ports=23000000/1/1/2/none', /lhea_logical_ports cannot have the value 23000000\/1\/1\/2/],
    ['lhea_logical_ports-=23000000/1/0/9/none', /23000000\/1\/0\/9\/none is not in the list/],
    ['lhea_logical_ports+=23000000/1/0/1/none', /is already in the list lhea_logical_ports/],
    ['lhea_logical_ports=;DROP', /cannot have the value ;DROP/],
    ['lhea_capabilities=none', /^lhea_capabilities is not supported by parlab/],
  ])('%s is refused', async (words, message) => {
    expect(await refused(world(), `chsyscfg -r prof -m alpha ${profile}${words}"`)).toMatch(message);
  });
});

describe('chhwres -r hea', () => {
  test('a running partition gives its ports up, and then it moves', async () => {
    const lab = world();
    await silently(lab, remove('23000000', 1, 1));
    await silently(lab, remove('23000001', 2, 5));
    // The profile stays as it is.
    expect(await listed(lab)).toBe('"23000000/1/0/1/none,23000001/2/3/5/all"');
    await silently(lab, 'migrlpar -o m -m alpha -t beta -p mobile');
    expect(
      await lines(lab, 'lssyscfg -r prof -m beta --filter lpar_names=mobile -F lhea_logical_ports'),
    ).toEqual(['none']);
  });

  test('the profile follows with sync_curr_profile=1', async () => {
    const lab = world();
    await silently(lab, 'chsyscfg -r lpar -m alpha -i "name=mobile,sync_curr_profile=1"');
    await silently(lab, remove('23000000', 1, 1));
    expect(await listed(lab)).toBe('23000001/2/3/5/all');
  });

  test('one that is off, too', async () => {
    const lab = world('Not Activated');
    await silently(lab, remove('23000000', 1, 1));
  });

  test.each<[string, RegExp]>([
    [
      '-o r -p mobile -l 23000000 -g 1 --logport 2',
      /^The logical port 2 of port group 1 .* partition mobile\.\n$/,
    ],
    ['-o r -p mobile -l 23000000 -g 1', /The parameter --logport is required/],
    ['-o r -p mobile -g 1 --logport 1', /The parameter -l is required/],
    ['-o r -p nobody -l 23000000 -g 1 --logport 1', /nobody was not found/],
    ['-o a -p mobile -l 23000000 -g 1', /^-o a is not supported by parlab for Host Ethernet/],
    ['-o s -l 23000000 -g 1 -a promisc_lpar_id=1', /^-o s is not supported by parlab for Host Ethernet/],
    ['-o s -l 23000000 -g 1 -a promisc_lpar_id=1 --physport 0', /physport is not supported by parlab/],
    ['-o m -p mobile -t a1 -l 23000000', /invalid.*-o/s],
    ['-o r -p mobile -l 23000000 -g 1 --logport 1 -a x=1', /The invalid parameter is -a/],
  ])('%s is refused', async (words, stderr) => {
    expect(await denied(world(), `chhwres -r hea -m alpha ${words}`)).toMatch(stderr);
  });

  test('without RMC only --force changes something, and the operating system may refuse', async () => {
    const lab = world();
    await parlabOk(lab, 'fault add chhwres --on mobile --as os --detail "ent0 is busy" --times 1');
    const { status, stderr } = await typed(lab, remove('23000000', 1, 1));
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^The dynamic removal of the logical port 23000000\/1\/0\/1\/none .*\nent0 is busy\n/s,
    );
    tamper(lab, "UPDATE partition SET rmc_state = 'inactive' WHERE name = 'mobile'");
    expect(await denied(lab, remove('23000000', 1, 1))).toMatch(/^HSCL2957 /);
    await silently(lab, `${remove('23000000', 1, 1)} --force`);
  });
});
