import { failure } from '../../messages/failure.ts';
import { fileSystemMessages as messages } from '../../messages/file-systems.ts';
import { deleteFileSystem } from '../../state/host-file-systems.ts';
import type { Host } from '../../state/hosts.ts';
import type { Lab } from '../../state/lab.ts';
import { setUnmounted } from '../../state/mounted.ts';
import { setMounts } from '../../state/wpar-writes.ts';
import { mountsOf } from '../../state/wpars.ts';
import { clearAside } from '../tree/lay.ts';
import { markStale, refuseBusy } from '../wpar/lock.ts';
import { removeLogicalVolume } from '../wpar/storage.ts';
import { ownerName, requireRecord } from './change.ts';
import { isIndispensable } from './indispensable.ts';
import { mountsSeen } from './mount-table.ts';
import { clearMountPoint } from './paths.ts';

/**
 * Removes a file system that is not mounted, with its logical volume and its stanza.
 * @param name its mount point or device
 * @returns the name of the volume that has gone; undefined if it had none
 * @throws Failure; nothing has changed then
 */
export function removeFileSystem(
  lab: Lab,
  host: Host,
  name: string,
  options: { readonly mountPoint: boolean },
): string | undefined {
  const gone = lab.update((change) => {
    const { engine } = change;
    const { owner, directory } = requireRecord(change, host, name);
    if (owner.kind === 'host' && isIndispensable(directory, false))
      throw failure(messages.hostNeeds, { directory });
    if (owner.kind === 'wpar') {
      refuseBusy(change, owner.wpar);
      if (isIndispensable(owner.mount.directory, true))
        throw failure(messages.indispensable, { directory, wpar: owner.wpar.name });
    }
    const device = owner.kind === 'host' ? owner.fileSystem.device : owner.mount.device;
    const local = owner.kind === 'host' || (owner.mount.size_kb !== null && owner.wpar.rootvg === 0);
    const mounted = mountsSeen(lab, { host }).some(
      (each) => each.directory === directory || (local && each.source === device && each.node === ''),
    );
    if (mounted) throw failure(messages.mountedNow, { directory });
    if (owner.kind === 'host') deleteFileSystem(engine, owner.fileSystem);
    else {
      const others = mountsOf(engine, owner.wpar.id).filter(
        (each) => each.directory !== owner.mount.directory,
      );
      setMounts(engine, owner.wpar.id, others);
    }
    setUnmounted(engine, host.name, directory, false);
    const volume = local ? removeLogicalVolume(engine, host.name, device) : undefined;
    if (local) clearMountPoint(lab, { host }, directory, !options.mountPoint);
    markStale(change, host, owner.kind === 'wpar' ? owner.wpar.name : directory);
    change.note(host.name, ownerName(host, owner), `file system ${directory} removed`);
    return volume;
  });
  clearAside(lab);
  return gone;
}
