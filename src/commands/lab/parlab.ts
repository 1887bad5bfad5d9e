import type { Caller } from '../../cli/call.ts';

export async function runParlab(argv: readonly string[], caller: Caller): Promise<number> {
  caller.stderr.write(`parlab: ${argv.join(' ')}\n`);
  return 2;
}
