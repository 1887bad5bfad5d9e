import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { scriptLine } from '../../format/drmgr.ts';
import { connectionMessages as messages } from '../../messages/connections.ts';
import { deliveredInformation } from '../../model/dlpar/delivered.ts';
import { installDelivered } from '../../model/dlpar/repository.ts';
import { startMonitoring } from '../../model/processes/control.ts';
import { stopDaemon } from '../../state/frames/rmc.ts';
import { ownPartition } from '../shared/own-partition.ts';

const spec: CommandSpec = {
  name: 'recfgct',
  platform: 'aix',
  purpose: 'configures the RSCT subsystems anew',
  synopsis: ['/usr/sbin/rsct/install/bin/recfgct'],
  evidence: 'capture',
  options: [],
  operands: { name: '', minimum: 0, maximum: 0 },
  user: 'any',
  statuses: { 0: 'They are configured, and ctrmc runs.', 1: 'They are not; a message says why.' },
};

// What the node was to its consoles is forgotten: the connection is lost, and comes again.
function run(_: Arguments, context: Context): number {
  const [pid, path] = context.lab.update((change) => {
    const partition = ownPartition(context);
    const installed = installDelivered(context);
    stopDaemon(change, partition.id);
    change.note(context.host.name, partition.name, 'RSCT configured anew, ctrmc started');
    return [startMonitoring(change, context.place), installed] as const;
  });
  context.report(messages.reconfigured, { script: scriptLine(path, deliveredInformation.info), pid });
  return 0;
}

export const command: Command = { spec, run };
