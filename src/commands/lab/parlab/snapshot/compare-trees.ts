import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readHostFile, treePath } from '../../../../model/host-tree.ts';
import { newText } from '../../../../model/tree/lay.ts';
import { type Host, listHosts } from '../../../../state/hosts.ts';
import type { Lab } from '../../../../state/lab.ts';
import type { Difference } from '../../../../state/snapshots/compare.ts';

/** Files of hosts that differ. Where only one side has a tree, the other has what its state says the files are. */
export function compareTrees(before: Lab, after: Lab): Difference[] {
  const old = new Map(listHosts(before.engine).map((host) => [host.name, host]));
  return listHosts(after.engine).flatMap((now) => {
    const then = old.get(now.name);
    if (!then || (then.laid === 0 && now.laid === 0)) return [];
    const paths = [...new Set([...files(before, then), ...files(after, now)])].sort();
    return paths.flatMap((path) => compareFile(before, then, after, now, path));
  });
}

function compareFile(before: Lab, then: Host, after: Lab, now: Host, path: string): Difference[] {
  const from = fileOf(before, then, path);
  const to = fileOf(after, now, path);
  if (from === to) return [];
  const named = { host: now.name, wpar: '', part: `file ${path}` };
  if (from === undefined) return [{ ...named, change: 'added' }];
  if (to === undefined) return [{ ...named, change: 'removed' }];
  return [{ ...named, change: 'changed', field: 'content', from, to }];
}

// What a new tree has is no change, wherever it is laid.
function fileOf(lab: Lab, host: Host, path: string): string | undefined {
  return readHostFile(lab, host, path) ?? (host.laid === 0 ? newText(lab, { host }, path) : undefined);
}

// NAME.cf is written from the state, which is compared itself.
function files(lab: Lab, host: Host): string[] {
  if (host.laid === 0) return [];
  const found: string[] = [];
  const walk = (folder: string) => {
    for (const name of readdirSync(treePath(lab, host, folder))) {
      const path = join(folder, name);
      const status = lstatSync(treePath(lab, host, path));
      if (status.isDirectory()) walk(path);
      else if (status.isFile() && !/^\/etc\/wpars\/.+\.cf$/.test(path)) found.push(path);
    }
  };
  try {
    walk('/');
  } catch {
    // a tree that somebody removed, or may not be read, has no files to compare
  }
  return found;
}
