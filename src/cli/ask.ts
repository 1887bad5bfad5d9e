import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Asks on the terminal; undefined if there is none (never a prompt into a pipe). */
export async function ask(
  question: string,
  options: { readonly hidden: boolean },
): Promise<string | undefined> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  process.stderr.write(question);
  const terminal = createInterface({
    input: process.stdin,
    output: options.hidden ? silent : process.stderr,
    terminal: true,
  });
  try {
    return await new Promise<string | undefined>((resolve) => {
      terminal.once('line', resolve);
      terminal.once('close', () => resolve(undefined));
      terminal.once('SIGINT', () => resolve(undefined));
    });
  } finally {
    terminal.close();
    if (options.hidden) process.stderr.write('\n');
  }
}
