import { expect, test } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import { Lab } from '../../src/state/lab.ts';
import { worldTables } from '../../src/state/schema.ts';
import { comparisons, uncompared } from '../../src/state/snapshots/compared.ts';
import { TestLab } from '../support/lab.ts';
import { parlabOk, typeParlab } from '../support/parlab.ts';

function change(lab: TestLab, sql: string): void {
  const open = Lab.open(lab.directory, processMachine);
  open.update(({ engine }) => engine.exec(sql));
  open.close();
}

test('every table of a world is compared, or is one of those that are not by intent', () => {
  const known = [...comparisons.map(({ table }) => table), ...uncompared];
  expect([...known].sort()).toEqual([...worldTables].sort());
});

test('no two things of a world share the names by which they are told apart', () => {
  const lab = new TestLab('default');
  const open = Lab.open(lab.directory, processMachine);
  for (const { table, sql, key } of comparisons) {
    const rows = open.engine.all<Record<string, unknown>>(sql);
    const names = rows.map((row) => ['host', 'wpar', 'lpar', ...key].map((name) => row[name]).join('\0'));
    expect(new Set(names).size, table).toBe(rows.length);
  }
  open.close();
});

const p750 = 'p750-Server-8233-E8B-SN069348P';
const mobile = "(SELECT id FROM partition WHERE name = 'b750nl2')";

test.each([
  [
    "UPDATE partition SET state = 'Not Activated' WHERE name = 'b750nl2'",
    [`${p750} b750nl2: state Running -> Not Activated`],
  ],
  [
    `UPDATE partition_memory SET curr = curr + 256, curr_max = curr_max + 256 WHERE partition = ${mobile}`,
    [
      new RegExp(`^${p750} b750nl2 memory: curr \\d+ -> \\d+$`),
      new RegExp(`^${p750} b750nl2 memory: curr_max \\d+ -> \\d+$`),
    ],
  ],
  [
    `DELETE FROM virtual_adapter WHERE partition = ${mobile} AND slot = 27`,
    [`${p750} b750nl2 slot 27: removed`],
  ],
  ["UPDATE partition SET refcode_time = 1, uuid = 'another' WHERE name = 'b750nl2'", []],
  [
    "UPDATE virtual_switch SET name = 'other' WHERE system = 1",
    [/ virtual switch \S+: removed$/, / virtual switch other: added$/],
  ],
  ["UPDATE managed_system SET state = 'Standby' WHERE id = 1", [/: state Operating -> Standby$/]],
  ["UPDATE console SET build = 'other'", ['bpichmc console: build 20151216.1 -> other']],
])('%s', async (sql, lines) => {
  const lab = new TestLab('default');
  await parlabOk(lab, 'snapshot save a');
  change(lab, sql);
  const outcome = await typeParlab(lab, 'snapshot diff a');
  const printed = outcome.stdout.split('\n').slice(0, -1).sort();
  expect(outcome).toMatchObject({ status: lines.length > 0 ? 1 : 0, stderr: '' });
  expect(printed).toHaveLength(lines.length);
  for (const line of lines) {
    expect(printed).toContainEqual(typeof line === 'string' ? line : expect.stringMatching(line));
  }
});

test('a partition that is gone is one line, and so is a system with all its partitions', async () => {
  const lab = new TestLab('default');
  await parlabOk(lab, 'snapshot save a');
  change(lab, "DELETE FROM partition WHERE name = 'b750nl2'");
  const gone = await typeParlab(lab, 'snapshot diff a');
  expect(gone.stdout).toContain(`${p750} b750nl2: removed\n`);
  expect(gone.stdout).not.toMatch(/b750nl2 \S/);
  await parlabOk(lab, 'snapshot restore a');
  change(lab, `DELETE FROM managed_system WHERE name = '${p750}'`);
  const { stdout } = await typeParlab(lab, 'snapshot diff a');
  expect(stdout).toContain(`${p750}: removed\n`);
  expect(stdout).not.toMatch(new RegExp(`^${p750} `, 'm'));
});
