import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { usageText } from '../../cli/usage.ts';
import { connectionMessages as messages } from '../../messages/connections.ts';
import { failure } from '../../messages/failure.ts';
import { startMonitoring } from '../../model/processes/control.ts';
import { isConnectionComing, startDaemon, stopDaemon } from '../../state/frames/rmc.ts';
import { ownPartition } from '../shared/own-partition.ts';

const letters = ['a', 'A', 'd', 'k', 'K', 's', 'z', 'p', 'P', 'h'] as const;

const spec: CommandSpec = {
  name: 'rmcctrl',
  platform: 'aix',
  purpose: 'starts and stops the RMC subsystem',
  synopsis: ['rmcctrl { -a | -A | -d | -k | -K | -s | -z | -p | -P | -h }'],
  evidence: 'document',
  options: [
    flag('a', 'Adds the subsystem.', 'capture'),
    flag('A', 'Adds the subsystem and starts it.', 'capture'),
    flag('d', 'Removes the subsystem; it must not run.', 'capture'),
    flag('k', 'Stops the subsystem.', 'capture'),
    flag('K', 'Stops the subsystem and its resource managers.', 'recalled'),
    flag('s', 'Starts the subsystem.', 'capture'),
    flag('z', 'Stops the subsystem and its resource managers, and waits for it.', 'capture'),
    flag('p', 'Lets consoles connect.', 'capture'),
    flag('P', 'Lets no console connect.', 'recalled'),
    flag('h', 'Prints the usage.', 'document'),
  ],
  operands: { name: '', minimum: 0, maximum: 0 },
  exclusive: [letters],
  user: 'any',
  statuses: { 0: 'It is done.', 1: 'It is not; a message says why.' },
};

function run(args: Arguments, context: Context): number {
  const letter = letters.find((each) => args.has(each));
  if (letter === undefined) throw failure(messages.oneAction, {});
  if (letter === 'h') context.stdout.write(usageText(spec));
  else if (letter === 'a') context.report(messages.added, {});
  else if (letter === 'd') remove(context);
  else if (letter === 'p') enable(context);
  else if (letter === 'P') disable(context);
  else if (letter === 'A' || letter === 's') start(context);
  else stop(context);
  return 0;
}

function remove(context: Context): void {
  if (ownPartition(context).rmc_daemon === 1) throw failure(messages.active, {});
  context.report(messages.removed, {});
}

// Both in silence (captured): the connection comes by and by.
function enable(context: Context): void {
  context.lab.update((change) => {
    const partition = ownPartition(context);
    const { id, rmc_daemon, rmc_connected } = partition;
    if (rmc_daemon === 0 || rmc_connected === 1 || isConnectionComing(change.engine, id)) return;
    startDaemon(change, partition);
    change.note(context.host.name, partition.name, 'RMC lets consoles connect');
  });
}

function disable(context: Context): void {
  context.lab.update((change) => {
    const partition = ownPartition(context);
    stopDaemon(change, partition.id);
    if (partition.rmc_daemon === 1)
      change.engine.run('UPDATE partition SET rmc_daemon = 1 WHERE id = ?', partition.id);
    change.note(context.host.name, partition.name, 'RMC lets no console connect');
  });
}

function start(context: Context): void {
  const pid = context.lab.update((change) => {
    const partition = ownPartition(context);
    if (partition.rmc_daemon === 1) throw failure(messages.active, {});
    change.note(context.host.name, partition.name, 'ctrmc started');
    return startMonitoring(change, context.place);
  });
  context.report(messages.started, { pid });
}

function stop(context: Context): void {
  context.lab.update((change) => {
    const partition = ownPartition(context);
    if (partition.rmc_daemon === 0) throw failure(messages.inactive, {});
    stopDaemon(change, partition.id);
    change.note(context.host.name, partition.name, 'ctrmc stopped');
  });
  context.report(messages.stopping, {});
}

export const command: Command = { spec, run };
