import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { failure } from '../messages/failure.ts';
import { labMessages } from '../messages/lab.ts';
import { reason } from '../messages/reasons.ts';
import type { NewFile, OpenFile } from '../model/backup/files.ts';
import type { Place } from '../model/place.ts';
import { beneath } from '../model/tree/beneath.ts';
import { locate } from '../model/tree/binds.ts';
import { isLaid, layFor, readPlaceFile, writePlaceFile } from '../model/tree/files.ts';
import { spotted } from '../model/tree/spotted.ts';
import type { Lab } from '../state/lab.ts';
import type { FileAccess } from './context.ts';
import { newPlainFile, newTreeFile, openPlain } from './large-files.ts';

/** No specification, exports or world file is longer; a device or a pipe without end must not fill the memory. */
const longestFile = 16 * 1024 * 1024;

/** The files of the user who calls, relative to where the user is. */
export function callerFiles(directory: string): FileAccess {
  const open = (path: string) => readingAt(path, () => openPlain(resolve(directory, path)));
  return {
    read(path) {
      try {
        const full = resolve(directory, path);
        if (statSync(full).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
        return readAll(full);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw failure(labMessages.cannotRead, { path, why: reason(error) });
      }
    },
    write(path, text) {
      try {
        writeWhole(resolve(directory, path), text);
      } catch (error) {
        throw failure(labMessages.cannotWrite, { path, why: reason(error) });
      }
    },
    isExecutable(path) {
      try {
        accessSync(resolve(directory, path), constants.X_OK);
        return statSync(resolve(directory, path)).isFile();
      } catch {
        return false;
      }
    },
    absolute: (path) => resolve(directory, path),
    head(path, length) {
      const file = open(path);
      try {
        return file?.read(0, length).toString('utf8');
      } finally {
        file?.close();
      }
    },
    open,
    make: (path) =>
      writingAt(path, () => {
        const full = resolve(directory, path);
        return newPlainFile(dirname(full), basename(full));
      }),
    exists: (path) => existsSync(resolve(directory, path)),
  };
}

function readingAt(path: string, work: () => OpenFile): OpenFile | undefined {
  try {
    return work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw failure(labMessages.cannotRead, { path, why: reason(error) });
  }
}

function writingAt(path: string, work: () => NewFile): NewFile {
  const tell = (error: unknown) => failure(labMessages.cannotWrite, { path, why: reason(error) });
  try {
    const file = work();
    return {
      ...file,
      get size() {
        return file.size;
      },
      keep() {
        try {
          file.keep();
        } catch (error) {
          throw tell(error);
        }
      },
    };
  } catch (error) {
    throw tell(error);
  }
}

function readAll(path: string): string {
  const descriptor = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let length = 0; length <= longestFile; ) {
      const chunk = Buffer.allocUnsafe(65_536);
      const read = readSync(descriptor, chunk);
      if (read === 0) return Buffer.concat(chunks).toString('utf8');
      chunks.push(chunk.subarray(0, read));
      length += read;
    }
    throw Object.assign(new Error(), { code: 'it is too long' });
  } finally {
    closeSync(descriptor);
  }
}

// The whole file or nothing; what is no plain file (/dev/stdout, a pipe) is written in place.
function writeWhole(path: string, text: string): void {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status && !status.isFile()) {
    // Files are written while the lab is held: a pipe that nobody reads must not hold up everybody.
    const descriptor = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
    try {
      writeFileSync(descriptor, text);
    } finally {
      closeSync(descriptor);
    }
    return;
  }
  const aside = `${path}.${process.pid}`;
  try {
    writeFileSync(aside, text, { mode: status?.mode ?? 0o644 });
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

/** The files of the place one is in. @param directory of the place, where relative paths begin */
export function placeFiles(lab: Lab, place: Place, directory: string): FileAccess {
  const laid = (path: string) => {
    layFor(lab, place);
    const spot = locate(lab.engine, place, resolve(directory, path));
    return spotted(lab, spot);
  };
  const open = (path: string) =>
    readingAt(path, () => {
      const spot = laid(path);
      return beneath(spot.root, spot.path, 'refuse', ({ folder, name }) => openPlain(`${folder}/${name}`));
    });
  return {
    read: (path) => readPlaceFile(lab, place, resolve(directory, path)),
    write(path, text) {
      try {
        writePlaceFile(lab, place, resolve(directory, path), text);
      } catch (error) {
        throw failure(labMessages.cannotWrite, { path, why: reason(error) });
      }
    },
    // What a host's own scripts may do arrives with its processes; a declared file is one that is there.
    isExecutable: (path) => readPlaceFile(lab, place, resolve(directory, path)) !== undefined,
    absolute: (path) => resolve(directory, path),
    head: (path, length) => {
      if (!isLaid(place)) return readPlaceFile(lab, place, resolve(directory, path))?.slice(0, length);
      const file = open(path);
      try {
        return file?.read(0, length).toString('utf8');
      } finally {
        file?.close();
      }
    },
    open,
    make: (path) =>
      writingAt(path, () => {
        const spot = laid(path);
        return newTreeFile(spot.root, spot.path);
      }),
    exists: (path) => readPlaceFile(lab, place, resolve(directory, path)) !== undefined,
  };
}
