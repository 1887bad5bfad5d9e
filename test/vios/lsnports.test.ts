import { expect, test } from 'vitest';
import { golden } from '../support/golden.ts';
import { alter, captured, prints, refusal, server } from './typed.ts';

const words = (text: string) => text.split('\n').map((line) => line.split(/ +/).join(' '));

test('a captured table: one login for each storage port that a mapped adapter is zoned to', async () => {
  const text = await prints(captured('nports'), 'lsnports');
  expect(words(text)).toEqual(words(golden('lsnports/four', 'vios')));
  // Widths: recalled.
  expect(text.split('\n').slice(0, 2)).toEqual([
    'name             physloc                        fabric tports aports swwpns  awwpns',
    'fcs0             U5803.001.9SS99BC-P2-C6-T1          1     64     43   2048    1967',
  ]);
});

test.each([
  [
    '-fmt :',
    'fcs0:U78A0.001.DNWHZ4R-P1-C3-T1:1:64:63:2048:2046\nfcs1:U78A0.001.DNWHZ4R-P1-C3-T2:1:64:64:2048:2048\n',
  ],
  ['-field fabric name', 'fabric name\n     1 fcs0\n     1 fcs1\n'],
])('lsnports %s', async (line, stdout) => {
  expect(await prints(server(), `lsnports ${line}`)).toBe(stdout);
});

test('no port at all, a wrong field, labels', async () => {
  const lab = server();
  expect((await refusal(lab, 'lsnports -field label')).stderr).toBe(
    'The field label is not valid. Valid fields: name, physloc, fabric, tports, aports, swwpns, awwpns.\n',
  );
  expect((await refusal(lab, 'lsnports -label')).stderr).toMatch(/not supported by parlab/);
  alter(lab, 'DELETE FROM vios_port');
  expect(await refusal(lab, 'lsnports')).toEqual({
    status: 62,
    stderr: 'There are no NPIV capable ports on this Virtual I/O Server.\n',
  });
});
