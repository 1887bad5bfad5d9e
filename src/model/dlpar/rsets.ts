/** Resource sets: those that the system itself has, and those in its registry. They use logical CPU IDs (seed 4). */
import { failure } from '../../messages/failure.ts';
import { rsetMessages as messages } from '../../messages/rsets.ts';
import type { Change } from '../../state/change.ts';
import type { Engine } from '../../state/engine.ts';
import {
  type AttachmentKind,
  attachmentRows,
  bindingRows,
  deleteAttachment,
  deleteBinding,
  deleteRset,
  insertRset,
  type RsetRow,
  rsetRows,
  writeAttachment,
} from '../../state/host-resources.ts';
import type { Host } from '../../state/hosts.ts';
import type { ProcessRow } from '../processes/rows.ts';
import { formatCpus, storedCpus } from './cpu-list.ts';
import { logicalCount, onlineProcessors } from './processors.ts';

/** A resource set as lsrset shows it. */
export interface Rset extends RsetRow {
  /** The system has it itself: nobody removes it. */
  readonly own: boolean;
}

export function cpusOf({ cpus }: Pick<RsetRow, 'cpus'>): number[] {
  return storedCpus(cpus);
}

// The order is that of a system of one node: the whole, its nodes by level, the memory, the processors from the last one down
// (recalled). The system's own sets have what is online.
function ownRsets(engine: Engine, host: Host): Rset[] {
  const online = onlineProcessors(engine, host).map(({ logical }) => logical);
  const own = (name: string, cpus: readonly number[], memory: 0 | 1): Rset => {
    const text = formatCpus(cpus);
    return { name: `sys/${name}`, cpus: text, memory, owner: 'root', grp: 'system', own: true };
  };
  return [
    own('sys0', online, 1),
    ...['node.01.00000', 'node.02.00000', 'node.03.00000'].map((name) => own(name, online, 1)),
    own('mem.00000', [], 1),
    ...[...online].reverse().map((cpu) => own(`cpu.${String(cpu).padStart(5, '0')}`, [cpu], 0)),
  ];
}

/** All resource sets of the registry: the system's own first. */
export function rsetsOf(engine: Engine, host: Host): Rset[] {
  return [...ownRsets(engine, host), ...rsetRows(engine, host.name).map((row) => ({ ...row, own: false }))];
}

export function rsetNamed(engine: Engine, host: Host, name: string): Rset | undefined {
  return rsetsOf(engine, host).find((each) => each.name === name);
}

/** @throws Failure */
export function requireRset(engine: Engine, host: Host, name: string): Rset {
  const found = rsetNamed(engine, host, name);
  if (!found) throw failure(messages.noRset, { name });
  return found;
}

/** Logical CPU IDs of a list must be ones that the partition can have. @throws Failure */
export function requireCpus(engine: Engine, host: Host, cpus: readonly number[]): void {
  const count = logicalCount(engine, host);
  const beyond = cpus.find((cpu) => cpu >= count);
  if (beyond !== undefined) throw failure(messages.noCpu, { cpu: beyond, last: count - 1 });
}

/** Registers a set. @throws Failure */
export function makeRset(
  change: Change,
  host: Host,
  {
    name,
    cpus,
    memory,
  }: { readonly name: string; readonly cpus: readonly number[]; readonly memory: boolean },
  who: { readonly owner: string; readonly grp: string },
): void {
  const [, space = ''] = /^([\w.-]{1,255})\/[\w.-]{1,255}$/.exec(name) ?? [];
  if (space === '') throw failure(messages.badName, { name });
  if (space === 'sys') throw failure(messages.reserved, { name });
  if (space === 'sysxrset') throw failure(messages.exclusive, { name });
  if (rsetNamed(change.engine, host, name)) throw failure(messages.exists, { name });
  requireCpus(change.engine, host, cpus);
  insertRset(change, host.name, { name, cpus: formatCpus(cpus), memory: memory ? 1 : 0, ...who });
  change.note(host.name, '', `rset ${name} made`);
}

/** Takes a set out of the registry; processes that it is attached to keep what it had. @throws Failure */
export function removeRset(change: Change, host: Host, name: string): void {
  if (requireRset(change.engine, host, name).own) throw failure(messages.own, { name });
  deleteRset(change, host.name, name);
  change.note(host.name, '', `rset ${name} removed`);
}

type Process = Pick<ProcessRow, 'birth' | 'pid'>;

/** What is attached to a process. */
export interface Attachment {
  readonly kind: AttachmentKind;
  /** Of the registered set; `''`: made for the process. */
  readonly name: string;
  readonly cpus: readonly number[];
}

/** The set of a process; undefined: it has none of its own. */
export function attachmentOf(
  engine: Engine,
  host: Host,
  { pid, birth }: Process,
  kind: AttachmentKind,
): Attachment | undefined {
  const row = attachmentRows(engine, host.name).find(
    (each) => each.pid === pid && each.birth === birth && each.kind === kind,
  );
  return row && { kind, name: row.name, cpus: storedCpus(row.cpus) };
}

/** The processors on which a process may run: its effective set, else its partition's, else all online ones. */
export function effectiveCpus(engine: Engine, host: Host, process: Process): readonly number[] {
  const own =
    attachmentOf(engine, host, process, 'effective') ?? attachmentOf(engine, host, process, 'partition');
  return own?.cpus ?? onlineProcessors(engine, host).map(({ logical }) => logical);
}

/** Whether bindprocessor has bound the process. */
export function bindingOf(engine: Engine, host: Host, { pid, birth }: Process): number | undefined {
  return bindingRows(engine, host.name).find((row) => row.pid === pid && row.birth === birth)?.cpu;
}

/** @param force a binding or another set gives way @throws Failure */
export function attach(
  change: Change,
  host: Host,
  process: Process,
  { kind, name, cpus }: Attachment,
  force: boolean,
): void {
  const { engine } = change;
  const { pid, birth } = process;
  requireCpus(engine, host, cpus);
  const online = onlineProcessors(engine, host);
  if (!online.some(({ logical }) => cpus.includes(logical))) throw failure(messages.allOffline, {});
  const cpu = bindingOf(engine, host, process);
  if (cpu !== undefined && !force) throw failure(messages.bound, { pid, cpu });
  if (cpu !== undefined) deleteBinding(change, host.name, pid);
  if (kind === 'partition') {
    const effective = attachmentOf(engine, host, process, 'effective');
    if (effective && !force && !effective.cpus.every((each) => cpus.includes(each)))
      throw failure(messages.notWithin, { pid });
    if (effective && force) deleteAttachment(change, host.name, pid, 'effective');
  } else {
    const partition = attachmentOf(engine, host, process, 'partition');
    if (partition && !cpus.every((each) => partition.cpus.includes(each)))
      throw failure(messages.beyond, { pid });
  }
  writeAttachment(change, host.name, { pid, birth, kind, name, cpus: formatCpus(cpus) });
  change.note(host.name, '', `rset attached to process ${pid}`);
}

/** @throws Failure if there is none */
export function detach(change: Change, host: Host, process: Process, kind: AttachmentKind): void {
  const { pid } = process;
  if (!attachmentOf(change.engine, host, process, kind)) throw failure(messages.notAttached, { pid });
  deleteAttachment(change, host.name, pid, kind);
  change.note(host.name, '', `rset detached from process ${pid}`);
}
