import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { parseRecord } from '../../cli/hmc/input.ts';
import { type CommandSpec, flag, type OptionSpec, valued } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { hmcMessages as messages } from '../../messages/hmc.ts';
import { carryOut } from './chhwres/dynamic.ts';
import { adding, removing, setting, switching } from './chhwres/steps.ts';
import { helpOption } from './listing.ts';
import { partitionOptions, systemOption } from './one-partition.ts';

const later = 'it comes with dynamic partitioning, a later step of parlab.';
const ofOthers = 'it belongs to resources whose dynamic changes are a later step of parlab.';

function foreign(letters: string, name: string, text: string): OptionSpec {
  return valued(letters, name, text, 'document', { refused: ofOthers });
}

const spec: CommandSpec = {
  name: 'chhwres',
  platform: 'hmc',
  purpose: 'changes the hardware resources of partitions while they run',
  evidence: 'document',
  operands: { name: '', minimum: 0, maximum: 0 },
  parse: 'hmc',
  user: 'any',
  synopsis: [
    'chhwres -r virtualio -m managed-system -o {a | r} {-p partition-name | --id partition-ID} [--rsubtype {eth | fc | scsi | serial | vnic}] [-s virtual-slot-number] [-a "attributes"] [-w wait-time] [-d detail-level] [--force] [-v]',
    'chhwres -r virtualio -m managed-system -o s --rsubtype {eth | vnic} {-p partition-name | --id partition-ID} -s virtual-slot-number -a "attributes" [-w wait-time] [-d detail-level] [--force] [--allownetdisrupt]',
    'chhwres -r virtualio -m managed-system -o {d | e} --rsubtype {eth | vnic} {-p partition-name | --id partition-ID} -s virtual-slot-number',
    'chhwres -r io -m managed-system -o {a | r | m} {-p partition-name | --id partition-ID} [{-t target-partition-name | --tid target-partition-ID}] -l slot-DRC-index [-a "attributes"] [-w wait-time] [-d detail-level] [--force]',
    'chhwres -r {proc | mem} -m managed-system -o {a | r | m} {-p partition-name | --id partition-ID} [{-t target-partition-name | --tid target-partition-ID}] [--procs quantity] [--procunits quantity] [-q quantity] [-w wait-time] [-d detail-level] [--force]',
  ],
  options: [
    {
      flag: 'r',
      text: 'Whose resources.',
      evidence: 'document',
      argument: {
        kind: 'value',
        name: 'resource-type',
        values: {
          virtualio: '',
          io: later,
          mem: later,
          mempool: later,
          proc: later,
          procpool: later,
          rspool: later,
          sriov: "parlab's systems have no SR-IOV adapters.",
        },
      },
    },
    systemOption,
    ...partitionOptions,
    {
      flag: 'o',
      text: 'Adds (a), removes (r), changes (s), disables (d) or enables (e) an adapter.',
      evidence: 'document',
      argument: {
        kind: 'value',
        name: 'operation',
        values: { a: '', r: '', s: '', d: '', e: '', m: later, c: later },
      },
    },
    {
      flag: '-rsubtype',
      text: 'The type of the adapter.',
      evidence: 'document',
      argument: {
        kind: 'value',
        name: 'type',
        values: {
          eth: '',
          fc: '',
          scsi: '',
          serial: '',
          vnic: "parlab's systems have no virtual NICs.",
          bus: later,
          iopool: later,
          slot: later,
          taggedio: later,
        },
      },
    },
    valued('s', 'virtual-slot-number', 'The virtual slot; of -o a the next free one without it.', 'document'),
    valued(
      'a',
      'attributes',
      'Attributes of the adapter, attribute=value,... or attribute+=value.',
      'document',
    ),
    valued(
      'w',
      'wait-time',
      'Minutes until the partition is given up; default 5, 0 is no limit.',
      'recalled',
    ),
    valued('d', 'detail-level', 'What the partition gets as DR_DETAIL_LEVEL, 0 to 5; default 0.', 'recalled'),
    flag(
      '-force',
      'Changes what the console records, though the partition has no RMC connection.',
      'recalled',
    ),
    flag('-allownetdisrupt', 'With -o s: allows changes that may disrupt the network.', 'document'),
    flag('v', 'Says more about virtual I/O operations.', 'document', {
      refused: 'what it prints is not known.',
    }),
    foreign('t', 'target-partition-name', 'The partition that gets what another one loses.'),
    foreign('-tid', 'target-partition-ID', 'The same partition by its number.'),
    foreign('l', 'slot-DRC-index', 'The physical slot.'),
    foreign('q', 'quantity', 'MB of memory.'),
    foreign('-procs', 'quantity', 'Number of processors.'),
    foreign('-procunits', 'quantity', 'Processing units.'),
    helpOption,
  ],
  required: [['r'], ['m'], ['o'], ['p', '-id']],
  exclusive: [['p', '-id']],
  statuses: { 0: 'It is done.', 1: 'It is not; a message says why, and nothing was changed.' },
};

/** Which flags an operation needs, and which it does not have. */
const forms: Readonly<
  Record<string, { readonly needs: readonly string[]; readonly lacks: readonly string[] }>
> = {
  a: { needs: ['-rsubtype', 'a'], lacks: ['-allownetdisrupt'] },
  r: { needs: ['s'], lacks: ['a', '-allownetdisrupt'] },
  s: { needs: ['-rsubtype', 's', 'a'], lacks: [] },
  d: { needs: ['-rsubtype', 's'], lacks: ['a', 'w', 'd', '-force', '-allownetdisrupt'] },
  e: { needs: ['-rsubtype', 's'], lacks: ['a', 'w', 'd', '-force', '-allownetdisrupt'] },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const operation = args.value('o') ?? '';
  const missing = forms[operation]?.needs.find((each) => !args.has(each));
  if (missing !== undefined) throw failure(messages.missingParameter, { parameter: `-${missing}` });
  const extra = forms[operation]?.lacks.find((each) => args.has(each));
  if (extra !== undefined) throw failure(messages.invalidParameter, { parameter: `-${extra}` });
  const kind = args.value('-rsubtype');
  if ('sde'.includes(operation) && kind !== 'eth')
    throw failure(messages.invalidValue, { parameter: '--rsubtype', value: kind ?? '' });
  await chosen(operation, kind, args, context);
  return 0;
}

async function chosen(
  operation: string,
  kind: string | undefined,
  args: Arguments,
  context: Context,
): Promise<void> {
  const pairs = args.has('a') ? parseRecord(args.value('a') ?? '') : [];
  if (operation === 'r') return await carryOut(args, context, 'remove', removing(args, kind));
  if (operation === 's') return await carryOut(args, context, 'change', setting(args, pairs));
  if (operation !== 'a')
    return await carryOut(args, context, 'switch', switching(args, operation === 'd' ? 1 : 0));
  if (kind === 'eth' || kind === 'fc' || kind === 'scsi' || kind === 'serial')
    return await carryOut(args, context, 'add', adding(args, kind, pairs));
}

export const command: Command = { spec, run };
