import { execa } from 'execa';

/** From where a program is run, and what ends it. */
export interface Surroundings {
  readonly directory: string;
  readonly signal: AbortSignal;
}

/**
 * Runs a program of the caller's with the caller's rights. Its streams are ours; input is closed.
 * @returns its exit status, 128 and the signal if one ended it, 127 if it could not be run
 */
export async function runScript(
  path: string,
  args: readonly string[],
  caller: Surroundings,
): Promise<number> {
  const result = await execa(path, args, {
    cwd: caller.directory,
    reject: false,
    stdin: 'ignore',
    stdout: 'inherit',
    stderr: 'inherit',
    cancelSignal: caller.signal,
  });
  if (result.exitCode !== undefined) return result.exitCode;
  return result.signal === undefined ? 127 : 128;
}
