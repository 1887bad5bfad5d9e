import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { insideTest } from '../runtime/inside.ts';
import { TestLab } from '../support/lab.ts';

const host = 'l488pp008';

insideTest('makes an image of the level of its host, which no versioned WPAR takes', async () => {
  const lab = new TestLab('default', host);
  const printed = await lab.ok('mksysb -i install71');
  expect(printed).toMatch(/^Creating information file \(\/image\.data\) for rootvg\.\n\n/);
  expect(printed).toMatch(/0512-038 mksysb: Backup Completed Successfully\.\n$/);
  expect(readFileSync(join(lab.home, 'install71'), 'latin1').split('\n', 1)).toEqual([
    'parlab-image mksysb 7.1.2.0',
  ]);
  expect(await lab.type('mkwpar -n old -C -B install71')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'mkwpar: install71 is not a system backup of AIX 5.2 or 5.3.\n',
  });
  expect((await lab.type('restwpar -f install71')).stderr).toBe(
    'restwpar: install71 is not a backup made by savewpar.\n',
  );
});

test.each([
  ['mksysb -i', 2],
  ['mksysb -F x y', 2],
  ['mksysb /dev/rmt0', 1],
])('%s is refused', async (line, status) => {
  const lab = new TestLab('default', host);
  expect((await lab.type(line)).status).toBe(status);
});
