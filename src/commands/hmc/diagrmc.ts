import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { connectionMessages as messages } from '../../messages/connections.ts';
import { failure } from '../../messages/failure.ts';
import { hmcMessages } from '../../messages/hmc.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { correctState, partitionsWithAddress } from '../../state/frames/rmc.ts';
import { helpOption } from './listing.ts';
import { requireSystem } from './objects.ts';
import { partitionOptions, requirePartition } from './one-partition.ts';

const spec: CommandSpec = {
  name: 'diagrmc',
  platform: 'hmc',
  purpose: 'diagnoses problems of the RMC connections between the console and partitions',
  synopsis: [
    'diagrmc [--autocorrect] [-v] [--help]',
    'diagrmc -m managed-system --ip address {-p partition-name | --id partition-ID} [--autocorrect] [-v]',
    'diagrmc --mcip address',
  ],
  evidence: 'document',
  options: [
    valued('m', 'managed-system', 'The system of the partition.', 'document'),
    valued('-ip', 'address', 'The address of the partition.', 'document'),
    ...partitionOptions,
    flag('-autocorrect', 'Corrects what the console has recorded wrongly.', 'document'),
    flag('v', 'Says more.', 'document', { refused: 'what it prints is not known.' }),
    valued('-mcip', 'address', 'An address of the console.', 'document', {
      refused: 'what it does is not known.',
    }),
    helpOption,
  ],
  operands: { name: '', minimum: 0, maximum: 0 },
  parse: 'hmc',
  // What it finds is its output, and so are its complaints.
  errors: 'stdout',
  exclusive: [['p', '-id']],
  needs: { '-ip': ['m'], p: ['-ip'], '-id': ['-ip'], m: ['-ip'] },
  user: 'any',
  statuses: { 0: 'Every connection is as it should be.', 1: 'One is not, or a parameter is wrong.' },
};

function run(args: Arguments, context: Context): number {
  const partitions = args.has('m') ? [namedPartition(args, context)] : known(context);
  if (partitions.length === 0) {
    context.report(messages.nothingToDiagnose, {});
    return 0;
  }
  const good = partitions.map((each) => diagnose(each, args.has('-autocorrect'), context));
  return good.every(Boolean) ? 0 : 1;
}

function known({ engine, host }: Context): Partition[] {
  return partitionsWithAddress(engine, host.name).filter(({ state }) => state === 'Running');
}

function namedPartition(args: Arguments, { engine, host }: Context): Partition {
  if (!args.has('p') && !args.has('-id')) throw failure(hmcMessages.missingParameter, { parameter: '-p' });
  const system = requireSystem(engine, host.name, args.value('m') ?? '');
  const partition = requirePartition(args, engine, system.id);
  const address = args.value('-ip') ?? '';
  if (partition.rmc_ipaddr !== address)
    throw failure(messages.notItsAddress, { address, partition: partition.name });
  return partition;
}

/** @returns whether the connection works and the console knows it */
function diagnose(partition: Partition, correct: boolean, context: Context): boolean {
  const { name, rmc_ipaddr: address, rmc_state, rmc_connected } = partition;
  const stale = (rmc_connected === 1) !== (rmc_state === 'active');
  if (stale && correct) {
    context.lab.update((change) => {
      correctState(change, partition.id);
      change.note(context.host.name, name, 'rmc_state corrected by diagrmc');
    });
    context.report(messages.corrected, { partition: name });
  }
  if (rmc_connected === 0) {
    context.report(messages.disconnected, { address, why: reasonOf(partition) });
    return false;
  }
  if (stale && !correct) {
    context.report(messages.stale, { address, partition: name, state: rmc_state });
    return false;
  }
  context.report(messages.connected, { address });
  return true;
}

function reasonOf({ state, rmc_daemon }: Partition): string {
  if (state !== 'Running') return `The partition is in the state ${state}.`;
  if (rmc_daemon === 0) return 'Its subsystem ctrmc does not run.';
  return 'Use rmcctrl and recfgct in the partition to start it anew.';
}

export const command: Command = { spec, run };
