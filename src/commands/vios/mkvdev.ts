import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, type OptionSpec, valued } from '../../cli/spec.ts';
import { misuse } from '../../messages/failure.ts';
import { viosCommandMessages as messages } from '../../messages/vios-commands.ts';
import { viosSpec } from './listing.ts';
import { makeAggregation, makeShared } from './mkvdev/ethernet.ts';
import { makeTarget } from './mkvdev/target.ts';
import { requireServer } from './this-server.ts';

function several(letter: string, name: string, text: string): OptionSpec {
  return { flag: letter, argument: { kind: 'value', name, several: true }, text, evidence: 'document' };
}

const spec: CommandSpec = {
  ...viosSpec,
  name: 'mkvdev',
  purpose: 'adds a virtual device to the system',
  synopsis: [
    'mkvdev [-f] {-vdev TargetDevice | -dplc TDPhysicalLocation} {-vadapter VirtualServerAdapter | -aplc VSAPhysicalLocation} [-dev DeviceName]',
    'mkvdev -fbo -vadapter VirtualServerAdapter [-dev DeviceName]',
    'mkvdev -sea TargetDevice -vadapter VirtualEthernetAdapter ... -default DefaultVirtualEthernetAdapter -defaultid SEADefaultPVID [-attr Attribute=Value ...] [-migrate]',
    'mkvdev -lnagg TargetAdapter ... [-attr Attribute=Value ...]',
    'mkvdev -vlan TargetAdapter -tagid TagID',
  ],
  options: [
    valued('vdev', 'TargetDevice', 'A disk or logical volume to offer to a client.', 'document'),
    valued('dplc', 'TDPhysicalLocation', 'The same by its place.', 'document'),
    flag('fbo', 'An optical device whose media are files.', 'document'),
    several('vadapter', 'VirtualAdapter', 'The server adapter; with -sea the trunk adapters.'),
    valued('aplc', 'VSAPhysicalLocation', 'The server adapter by its place.', 'document'),
    valued('dev', 'DeviceName', 'Name of the new device; default: the next vtscsi or vtopt.', 'document'),
    flag('f', 'Also a device that is in a volume group or backs another target.', 'document'),
    valued('sea', 'TargetDevice', 'A shared Ethernet adapter above this port or aggregation.', 'document'),
    valued('default', 'DefaultVirtualEthernetAdapter', 'The trunk adapter for untagged packets.', 'document'),
    valued('defaultid', 'SEADefaultPVID', 'Its VLAN.', 'document'),
    several('lnagg', 'TargetAdapter', 'A link aggregation of these ports.'),
    several('attr', 'Attribute=Value', 'Attributes of the shared Ethernet adapter or the aggregation.'),
    valued('vlan', 'TargetAdapter', 'A VLAN device above an adapter.', 'document', {
      refused: "parlab's VIO servers have no VLAN devices.",
    }),
    valued('tagid', 'TagID', 'Its VLAN.', 'document', {
      refused: "parlab's VIO servers have no VLAN devices.",
    }),
    flag('migrate', 'Takes the address over from the port.', 'document', {
      refused: "parlab's ports have no addresses.",
    }),
  ],
  required: [['vdev', 'dplc', 'fbo', 'sea', 'lnagg', 'vlan']],
  exclusive: [
    ['vdev', 'dplc', 'fbo', 'sea', 'lnagg', 'vlan'],
    ['vadapter', 'aplc'],
  ],
  needs: {
    dev: ['vdev', 'dplc', 'fbo'],
    f: ['vdev', 'dplc'],
    aplc: ['vdev', 'dplc', 'fbo'],
    vadapter: ['vdev', 'dplc', 'fbo', 'sea'],
    default: ['sea'],
    defaultid: ['sea'],
    attr: ['sea', 'lnagg'],
  },
  statuses: {
    0: 'The device is there.',
    1: 'A flag or an attribute is wrong, or a device cannot be used.',
    10: 'There is no such device.',
    15: 'The device is not a server virtual SCSI adapter.',
    16: 'The device is not a server virtual Ethernet adapter.',
  },
};

function requireWith(args: Arguments, flag: string, ...others: readonly string[]): void {
  const missing = others.find((other) => !other.split('|').some((each) => args.has(each)));
  if (missing !== undefined)
    throw misuse(messages.missingWith, { flag: `-${flag}`, others: `-${missing.replace('|', ' or -')}` });
}

function run(args: Arguments, context: Context): number {
  const server = requireServer(context);
  if (args.has('sea') || args.has('lnagg')) {
    if (args.has('sea')) requireWith(args, 'sea', 'vadapter', 'default', 'defaultid');
    const made = args.has('sea') ? makeShared(args, context, server) : makeAggregation(args, context, server);
    context.report(messages.created, { device: made });
    for (const prefix of ['en', 'et'])
      context.report(messages.interface, { name: made.replace('ent', prefix) });
    return 0;
  }
  requireWith(args, args.has('fbo') ? 'fbo' : args.has('vdev') ? 'vdev' : 'dplc', 'vadapter|aplc');
  const [, another] = args.values('vadapter');
  if (another !== undefined) throw misuse(messages.operandOf, { flag: '-vadapter', others: another });
  context.report(messages.created, { device: makeTarget(args, context, server) });
  return 0;
}

export const command: Command = { spec, run };
