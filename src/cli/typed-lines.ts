import { createInterface } from 'node:readline';
import type { TypedLines } from './context.ts';

/** Lines of the standard input, a terminal or not. Nothing is read ahead of its end but what was typed. */
export function openTypedLines(): TypedLines {
  const reader = createInterface({ input: process.stdin, terminal: false });
  const lines: string[] = [];
  let waiting: ((line: string | undefined) => void) | undefined;
  let ended = false;
  reader.on('line', (line) => {
    if (waiting) waiting(line);
    else lines.push(line);
    waiting = undefined;
  });
  reader.on('close', () => {
    ended = true;
    waiting?.(undefined);
    waiting = undefined;
  });
  return {
    next() {
      const line = lines.shift();
      if (line !== undefined || ended) return Promise.resolve(line);
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    close() {
      reader.close();
      // An open standard input would keep the process alive.
      process.stdin.unref?.();
      process.stdin.destroy();
    },
  };
}
