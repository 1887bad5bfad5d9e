import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { fieldsOf, formatMappingLines, formatMappings } from '../../format/vios/lsmap.ts';
import { failure } from '../../messages/failure.ts';
import { viosCommandMessages as messages } from '../../messages/vios-commands.ts';
import { fieldOption, fmtOption, requestedFields, viosSpec } from './listing.ts';
import { type Asked, asked, type Listed } from './lsmap/listed.ts';
import { listNetwork } from './lsmap/network.ts';
import { listNpiv } from './lsmap/npiv.ts';
import { listPaging } from './lsmap/paging.ts';
import { backingTypes, listScsi } from './lsmap/scsi.ts';

const spec: CommandSpec = {
  ...viosSpec,
  name: 'lsmap',
  purpose: 'displays the mapping between physical, logical and virtual devices',
  synopsis: [
    'lsmap {-vadapter ServerVirtualAdapter | -plc PhysicalLocationCode | -all} [-type BackingDeviceType ... | -npiv | -vnic] [-dec] [-label] [-cpid ClientPartitionID] [-field FieldName ...] [-fmt Delimiter | -fmt2 Delimiter]',
    'lsmap {-vadapter ServerVirtualAdapter | -plc PhysicalLocationCode | -all} -net [-field FieldName ...] [-fmt Delimiter | -fmt2 Delimiter]',
    'lsmap -ams {-vtd PagingDevice | -all} [-field FieldName ...] [-fmt Delimiter | -fmt2 Delimiter]',
    'lsmap -clustername ClusterName [-all]',
    'lsmap -suspend {-all | -vtd VirtualTargetDevice}',
  ],
  options: [
    flag('all', 'All server virtual adapters.', 'document'),
    valued('vadapter', 'ServerVirtualAdapter', 'The mapping of this adapter.', 'document'),
    valued('plc', 'PhysicalLocationCode', 'The mapping of the adapter at this place.', 'document'),
    flag('net', 'Virtual Ethernet adapters and shared Ethernet adapters.', 'document'),
    flag('npiv', 'Virtual Fibre Channel adapters and the ports they are mapped to.', 'document'),
    {
      flag: 'type',
      argument: { kind: 'value', name: 'BackingDeviceType', several: true },
      text: `Only targets whose backing devices are of these types: ${backingTypes.join(', ')}.`,
      evidence: 'document',
    },
    flag('dec', 'Prints client partition IDs of virtual SCSI as decimal numbers.', 'document'),
    valued(
      'cpid',
      'ClientPartitionID',
      'Only adapters of the client with this number (decimal).',
      'document',
    ),
    flag('ams', 'Paging devices of active memory sharing.', 'document'),
    valued('vtd', 'PagingDevice', 'With -ams: this paging device.', 'document'),
    fieldOption,
    fmtOption,
    valued(
      'fmt2',
      'Delimiter',
      'As -fmt, with one of ! @ # % , : between the values, and nothing for an empty one.',
      'document',
    ),
    flag('label', 'Shows labels of ports.', 'document', { refused: "parlab's ports have no labels." }),
    flag('vnic', 'Virtual NIC servers.', 'document', { refused: 'parlab has no virtual NICs.' }),
    flag('suspend', 'Storage devices of suspended partitions.', 'document', {
      refused: 'what it prints was not found.',
    }),
    valued('clustername', 'ClusterName', 'Mappings of a shared storage pool cluster.', 'document', {
      refused: 'parlab has no shared storage pools.',
    }),
  ],
  required: [['all', 'vadapter', 'plc', 'vtd']],
  exclusive: [
    ['all', 'vadapter', 'plc', 'vtd'],
    ['net', 'npiv', 'type', 'ams'],
    ['net', 'npiv', 'dec', 'ams'],
    ['net', 'cpid'],
    ['ams', 'cpid'],
    ['ams', 'vadapter'],
    ['ams', 'plc'],
    ['fmt', 'fmt2'],
  ],
  needs: { vtd: ['ams'] },
  statuses: {
    0: 'The mappings are printed.',
    1: 'A flag, a field or a type is wrong.',
    10: 'There is no device of this name, or nothing at this place.',
    15: 'The device is not a server virtual SCSI adapter.',
    16: 'The device is not a server virtual Ethernet adapter.',
    63: 'The device is not a server virtual Fibre Channel adapter.',
    69: 'The device is not a paging device.',
  },
};

function list(what: Asked): Listed {
  if (what.args.has('net')) return listNetwork(what);
  if (what.args.has('npiv')) return listNpiv(what);
  if (what.args.has('ams')) return listPaging(what);
  return listScsi(what);
}

function run(args: Arguments, context: Context): number {
  const what = asked(args, context);
  const type = args.values('type').find((each) => !(backingTypes as readonly string[]).includes(each));
  if (type !== undefined) throw failure(messages.invalidType, { type, known: backingTypes.join(', ') });
  const client = args.value('cpid');
  if (client !== undefined && !(/^\d{1,5}$/.test(client) && Number(client) <= 65_535))
    throw failure(messages.invalidNumber, { value: client, flag: '-cpid', low: 0, high: 65_535 });
  const second = args.value('fmt2');
  if (second !== undefined && !/^[!@#%,:]$/.test(second))
    throw failure(messages.invalidDelimiter, { delimiter: second });
  const { layout, mappings } = list(what);
  const fields = requestedFields(args, fieldsOf(layout));
  const chosen = fields === undefined ? {} : { fields };
  const delimiter = second ?? args.value('fmt');
  context.stdout.write(
    delimiter === undefined
      ? formatMappings(layout, mappings, fields)
      : formatMappingLines(layout, mappings, {
          ...chosen,
          delimiter,
          empty: second === undefined ? ' ' : '',
        }),
  );
  return 0;
}

export const command: Command = { spec, run };
