import { labDirectory } from '../../../../cli/open-lab.ts';
import { listSnapshots } from '../../../../state/snapshots/store.ts';
import { subcommand } from '../subcommand.ts';

/** `parlab snapshot list`. */
export const list = subcommand({
  synopsis: 'list',
  summary: 'Lists the snapshots of the lab',
  declare: (parser) => parser,
  run(_words, place) {
    const data = listSnapshots(labDirectory(place.caller.environment));
    return {
      data,
      text: (form) =>
        data.length === 0
          ? 'There are no snapshots.\n'
          : form.table(
              ['Snapshot', 'World', 'Lab time', 'WPARs', 'Trees', 'Saved'],
              data.map((each) => [
                each.name,
                each.damaged ? '(damaged)' : each.world,
                each.clock,
                each.damaged ? '' : String(each.wpars),
                each.trees ? 'yes' : 'no',
                each.saved.slice(0, 19).replace('T', ' '),
              ]),
            ),
    };
  },
});
