import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { viosCommandMessages as messages } from '../../messages/vios-commands.ts';
import { viosSpec } from './listing.ts';
import { removeAggregation, removeShared } from './rmvdev/ethernet.ts';
import { removeTargets } from './rmvdev/target.ts';
import { requireServer } from './this-server.ts';

const spec: CommandSpec = {
  ...viosSpec,
  name: 'rmvdev',
  purpose: 'removes the connection between a physical device and its virtual server adapter',
  synopsis: [
    'rmvdev [-f] {-vdev TargetDevice | -vtd VirtualTargetDevice} [-rmlv]',
    'rmvdev -sea SharedEthernetAdapter',
    'rmvdev -lnagg LinkAggregation',
  ],
  options: [
    valued('vdev', 'TargetDevice', 'The virtual target devices of this disk or volume.', 'document'),
    valued('vtd', 'VirtualTargetDevice', 'This virtual target device.', 'document'),
    flag('f', 'Also if the device backs several.', 'document'),
    flag('rmlv', 'Removes the logical volume behind it, too.', 'document'),
    valued('sea', 'SharedEthernetAdapter', 'A shared Ethernet adapter.', 'document'),
    valued('lnagg', 'LinkAggregation', 'A link aggregation.', 'document'),
  ],
  required: [['vdev', 'vtd', 'sea', 'lnagg']],
  exclusive: [['vdev', 'vtd', 'sea', 'lnagg']],
  needs: { f: ['vdev', 'vtd'], rmlv: ['vdev', 'vtd'] },
  statuses: {
    0: 'The device is gone.',
    1: 'The device is of another kind or in use.',
    10: 'There is no such device.',
  },
};

function run(args: Arguments, context: Context): number {
  const server = requireServer(context);
  const removed = args.has('sea')
    ? removeShared(context, server, args.value('sea') ?? '')
    : args.has('lnagg')
      ? removeAggregation(context, server, args.value('lnagg') ?? '')
      : removeTargets(args, context, server);
  for (const device of removed) context.report(messages.deleted, { device });
  return 0;
}

export const command: Command = { spec, run };
