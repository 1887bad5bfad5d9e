import { closeSync, openSync, rmSync } from 'node:fs';

/** An open journal, see `src/state/script-journal.ts`. */
export interface Journal {
  readonly path: string;
  readonly descriptor: number;
}

/** A new file: whoever still writes to the one before it writes for nobody. */
export function openJournal(path: string): Journal {
  rmSync(path, { force: true });
  return { path, descriptor: openSync(path, 'a', 0o600) };
}

export function closeJournal({ path, descriptor }: Journal): void {
  closeSync(descriptor);
  rmSync(path, { force: true });
}
