import { failure } from '../../messages/failure.ts';
import { migrationMessages as messages } from '../../messages/system.ts';
import { wparMessages } from '../../messages/wpar.ts';
import type { Engine } from '../../state/engine.ts';
import { findHost, type Host } from '../../state/hosts.ts';
import type { Wpar, WparDetails } from '../../state/wpars.ts';
import type { Place } from '../place.ts';
import { levelOf } from '../system/level.ts';
import { readPlaceFile, writePlaceFile } from '../tree/files.ts';
import type { Work } from '../work.ts';
import { seconds } from './durations.ts';
import { isOlder } from './level.ts';
import { lock, markStale, release, requireState, requireWpar } from './lock.ts';

/** `older`: a WPAR of version 6; `versioned`: one of 5.2 or 5.3 becomes a native one; `enable`: it stays as it is. */
export type MigrationKind = 'enable' | 'older' | 'versioned';

/** Log of all that migwpar does, in the global environment, and of the installation, in the WPAR (migwpar page). */
const globalLog = '/var/adm/ras/migwpar.log';
const installationLog = '/var/adm/ras/devinst.log';

/** WPARs of a host that `-A` means. */
export function migratable(engine: Engine, host: Host, kind: MigrationKind): string[] {
  return engine
    .all<Wpar>("SELECT * FROM wpar WHERE host = ? AND type <> 'A' ORDER BY name", host.name)
    .filter((wpar) => (kind === 'enable' ? wpar.ostype !== 0 && wpar.rootvg === 1 : isOlder(host, wpar)))
    .map(({ name }) => name);
}

/** Brings the software of a WPAR that does not run to the level of its host. @throws Failure */
export async function migrateWpar(work: Work, name: string, kind: MigrationKind): Promise<void> {
  const { lab, host } = work;
  const wpar = lab.update((change) => {
    const wpar = requireWpar(change.engine, host.name, name);
    checkKind(host, wpar, kind);
    requireState(wpar, ['D']);
    lock(change, wpar, 'migwpar');
    return wpar;
  });
  const from = levelOf(lab.engine, { host, wpar }).full;
  const to = host.release;
  if (kind === 'enable') work.say(messages.enabling, { name, to });
  else work.say(messages.migrating, { name, from, to });
  await lab.pass(seconds.migrate, work.signal);
  const interrupted = work.signal.aborted;
  lab.update((change) => {
    const current = requireWpar(change.engine, host.name, name);
    const why = interrupted ? 'migration interrupted and undone' : `migrated from AIX ${from} to AIX ${to}`;
    const columns = interrupted || kind === 'enable' ? {} : migrated(current);
    release(change, current, 'D', { columns, why, status: interrupted ? 1 : 0 });
    markStale(change, host, name);
  });
  if (interrupted) throw failure(wparMessages.signalled, { signal: String(work.signal.reason ?? 'SIGTERM') });
  writeLogs(work, name, `${name}: AIX ${from} ${kind === 'enable' ? 'enabled on' : '->'} AIX ${to}`);
  work.say(kind === 'enable' ? messages.enabled : messages.migrated, { name });
}

function checkKind(host: Host, wpar: Wpar, kind: MigrationKind): void {
  const { name } = wpar;
  if (wpar.type === 'A') throw failure(wparMessages.notApplication, { name, what: 'migration' });
  if (kind === 'versioned') {
    if (wpar.ostype === 0) throw failure(messages.notVersioned, { name });
  } else if (kind === 'enable') {
    if (wpar.ostype === 0 || wpar.rootvg !== 1) throw failure(messages.onlyRootvg, { name });
  } else if (wpar.ostype !== 0) throw failure(messages.useConversion, { name });
  else if (!isOlder(host, wpar)) throw failure(messages.sameLevel, { name });
}

function migrated(wpar: Wpar): Partial<Wpar> {
  const { level: _, image: __, ...details } = JSON.parse(wpar.details) as WparDetails;
  return { type: 'S', ostype: 0, synchronised: 1, details: JSON.stringify(details) };
}

function writeLogs(work: Work, name: string, text: string): void {
  const time = new Date(work.lab.now() * 1000).toISOString().replace('T', ' ').slice(0, 19);
  append(work, undefined, globalLog, `${time} ${text}\n`);
  append(work, name, installationLog, `${time} ${text}\n`);
}

// The logs are in trees that those inside may have changed at will. Whether a tree is laid is in the rows of this moment.
function append({ lab, host, say }: Work, wpar: string | undefined, path: string, line: string): void {
  try {
    const current = findHost(lab.engine, host.name) ?? host;
    const place: Place = { host: current, ...(wpar && { wpar: requireWpar(lab.engine, host.name, wpar) }) };
    writePlaceFile(lab, place, path, `${readPlaceFile(lab, place, path) ?? ''}${line}`);
  } catch {
    say(messages.noLog, { path });
  }
}
