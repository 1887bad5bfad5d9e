import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context, TypedLines } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { fillIn } from '../../messages/define.ts';
import { failure } from '../../messages/failure.ts';
import { terminalMessages as messages } from '../../messages/terminals.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { closeTerminal, openTerminal, terminalOf } from '../../state/frames/terminals.ts';
import { helpOption } from './listing.ts';
import { requireSystem } from './objects.ts';
import { partitionOptions, requirePartition, systemOption } from './one-partition.ts';

const spec: CommandSpec = {
  name: 'mkvterm',
  platform: 'hmc',
  purpose: 'opens a virtual terminal session on a partition',
  synopsis: ['mkvterm -m managed-system {-p partition-name | --id partition-ID} [--help]'],
  evidence: 'document',
  options: [systemOption, ...partitionOptions, helpOption],
  operands: { name: '', minimum: 0, maximum: 0 },
  parse: 'hmc',
  required: [['m'], ['p', '-id']],
  exclusive: [['p', '-id']],
  user: 'any',
  statuses: { 0: 'The session is over, or the partition has one already.', 1: 'There is no such partition.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const { engine, host, lab, user } = context;
  const system = requireSystem(engine, host.name, args.value('m') ?? '');
  const partition = requirePartition(args, engine, system.id);
  if (partition.env === 'os400') throw failure(messages.noConsole, { partition: partition.name });
  const open = lab.update((change) => {
    const done = openTerminal(change, partition.id, { console: host.name, user });
    if (done) change.note(host.name, partition.name, 'virtual terminal opened');
    return done;
  });
  if (!open) {
    context.stdout.write(messages.heldAlready.text);
    return 0;
  }
  const typed = await context.openInput();
  try {
    await hold(context, partition, typed);
  } finally {
    typed.close();
    close(context, partition);
  }
  return 0;
}

// Who closed it has said so already; a world that was made anew has no terminals of the old one.
function close({ lab, host }: Context, partition: Partition): void {
  try {
    lab.update((change) => {
      if (closeTerminal(change, partition.id, lab.machine.self))
        change.note(host.name, partition.name, 'virtual terminal closed');
    });
  } catch {
    // the session is over all the same, and its process too
  }
}

/** Real milliseconds between looks at whether somebody has closed the session. */
const look = 200;

async function hold(context: Context, partition: Partition, typed: TypedLines): Promise<void> {
  const { lab, engine, signal, stdout } = context;
  stdout.write(messages.opening.text);
  stdout.write(greeting(partition));
  let ending = false;
  let next = typed.next();
  while (!signal.aborted) {
    const tick = lab.machine.sleep(look, signal).then(() => 'tick' as const);
    const event = await Promise.race([next.then((line) => ({ line })), tick]);
    if (!terminalOf(engine, lab.machine, partition.id)) return context.report(messages.closed, {});
    if (event === 'tick') continue;
    const { line } = event;
    if (line === undefined) {
      stdout.write('\r\n');
      return context.report(messages.inputEnded, {});
    }
    if (ending && /^y/i.test(line.trim())) return stdout.write('\r\n');
    if (!ending && line.trimEnd() === '~.') {
      // Without a terminal nobody is asked.
      if (stdout.terminal !== true) return stdout.write('\r\n');
      ending = true;
      stdout.write(messages.end.text);
    } else {
      ending = false;
      stdout.write(answer(partition, line));
    }
    next = typed.next();
  }
}

// A partition that runs takes names; no more yet.
function answer(partition: Partition, line: string): string {
  if (partition.state !== 'Running') return greeting(partition);
  return `${line.trim() === '' ? '' : `${messages.noLogin.text}\n`}${greeting(partition)}`;
}

function greeting(partition: Partition): string {
  const { name, state, env, os_version, rmc_hostname } = partition;
  if (state === 'Not Activated' || state === 'Not Available')
    return `${fillIn(messages.off.text, { partition: name })}\n`;
  if (state !== 'Running') return `${fillIn(messages.firmware.text, { partition: name, state })}\n`;
  if (env === 'vioserver') return messages.viosLogin.text;
  const aix = /^AIX (\d+)\.\d+/.exec(os_version);
  if (!aix) return fillIn(messages.linuxLogin.text, { host: rmc_hostname === '' ? name : rmc_hostname });
  // Releases of 6.1 and 7.1 that the worlds have.
  const year = os_version.startsWith('AIX 6') ? 2010 : 2013;
  return fillIn(messages.aixLogin.text, { version: aix[1] ?? '7', year });
}

export const command: Command = { spec, run };
