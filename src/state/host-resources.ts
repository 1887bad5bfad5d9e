/** What in a host holds processors and memory fast: rows only, the rules are in src/model/dlpar. */
import type { Change } from './change.ts';
import type { Engine } from './engine.ts';

/** A process as the global environment of its host has it. */
export interface ProcessKey {
  readonly pid: number;
  /** Tells it from a later process with its number. */
  readonly birth: string;
}

export interface BindingRow extends ProcessKey {
  /** Bind CPU ID. */
  readonly cpu: number;
}

export interface RsetRow {
  /** Namespace and name. */
  readonly name: string;
  /** Logical CPU IDs: `0-3,5`. */
  readonly cpus: string;
  readonly memory: 0 | 1;
  readonly owner: string;
  readonly grp: string;
}

export type AttachmentKind = 'effective' | 'partition';

export interface AttachmentRow extends ProcessKey {
  readonly kind: AttachmentKind;
  /** Of the rset; `''`: it was made for the process. */
  readonly name: string;
  readonly cpus: string;
}

export interface MemoryUseRow {
  /** MB that the kernel has pinned; null: the usual amount. */
  readonly pinned_mb: number | null;
  readonly large_pages: number;
  readonly large_page_mb: number;
}

export interface PinnedProgram {
  readonly program: string;
  readonly mb: number;
}

export interface PinnedSegment {
  readonly id: number;
  readonly key: string;
  readonly owner: string;
  readonly mb: number;
}

export function bindingRows(engine: Engine, host: string): BindingRow[] {
  return engine.all<BindingRow>(
    'SELECT pid, birth, cpu FROM processor_binding WHERE host = ? ORDER BY pid',
    host,
  );
}

export function writeBinding({ engine }: Change, host: string, { pid, birth, cpu }: BindingRow): void {
  engine.run('INSERT OR REPLACE INTO processor_binding VALUES (?, ?, ?, ?)', host, pid, birth, cpu);
}

/** @returns whether there was one */
export function deleteBinding({ engine }: Change, host: string, pid: number): boolean {
  return engine.run('DELETE FROM processor_binding WHERE host = ? AND pid = ?', host, pid).changes > 0;
}

export function rsetRows(engine: Engine, host: string): RsetRow[] {
  return engine.all<RsetRow>(
    'SELECT name, cpus, memory, owner, grp FROM rset WHERE host = ? ORDER BY name',
    host,
  );
}

export function insertRset({ engine }: Change, host: string, row: RsetRow): void {
  const { name, cpus, memory, owner, grp } = row;
  engine.run('INSERT INTO rset VALUES (?, ?, ?, ?, ?, ?)', host, name, cpus, memory, owner, grp);
}

export function deleteRset({ engine }: Change, host: string, name: string): void {
  engine.run('DELETE FROM rset WHERE host = ? AND name = ?', host, name);
}

export function attachmentRows(engine: Engine, host: string): AttachmentRow[] {
  return engine.all<AttachmentRow>(
    'SELECT pid, birth, kind, name, cpus FROM rset_attachment WHERE host = ? ORDER BY pid, kind',
    host,
  );
}

export function writeAttachment({ engine }: Change, host: string, row: AttachmentRow): void {
  const { pid, birth, kind, name, cpus } = row;
  engine.run(
    'INSERT OR REPLACE INTO rset_attachment VALUES (?, ?, ?, ?, ?, ?)',
    host,
    pid,
    birth,
    kind,
    name,
    cpus,
  );
}

/** @returns whether there was one */
export function deleteAttachment(
  { engine }: Change,
  host: string,
  pid: number,
  kind: AttachmentKind,
): boolean {
  const where = 'host = ? AND pid = ? AND kind = ?';
  return engine.run(`DELETE FROM rset_attachment WHERE ${where}`, host, pid, kind).changes > 0;
}

export function memoryUse(engine: Engine, host: string): MemoryUseRow {
  const row = engine.get<MemoryUseRow>(
    'SELECT pinned_mb, large_pages, large_page_mb FROM memory_use WHERE host = ?',
    host,
  );
  return row ?? { pinned_mb: null, large_pages: 0, large_page_mb: 16 };
}

export function writeMemoryUse({ engine }: Change, host: string, row: MemoryUseRow): void {
  const { pinned_mb, large_pages, large_page_mb } = row;
  engine.run(
    'INSERT OR REPLACE INTO memory_use VALUES (?, ?, ?, ?)',
    host,
    pinned_mb,
    large_pages,
    large_page_mb,
  );
}

export function pinnedPrograms(engine: Engine, host: string): PinnedProgram[] {
  return engine.all<PinnedProgram>(
    'SELECT program, mb FROM pinned_program WHERE host = ? ORDER BY program',
    host,
  );
}

export function pinnedSegments(engine: Engine, host: string): PinnedSegment[] {
  return engine.all<PinnedSegment>(
    'SELECT id, key, owner, mb FROM pinned_segment WHERE host = ? ORDER BY id',
    host,
  );
}
