import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The file in which the shell of a partition notes which scripts it has begun, of those that it was told of together. It has
 * a line for each when it is about to begin (`3 17 0`: batch 3, the eighteenth; the one before it has ended with status 0). One that is started with a session of its own has another with its number (`p 4711`).
 * Those who can write to it are root of the partition, whose scripts they are.
 */
export function scriptJournal(directory: string, partition: number): string {
  return join(directory, 'run', `scripts-${partition}`);
}

/** What a journal says of scripts that were announced together. */
export interface Noted {
  /** The last that was begun; -1: none. */
  readonly last: number;
  /** Its number in the place; 0: it is not known. */
  readonly pid: number;
  /** How those before it ended. */
  readonly statuses: ReadonlyMap<number, number>;
}

/** @param path of a journal; without one nothing was begun @param batch of which scripts */
export function noted(path: string, batch: number): Noted {
  const statuses = new Map<number, number>();
  let [last, pid, mine] = [-1, 0, false];
  for (const line of journalText(path).split('\n')) {
    const [, number, index, status, started] =
      /^(?:(\d{1,9}) (\d{1,9}) (\d{1,3})|p (\d{1,10}))$/.exec(line) ?? [];
    if (number !== undefined) {
      mine = Number(number) === batch;
      if (!mine) continue;
      statuses.set(Number(index) - 1, Number(status));
      [last, pid] = [Math.max(last, Number(index)), 0];
    } else if (started !== undefined && mine) pid = Number(started);
  }
  return { last, pid, statuses };
}

function journalText(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
