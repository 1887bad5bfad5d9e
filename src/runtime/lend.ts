import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the folders of lent files are found inside. */
const lentFolder = '/dev/.parlab/script';

/** A folder of files that are lent to a place. */
export interface LentFolder {
  /** As seen outside; undefined: nothing is lent. */
  readonly outside: string | undefined;
  /** As seen inside. */
  readonly inside: string;
  remove(): void;
}

let visits = 0;

/**
 * Puts files where a place sees them and cannot change them.
 * @param folder of the keeper's session @param pid of this process
 */
export function lend(
  folder: string,
  files: Readonly<Record<string, Buffer>> | undefined,
  pid: number,
): LentFolder {
  if (!files) return { outside: undefined, inside: lentFolder, remove() {} };
  visits++;
  const name = `${pid}-${visits}`;
  const outside = join(folder, 'script', name);
  mkdirSync(outside);
  chmodSync(outside, 0o755);
  for (const [file, content] of Object.entries(files)) {
    writeFileSync(join(outside, file), content);
    chmodSync(join(outside, file), 0o755);
  }
  return {
    outside,
    inside: `${lentFolder}/${name}`,
    remove: () => rmSync(outside, { recursive: true, force: true }),
  };
}
