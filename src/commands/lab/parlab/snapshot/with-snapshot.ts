import { Lab } from '../../../../state/lab.ts';
import type { Machine } from '../../../../state/machine.ts';
import { withCurrentSchema } from '../../../../state/snapshots/current.ts';
import { openUnchanging } from '../../../../state/snapshots/store.ts';

/** Looks into a snapshot as if it were a lab; it cannot be changed. @throws LabTrouble */
export function withSnapshot<Result>(
  folder: string,
  directory: string,
  machine: Machine,
  work: (lab: Lab) => Result,
): Result {
  return withCurrentSchema(folder, directory, machine, (database) => {
    const lab = Lab.around(folder, openUnchanging(database), machine);
    try {
      return work(lab);
    } finally {
      lab.close();
    }
  });
}
