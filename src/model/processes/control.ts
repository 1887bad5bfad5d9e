import { failure } from '../../messages/failure.ts';
import { subsystemMessages as messages } from '../../messages/subsystems.ts';
import type { Change, LabFacts } from '../../state/change.ts';
import { startDaemon, stopDaemon } from '../../state/frames/rmc.ts';
import { partitionOfHost } from '../../state/frames/servers.ts';
import { findHost } from '../../state/hosts.ts';
import { writeSubsystem } from '../../state/subsystems.ts';
import { findWpar } from '../../state/wpars.ts';
import type { Place } from '../place.ts';
import { type Boot, bootOf, onlyInit } from './boot.ts';
import { residentOf } from './error-log.ts';
import { findSubsystem, type Subsystem } from './subsystems.ts';

/** A place as its rows are now: a command may have waited since it began. */
export function placeNow(lab: LabFacts, { host, wpar }: Place): Place {
  const now = findHost(lab.engine, host.name) ?? host;
  return wpar ? { host: now, wpar: findWpar(lab.engine, host.name, wpar.name) ?? wpar } : { host: now };
}

/** @throws Failure of a WPAR without processes: nobody controls anything there */
export function requireBoot(lab: LabFacts, place: Place): Boot {
  const boot = bootOf(lab, place);
  if (!boot || onlyInit(place.wpar)) throw failure(messages.notRunning, { name: place.wpar?.name ?? '' });
  return boot;
}

/** @throws Failure 0513-085 */
export function requireSubsystem(lab: LabFacts, place: Place, name: string): Subsystem {
  const found = findSubsystem(lab, place, name);
  if (!found) throw failure(messages.notOnFile, { name });
  return found;
}

/**
 * Starts a subsystem.
 * @param words its arguments this time; undefined: those of its definition
 * @returns its number
 * @throws Failure
 */
export function startSubsystem(
  change: Change,
  place: Place,
  subsystem: Subsystem,
  words: string | undefined,
): number {
  const { lab } = change;
  const { name, keeps, pid } = subsystem;
  const boot = requireBoot(lab, place);
  if (keeps !== undefined) throw failure(messages.wparsOwn, { name, instead: `startwpar ${keeps}` });
  if (pid !== undefined) throw failure(messages.alreadyActive, { name });
  const started = begin(change, place, boot, name, words);
  change.note(place.host.name, place.wpar?.name ?? '', `subsystem ${name} started`);
  return started;
}

/** Starts ctrmc, whether it runs or not, and with it the partition's RMC daemon. @returns its number */
export function startMonitoring(change: Change, place: Place): number {
  return begin(change, place, requireBoot(change.lab, place), 'ctrmc', undefined);
}

function begin(change: Change, place: Place, boot: Boot, name: string, words: string | undefined): number {
  const pid = freePid(change, place);
  const columns = { boot: boot.key, pid, started: change.lab.now(), arguments: words ?? null };
  writeSubsystem(change, residentOf(place), name, columns);
  const partition = isRmc(place, name) ? partitionOfHost(change.engine, place.host.name) : undefined;
  if (partition) startDaemon(change, partition);
  return pid;
}

/** Stops a subsystem that runs; not a WPAR's init. */
export function stopSubsystem(change: Change, place: Place, { name }: Subsystem): void {
  const { lab } = change;
  const boot = requireBoot(lab, place);
  writeSubsystem(change, residentOf(place), name, {
    boot: boot.key,
    pid: null,
    started: null,
    arguments: null,
  });
  const partition = isRmc(place, name) ? partitionOfHost(change.engine, place.host.name) : undefined;
  if (partition) stopDaemon(change, partition.id);
  change.note(place.host.name, place.wpar?.name ?? '', `subsystem ${name} stopped`);
}

const isRmc = ({ wpar }: Place, name: string) => name === 'ctrmc' && !wpar;

/** A number that no init and no subsystem on the host has. */
function freePid(change: Change, { host }: Place): number {
  for (;;) {
    const pid = change.pid();
    const taken = change.engine.get(
      `SELECT 1 FROM wpar WHERE host = ? AND init_pid = ? UNION ALL
       SELECT 1 FROM subsystem LEFT JOIN wpar ON wpar.id = subsystem.wpar
       WHERE coalesce(subsystem.host, wpar.host) = ? AND pid = ?`,
      host.name,
      pid,
      host.name,
      pid,
    );
    if (!taken) return pid;
  }
}
