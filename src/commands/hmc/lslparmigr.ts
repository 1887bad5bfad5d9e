import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, valued } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { hmcMessages as messages } from '../../messages/hmc.ts';
import { listOptions, listSpec } from './listing.ts';
import { lists } from './lslparmigr/lists.ts';

const spec: CommandSpec = {
  ...listSpec,
  name: 'lslparmigr',
  purpose: 'lists partition migration information',
  synopsis: [
    'lslparmigr -r manager [-F [attribute-names] [--header]] [--help]',
    'lslparmigr -r sys -m managed-system [-F [attribute-names] [--header]] [--help]',
    'lslparmigr -r lpar -m managed-system [--filter "filter-data"] [-F [attribute-names] [--header]] [--help]',
    'lslparmigr -r {mempool | msp | procpool | virtualio} -m managed-system -t target-managed-system [--ip IP-address [-u user-ID]] --filter "filter-data" [-F [attribute-names] [--header]] [--help]',
    'lslparmigr -r sriov -m managed-system',
  ],
  evidence: 'recalled',
  options: [
    {
      flag: 'r',
      text: 'What to list: of the console, of a system, of its partitions, or what a partition could be given on another system.',
      evidence: 'recalled',
      argument: {
        kind: 'value',
        name: 'resource-type',
        values: {
          manager: '',
          sys: '',
          lpar: '',
          msp: '',
          procpool: '',
          virtualio: '',
          mempool: '',
          sriov: 'what it prints is not known; lshwres -r sriov --rsubtype logport lists logical ports.',
        },
      },
    },
    valued('m', 'managed-system', 'The source system, by its name or as tttt-mmm*sssssss.', 'document'),
    valued('t', 'target-managed-system', 'The destination, in the same two spellings.', 'document'),
    valued('-ip', 'IP-address', 'Address or name of the console that manages the destination.', 'document'),
    valued('u', 'user-ID', 'User on that console, by itself the one who types.', 'recalled'),
    valued(
      '-filter',
      'filter-data',
      'lpar_names or lpar_ids; where a destination is given, of one partition.',
      'recalled',
    ),
    ...listOptions,
  ],
  required: [['r']],
  needs: { '-header': ['F'], u: ['-ip'] },
};

/** Flags that only some of the lists take. */
const optional = ['m', 't', '-filter', '-ip', 'u'];

function run(args: Arguments, context: Context): number {
  const list = lists[args.value('r') ?? ''];
  if (!list) throw failure(messages.missingParameter, { parameter: '-r' });
  const foreign = optional.find((flag) => args.has(flag) && !list.takes.includes(flag));
  if (foreign !== undefined) throw failure(messages.invalidParameter, { parameter: `-${foreign}` });
  const missing = list.needs.find((flag) => !args.has(flag));
  if (missing !== undefined) throw failure(messages.missingParameter, { parameter: `-${missing}` });
  return list.print(args, context);
}

export const command: Command = { spec, run };
