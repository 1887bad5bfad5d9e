import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, statfsSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { labDirectory } from '../../../../cli/open-lab.ts';
import { packageRoot } from '../../../../package-root.ts';
import { probe } from '../../../../runtime/probe.ts';
import { mostProcesses } from '../../../../runtime/stay.ts';
import { remoteFileSystem } from '../../../../state/file-systems.ts';
import { databasePath, Lab } from '../../../../state/lab.ts';
import { LabTrouble } from '../../../../state/trouble.ts';
import { binFolder } from '../about.ts';
import type { Place } from '../subcommand.ts';

/** What a check found. `note`: it works, but somebody may want to know; `problem`: it does not work. */
export interface Finding {
  readonly check: string;
  readonly verdict: 'note' | 'ok' | 'problem';
  readonly says: string;
  /** What to do about it. */
  readonly remedy?: string;
}

type Verdict = Omit<Finding, 'check'>;

const ok = (says: string): Verdict => ({ verdict: 'ok', says });
const note = (says: string, remedy: string): Verdict => ({ verdict: 'note', says, remedy });
const problem = (says: string, remedy: string): Verdict => ({ verdict: 'problem', says, remedy });

/** Below this the lab could not even grow by a transaction; MB. */
const leastFree = 5;

/** Everything that parlab needs, in the order in which one would repair it. */
export function findings(place: Place): Finding[] {
  const { environment } = place.caller;
  const directory = labDirectory(environment);
  const checks: readonly (readonly [string, () => Verdict])[] = [
    ['Node', () => nodeVersion(process.versions.node)],
    ['PATH', () => onPath(environment.PATH ?? '')],
    ['Manual', () => manual(environment)],
    ['Code cache', codeCache],
    ['Lab', () => lab(directory, place)],
    ['File system', () => fileSystem(directory)],
    ['Space', () => space(directory)],
    ['Namespaces', insidePartitions],
  ];
  return checks.map(([check, look]) => ({ check, ...look() }));
}

/** package.json asks for 20.19 or later. */
export function nodeVersion(version: string): Verdict {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return ok(version);
  return problem(`${version} is too old`, 'install Node 20.19 or later');
}

function onPath(path: string): Verdict {
  const found = path.split(delimiter).find((folder) => folder !== '' && existsSync(join(folder, 'lswpar')));
  if (found === undefined) {
    return note('the commands are not on PATH', `eval "$(${join(binFolder, 'parlab')} env)"`);
  }
  if (resolve(found) === resolve(binFolder)) return ok(`has ${binFolder}`);
  return note(`lswpar is another one, in ${found}`, `put ${binFolder} before it`);
}

function manual(environment: Readonly<Record<string, string | undefined>>): Verdict {
  const page = join(packageRoot, 'man', 'man1', 'mkwpar.1');
  if (!existsSync(page)) return problem('the pages are not made', `npm run build in ${packageRoot}`);
  const found = spawnSync('man', ['-w', 'mkwpar'], { env: environment, encoding: 'utf8', timeout: 5000 });
  if (found.error) return note('there is no man on this machine', `the pages are in ${dirname(page)}`);
  if (found.stdout.trim().startsWith(dirname(page))) return ok('man mkwpar finds our page');
  return note('man does not look beside the commands', `man -M ${dirname(dirname(page))} mkwpar`);
}

function codeCache(): Verdict {
  const folder = join(packageRoot, 'dist');
  const wanted = `-${process.version}-${process.arch}.cache`;
  if (readdirSync(folder).some((file) => file.endsWith(wanted))) return ok('there is one for this Node');
  try {
    accessSync(folder, constants.W_OK);
    return note('there is none for this Node yet', 'the next command makes it');
  } catch {
    return note('there is none for this Node, and none can be written', 'commands start a little slower');
  }
}

function lab(directory: string, place: Place): Verdict {
  if (!existsSync(databasePath(directory))) return ok(`${directory}: none yet; the first command makes it`);
  try {
    const open = Lab.open(directory, place.caller.machine);
    try {
      const [row] = open.engine.all<{ quick_check: string }>('PRAGMA quick_check(1)');
      if (row?.quick_check !== 'ok') return problem(`${directory}: damaged`, 'parlab reset');
      if (open.readOnly) return note(`${directory}: read-only`, 'lists work; make it writable for the rest');
      return ok(`${directory}: ${open.meta('world') ?? 'a world'}`);
    } finally {
      open.close();
    }
  } catch (error) {
    if (error instanceof LabTrouble) return problem(error.message, remedies[error.reason] ?? 'parlab reset');
    throw error;
  }
}

const remedies: Partial<Record<LabTrouble['reason'], string>> = {
  busy: 'try again; "parlab status" shows who works',
  full: 'make room',
  missing: 'see to the rights of the folder',
  newer: 'use the newer parlab, or name another folder in PARLAB_DIR',
  older: 'make the folder writable once',
  pending: 'make the folder writable once',
};

function fileSystem(directory: string): Verdict {
  const remote = remoteFileSystem(statfsSync(existing(directory)).type);
  if (remote === undefined) return ok('local');
  return problem(`${remote}: a lab on it would be damaged`, 'name a folder on a local disk in PARLAB_DIR');
}

function space(directory: string): Verdict {
  const status = statfsSync(existing(directory));
  const free = Math.floor((status.bavail * status.bsize) / (1024 * 1024));
  return free >= leastFree ? ok(`${free} MB free`) : problem(`${free} MB free`, 'make room');
}

// The folder of the lab may be yet to come: the nearest one above it tells where it will be.
function existing(path: string): string {
  let folder = path;
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

function insidePartitions(): Verdict {
  const ability = probe();
  if (!ability.able) {
    return note(
      `no real programs can run in hosts and WPARs: ${ability.why}`,
      `${ability.remedy}; the commands themselves need none of it`,
    );
  }
  const users = {
    own: 'everybody inside is you; users are shown as the lab has them',
    shifted: 'users inside have ids of their own',
  };
  const limit = `RLIMIT_NPROC bounds their number (${mostProcesses}, or totalProcesses of the WPAR)`;
  return ok(`real programs can run in hosts and WPARs; ${users[ability.kind]}; ${limit}`);
}
