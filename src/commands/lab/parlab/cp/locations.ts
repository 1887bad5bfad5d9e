import { lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { copyMessages as messages } from '../../../../messages/copy.ts';
import { failure } from '../../../../messages/failure.ts';
import type { Place } from '../../../../model/place.ts';
import {
  type Folder,
  isBelow,
  machineFolder,
  machines,
  PlaceFolders,
} from '../../../../model/tree/folders.ts';
import { clearAside, layHost, layWpar } from '../../../../model/tree/lay.ts';
import { type Found, resolveIn } from '../../../../model/tree/resolve.ts';
import { findHost } from '../../../../state/hosts.ts';
import type { Lab } from '../../../../state/lab.ts';
import { findWpar, type Wpar } from '../../../../state/wpars.ts';
import { layable } from '../layable.ts';

/** A word of the command line: a path of the machine, or of a place. */
export interface Location {
  readonly word: string;
  /** Undefined: this machine. */
  readonly place: Place | undefined;
  readonly path: string;
}

/** Something in a folder that is held open. */
export interface Entry {
  readonly folder: Folder;
  /** `.`: the folder itself. */
  readonly name: string;
}

/** Where copies go: into a folder, under their own names or a given one. */
export interface Target {
  readonly folder: Folder;
  readonly as: string | undefined;
}

/** `dev02:/etc/motd`, `HOST:path`, `HOST/WPAR:path`; a slash before the colon is one of a path, as with scp. @throws Failure */
export function readLocation(lab: Lab, word: string): Location {
  const [, first = '', second, path = ''] = /^([^/:]+)(?:\/([^/:]+))?:(.*)$/s.exec(word) ?? [];
  if (first === '' || (second !== undefined && !findHost(lab.engine, first)))
    return { word, place: undefined, path: word };
  const place = second === undefined ? placeCalled(lab, first) : wparOn(lab, first, second);
  return { word, place, path: path.startsWith('/') ? path : `/${path}` };
}

function placeCalled(lab: Lab, name: string): Place {
  const { engine } = lab;
  const host = findHost(engine, name);
  if (host) return { host: layable(host) };
  const wpars = engine.all<Wpar>('SELECT * FROM wpar WHERE name = ? ORDER BY host', name);
  const [only, other] = wpars;
  if (!only) throw failure(messages.noPlace, { name });
  if (other) {
    const names = wpars.map((each) => `${each.host}/${each.name}`).join(', ');
    throw failure(messages.manyPlaces, { name, names });
  }
  return wparOn(lab, only.host, name);
}

function wparOn({ engine }: Lab, hostName: string, name: string): Place {
  const host = findHost(engine, hostName);
  const wpar = host && findWpar(engine, hostName, name);
  if (!host || !wpar) throw failure(messages.noPlace, { name: `${hostName}/${name}` });
  if (wpar.type === 'A') throw failure(messages.noFiles, { name });
  return { host, wpar };
}

/** The folders of a place, with its tree on disk. */
function foldersOf(lab: Lab, { host, wpar }: Place): PlaceFolders {
  lab.update(() => (wpar ? layWpar(lab, host, wpar) : layHost(lab, host)));
  clearAside(lab);
  const now = wpar && findWpar(lab.engine, host.name, wpar.name);
  return new PlaceFolders(lab, now ? { host, wpar: now } : { host });
}

/** @throws Failure, or the system's errors */
export function openSource(lab: Lab, { word, place, path }: Location, directory: string): Entry {
  if (!place) {
    const real = realpathSync(resolve(directory, path));
    if (real === '/' || /(^|\/)\.$/.test(path)) return { folder: machineFolder(real), name: '.' };
    return { folder: machineFolder(dirname(real)), name: basename(real) };
  }
  const folders = foldersOf(lab, place);
  const found = resolveIn(folders, path);
  refuseMachines(found, word);
  if (!found.stats) throw codeOf('ENOENT');
  if (found.path === '/') return { folder: folders.open('/'), name: '.' };
  return { folder: folders.open(dirname(found.path)), name: basename(found.path) };
}

/** @param several sources go there: it has to be a directory. @throws Failure, or the system's errors */
export function openTarget(lab: Lab, location: Location, directory: string, several: boolean): Target {
  const { place, path, word } = location;
  const wanted = several || path.endsWith('/');
  if (!place) return machineTarget(resolve(directory, path), wanted);
  const folders = foldersOf(lab, place);
  const found = resolveIn(folders, path);
  refuseMachines(found, word);
  if (!found.stats && found.missing.length > 1) throw codeOf('ENOENT');
  if (found.stats?.isDirectory()) return { folder: folders.open(found.path), as: undefined };
  if (wanted) throw codeOf('ENOTDIR');
  return { folder: folders.open(dirname(found.path)), as: basename(found.path) };
}

function machineTarget(full: string, wanted: boolean): Target {
  if (statSync(full, { throwIfNoEntry: false })?.isDirectory()) {
    return { folder: machineFolder(full), as: undefined };
  }
  if (wanted) throw codeOf(lstatSync(full, { throwIfNoEntry: false }) ? 'ENOTDIR' : 'ENOENT');
  return { folder: machineFolder(dirname(full)), as: basename(full) };
}

function codeOf(code: string): Error {
  return Object.assign(new Error(code), { code });
}

// /usr, /dev and /proc of a place are the machine's: nothing of them stands in a tree.
function refuseMachines({ path }: Found, word: string): void {
  const directory = machines.find((each) => isBelow(path, each));
  if (directory !== undefined) throw failure(messages.machines, { path: word, directory });
}
