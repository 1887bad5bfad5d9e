import { resolve } from 'node:path';
import { labDirectory } from '../../../../cli/open-lab.ts';
import { misuse } from '../../../../messages/failure.ts';
import { parlabMessages } from '../../../../messages/parlab.ts';
import { cloneLab, cloneSnapshot } from '../../../../state/snapshots/clone.ts';
import { sentence } from '../report.ts';
import { subcommand } from '../subcommand.ts';
import { withLab } from '../with-lab.ts';

/** `parlab snapshot clone`: a world of one's own for each student. */
export const clone = subcommand({
  synopsis: 'clone <from> [directory]',
  summary: 'Makes another lab from a snapshot, or from this lab with --current',
  declare: (parser) =>
    parser
      .positional('from', {
        type: 'string',
        demandOption: true,
        describe: 'The snapshot (with --current: the folder)',
      })
      .positional('directory', { type: 'string', describe: 'The folder of the new lab, new or empty' })
      .option('current', { type: 'boolean', default: false, describe: 'From the lab as it is now' })
      .example('$0 snapshot clone start ~/labs/stud7', 'Then: PARLAB_DIR=~/labs/stud7 lswpar'),
  async run({ from, directory, current }, place) {
    const named = current ? from : directory;
    if (named === undefined || (current && directory !== undefined))
      throw misuse(parlabMessages.cloneWords, {});
    const target = resolve(place.caller.directory, named);
    if (current) await withLab(place, (lab) => cloneLab(lab, target));
    else cloneSnapshot(labDirectory(place.caller.environment), place.caller.machine, from, target);
    return sentence({ directory: target }, `Made the lab in ${target}.`);
  },
});
