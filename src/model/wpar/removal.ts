import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Change } from '../../state/change.ts';
import type { Engine } from '../../state/engine.ts';
import { mountsOf, type Wpar, type WparMount } from '../../state/wpars.ts';
import { rootvgOf } from './paths.ts';
import type { Plan } from './settings.ts';
import { createLogicalVolumes, removeLogicalVolume } from './storage.ts';

/** Gives back the logical volumes and disks of a WPAR. Remote file systems stay as they are. */
export function removeStorage(change: Change, wpar: Wpar): void {
  for (const mount of mountsOf(change.engine, wpar.id).reverse()) {
    if (mount.size_kb !== null && wpar.rootvg === 0)
      removeLogicalVolume(change.engine, wpar.host, mount.device);
  }
  change.engine.run(
    'UPDATE disk SET volume_group = NULL WHERE host = ? AND volume_group = ?',
    wpar.host,
    rootvgOf(wpar.name),
  );
}

/** @throws Failure if file systems of an earlier WPAR of that name wait to be used again */
export function refusePreservedTwice(engine: Engine, wpar: Wpar): void {
  const earlier = engine.get('SELECT 1 FROM preserved WHERE host = ? AND name = ?', wpar.host, wpar.name);
  if (earlier) throw failure(messages.preservedAlready, { name: wpar.name });
}

/** Keeps the file systems of a WPAR that is removed with `-p`, for a later `mkwpar -p`. */
export function preserveStorage(change: Change, wpar: Wpar): void {
  change.engine.run(
    'INSERT INTO preserved VALUES (?, ?, ?, ?)',
    wpar.host,
    wpar.name,
    wpar.directory,
    JSON.stringify(mountsOf(change.engine, wpar.id)),
  );
}

/**
 * The mounts of a plan with `-p`: those that a former WPAR left, else only remote ones, which are populated already.
 * @throws Failure if a local file system would have to be made
 */
export function takePreserved(change: Change, plan: Plan): WparMount[] {
  const { engine } = change;
  const { host, name } = plan.wpar;
  const former = plan.preserved ?? name;
  const kept = engine.get<{ specification: string }>(
    'SELECT specification FROM preserved WHERE host = ? AND name = ?',
    host,
    former,
  );
  if (!kept) {
    if (plan.objects.mounts.some((mount) => mount.size_kb !== null)) {
      throw failure(messages.nothingPreserved, { name: former });
    }
    return createLogicalVolumes(engine, host, plan.objects.mounts);
  }
  engine.run('DELETE FROM preserved WHERE host = ? AND name = ?', host, former);
  return JSON.parse(kept.specification) as WparMount[];
}
