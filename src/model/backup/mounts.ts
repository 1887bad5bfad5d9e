import type { Engine } from '../../state/engine.ts';
import { mountsOf, type Wpar, type WparMount } from '../../state/wpars.ts';
import type { ArchivedMount } from './protocol.ts';

/** What of the file systems of a WPAR goes into a backup. */
export interface SavedMounts {
  readonly mounts: readonly ArchivedMount[];
  readonly without: readonly string[];
}

/** Directories that a WPAR has from the machine or its host, whatever its definition says. */
const foreign = ['/usr', '/proc', '/dev', '/etc/alternatives'];

/** Which file systems are saved, and restored: its own local ones, and what the flags choose. */
export function savedMounts(
  engine: Engine,
  wpar: Wpar,
  chosen: { readonly nfs: boolean; readonly namefs: boolean },
): SavedMounts {
  const all = mountsOf(engine, wpar.id);
  const byHand = engine.all<{ directory: string; node: string; options: string }>(
    'SELECT directory, node, options FROM mounted WHERE wpar = ?',
    wpar.id,
  );
  const mounts = all.filter((mount) => isChosen(mount, chosen));
  // What was mounted by hand from the WPAR itself is saved where it stands.
  const added = byHand.filter(({ node, options }) => node !== '' && chosen.nfs && isWritable(options));
  const taken = new Set([...mounts, ...added].map(({ directory }) => directory));
  const left = [...all, ...byHand].map(({ directory }) => directory).filter((each) => !taken.has(each));
  return {
    mounts: [
      ...mounts.map((mount): ArchivedMount => {
        const limit = mount.size_kb === null ? {} : { limit: mount.size_kb * 1024 };
        return { directory: mount.directory, shared: isShared(mount), ...limit };
      }),
      ...added.map(({ directory }): ArchivedMount => ({ directory, shared: true })),
    ],
    without: [...new Set([...foreign, ...left])],
  };
}

function isChosen(
  { directory, vfs, options }: WparMount,
  chosen: { readonly nfs: boolean; readonly namefs: boolean },
): boolean {
  if (foreign.includes(directory) || !isWritable(options)) return false;
  if (vfs === 'nfs') return chosen.nfs;
  return vfs === 'namefs' ? chosen.namefs : true;
}

function isShared({ vfs }: WparMount): boolean {
  return vfs === 'nfs' || vfs === 'namefs';
}

function isWritable(options: string): boolean {
  return !options.split(',').includes('ro');
}
