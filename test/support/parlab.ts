import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { processMachine } from '../../src/cli/process-machine.ts';
import { runParlab } from '../../src/commands/lab/parlab.ts';
import { type BinOutcome, run } from './bins.ts';
import { type Outcome, temporaryFolder } from './lab.ts';
import { splitWords } from './words.ts';

/** Where parlab is called: a TestLab, or a folder where there is no lab yet. */
export interface LabPlace {
  /** The folder of the lab. */
  readonly directory: string;
  /** The caller's directory. */
  readonly home: string;
  environment(): Record<string, string>;
}

/** A place without a lab. @param more of the environment */
export function noLab(more: Readonly<Record<string, string>> = {}): LabPlace {
  const home = temporaryFolder();
  const directory = join(home, 'lab');
  return { home, directory, environment: () => ({ PARLAB_DIR: directory, ...more }) };
}

/** The same lab with more in the environment. */
export function withEnvironment(place: LabPlace, more: Readonly<Record<string, string>>): LabPlace {
  const { directory, home } = place;
  return { directory, home, environment: () => ({ ...place.environment(), ...more }) };
}

/** Calls parlab in this process. */
export async function parlab(place: LabPlace, ...argv: string[]): Promise<Outcome> {
  let stdout = '';
  let stderr = '';
  const status = await runParlab(argv, {
    stdout: {
      write(text) {
        stdout += text;
      },
    },
    stderr: {
      write(text) {
        stderr += text;
      },
    },
    environment: place.environment(),
    directory: place.home,
    machine: processMachine,
    signal: new AbortController().signal,
  });
  return { status, stdout, stderr };
}

/** Types a line after `parlab`; quotes are understood. */
export async function typeParlab(place: LabPlace, line: string): Promise<Outcome> {
  return await parlab(place, ...splitWords(line));
}

/** Types a line after `parlab` that must succeed in silence on stderr. @returns its output */
export async function parlabOk(place: LabPlace, line: string): Promise<string> {
  const outcome = await typeParlab(place, line);
  if (outcome.status !== 0 || outcome.stderr !== '') {
    throw new Error(`parlab ${line}: status ${outcome.status}\n${outcome.stdout}${outcome.stderr}`);
  }
  return outcome.stdout;
}

/** What `--json` prints, whatever the status. */
export async function parlabJson<Data>(place: LabPlace, line: string): Promise<Data> {
  const { stdout, stderr } = await typeParlab(place, `${line} --json`);
  if (stderr !== '') throw new Error(`parlab ${line} --json: ${stderr}`);
  return JSON.parse(stdout) as Data;
}

/** A documented command, or parlab itself, as a process of its own. */
export async function realBin(place: LabPlace, line: string): Promise<BinOutcome> {
  const [program = '', ...argv] = splitWords(line);
  return await run(program, argv, { environment: place.environment(), directory: place.home });
}

export function labExists(place: LabPlace): boolean {
  return existsSync(join(place.directory, 'lab.db'));
}
