import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { packageRoot } from '../../package-root.ts';
import type { SkeletonFolder } from './skeleton.ts';

/** A file that AIX hosts have below /usr/samples. */
export interface Sample {
  readonly path: string;
  readonly text: string;
  readonly mode: number;
}

const base = '/usr/samples';
const own = join(packageRoot, 'samples');
let read: readonly Sample[] | undefined;

/** The files of the package's own folder of samples: whatever stands there, hosts have. */
export function samples(): readonly Sample[] {
  read ??= samplesIn('');
  return read;
}

function samplesIn(folder: string): Sample[] {
  return readdirSync(join(own, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = posix.join(folder, entry.name);
      return entry.isDirectory() ? samplesIn(name) : [sampleOf(name)];
    });
}

// Packages keep no modes: what says what runs it is a program.
function sampleOf(name: string): Sample {
  const text = readFileSync(join(own, name), 'utf8');
  return { path: posix.join(base, name), text, mode: text.startsWith('#!') ? 0o755 : 0o644 };
}

/** The one that has a path below /usr/samples. */
export function sampleAt(path: string): Sample | undefined {
  return path.startsWith(`${base}/`) ? samples().find((each) => each.path === path) : undefined;
}

/** The folders they stand in. */
export function sampleFolders(): SkeletonFolder[] {
  return [...new Set(samples().map(({ path }) => posix.dirname(path)))].map((path) => ({
    path,
    mode: 0o755,
  }));
}
