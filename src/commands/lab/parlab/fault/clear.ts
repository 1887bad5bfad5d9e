import { failure } from '../../../../messages/failure.ts';
import { faultMessages as messages } from '../../../../messages/faults.ts';
import { clearFaults, removeFault } from '../../../../state/faults.ts';
import { sentence } from '../report.ts';
import { subcommand } from '../subcommand.ts';
import { withLab } from '../with-lab.ts';

/** `parlab fault clear`. */
export const clear = subcommand({
  synopsis: 'clear [rule]',
  summary: 'Removes a rule by its number, or all of them',
  declare: (parser) => parser.positional('rule', { type: 'string', describe: 'The number of the rule' }),
  run: ({ rule }, place) =>
    withLab(place, (lab) => {
      if (rule === undefined) {
        const removed = lab.update(clearFaults);
        return sentence(
          { removed },
          removed === 1 ? 'Removed 1 fault rule.' : `Removed ${removed} fault rules.`,
        );
      }
      const id = /^\d{1,9}$/.test(rule) ? Number(rule) : 0;
      const removed = lab.update((change) => removeFault(change, id));
      if (!removed) throw failure(messages.unknown, { id: rule });
      return sentence({ removed: 1 }, `Removed fault rule ${id}.`);
    }),
});
