import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Outcome } from './lab.ts';

export const projectRoot: string = join(import.meta.dirname, '..', '..');

export interface BinOptions {
  readonly environment: Readonly<Record<string, string>>;
  readonly directory?: string;
  /** Default: no input. */
  readonly input?: string;
}

export interface BinOutcome extends Outcome {
  /** The signal that ended it, if one did. */
  readonly signal: NodeJS.Signals | null;
}

/** The environment a user's shell would give: PATH with our bins, nothing of the test runner's. */
export function shellEnvironment(more: Readonly<Record<string, string>>): Record<string, string> {
  const { PATH = '/usr/bin:/bin', HOME = '/' } = process.env;
  return { PATH: `${join(projectRoot, 'bin')}:${PATH}`, HOME, LANG: 'C', ...more };
}

/** Runs a program (a bin, a shell) as a real process. */
export function run(program: string, argv: readonly string[], options: BinOptions): Promise<BinOutcome> {
  return finished(start(program, argv, options), options.input);
}

export function start(program: string, argv: readonly string[], options: BinOptions): ChildProcess {
  return spawn(program, argv, {
    env: shellEnvironment(options.environment),
    cwd: options.directory ?? projectRoot,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

export function finished(child: ChildProcess, input = ''): Promise<BinOutcome> {
  return new Promise((resolve, reject) => {
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({
        status: code ?? -1,
        signal,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
      });
    });
  });
}
