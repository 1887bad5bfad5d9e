import { posix } from 'node:path';
import type { Lab } from '../../state/lab.ts';
import { treePath } from '../host-tree.ts';
import type { TreeRoot } from './beneath.ts';
import type { Spot } from './binds.ts';

/** A path below a root, as the functions for trees take it. */
export interface Spotted {
  readonly root: TreeRoot;
  readonly path: string;
}

/** Where a spot is on disk. */
export function spotted(lab: Lab, { host, path, base }: Spot): Spotted {
  const tree = treePath(lab, host, '/').replace(/\/$/, '');
  if (base === undefined || base === '/') return { root: tree, path };
  return { root: { tree, base }, path: posix.join('/', posix.relative(base, path)) };
}
