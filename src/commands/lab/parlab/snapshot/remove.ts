import { removeSnapshot } from '../../../../state/snapshots/store.ts';
import { sentence } from '../report.ts';
import { subcommand } from '../subcommand.ts';
import { withLab } from '../with-lab.ts';

/** `parlab snapshot rm`. */
export const remove = subcommand({
  synopsis: 'rm <name>',
  summary: 'Removes a snapshot',
  declare: (parser) =>
    parser.positional('name', { type: 'string', demandOption: true, describe: 'The snapshot' }),
  run: ({ name }, place) =>
    withLab(place, (lab) => {
      removeSnapshot(lab, name);
      return sentence({ removed: name }, `Removed the snapshot ${name}.`);
    }),
});
