import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderPrefix } from './folder-prefix.ts';

/**
 * Tests start the real bins: what they are made of is built first. Worlds that tests have built are kept for the others. When
 * all are over, nothing of them may be left.
 */
export function setup(): () => Promise<void> {
  execFileSync(
    process.execPath,
    [join(import.meta.dirname, '..', '..', 'scripts', 'build.mjs'), '--if-stale'],
    {
      stdio: 'inherit',
    },
  );
  const folder = mkdtempSync(join(tmpdir(), 'parlab-built-'));
  process.env.PARLAB_TEST_WORLDS = folder;
  process.env.PARLAB_TEST_RUN = String(process.pid);
  const mounts = mountsHere();
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    await requireNothingLeft(mounts);
  };
}

// Keepers of labs that tests have removed end a moment later.
async function requireNothingLeft(mounts: string): Promise<void> {
  for (let tries = 0; tries < 100 && keepers().length > 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  const left = keepers();
  if (left.length > 0) throw new Error(`the tests have left processes behind:\n${left.join('\n')}`);
  if (mountsHere() !== mounts) throw new Error('the tests have left mounts behind');
}

/** Processes that keep partitions of labs of these tests. */
function keepers(): string[] {
  if (!existsSync('/proc/self/cmdline')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
        const isKeeper = words.includes('keeper') && words.some((word) => word.includes(folderPrefix()));
        return isKeeper ? [`${pid} ${words.join(' ')}`] : [];
      } catch {
        return [];
      }
    });
}

function mountsHere(): string {
  return existsSync('/proc/self/mountinfo') ? readFileSync('/proc/self/mountinfo', 'utf8') : '';
}
