import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Tests start the real bins: what they are made of is built first. Worlds that tests have built are kept for the others. */
export function setup(): () => void {
  execFileSync(
    process.execPath,
    [join(import.meta.dirname, '..', '..', 'scripts', 'build.mjs'), '--if-stale'],
    {
      stdio: 'inherit',
    },
  );
  const folder = mkdtempSync(join(tmpdir(), 'parlab-built-'));
  process.env.PARLAB_TEST_WORLDS = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
