import { pagingLayout } from '../../../format/vios/lsmap.ts';
import { failure } from '../../../messages/failure.ts';
import { viosCommandMessages as messages } from '../../../messages/vios-commands.ts';
import { serverAdaptersOf } from '../../../state/frames/server-adapters.ts';
import { type Asked, type Listed, requested } from './listed.ts';

interface Paging {
  readonly device: string;
  readonly client: number | null;
  readonly uuid: string | null;
}

/**
 * Paging devices of active memory sharing. The stream's number follows from the client; pager and virtual target device
 * have the device's place in the list.
 */
export function listPaging(asked: Asked): Listed {
  const { context, server } = asked;
  const rows = context.engine.all<Paging>(
    `SELECT device, partition.lpar_id AS client, partition.uuid FROM paging_device
       LEFT JOIN partition ON partition.id = paging_device.user
     WHERE vios = ? AND purpose = 'memory' ORDER BY length(device), device`,
    server.id,
  );
  const [vasi] = serverAdaptersOf(context.engine, server.id, 'vasi');
  const mappings = rows.map(({ device, client, uuid }, index) => ({
    adapter: {
      paging: `vrmpage${index}`,
      streamid: `0x${streamOf(uuid)}`,
      clientid: String(client ?? 0),
    },
    offered: [
      {
        status: client === null ? 'inactive' : 'active',
        redundancy: 'no',
        backing: device,
        poolid: '0',
        vasi: vasi?.device ?? '',
        pager: client === null ? '' : `pager${index}`,
        vbsd: 'vbsd0',
      },
    ],
  }));
  return {
    layout: pagingLayout,
    mappings: requested(asked, mappings, 'paging', (device) => failure(messages.notPagingDevice, { device })),
  };
}

function streamOf(uuid: string | null): string {
  return (uuid?.replaceAll('-', '').slice(0, 12) ?? '').toLowerCase().padStart(16, '2000'.padEnd(16, '0'));
}
