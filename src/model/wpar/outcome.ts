import { Failure } from '../../messages/failure.ts';
import { progress } from '../../messages/progress.ts';
import { featuresOf } from '../release.ts';
import type { Work } from '../work.ts';

/** Whether a command ends with `Return Status = ...`: with `-v` (seed 3, listing 4), on 6.1 always (IBM topic). */
export function tellsStatus(work: Work, verbose: boolean): boolean {
  return verbose || featuresOf(work.host.release).prefixedProgress;
}

/**
 * Does the steps; a refusal or failure in them is told, then `Return Status = FAILURE.` where the command ends with its
 * status (inferred: reference wpar-run 2.2). The steps tell their own success.
 * @returns the exit status
 * @throws what is no Failure, and every Failure when no status is told
 */
export async function tellFailure(
  work: Work,
  verbose: boolean,
  steps: () => Promise<void> | void,
): Promise<number> {
  try {
    await steps();
    return 0;
  } catch (error) {
    const misuse = error instanceof Failure && (error.usage || error.catalogued.status === 2);
    if (!(error instanceof Failure) || misuse || !tellsStatus(work, verbose)) throw error;
    work.say(error.catalogued, error.values as never);
    work.say(progress.failed, {});
    return error.catalogued.status ?? 1;
  }
}
