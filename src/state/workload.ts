/** Rows of the Workload Manager. */
import type { Change } from './change.ts';
import type { Engine } from './engine.ts';

/** Attributes that somebody has set, by their names. */
export type ClassAttributes = Readonly<Record<string, string>>;

export type WorkloadMode = 'active' | 'cpu' | 'passive';

export interface WorkloadClass {
  readonly name: string;
  /** As the configuration has it; undefined: removed from it. */
  readonly definition: ClassAttributes | undefined;
  /** As the kernel has it since the last start or update; undefined: not there. */
  readonly active: ClassAttributes | undefined;
}

interface Stored {
  readonly name: string;
  readonly definition: string | null;
  readonly active: string | null;
}

const read = (text: string | null) => (text === null ? undefined : (JSON.parse(text) as ClassAttributes));
const written = (attributes: ClassAttributes | undefined) =>
  attributes === undefined ? null : JSON.stringify(attributes);

/** Those that are not as AIX delivers them, by name. */
export function classRows(engine: Engine, host: string): WorkloadClass[] {
  return engine
    .all<Stored>('SELECT name, definition, active FROM wlm_class WHERE host = ? ORDER BY name', host)
    .map(({ name, definition, active }) => ({ name, definition: read(definition), active: read(active) }));
}

/** A class that is nowhere any more is no row. */
export function writeClass(
  { engine }: Change,
  host: string,
  { name, definition, active }: WorkloadClass,
): void {
  if (!definition && !active) {
    engine.run('DELETE FROM wlm_class WHERE host = ? AND name = ?', host, name);
    return;
  }
  engine.run(
    'INSERT OR REPLACE INTO wlm_class VALUES (?, ?, ?, ?)',
    host,
    name,
    written(definition),
    written(active),
  );
}

export interface WorkloadState {
  readonly mode: WorkloadMode;
  /** The life of the host in which it was started. */
  readonly boot: number;
}

export function workloadState(engine: Engine, host: string): WorkloadState | undefined {
  return engine.get<WorkloadState>('SELECT mode, boot FROM wlm WHERE host = ?', host);
}

export function writeWorkloadState({ engine }: Change, host: string, state: WorkloadState | undefined): void {
  if (state) engine.run('INSERT OR REPLACE INTO wlm VALUES (?, ?, ?)', host, state.mode, state.boot);
  else engine.run('DELETE FROM wlm WHERE host = ?', host);
}
