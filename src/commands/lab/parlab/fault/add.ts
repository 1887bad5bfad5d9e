import { faultMeanings } from '../../../../model/faults.ts';
import { addFault } from '../../../../state/faults.ts';
import { sentence } from '../report.ts';
import { subcommand } from '../subcommand.ts';
import { withLab } from '../with-lab.ts';
import { describeTarget, readRule } from './rule.ts';

/** `parlab fault add`. */
export const add = subcommand({
  synopsis: 'add <operation>',
  summary: 'Adds a rule: an operation fails at one of its phases',
  declare: (parser) =>
    parser
      .positional('operation', { type: 'string', demandOption: true, describe: 'migrate or chhwres' })
      .option('on', { type: 'string', requiresArg: true, describe: 'Only of this partition' })
      .option('at', {
        type: 'string',
        requiresArg: true,
        describe: 'A phase, or for example 40% of the memory',
      })
      .option('as', { type: 'string', requiresArg: true, demandOption: true, describe: 'What goes wrong' })
      .option('nth', { type: 'string', requiresArg: true, describe: 'From the n-th time on' })
      .option('times', { type: 'string', requiresArg: true, describe: 'So often at most' })
      .option('probability', { type: 'string', requiresArg: true, describe: 'For example 25%' })
      .option('detail', { type: 'string', requiresArg: true, describe: 'Words for the message' })
      .example('$0 migrate --on b750nl2 --at 40% --as msp --times 1', ''),
  run: (words, place) =>
    withLab(place, (lab) => {
      const { operation, on, at, as, nth, times, probability, detail } = words;
      const rule = readRule({ operation, on, at, as, nth, times, probability, detail }, lab.engine);
      const id = lab.update((change) => addFault(change, rule));
      return sentence(
        { id, ...rule },
        `Fault rule ${id}: ${describeTarget(rule)}: ${faultMeanings[rule.kind]}.`,
      );
    }),
});
