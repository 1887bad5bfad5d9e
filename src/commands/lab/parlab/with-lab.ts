import { openLab } from '../../../cli/open-lab.ts';
import { quoted } from '../../../format/quote.ts';
import { refreshTrees } from '../../../model/host-tree.ts';
import type { Lab } from '../../../state/lab.ts';
import { settleTrees } from '../../../state/snapshots/trees.ts';
import type { Place } from './subcommand.ts';

/** Opens the lab for a subcommand and closes it. Its changes stand in the log under the line that was typed. */
export async function withLab<Result>(
  place: Place,
  work: (lab: Lab) => Result | Promise<Result>,
): Promise<Result> {
  const lab = await openLab(place.caller.environment, place.caller.machine);
  try {
    adopt(lab, place);
    return await work(lab);
  } finally {
    lab.close();
  }
}

/** Makes an open lab this call's. */
export function adopt(lab: Lab, place: Place): void {
  lab.actAs({ command: ['parlab', ...place.argv].map(quoted).join(' '), host: '', user: 'root' });
  settleTrees(lab);
  lab.onCommit = refreshTrees;
}
