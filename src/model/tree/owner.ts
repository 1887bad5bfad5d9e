import { readFileSync } from 'node:fs';

/**
 * Whose the files of trees are. An ordinary user has one id, so everything is theirs. Run by root, a tree has ids of its
 * own, far from those of the machine: who gets out of a partition as its root is nobody on the machine.
 */

/** The id that the root of partitions has on the machine when root runs parlab; users and groups follow it. */
export const firstShiftedId = 1_500_000_000;
/** How many ids a partition has. */
export const shiftedIds = 65_536;

let known: { readonly owner: number | undefined } | undefined;

/** @returns the id to which files of trees are to belong; undefined: to whoever makes them */
export function treeOwner(): number | undefined {
  known ??= { owner: canShift() ? firstShiftedId : undefined };
  return known.owner;
}

// In a container root may have few ids: then it is treated as an ordinary user is.
function canShift(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    return ['uid_map', 'gid_map'].every((map) => hasRange(readFileSync(`/proc/self/${map}`, 'latin1')));
  } catch {
    return false;
  }
}

function hasRange(map: string): boolean {
  return map.split('\n').some((line) => {
    const [first = Number.NaN, , count = 0] = line.trim().split(/\s+/).map(Number);
    return first <= firstShiftedId && first + count >= firstShiftedId + shiftedIds;
  });
}
