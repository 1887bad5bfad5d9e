/** What holds processors of a host fast: processes that are bound to them, and resource sets that need them. */
import { printable } from '../../messages/define.ts';
import type { Change } from '../../state/change.ts';
import type { Engine } from '../../state/engine.ts';
import {
  type AttachmentRow,
  attachmentRows,
  type BindingRow,
  bindingRows,
  deleteAttachment,
  deleteBinding,
  type ProcessKey,
} from '../../state/host-resources.ts';
import type { Host } from '../../state/hosts.ts';
import type { Lab } from '../../state/lab.ts';
import type { ProcessRow } from '../processes/rows.ts';
import { storedCpus } from './cpu-list.ts';
import type { Processor } from './event.ts';
import { onlineProcessors } from './processors.ts';
import { workloadRsets } from './workload.ts';

/** The processes of the host and of its WPARs, as the global environment has them (`processesOn`). */
export type Alive = readonly Pick<ProcessRow, 'birth' | 'pid' | 'program'>[];

/** A process with what it is bound to. */
export interface Held<Row> {
  readonly row: Row;
  readonly program: string;
}

function living<Row extends ProcessKey>(rows: readonly Row[], alive: Alive): Held<Row>[] {
  const byPid = new Map(alive.map((process) => [process.pid, process]));
  return rows.flatMap((row) => {
    const process = byPid.get(row.pid);
    return process?.birth === row.birth ? [{ row, program: printable(process.program) }] : [];
  });
}

/** Bindings of processes that still run: one that has ended has lost its binding. */
export function liveBindings(engine: Engine, host: Host, alive: Alive): Held<BindingRow>[] {
  const online = onlineProcessors(engine, host).length;
  return living(bindingRows(engine, host.name), alive).filter(({ row }) => row.cpu < online);
}

/** Resource sets of processes that still run. */
export function liveAttachments(engine: Engine, host: Host, alive: Alive): Held<AttachmentRow>[] {
  return living(attachmentRows(engine, host.name), alive);
}

/**
 * Why processors cannot leave: a process that is bound to one of them, and a resource set of a process or of an active workload
 * class that would have no online processor left. One that has another online processor is in nobody's way: the
 * system schedules its jobs around (seed 4, "Processor Bindings").
 * @returns a reason each; empty: nothing holds them
 */
export function holdsProcessor(
  lab: Lab,
  host: Host,
  leaving: readonly Processor[],
  alive: Alive,
): readonly string[] {
  const { engine } = lab;
  const binds = new Set(leaving.map(({ bind }) => bind));
  const gone = new Set(leaving.map(({ logical }) => logical));
  const online = onlineProcessors(engine, host).map(({ logical }) => logical);
  const stay = new Set(online.filter((cpu) => !gone.has(cpu)));
  const needs = (cpus: readonly number[]) =>
    cpus.some((cpu) => gone.has(cpu)) && !cpus.some((cpu) => stay.has(cpu));
  const bound = liveBindings(engine, host, alive)
    .filter(({ row }) => binds.has(row.cpu))
    .map(({ row, program }) => `process ${row.pid} (${program}) is bound to processor ${row.cpu}`);
  const attached = liveAttachments(engine, host, alive)
    .filter(({ row }) => needs(storedCpus(row.cpus)))
    .map(
      ({ row, program }) =>
        `process ${row.pid} (${program}) has no other online processor in its ${setName(row.name)}`,
    );
  const classes = workloadRsets(lab, host)
    .filter(({ cpus }) => needs(cpus))
    .map(
      ({ name, rset }) =>
        `workload class ${name} has no other online processor in its resource set ${printable(rset)}`,
    );
  return [...bound, ...attached, ...classes];
}

function setName(name: string): string {
  return name === '' ? 'resource set' : `resource set ${printable(name)}`;
}

/**
 * Forgets the bindings and resource sets of processes that have ended, and bindings to processors that are no more. To be
 * called when the processors of a host have changed.
 */
export function rebind(change: Change, host: Host, alive: Alive): void {
  const { engine } = change;
  const bound = new Set(liveBindings(engine, host, alive).map(({ row }) => row.pid));
  for (const { pid } of bindingRows(engine, host.name))
    if (!bound.has(pid)) deleteBinding(change, host.name, pid);
  const attached = new Set(liveAttachments(engine, host, alive).map(({ row }) => row.pid));
  for (const { pid, kind } of attachmentRows(engine, host.name))
    if (!attached.has(pid)) deleteAttachment(change, host.name, pid, kind);
}
