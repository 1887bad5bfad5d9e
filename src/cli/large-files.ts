import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { NewFile, OpenFile } from '../model/backup/files.ts';
import { beneath, type TreeRoot } from '../model/tree/beneath.ts';
import { treeOwner } from '../model/tree/owner.ts';

/** Files that are too long to be texts: they are read and written in pieces, and lent to programs by their descriptors. */

/** @throws the system's errors; EINVAL for what is no plain file */
export function openPlain(path: string): OpenFile {
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const status = fstatSync(descriptor);
  if (!status.isFile()) {
    closeSync(descriptor);
    throw Object.assign(new Error(), { code: status.isDirectory() ? 'EISDIR' : 'EINVAL' });
  }
  return opened(descriptor);
}

function opened(descriptor: number): OpenFile {
  return {
    descriptor,
    read(position, length) {
      const bytes = Buffer.alloc(length);
      let read = 0;
      while (read < length) {
        const more = readSync(descriptor, bytes, read, length - read, position + read);
        if (more === 0) break;
        read += more;
      }
      return bytes.subarray(0, read);
    },
    close: () => closeSync(descriptor),
  };
}

function being(descriptor: number, keep: () => void, drop: () => void): NewFile {
  let open = true;
  let kept = false;
  return {
    ...opened(descriptor),
    get size() {
      return fstatSync(descriptor).size;
    },
    append(text) {
      const bytes = Buffer.from(text, 'utf8');
      let at = fstatSync(descriptor).size;
      for (let written = 0; written < bytes.length; ) {
        const more = writeSync(descriptor, bytes, written, bytes.length - written, at);
        written += more;
        at += more;
      }
    },
    keep() {
      keep();
      kept = true;
    },
    close() {
      if (!open) return;
      open = false;
      closeSync(descriptor);
      if (!kept) drop();
    },
  };
}

// Whoever is lent it writes at its end, wherever it thinks that it is.
const beingMade = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | constants.O_APPEND;

/** A file of the caller's. @throws the system's errors */
export function newPlainFile(folder: string, name: string): NewFile {
  const path = join(folder, name);
  const status = statSync(path, { throwIfNoEntry: false });
  if (status && !status.isFile())
    throw Object.assign(new Error(), { code: status.isDirectory() ? 'EISDIR' : 'EINVAL' });
  const aside = join(folder, `.${name.slice(0, 200)}.${process.pid}`);
  rmSync(aside, { force: true });
  const descriptor = openSync(aside, beingMade, 0o600);
  return being(
    descriptor,
    () => {
      fchmodSync(descriptor, status ? status.mode & 0o777 : 0o666 & ~process.umask());
      renameSync(aside, path);
    },
    () => rmSync(aside, { force: true }),
  );
}

/** A file of a tree. @throws the system's errors */
export function newTreeFile(root: TreeRoot, path: string): NewFile {
  const aside = (name: string) => `.${name.slice(0, 200)}.${process.pid}`;
  const descriptor = beneath(root, path, 'refuse', ({ folder, name }) => {
    const status = lstatSync(`${folder}/${name}`, { throwIfNoEntry: false });
    if (status && !status.isFile())
      throw Object.assign(new Error(), { code: status.isDirectory() ? 'EISDIR' : 'EINVAL' });
    rmSync(`${folder}/${aside(name)}`, { force: true });
    return openSync(`${folder}/${aside(name)}`, beingMade, 0o600);
  });
  return being(
    descriptor,
    () =>
      beneath(root, path, 'refuse', ({ folder, name }) => {
        const owner = treeOwner();
        fchmodSync(descriptor, 0o644);
        if (owner !== undefined) fchownSync(descriptor, owner, owner);
        renameSync(`${folder}/${aside(name)}`, `${folder}/${name}`);
      }),
    () =>
      beneath(root, path, 'refuse', ({ folder, name }) =>
        rmSync(`${folder}/${aside(name)}`, { force: true }),
      ),
  );
}

/** A file that nobody can open, and that is gone with whoever holds it. @throws the system's errors */
export function scratchFile(directory: string): NewFile {
  const path = join(directory, `.gone-${process.pid}-${process.hrtime.bigint()}`);
  const descriptor = openSync(path, beingMade, 0o600);
  unlinkSync(path);
  return being(
    descriptor,
    () => {},
    () => {},
  );
}
