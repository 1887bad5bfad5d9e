import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Host } from '../../../state/hosts.ts';
import type { Lab } from '../../../state/lab.ts';
import { beneath } from '../../tree/beneath.ts';
import { locate } from '../../tree/binds.ts';
import { layFor } from '../../tree/files.ts';
import { spotted } from '../../tree/spotted.ts';
import type { TrialFile } from './file-rules.ts';

/** No script is longer; a file without end must not fill the memory. */
export const longestScript: number = 16 * 1024 * 1024;

/** A script that stands in a host. @param path absolute @returns undefined if there is none, or it is no plain file */
export function readHostScript(lab: Lab, host: Host, path: string): TrialFile | undefined {
  try {
    layFor(lab, { host });
    const { root, path: own } = spotted(lab, locate(lab.engine, { host }, path));
    return beneath(root, own, 'refuse', ({ folder, name }) =>
      readScript(`${folder}/${name}`, basename(path)),
    );
  } catch {
    return undefined;
  }
}

/** @param full where it is on this machine @returns undefined if it is no plain file, or too long. @throws the system's errors */
export function readScript(full: string, name: string, follow = false): TrialFile | undefined {
  const descriptor = openSync(
    full,
    constants.O_RDONLY | constants.O_NONBLOCK | (follow ? 0 : constants.O_NOFOLLOW),
  );
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile() || stats.size > longestScript) return undefined;
    return { name, content: readFileSync(descriptor), executable: (stats.mode & 0o111) !== 0 };
  } finally {
    closeSync(descriptor);
  }
}
