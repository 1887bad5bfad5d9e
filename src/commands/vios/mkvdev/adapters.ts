/** Virtual adapters that commands of a VIO server name. */
import { type Failure, failure } from '../../../messages/failure.ts';
import { viosCommandMessages as messages } from '../../../messages/vios-commands.ts';
import type { Engine } from '../../../state/engine.ts';
import { deviceNames, type ServerAdapter, serverAdaptersOf } from '../../../state/frames/server-adapters.ts';

const wrong: Readonly<Record<'eth' | 'fc' | 'scsi', (device: string) => Failure>> = {
  eth: (device) => failure(messages.notEthernetAdapter, { device }),
  fc: (device) => failure(messages.notFcAdapter, { device }),
  scsi: (device) => failure(messages.notScsiAdapter, { device }),
};

/** The adapter of a kind with this name. @throws Failure */
export function requireAdapter(
  engine: Engine,
  server: number,
  kind: 'eth' | 'fc' | 'scsi',
  device: string,
): ServerAdapter {
  const found = serverAdaptersOf(engine, server, kind).find(
    (adapter) => adapter.device === device && (kind === 'eth' || adapter.side === 'server'),
  );
  if (found) return found;
  if (deviceNames(engine, server).has(device)) throw wrong[kind](device);
  throw failure(messages.noDevice, { device });
}
