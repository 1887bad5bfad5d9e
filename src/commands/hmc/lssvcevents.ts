import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, valued } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { hmcMessages as messages } from '../../messages/hmc.ts';
import { listOptions, listSpec, printerOf } from './listing.ts';
import { requireSystem } from './objects.ts';
import { systemOption } from './one-partition.ts';

const spec: CommandSpec = {
  ...listSpec,
  name: 'lssvcevents',
  purpose: 'lists serviceable events',
  synopsis: [
    'lssvcevents -t {console | hardware} [-d number-of-days | -i number-of-minutes] [-m managed-system] [--filter "filter-data"] [-F [attribute-names] [--header]] [--help]',
  ],
  options: [
    {
      flag: 't',
      text: 'Whose events: those of the hardware that call for service, or what the console has done.',
      evidence: 'capture',
      argument: {
        kind: 'value',
        name: 'type',
        values: {
          hardware: '',
          console: 'what was done in a lab is in "parlab log"; the form of the events is not known.',
        },
      },
    },
    systemOption,
    valued('d', 'number-of-days', 'Events of so many days; 0 is today. Default 7.', 'capture'),
    valued('i', 'number-of-minutes', 'Events of so many minutes.', 'capture'),
    valued('-filter', 'filter-data', 'Chooses events, for example status=open.', 'capture'),
    ...listOptions,
  ],
  required: [['t']],
  exclusive: [['d', 'i']],
  needs: { '-header': ['F'] },
};

// Names that programs ask for (captured). The lab's hardware never breaks, so that nothing is ever listed.
const attributes = [
  'problem_num',
  'pmh_num',
  'refcode',
  'status',
  'first_time',
  'last_time',
  'sys_name',
  'sys_mtms',
  'enclosure_mtms',
  'analyzing_mtms',
  'ref_code_extn',
  'sys_refcode',
  'text',
].map((name) => ({ name, value: () => undefined }));

function run(args: Arguments, context: Context): number {
  for (const letter of ['d', 'i']) {
    const value = args.value(letter);
    if (value !== undefined && !/^\d{1,6}$/.test(value))
      throw failure(messages.invalidValue, { parameter: `-${letter}`, value });
  }
  const filter = args.value('-filter');
  if (filter !== undefined && !/^"?\w+=[^=]+$/.test(filter)) throw failure(messages.filterFormat, {});
  const print = printerOf(args, attributes);
  const named = args.value('m');
  if (named !== undefined) requireSystem(context.engine, context.host.name, named);
  return print(context, []);
}

export const command: Command = { spec, run };
