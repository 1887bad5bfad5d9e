import { Failure } from '../../messages/failure.ts';
import { progress } from '../../messages/progress.ts';
import { featuresOf } from '../release.ts';
import type { Work } from '../work.ts';

/** Whether start, stop and removal end with `Return Status = ...`: with `-v` (seed 3), on 6.1 always (IBM topic). */
export function tellsStatus(work: Work, verbose: boolean): boolean {
  return verbose || featuresOf(work.host.release).prefixedProgress;
}

/**
 * Does the steps; a refusal or failure in them is told, then `Return Status = FAILURE.` if the command ends with its
 * status (inferred: reference wpar-run 2.2). The steps tell their own success.
 * @param tells whether it ends with its status
 * @returns the exit status
 * @throws what is no Failure, and every Failure when no status is told
 */
export async function tellFailure(
  work: Work,
  tells: boolean,
  steps: () => Promise<void> | void,
): Promise<number> {
  try {
    await steps();
    return 0;
  } catch (error) {
    const misuse = error instanceof Failure && (error.usage || error.catalogued.status === 2);
    if (!(error instanceof Failure) || misuse || !tells) throw error;
    work.say(error.catalogued, error.values as never);
    work.say(progress.failed, {});
    return error.catalogued.status ?? 1;
  }
}
