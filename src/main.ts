/**
 * The one entry of all bins: the launcher calls `main` with the name it was called by. Only this file and those of
 * cli/process-* touch the process.
 */
import { callCommand } from './cli/call.ts';
import { processMachine } from './cli/process-machine.ts';
import { ProcessOutput } from './cli/process-output.ts';
import { registry } from './commands/registry.ts';

export async function main(name: string, argv: readonly string[]): Promise<void> {
  const stdout = new ProcessOutput(1);
  const stderr = new ProcessOutput(2);
  const interruption = new AbortController();
  const interrupt = (signal: NodeJS.Signals) => interruption.abort(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
  const around = {
    stdout,
    stderr,
    environment: process.env,
    directory: currentDirectory(),
    machine: processMachine,
    signal: interruption.signal,
  };
  const registered = registry[name];
  const status = registered
    ? await callCommand(name, registered, argv, around)
    : await (await import('./commands/lab/parlab.ts')).runParlab(argv, around);
  process.exitCode = finalStatus(status, name, stdout, stderr);
}

/** Keeps a partition: what `bin/launch.cjs keeper LAB HOST [WPAR]` is for. */
export async function keepPartition([directory = '', host = '', wpar]: readonly string[]): Promise<void> {
  const { keep } = await import('./runtime/keeper.ts');
  const { hands } = await import('./commands/lab/parlab/hands.ts');
  const stdout = new ProcessOutput(1);
  await keep(directory, [host, wpar], hands, (report) => stdout.write(`${JSON.stringify(report)}\n`));
}

// A reader that has gone (`| head -1`) is nobody's fault; output that could not be written is.
function finalStatus(status: number, name: string, stdout: ProcessOutput, stderr: ProcessOutput): number {
  if (stdout.lost === undefined || stdout.lost === 'EPIPE') return status;
  stderr.write(`${name}: Cannot write to the standard output: ${stdout.lost}.\n`);
  return status === 0 ? 1 : status;
}

// The directory may have been removed under us. Only relative paths need it, and with '' they lead nowhere.
function currentDirectory(): string {
  try {
    return process.cwd();
  } catch {
    return '';
  }
}
