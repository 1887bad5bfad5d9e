import { readFileSync } from 'node:fs';
import { nameOf } from './bytes.ts';

/** Where something is mounted in this place, as names. */
export function mountPoints(): Set<string> {
  const lines = nameOf(readFileSync('/proc/self/mountinfo')).split('\n');
  return new Set(lines.flatMap((line) => (line === '' ? [] : [unescaped(line.split(' ')[4] ?? '')])));
}

function unescaped(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}
