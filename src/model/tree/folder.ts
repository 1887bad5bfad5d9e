import { resolve } from 'node:path';
import type { Lab } from '../../state/lab.ts';
import { Folder } from '../folder.ts';
import type { Place } from '../place.ts';
import { beneath, own } from './beneath.ts';
import { locate, type Spot } from './binds.ts';
import { layHost } from './lay.ts';
import { spotted } from './spotted.ts';

/** A directory of a place, over its NFS mounts: two hosts that mount one export see one state directory. */
export function placeFolder(lab: Lab, place: Place, path: string, directory: string): Folder {
  return folderAt(lab, path, (each) => locate(lab.engine, place, resolve(directory, each)));
}

/** A directory in the tree of a host. @param path absolute */
export function hostFolder(lab: Lab, spot: Spot): Folder {
  return folderAt(lab, spot.path, (path) => ({ ...spot, path }));
}

function folderAt(lab: Lab, path: string, spotOf: (path: string) => Spot): Folder {
  return new Folder(path, {
    at(each, work) {
      const there = spotted(lab, spotOf(each));
      return beneath(there.root, there.path, 'refuse', ({ folder, name }) => work(`${folder}/${name}`));
    },
    prepare: () => layHost(lab, spotOf(path).host),
    own,
  });
}
