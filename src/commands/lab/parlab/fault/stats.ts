import { listFaults } from '../../../../state/faults.ts';
import { subcommand } from '../subcommand.ts';
import { withLab } from '../with-lab.ts';
import { describeTarget } from './rule.ts';

/** `parlab fault stats`. */
export const stats = subcommand({
  synopsis: 'stats',
  summary: 'Shows how often each rule was met, and how often it struck',
  declare: (parser) => parser,
  run: (_words, place) =>
    withLab(place, (lab) => {
      const faults = listFaults(lab.engine);
      return {
        data: faults.map(({ id, seen, struck }) => ({ id, seen, struck })),
        text: (form) =>
          faults.length === 0
            ? 'There are no fault rules.\n'
            : form.table(
                ['Rule', 'Strikes', 'Met', 'Struck'],
                faults.map((each) => [
                  String(each.id),
                  describeTarget(each),
                  String(each.seen),
                  String(each.struck),
                ]),
              ),
      };
    }),
});
