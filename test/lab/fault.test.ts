import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { parlabJson, parlabOk, typeParlab } from '../support/parlab.ts';

describe('parlab fault', () => {
  test('add, list, stats and clear', async () => {
    const lab = new TestLab('default');
    expect(await parlabOk(lab, 'fault list')).toBe('There are no fault rules.\n');
    expect(await parlabOk(lab, 'fault stats')).toBe('There are no fault rules.\n');
    expect(await parlabOk(lab, 'fault add migrate --on b750nl2 --at 40% --as msp --nth 2 --times 1')).toBe(
      'Fault rule 1: migrate of b750nl2, copy at 40%: a mover service partition fails.\n',
    );
    expect(await parlabOk(lab, 'fault add chhwres --as os --probability 25% --detail "no room"')).toBe(
      'Fault rule 2: chhwres of any partition, os: the operating system refuses.\n',
    );
    expect(
      await parlabOk(lab, 'fault list'),
    ).toBe(`Rule  Operation  On       At        As   When                  Detail
1     migrate    b750nl2  copy 40%  msp  from time 2 on, once
2     chhwres    (any)    os        os   25%                   no room
`);
    expect(await parlabJson(lab, 'fault list')).toMatchObject([
      { id: 1, operation: 'migrate', object: 'b750nl2', at: 'copy', percent: 40, nth: 2, times: 1 },
      { id: 2, operation: 'chhwres', object: null, at: 'os', percent: null, probability: 25 },
    ]);
    expect(await parlabOk(lab, 'fault stats')).toBe(`Rule  Strikes                          Met  Struck
1     migrate of b750nl2, copy at 40%  0    0
2     chhwres of any partition, os     0    0
`);
    expect(await parlabOk(lab, 'fault clear 1')).toBe('Removed fault rule 1.\n');
    expect(await parlabJson(lab, 'fault clear')).toEqual({ removed: 1 });
    expect(lab.dump().fault).toEqual([]);
  });

  test('stats count', async () => {
    const lab = new TestLab('default', 'bpichmc');
    await parlabOk(lab, 'fault add chhwres --as os --nth 2 --times 1');
    for (const slot of [9, 10, 11]) {
      await lab.type(
        `chhwres -r virtualio -m 8233-E8B*069348P -o a -p b750nl2 --rsubtype eth -s ${slot} -a port_vlan_id=10`,
      );
    }
    expect(await parlabJson(lab, 'fault stats')).toEqual([{ id: 1, seen: 3, struck: 1 }]);
    const slots = (lab.dump().virtual_adapter as { slot: number }[]).map(({ slot }) => slot);
    expect(slots).toEqual(expect.arrayContaining([9, 11]));
    expect(slots).not.toContain(10);
  });

  test.each<[string, number, string]>([
    ['add fly --as os', 2, 'fly is no operation that faults can strike; they are migrate, chhwres.'],
    ['add migrate --as os', 2, 'Say with --at where it strikes: validate, shell,'],
    ['add migrate --at nowhere --as os', 2, 'migrate has no phase nowhere; its phases are validate,'],
    ['add migrate --at 101% --as os', 2, 'from 0% to 100%'],
    ['add chhwres --at 40% --as os', 2, 'Only a migration has a percentage'],
    ['add chhwres --as msp', 2, 'chhwres knows no fault of the kind msp; it knows rmc, os, network.'],
    ['add chhwres --as __proto__', 2, 'knows no fault of the kind __proto__'],
    ['add constructor --as os', 2, 'constructor is no operation'],
    ['add chhwres --as os --on nosuch', 1, 'The lab has no partition called nosuch.'],
    ['add chhwres --as os --nth 0', 2, '--nth takes a whole number from 1 on, not 0.'],
    ['add chhwres --as os --times x', 2, '--times takes a whole number from 1 on, not x.'],
    ['add chhwres --as os --probability 0', 2, '0 is no probability'],
    ['add chhwres --as os --probability 200%', 2, '200% is no probability'],
    [`add chhwres --as os --detail ${'x'.repeat(201)}`, 2, 'at most 200 characters'],
    ['clear 7', 1, 'There is no fault rule 7'],
    ['clear x', 1, 'There is no fault rule x'],
    ['add chhwres', 2, 'as'],
    ['', 2, 'Say what to do with fault.'],
  ])('fault %s is refused', async (words, status, stderr) => {
    const lab = new TestLab('default');
    const before = lab.dump();
    const outcome = await typeParlab(lab, `fault ${words}`);
    expect({ ...outcome, stderr: '' }).toEqual({ status, stdout: '', stderr: '' });
    expect(outcome.stderr).toContain(stderr);
    expect(lab.dump()).toEqual(before);
  });
});
