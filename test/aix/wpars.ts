import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import { layTree, readHostFile, treePath } from '../../src/model/host-tree.ts';
import { findHost } from '../../src/state/hosts.ts';
import { Lab } from '../../src/state/lab.ts';
import { worldTables } from '../../src/state/schema.ts';
import { projectRoot } from '../support/bins.ts';
import { type Outcome, TestLab } from '../support/lab.ts';

export function testWorld(name: string): string {
  return join(projectRoot, 'test', 'worlds', `${name}.yaml`);
}

/** The lab with WPARs in every state and of every kind. */
export function lifeCycle(host?: string): TestLab {
  return new TestLab(testWorld('life-cycle'), host);
}

/** Fields of a WPAR as lswpar prints them, a record a line: `view(lab, 'db', 'N', 'interface,address')`. */
export async function view(lab: TestLab, wpar: string, letters: string, fields?: string): Promise<string> {
  const chosen = fields === undefined ? '' : `-a ${fields}`;
  return (await lab.ok(`lswpar -cq${letters} ${chosen} ${wpar}`)).trimEnd();
}

export async function stateOf(lab: TestLab, wpar: string): Promise<string> {
  return await view(lab, wpar, '', 'state');
}

/** Rows of a query on the lab itself, for what no command shows yet. */
export function rows(lab: TestLab, sql: string, ...values: string[]): unknown[] {
  const opened = Lab.open(lab.directory, processMachine);
  try {
    return opened.engine.all(sql, ...values);
  } finally {
    opened.close();
  }
}

/** Changes rows behind the commands' back: for what only another host, or a later command, brings about. */
export function alter(lab: TestLab, sql: string): void {
  const opened = Lab.open(lab.directory, processMachine);
  try {
    opened.update((change) => change.engine.run(sql));
  } finally {
    opened.close();
  }
}

/** Gives a host WPARs `many1`, `many2` ... until so many on it have resource control; making each would take its time. */
export function fillHost(lab: TestLab, host: string, controlled: number): void {
  alter(
    lab,
    `WITH RECURSIVE numbers(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM numbers)
     INSERT INTO wpar (host, name, state, type, hostname, directory, uuid, configured_id)
     SELECT '${host}', 'many' || n, 'D', 'S', 'many' || n, '/wpars/many' || n, 'uuid' || n, 1000 + n FROM numbers
     LIMIT ${controlled} - (SELECT count(*) FROM wpar WHERE host = '${host}' AND resource_control = 1)`,
  );
}

/** Every row of the world and of its log: what a refused command must not change. */
export function everything(lab: TestLab): Record<string, unknown[]> {
  const tables = [...worldTables, 'operation', 'log', 'change'];
  const opened = Lab.open(lab.directory, processMachine);
  try {
    return Object.fromEntries(tables.map((table) => [table, opened.engine.all(`SELECT * FROM ${table}`)]));
  } finally {
    opened.close();
  }
}

/** Types a line that is refused with this message alone, and changes nothing. */
export async function expectRefusal(lab: TestLab, line: string, message: string): Promise<void> {
  const before = everything(lab);
  expect(await lab.type(line)).toEqual({ status: 1, stdout: '', stderr: `${message}\n` });
  expect(everything(lab)).toEqual(before);
}

/** Types a line that is refused as a mistake in its words: status 2, mostly with the usage. Nothing changes. */
export async function expectMisuse(
  lab: TestLab,
  line: string,
  message: string,
  usage: 'no usage' | 'usage' = 'usage',
): Promise<void> {
  const before = everything(lab);
  const { status, stdout, stderr } = await lab.type(line);
  const [first, ...rest] = stderr.split('\n');
  expect({ status, stdout, first }).toEqual({ status: 2, stdout: '', first: message });
  expect(rest.join('\n').startsWith('Usage: ')).toBe(usage === 'usage');
  expect(everything(lab)).toEqual(before);
}

/** Lays the tree of the host and edits one of its files, as an administrator would. */
export function editHostFile(lab: TestLab, path: string, edit: (text: string) => string): void {
  const opened = Lab.open(lab.directory, processMachine);
  try {
    const host = findHost(opened.engine, lab.host ?? 'lab71');
    if (!host) throw new Error('there is no such host');
    layTree(opened, host);
    const file = treePath(opened, host, path);
    writeFileSync(file, edit(readFileSync(file, 'utf8')));
  } finally {
    opened.close();
  }
}

/** How long work takes from now on: `instant`, `step` or a factor. */
export function setPace(lab: TestLab, pace: string): void {
  const opened = Lab.open(lab.directory, processMachine);
  try {
    opened.update((change) => change.setMeta('pace', pace));
  } finally {
    opened.close();
  }
}

export function done(stdout: string): Outcome {
  return { status: 0, stdout, stderr: '' };
}

/** What a plain start prints between its first line and its last. */
export function startLines(wpar: string, pid: number): string {
  return `Starting workload partition ${wpar}.
Mounting all workload partition file systems.
Loading workload partition.
Exporting workload partition devices.
Exporting workload partition kernel extensions.
Starting workload partition subsystem cor_${wpar}.
0513-059 The cor_${wpar} Subsystem has been started. Subsystem PID is ${pid}.
Verifying workload partition startup.
`;
}

/** What a plain stop of a system WPAR prints. @param waiting the line with the limit; none with -N */
export function stopLines(wpar: string, seconds: number | undefined): string {
  const waiting = `stopwpar: 0960-261 Waiting up to ${seconds} seconds for workload partition to halt.\n`;
  return `Stopping workload partition ${wpar}.
Stopping workload partition subsystem cor_${wpar}.
0513-044 The cor_${wpar} Subsystem was requested to stop.
${seconds === undefined ? '' : waiting}Shutting down all workload partition processes.
Unmounting all workload partition file systems.
`;
}

/** The same stop when the processes do not end: nothing is unmounted. */
export function stopLinesUntilHalt(wpar: string, seconds: number | undefined): string {
  return stopLines(wpar, seconds).replace(/Unmounting .*\n/, '');
}

/** A change that works: its words, the view, and the records afterwards. */
export type WparChange = [
  words: string,
  wpar: string,
  letters: string,
  fields: string | undefined,
  after: string,
];

/** Types a chwpar that works, in silence; then looks. */
export async function expectChange([words, wpar, letters, fields, after]: WparChange): Promise<void> {
  const lab = lifeCycle();
  expect(await lab.type(`chwpar ${words} ${wpar}`)).toEqual(done(''));
  expect(await view(lab, wpar, letters, fields)).toBe(after);
}

/** Lays the tree of the host and removes one of its files. */
export function removeHostFile(lab: TestLab, path: string): void {
  editHostFile(lab, path, (text) => text);
  rmSync(join(lab.directory, 'hosts', lab.host ?? 'lab71', path));
}

/** The text of a file of the host, as its users see it. */
export function hostFile(lab: TestLab, path: string): string | undefined {
  const opened = Lab.open(lab.directory, processMachine);
  try {
    const host = findHost(opened.engine, lab.host ?? 'lab71');
    if (!host) throw new Error('no host');
    return readHostFile(opened, host, path);
  } finally {
    opened.close();
  }
}
