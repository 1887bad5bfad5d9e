import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { basename } from 'node:path';
import { compress } from '../../format/compress.ts';
import type { Lab } from '../../state/lab.ts';
import { findSyslog, writeSyslog } from '../../state/syslog.ts';
import type { Place } from '../place.ts';
import { residentOf } from '../processes/error-log.ts';
import { beneath, type Held } from '../tree/beneath.ts';
import { writableSpot } from '../tree/files.ts';
import type { Spotted } from '../tree/spotted.ts';
import type { Rotation } from './configuration.ts';
import type { ActiveRule } from './in-force.ts';

/** A longer file stays as it is when it is rotated: compressing it would hold up the lab. */
const mostCompressed = 32 * 1024 * 1024;
/** Of a rotation that keeps all files. */
const mostFiles = 10_000;

/** @param size bytes that the log has */
export function outgrown({ size: most }: Rotation, size: number): boolean {
  return most !== undefined && size > most;
}

/** Whether a log is old enough. */
export function outlived(lab: Lab, place: Place, { file, rotation }: ActiveRule): boolean {
  return rotation?.seconds !== undefined && lab.now() - begun(lab, place, file) >= rotation.seconds;
}

/** Since when the log is written, lab seconds. */
function begun(lab: Lab, place: Place, file: string): number {
  return rulesNow(lab, place).find((each) => each.file === file)?.since ?? lab.now();
}

function rulesNow(lab: Lab, place: Place): ActiveRule[] {
  return JSON.parse(findSyslog(lab.engine, residentOf(place))?.rules ?? '[]') as ActiveRule[];
}

/**
 * Rotates a log, if it is still due: many may have seen at once that it is. The log is never without its name, so nobody who
 * appends meanwhile finds nothing.
 * @throws the system's errors, LabTrouble
 */
export function rotate(lab: Lab, place: Place, rule: ActiveRule, spot: Spotted): void {
  const { rotation, file } = rule;
  if (!rotation) return;
  lab.update((change) => {
    const turned = beneath(spot.root, spot.path, 'refuse', (log) => {
      const status = plain(`${log.folder}/${log.name}`);
      const old = outlived(lab, place, rule);
      if (!status || (!old && !outgrown(rotation, status.size))) return false;
      if (rotation.archive === undefined) turn(log, log, status, rotation);
      else {
        const archive = `${rotation.archive}/${basename(file)}`;
        const there = writableSpot(lab, place, archive);
        if (!there) return false;
        beneath(there.root, there.path, 'refuse', (into) => turn(log, into, status, rotation));
      }
      return true;
    });
    const row = findSyslog(lab.engine, residentOf(place));
    if (!turned || !row || rotation.seconds === undefined) return;
    const rules = rulesNow(lab, place).map((each) =>
      each.file === file ? { ...each, since: lab.now() } : each,
    );
    writeSyslog(change, residentOf(place), { ...row, rules: JSON.stringify(rules) });
  });
}

function turn(log: Held, into: Held, status: Stats, rotation: Rotation): void {
  const path = `${log.folder}/${log.name}`;
  const fresh = `${log.folder}/.${log.name.slice(0, 200)}.next`;
  const name = (number: number, more = '') => `${into.folder}/${into.name}.${number}${more}`;
  const suffix = rotation.compress ? '.Z' : '';
  makeRoom((number) => name(number, suffix), rotation.files ?? mostFiles);
  // What is rotated without compress before does not belong to a rotation with it.
  const rotated = name(rotation.compress ? firstFree(name) : 0);
  rmSync(fresh, { force: true });
  const descriptor = openSync(fresh, 'wx', 0o600);
  try {
    keepRights(descriptor, status);
    linkSync(path, rotated);
    renameSync(fresh, path);
  } finally {
    closeSync(descriptor);
    rmSync(fresh, { force: true });
  }
  if (rotation.mode !== undefined) changeMode(rotated, rotation.mode);
  if (rotation.compress && status.size <= mostCompressed) compressFile(rotated, name(0, suffix));
}

/** Moves `.0` to `.1` and so on; the last one falls out. */
function makeRoom(name: (number: number) => string, files: number): void {
  let free = 0;
  while (free < files - 1 && plain(name(free))) free++;
  for (let number = free; number > 0; number--) renameSync(name(number - 1), name(number));
  rmSync(name(0), { force: true });
}

function firstFree(name: (number: number) => string): number {
  let number = 0;
  while (number < mostFiles && lstatSync(name(number), { throwIfNoEntry: false })) number++;
  return number;
}

function plain(path: string): Stats | undefined {
  const status = lstatSync(path, { throwIfNoEntry: false });
  return status?.isFile() ? status : undefined;
}

function keepRights(descriptor: number, { uid, gid, mode }: Stats): void {
  const own = fstatSync(descriptor);
  if (own.uid !== uid || own.gid !== gid) fchownSync(descriptor, uid, gid);
  fchmodSync(descriptor, mode & 0o777);
}

function changeMode(path: string, mode: number): void {
  const descriptor = openPlain(path);
  try {
    if (fstatSync(descriptor).isFile()) fchmodSync(descriptor, mode);
  } finally {
    closeSync(descriptor);
  }
}

function openPlain(path: string): number {
  return openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
}

// If there is no room for it, the file stays as it is.
function compressFile(path: string, to: string): void {
  const from = openPlain(path);
  try {
    const status = fstatSync(from);
    if (!status.isFile()) return;
    const descriptor = openSync(to, 'wx', 0o600);
    try {
      writeFileSync(descriptor, compress(readFileSync(from)));
      keepRights(descriptor, status);
    } catch (error) {
      rmSync(to, { force: true });
      throw error;
    } finally {
      closeSync(descriptor);
    }
    rmSync(path, { force: true });
  } finally {
    closeSync(from);
  }
}
