import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { databasePath, Lab } from '../state/lab.ts';
import type { Machine } from '../state/machine.ts';
import { LabTrouble } from '../state/trouble.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The file that the first process of an application WPAR reads: by its name one knows where one is. */
export const applicationFile = 'parlab-application';

// From there no other process is seen: whoever works on the lab would take all of them for dead.
function inApplication(): boolean {
  try {
    const [, script = ''] = readFileSync('/proc/1/cmdline', 'latin1').split('\0');
    return basename(script) === applicationFile;
  } catch {
    return false;
  }
}

/** `PARLAB_DIR`, else `.parlab` in the home directory. @throws LabTrouble when neither is known, or not to be touched */
export function labDirectory(environment: Environment): string {
  if (inApplication())
    throw new LabTrouble('inside', 'This command is not available inside a workload partition.');
  if (environment.PARLAB_DIR) return located(environment.PARLAB_DIR);
  const home = environment.HOME ?? homeOfUser();
  if (!home) throw new LabTrouble('missing', 'HOME is not set; name the folder of the lab in PARLAB_DIR.');
  return join(home, '.parlab');
}

function located(directory: string): string {
  try {
    return resolve(directory);
  } catch {
    throw new LabTrouble(
      'missing',
      `${directory}: the current directory is gone; name the lab by its full path.`,
    );
  }
}

function homeOfUser(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}

/** Opens the lab; the first command there makes it, with the default world. @throws LabTrouble */
export async function openLab(environment: Environment, machine: Machine): Promise<Lab> {
  const directory = labDirectory(environment);
  if (!existsSync(databasePath(directory))) {
    const { makeFirstLab } = await import('./make-first-lab.ts');
    await makeFirstLab(directory, machine);
  }
  return Lab.open(directory, machine);
}
