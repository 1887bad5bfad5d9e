import { LabTrouble } from '../../state/trouble.ts';

/**
 * A system log never stands in the way of who logs: a full or read-only disk, and a file that somebody has spoilt, lose the
 * message only. @returns undefined if the system or the lab refuses
 */
export function ifPossible<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof LabTrouble || typeof (error as NodeJS.ErrnoException).code === 'string')
      return undefined;
    throw error;
  }
}
