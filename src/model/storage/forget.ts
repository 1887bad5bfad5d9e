import type { Change } from '../../state/change.ts';
import { fileSystemsOf } from '../../state/host-file-systems.ts';
import { deleteHandMount, forgetUnmounted, handMounts, setUnmounted } from '../../state/mounted.ts';
import type { Wpar } from '../../state/wpars.ts';
import { isBelow } from './mount-table.ts';

/** A WPAR stops: what was mounted in it by hand goes, and its next start mounts all that is its own. */
export function forgetMountsOfWpar({ engine }: Change, wpar: Wpar): void {
  engine.run('DELETE FROM mounted WHERE wpar = ?', wpar.id);
  if (wpar.type === 'A') return;
  for (const each of handMounts(engine, wpar.host, null)) {
    if (isBelow(each.directory, wpar.directory)) deleteHandMount(engine, each);
  }
  forgetUnmounted(engine, wpar.host, wpar.directory);
}

/** A host starts again: only what its /etc/filesystems says `automatic` of is mounted. */
export function forgetMountsOfHost({ engine }: Change, host: string): void {
  engine.run('DELETE FROM mounted WHERE host = ?', host);
  engine.run('DELETE FROM unmounted WHERE host = ?', host);
  for (const each of fileSystemsOf(engine, host)) {
    if (each.auto === 0) setUnmounted(engine, host, each.mount_point, true);
  }
}
