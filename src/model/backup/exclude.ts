import { compileBasicPattern } from '../../format/basic-pattern.ts';
import { backupMessages as messages } from '../../messages/backup.ts';
import { failure } from '../../messages/failure.ts';

/**
 * The patterns of an exclude file, one a line; empty lines say nothing.
 * @throws Failure naming the line that is none
 */
export function readExcludeFile(path: string, text: string | undefined): string[] {
  if (text === undefined) throw failure(messages.excludeMissing, { path });
  const patterns: string[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    try {
      compileBasicPattern(line);
    } catch (error) {
      throw failure(messages.excludePattern, { path, line: index + 1, why: (error as Error).message });
    }
    patterns.push(line);
  });
  return patterns;
}
