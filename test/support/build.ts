import { execFileSync } from 'node:child_process';

/** Tests run the real bins: they must be built from the sources as they are. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs', '--if-stale'], { stdio: 'inherit' });
}
