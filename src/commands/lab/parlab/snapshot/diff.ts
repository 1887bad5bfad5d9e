import { labDirectory } from '../../../../cli/open-lab.ts';
import type { Lab } from '../../../../state/lab.ts';
import { compareWorlds } from '../../../../state/snapshots/compare.ts';
import { findSnapshot } from '../../../../state/snapshots/store.ts';
import type { Report } from '../report.ts';
import { type Place, subcommand } from '../subcommand.ts';
import { withLab } from '../with-lab.ts';
import { compareTrees } from './compare-trees.ts';
import { describeDifference } from './describe-difference.ts';
import { withSnapshot } from './with-snapshot.ts';

/** `parlab snapshot diff`: like diff, status 1 says that there are differences. */
export const diff = subcommand({
  synopsis: 'diff <name> [other]',
  summary: 'Shows what differs since a snapshot, or between two; status 1 if anything does',
  declare: (parser) =>
    parser
      .positional('name', { type: 'string', demandOption: true, describe: 'The snapshot' })
      .positional('other', { type: 'string', describe: 'Another one (default: the lab as it is now)' })
      .option('all', {
        type: 'boolean',
        default: false,
        describe: 'Also what anything made again has anew: process ids, UUIDs, times',
      }),
  run({ name, other, all }, place) {
    const directory = labDirectory(place.caller.environment);
    const { machine } = place.caller;
    const before = findSnapshot(directory, name);
    const compare = (after: Lab) =>
      withSnapshot(before, directory, machine, (old) => report(old, after, all));
    if (other === undefined) return againstNow(place, compare);
    return withSnapshot(findSnapshot(directory, other), directory, machine, compare);
  },
});

// What is due happens first: a process that died has left a broken WPAR.
function againstNow(place: Place, compare: (now: Lab) => Report): Promise<Report> {
  return withLab(place, (lab) => {
    if (!lab.readOnly) lab.update(() => {});
    return compare(lab);
  });
}

function report(before: Lab, after: Lab, all: boolean): Report {
  const data = [...compareWorlds(before.engine, after.engine, all), ...compareTrees(before, after)];
  return {
    status: data.length > 0 ? 1 : 0,
    data,
    text: data.map((each) => `${describeDifference(each)}\n`).join(''),
  };
}
