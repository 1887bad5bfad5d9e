/** Seed 4, "Managing an Application's DLPAR Dependencies": what holds processors and memory fast. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../support/bins.ts';
import { FakeInside } from '../../support/fake-inside.ts';
import { TestLab } from '../../support/lab.ts';
import { silently, tamper } from '../changing.ts';
import { typed } from '../console.ts';
import { denied, install, memoryOf, processorsOf } from './hardware.ts';

const frame = '-m frame -p db1';

/** db1 has a process bound to its last bind ID, pinned memory and large pages. */
function held(): TestLab & { inside: FakeInside } {
  const lab = new TestLab(join(projectRoot, 'test', 'worlds', 'resources.yaml'));
  return Object.assign(lab, { inside: new FakeInside() });
}

test('the primary cause of processor removal failure is processor bindings', async () => {
  const lab = held();
  const said = await denied(lab, `chhwres -r proc -o r ${frame} --procs 1`);
  expect(said).toMatch(/^HSCL294F The dynamic removal of processing resources failed: /);
  expect(said).toMatch(
    /\nThe OS standard error is:\n\n0930-033 Resource 0x4 is busy and cannot be released\. {2}process \d+ \(cron\) is bound to processor 7\n\n\n\n\nThe OS return code is 1\.Please issue/,
  );
  // FORCE does not make the operating system unsafe.
  expect(await denied(lab, `chhwres -r proc -o r ${frame} --procs 1 --force`)).toContain('0930-033');
});

test('a script releases the binding before the processor leaves', async () => {
  const lab = held();
  install(lab, 'db1');
  lab.inside.scripts = ({ words }) => {
    if (words[1] === 'prerelease') tamper(lab, 'DELETE FROM processor_binding');
    return {};
  };
  const before = processorsOf(lab, 'db1');
  await silently(lab, `chhwres -r proc -o r ${frame} --procs 1`);
  expect(processorsOf(lab, 'db1')).not.toBe(before);
});

test('memory leaves block by block until a block is held: what has left is said', async () => {
  const lab = held();
  install(lab, 'db1');
  tamper(lab, 'UPDATE partition_memory SET curr_min = 256, pend_min = 256, run_min = 256');
  const [before = 0] = memoryOf(lab, 'db1').split(' ').map(Number);
  const { status, stderr } = await typed(lab, `chhwres -r mem -o r ${frame} -q ${before - 256}`);
  expect(status).toBe(1);
  const [after = 0] = memoryOf(lab, 'db1').split(' ').map(Number);
  expect(after).toBeLessThan(before);
  expect(stderr).toContain(`Amount of memory removed: ${before - after} MB of ${before - 256} MB.  `);
  expect(stderr).toMatch(
    /\nnot enough pinnable memory: \d+ MB are pinned, \d+ MB could be without the block\n\nThe OS return code is 1\.\n$/,
  );
  const calls = lab.inside.scriptCalls.map((words) => words.split(' ')[1]);
  expect(calls).toEqual(['checkrelease', 'prerelease', 'undoprerelease']);
});

test('a memory region that contains a large page cannot be removed', async () => {
  const lab = held();
  tamper(lab, 'UPDATE memory_use SET large_pages = 256, pinned_mb = 0');
  tamper(lab, 'DELETE FROM pinned_program');
  tamper(lab, 'DELETE FROM pinned_segment');
  tamper(
    lab,
    "UPDATE partition_memory SET curr_min = 256, pend_min = 256, run_min = 256, curr = 4096, pend = 4096, run = 4096 WHERE partition = (SELECT id FROM partition WHERE name = 'db1')",
  );
  const { status, stderr } = await typed(lab, `chhwres -r mem -o r ${frame} -q 512`);
  expect(status).toBe(1);
  expect(stderr).toContain(
    '\nall 16 logical memory blocks that are left contain large pages (256 of 16 MB)\n\nThe OS return code is 1.\n',
  );
});
