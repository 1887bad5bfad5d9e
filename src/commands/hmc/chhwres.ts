import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { hmcMessages as messages } from '../../messages/hmc.ts';
import { helpOption } from './listing.ts';
import { partitionOptions, systemOption } from './one-partition.ts';

const pools = "parlab's shared pools are as the world has them.";

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
    'chhwres -r sriov -m managed-system --rsubtype logport -o {a | r} {-p partition-name | --id partition-ID} -a "attributes" [-w wait-time] [-d detail-level] [--force]',
    'chhwres -r hea -m managed-system -o r {-p partition-name | --id partition-ID} -l adapter-DRC-index -g port-group --logport logical-port-ID [-w wait-time] [-d detail-level] [--force]',
    'chhwres -r mem -m managed-system -o {a | r | m} {-p partition-name | --id partition-ID} [{-t target-partition-name | --tid target-partition-ID}] -q quantity-in-MB [-w wait-time] [-d detail-level] [--force]',
    'chhwres -r mem -m managed-system -o s {-p partition-name | --id partition-ID} -q quantity-in-MB [-w wait-time] [-d detail-level] [--force]',
    'chhwres -r mem -m managed-system -o s -a "attributes"',
    'chhwres -r proc -m managed-system -o {a | r | m} {-p partition-name | --id partition-ID} [{-t target-partition-name | --tid target-partition-ID}] [--procs quantity] [--procunits quantity] [-w wait-time] [-d detail-level] [--force]',
    'chhwres -r proc -m managed-system -o s {-p partition-name | --id partition-ID} {-a "attributes" | [--procs quantity] [--procunits quantity]} [-w wait-time] [-d detail-level] [--force]',
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
          io: '',
          hea: '',
          mem: '',
          mempool: pools,
          proc: '',
          procpool: pools,
          rspool: pools,
          sriov: '',
        },
      },
    },
    systemOption,
    ...partitionOptions,
    {
      flag: 'o',
      text: 'Adds (a), removes (r), moves to another partition (m) or sets (s); disables (d) or enables (e) an adapter.',
      evidence: 'document',
      argument: {
        kind: 'value',
        name: 'operation',
        values: {
          a: '',
          r: '',
          m: '',
          s: '',
          d: '',
          e: '',
          c: 'its systems keep no record of resources that are gone.',
        },
      },
    },
    {
      flag: '-rsubtype',
      text: 'The type of the adapter, slot with -r io, or logport with -r sriov.',
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
          bus: 'buses belong to nobody here: slots do.',
          iopool: 'its partitions have no I/O pools of their own: slots have.',
          slot: '',
          logport: '',
          adapter: 'its SR-IOV adapters are always in shared mode.',
          physport: 'physical ports of its SR-IOV adapters have nothing to set.',
          taggedio: 'its IBM i partitions have no tagged I/O.',
        },
      },
    },
    valued('s', 'virtual-slot-number', 'The virtual slot; of -o a the next free one without it.', 'document'),
    valued(
      'a',
      'attributes',
      'Attributes, attribute=value,...; of adapters also attribute+=value.',
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
    valued('t', 'target-partition-name', 'The partition that gets what another one loses.', 'document'),
    valued('-tid', 'target-partition-ID', 'The same partition by its number.', 'document'),
    valued(
      'l',
      'DRC-index',
      'The physical slot, as lshwres lists it; with -r hea the Host Ethernet Adapter.',
      'document',
    ),
    valued('g', 'port-group', 'The port group of the Host Ethernet Adapter.', 'capture'),
    valued('-logport', 'logical-port-ID', 'The logical port of the Host Ethernet Adapter.', 'recalled'),
    valued('-physport', 'physical-port-ID', 'The physical port of the Host Ethernet Adapter.', 'capture', {
      refused: 'nothing of its physical ports can be set.',
    }),
    valued(
      'q',
      'quantity-in-MB',
      'Memory: whole memory regions. With -o s what the partition is to have.',
      'document',
    ),
    valued(
      '-procs',
      'quantity',
      'Processors, dedicated or virtual. With -o s what it is to have.',
      'document',
    ),
    valued(
      '-procunits',
      'quantity',
      'Processing units in steps of 0.01. With -o s what it is to have.',
      'document',
    ),
    helpOption,
  ],
  required: [['r'], ['m'], ['o']],
  exclusive: [
    ['p', '-id'],
    ['t', '-tid'],
    ['a', 'q'],
    ['a', '-procs'],
    ['a', '-procunits'],
  ],
  statuses: { 0: 'It is done.', 1: 'It is not; a message says why. Nothing was changed, or it says what.' },
};

interface Form {
  /** Flags, of each group at least one. */
  readonly needs: readonly (readonly string[])[];
  readonly takes: readonly string[];
}

const patience = ['w', 'd', '-force'];
const target = ['t', '-tid'];
const partition = ['p', '-id'];

/** Which flags an operation on a resource needs, and which others it takes; all have -r, -m and -o. */
const forms: Readonly<Record<string, Readonly<Record<string, Form>>>> = {
  virtualio: {
    a: { needs: [partition, ['-rsubtype'], ['a']], takes: ['s', ...patience] },
    r: { needs: [partition, ['s']], takes: ['-rsubtype', ...patience] },
    s: { needs: [partition, ['-rsubtype'], ['s'], ['a']], takes: ['-allownetdisrupt', ...patience] },
    d: { needs: [partition, ['-rsubtype'], ['s']], takes: [] },
    e: { needs: [partition, ['-rsubtype'], ['s']], takes: [] },
  },
  io: {
    a: { needs: [partition, ['l']], takes: ['-rsubtype', 'a', ...patience] },
    r: { needs: [partition, ['l']], takes: ['-rsubtype', ...patience] },
    m: { needs: [partition, target, ['l']], takes: ['-rsubtype', 'a', ...patience] },
  },
  hea: {
    a: { needs: [partition, ['l'], ['g']], takes: ['a', '-logport', ...patience] },
    r: { needs: [partition, ['l'], ['g'], ['-logport']], takes: patience },
    s: { needs: [['l'], ['g'], ['a']], takes: [...partition, '-logport', ...patience] },
  },
  sriov: {
    a: { needs: [partition, ['-rsubtype'], ['a']], takes: patience },
    r: { needs: [partition, ['-rsubtype'], ['a']], takes: patience },
    s: { needs: [partition, ['-rsubtype'], ['a']], takes: patience },
  },
  mem: {
    a: { needs: [partition, ['q']], takes: patience },
    r: { needs: [partition, ['q']], takes: patience },
    m: { needs: [partition, target, ['q']], takes: patience },
    s: { needs: [['q', 'a']], takes: [...partition, ...patience] },
  },
  proc: {
    a: { needs: [partition, ['-procs', '-procunits']], takes: patience },
    r: { needs: [partition, ['-procs', '-procunits']], takes: patience },
    m: { needs: [partition, target, ['-procs', '-procunits']], takes: patience },
    s: { needs: [partition, ['a', '-procs', '-procunits']], takes: patience },
  },
};

/** What may be changed of a resource with types; `slot` is also what `-r io` means without it. */
const subtypes: Readonly<Record<string, readonly string[]>> = {
  virtualio: ['eth', 'fc', 'scsi', 'serial'],
  io: ['slot'],
  sriov: ['logport'],
};

/** @throws Failure for a flag that is missing, and for one that the operation does not have */
function requireForm(args: Arguments, resource: string, operation: string): void {
  const form = forms[resource]?.[operation];
  if (!form) throw failure(messages.invalidValue, { parameter: '-o', value: operation });
  const missing = form.needs.find((group) => !group.some((each) => args.has(each)));
  if (missing) throw failure(messages.missingParameter, { parameter: `-${missing[0] ?? ''}` });
  const known = new Set(['r', 'm', 'o', ...form.needs.flat(), ...form.takes]);
  const extra = spec.options.find(({ flag: each }) => args.has(each) && !known.has(each));
  if (extra) throw failure(messages.invalidParameter, { parameter: `-${extra.flag}` });
  const type = args.value('-rsubtype');
  if (type !== undefined && !subtypes[resource]?.includes(type))
    throw failure(messages.invalidValue, { parameter: '--rsubtype', value: type });
  // An amount of memory belongs to a partition; so does what -a of processors says.
  if (resource === 'mem' && args.has('q') && !partition.some((each) => args.has(each)))
    throw failure(messages.missingParameter, { parameter: '-p' });
}

async function run(args: Arguments, context: Context): Promise<number> {
  const resource = args.value('r') ?? '';
  const operation = args.value('o') ?? '';
  requireForm(args, resource, operation);
  if (resource === 'mem') await (await import('./chhwres/memory.ts')).changeMemory(operation, args, context);
  else if (resource === 'proc')
    await (await import('./chhwres/processors.ts')).changeProcessors(operation, args, context);
  else if (resource === 'io')
    await (await import('./chhwres/slots.ts')).changeSlots(operation, args, context);
  else if (resource === 'sriov')
    await (await import('./chhwres/logical-ports.ts')).changePorts(operation, args, context);
  else if (resource === 'hea')
    await (await import('./chhwres/host-ethernet.ts')).changeHostPorts(operation, args, context);
  else await (await import('./chhwres/virtual-io.ts')).changeAdapters(operation, args, context);
  return 0;
}

export const command: Command = { spec, run };
