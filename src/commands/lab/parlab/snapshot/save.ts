import { saveSnapshot } from '../../../../state/snapshots/store.ts';
import { sentence } from '../report.ts';
import { subcommand } from '../subcommand.ts';
import { withLab } from '../with-lab.ts';

/** `parlab snapshot save`. */
export const save = subcommand({
  synopsis: 'save <name>',
  summary: 'Saves the world as it is now',
  declare: (parser) =>
    parser
      .positional('name', { type: 'string', demandOption: true, describe: 'A name: letters, digits, . _ -' })
      .option('force', { type: 'boolean', default: false, describe: 'Replace the snapshot of this name' }),
  run: (words, place) =>
    withLab(place, (lab) => {
      saveSnapshot(lab, words.name, words.force);
      return sentence({ snapshot: words.name }, `Saved the world as ${words.name}.`);
    }),
});
