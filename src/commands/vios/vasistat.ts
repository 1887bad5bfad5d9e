import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { formatStream, formatVasi } from '../../format/vios/vasistat.ts';
import { failure } from '../../messages/failure.ts';
import { viosCommandMessages as messages } from '../../messages/vios-commands.ts';
import { type VasiCounters, vasiCounters } from '../../model/frames/vasi.ts';
import { noteAbandoned } from '../../model/mobility/abandoned.ts';
import { deviceNames, serverAdaptersOf } from '../../state/frames/server-adapters.ts';
import { viosSpec } from './listing.ts';
import { requireServer, type ThisServer } from './this-server.ts';

const spec: CommandSpec = {
  ...viosSpec,
  name: 'vasistat',
  purpose: 'shows statistics of a VASI device',
  synopsis: [
    'vasistat [-all | -stream streamID] [-interval time_interval] Device',
    'vasistat [-debug | -reset] Device',
  ],
  options: [
    flag('all', 'Also every migration in progress.', 'document'),
    valued('stream', 'streamID', 'Only this migration in progress.', 'document'),
    flag('reset', 'Sets the counters to zero.', 'document'),
    valued('interval', 'time_interval', 'Prints again and again.', 'document', {
      refused: 'run it again instead.',
    }),
    flag('debug', 'Switches traces of the driver on and off.', 'document', {
      refused: "parlab's drivers have no traces.",
    }),
  ],
  operands: { name: 'Device', minimum: 1, maximum: 1 },
  exclusive: [['all', 'stream', 'reset']],
  statuses: {
    0: 'The statistics are printed, or reset.',
    1: 'A flag is wrong, or there is no such stream.',
    10: 'There is no such device.',
  },
};

function counters(context: Context, server: ThisServer): VasiCounters {
  noteAbandoned(context.lab);
  const began = server.last_activated ?? context.lab.now();
  return vasiCounters(context.engine, server.id, context.lab.now(), began);
}

function run(args: Arguments, context: Context): number {
  const server = requireServer(context);
  const device = args.operand;
  if (!serverAdaptersOf(context.engine, server.id, 'vasi').some((each) => each.device === device)) {
    const there = deviceNames(context.engine, server.id).has(device);
    throw failure(there ? messages.notVasi : messages.noDevice, { device });
  }
  if (args.has('reset')) {
    reset(context, server);
    return 0;
  }
  const now = counters(context, server);
  const elapsed = Math.max(0, Math.round(context.lab.now() - now.since));
  const wanted = args.value('stream');
  if (wanted !== undefined) {
    const stream = now.streams.find(({ id }) => String(id) === wanted);
    if (!stream) throw failure(messages.noStream, { device, stream: wanted });
    context.stdout.write(formatVasi(device, elapsed, stream));
    return 0;
  }
  const streams = args.has('all') ? now.streams.map((stream) => formatStream(stream.id, stream)) : [];
  context.stdout.write([formatVasi(device, elapsed, now), ...streams].join(''));
  return 0;
}

// What is running now has been counted up to here and goes on: its bytes so far are taken off in advance.
function reset(context: Context, server: ThisServer): void {
  context.lab.update((change) => {
    const now = counters(context, server);
    change.engine.run(
      `UPDATE mover SET sent_bytes = sent_bytes - ?, received_bytes = received_bytes - ?, counted_since = ?
       WHERE partition = ?`,
      now.sent,
      now.received,
      Math.round(context.lab.now()),
      server.id,
    );
    change.note(context.host.name, 'VASI', 'statistics reset');
  });
}

export const command: Command = { spec, run };
