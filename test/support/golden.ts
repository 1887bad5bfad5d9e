import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Expected output that came from somewhere: `test/aix/golden/COMMAND/NAME.golden`. Lines starting with `# ` say from where and what the
 * text extraction damaged; after the line `---` come the exact bytes.
 */
export function golden(path: string): string {
  const text = readFileSync(join(import.meta.dirname, '..', 'aix', 'golden', `${path}.golden`), 'utf8');
  const end = text.indexOf('\n---\n');
  if (end < 0) throw new Error(`${path}.golden has no line "---"`);
  return text.slice(end + '\n---\n'.length);
}
