import { type FileSystem, fileSystemsOf } from '../../state/host-file-systems.ts';
import type { Host } from '../../state/hosts.ts';
import type { Lab } from '../../state/lab.ts';
import type { Wpar, WparDetails, WparMount } from '../../state/wpars.ts';
import { extraOfHost, extraOfServer, extraOfWpar } from './extra.ts';
import { isBelow, type Volume } from './mount-table.ts';

/** How full a file system is. Sizes are KB. */
export interface Usage {
  readonly size: number;
  readonly used: number;
  readonly free: number;
  readonly inodes: number;
  /** Inodes that it could still make. */
  readonly freeInodes: number;
  /** Rounded up. */
  readonly inodesPercent: number;
}

interface Fill {
  readonly used_kb: number;
  readonly inodes: number;
}

/** The size that the numbers below are for: that of seed 3's file systems. */
const usualSize = 131_072;

/** File systems of a WPAR that nobody has been in (seed 3, listing 7: dev01). */
const fresh: Readonly<Record<string, Fill>> = {
  '/': { used_kb: 31_952, inodes: 2285 },
  '/home': { used_kb: 2412, inodes: 5 },
  '/tmp': { used_kb: 2648, inodes: 10 },
  '/var': { used_kb: 20_924, inodes: 349 },
};
/** What of that an empty one has: listing 7's /home without the guest's directory, KB. */
const emptyOfWpar = 2408;

/** A new jfs2 with its log elsewhere (recalled; listing 7 has 364 with five inodes). */
export const emptyFill: Fill = { used_kb: 336, inodes: 4 };
/** Maps of blocks take a little of each KB: the file systems of listing 7 and captures of larger ones. */
const mapShare = 0.000155;
/** An inline log takes a 256th (recalled). */
const inlineLogShare = 1 / 256;

/** An NFS server whose world says nothing about its file systems: ours. */
const serverSize = 20_971_520;

/** @returns undefined where there is nothing to measure: /proc */
export function usageOf(lab: Lab, volume: Volume): Usage | undefined {
  switch (volume.kind) {
    case 'none':
      return undefined;
    case 'host':
      return usageOfHost(lab, volume.host, volume.fileSystem);
    case 'remote':
      return usageOfServer(lab, volume.server, volume.path);
    case 'wpar':
      return usageOfWpar(lab, volume.host, volume.wpar, volume.mount);
  }
}

/** What a new file system of a host takes for itself, KB. */
export function emptyUsed(sizeKb: number): number {
  return blocks(emptyFill.used_kb + Math.max(0, sizeKb - usualSize) * mapShare);
}

function usageOfHost(lab: Lab, host: Host, fileSystem: FileSystem): Usage | undefined {
  const size = fileSystem.size_kb;
  if (size === null) return undefined;
  const used = size - (fileSystem.free_kb ?? size - emptyUsed(size));
  const inodes = fileSystem.inodes_used ?? emptyFill.inodes;
  const extra = extraOfHost(lab, host, fileSystem.mount_point);
  const declared = measured(size, { used_kb: used, inodes });
  const percent = fileSystem.inodes_percent ?? declared.inodesPercent;
  const now = measured(size, { used_kb: used + extra.kb, inodes: inodes + extra.inodes });
  if (percent === declared.inodesPercent) return now;
  // The world says another percentage than would follow: it tells how many inodes there could be.
  const could = (inodes * (100.5 - percent)) / (percent - 0.5);
  const freeInodes = Math.round(could * (declared.free === 0 ? 1 : now.free / declared.free));
  return { ...now, freeInodes, inodesPercent: percentOf(now.inodes, now.inodes + freeInodes) };
}

function usageOfServer(lab: Lab, server: Host, path: string): Usage | undefined {
  const own = fileSystemsOf(lab.engine, server.name)
    .filter((each) => isBelow(path, each.mount_point))
    .sort((a, b) => b.mount_point.length - a.mount_point.length)[0];
  if (own) return usageOfHost(lab, server, own);
  const extra = extraOfServer(lab, server, path);
  return measured(serverSize, {
    used_kb: emptyUsed(serverSize) + extra.kb,
    inodes: emptyFill.inodes + extra.inodes,
  });
}

function usageOfWpar(lab: Lab, host: Host, wpar: Wpar, mount: WparMount): Usage {
  const details = JSON.parse(wpar.details) as WparDetails;
  const extra = extraOfWpar(lab, host, wpar, mount.directory);
  const said = details.usage?.[mount.directory];
  const base = said ?? fresh[mount.directory] ?? copied(lab, host, mount.directory);
  const add = ({ used_kb, inodes }: Fill): Fill => ({
    used_kb: used_kb + extra.kb,
    inodes: inodes + extra.inodes,
  });
  if (base === undefined) {
    const size = mount.size_kb ?? serverSize;
    return measured(size, add({ ...emptyFill, used_kb: emptyUsed(size) }));
  }
  if (mount.size_kb === null) {
    const content = base.used_kb - emptyOfWpar;
    return measured(serverSize, add({ used_kb: emptyUsed(serverSize) + content, inodes: base.inodes }));
  }
  const log = (mount.size_kb - (said ? host.file_system_kb : usualSize)) * inlineLogShare;
  return measured(mount.size_kb, add({ used_kb: blocks(base.used_kb + log), inodes: base.inodes }));
}

// A /usr or /opt of its own is a copy of the host's.
function copied(lab: Lab, host: Host, directory: string): Fill | undefined {
  if (directory !== '/usr' && directory !== '/opt') return undefined;
  const own = fileSystemsOf(lab.engine, host.name).find((each) => each.mount_point === directory);
  if (own?.size_kb == null || own.free_kb === null || own.inodes_used === null) return undefined;
  return { used_kb: own.size_kb - own.free_kb, inodes: own.inodes_used };
}

/** jfs2 makes inodes as it needs them, from this part of its free blocks: fits the percentages of listings 7 to 9. */
const inodeShare = 0.93;

function measured(size: number, fill: Fill): Usage {
  const used = Math.min(size, Math.max(0, fill.used_kb));
  const free = size - used;
  const inodes = Math.max(1, fill.inodes);
  const freeInodes = Math.floor((free / 4) * inodeShare);
  return { size, used, free, inodes, freeInodes, inodesPercent: percentOf(inodes, inodes + freeInodes) };
}

/** Rounded up, as df does it. */
export function percentOf(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.ceil((100 * part) / whole);
}

function blocks(kb: number): number {
  return Math.round(kb / 4) * 4;
}
