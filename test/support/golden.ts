import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './bins.ts';

/**
 * The bytes of a published listing. The file has lines that start with `# ` (where it is from, what the publication
 * damaged), a line `---`, and then the bytes. They are never changed to match us.
 * @param path `COMMAND/NAME`, below test/PLATFORM/golden and without the `.golden`
 */
export function golden(path: string, platform: 'aix' | 'hmc' | 'vios' = 'aix'): string {
  const file = join(projectRoot, 'test', platform, 'golden', `${path}.golden`);
  const text = readFileSync(file, 'utf8');
  const header = /^(?:# .*\n)+---\n/.exec(text)?.[0];
  if (header === undefined) throw new Error(`${file}: expected lines "# ...", then "---"`);
  return text.slice(header.length);
}
