import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import type { Column } from '../../format/vios/fields.ts';
import { mappableDisks } from '../../model/frames/backing.ts';
import { disksOf } from '../../state/frames/servers.ts';
import { fieldOption, fmtOption, formatList, viosSpec } from './listing.ts';
import { requireServer } from './this-server.ts';

const noGroups = "parlab's VIO servers have no volume groups with a layout.";

const spec: CommandSpec = {
  ...viosSpec,
  name: 'lspv',
  purpose: 'displays the physical volumes of the Virtual I/O Server',
  synopsis: [
    'lspv [-avail | -free | -size] [-field FieldName ...] [-fmt Delimiter]',
    'lspv {-map | -lv | -pv} PhysicalVolume [-field FieldName ...] [-fmt Delimiter]',
  ],
  options: [
    flag('avail', 'Volumes that may back a virtual target device, with their sizes.', 'document'),
    flag('free', 'Volumes that may and do not yet, with their sizes.', 'document'),
    flag('size', 'All volumes with their sizes.', 'document'),
    fieldOption,
    fmtOption,
    flag('map', 'Where the partitions of a volume are.', 'document', { refused: noGroups }),
    flag('lv', 'The logical volumes of a volume.', 'document', { refused: noGroups }),
    flag('pv', 'The physical partitions of a volume.', 'document', { refused: noGroups }),
  ],
  exclusive: [['avail', 'free', 'size', 'map', 'lv', 'pv']],
  statuses: { 0: 'The volumes are printed.', 1: 'A flag or a field is wrong.' },
};

// Both tables: comments with samples in a client of the VIO server.
const all: readonly Column[] = [
  { field: 'name', title: 'NAME', width: 16 },
  { field: 'pvid', title: 'PVID', width: 36 },
  { field: 'vg', title: 'VG', width: 16 },
  { field: 'status', title: 'STATUS', width: 6 },
];
const sized: readonly Column[] = [
  { field: 'name', title: 'NAME', width: 15 },
  { field: 'pvid', title: 'PVID', width: 35 },
  { field: 'size', title: 'SIZE(megabytes)', width: 15 },
];

function run(args: Arguments, context: Context): number {
  const { id } = requireServer(context);
  const { engine } = context;
  const columns = args.has('avail') || args.has('free') || args.has('size') ? sized : all;
  const disks = disksOf(engine, id).filter(({ status }) => status === 'Available');
  const mappable = mappableDisks(engine, id);
  const rows = disks
    .filter(({ name }) => {
      const use = mappable.get(name);
      if (args.has('avail')) return use !== undefined;
      return !args.has('free') || use === 'free';
    })
    .map(({ name, pvid, size_mb, volume_group }) => ({
      name,
      pvid: pvid ?? 'none',
      vg: volume_group ?? 'None',
      status: volume_group === null ? '' : 'active',
      size: String(size_mb),
    }));
  context.stdout.write(formatList(args, columns, rows));
  return 0;
}

export const command: Command = { spec, run };
