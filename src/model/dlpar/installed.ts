import {
  everyHost,
  type ScriptRow,
  scriptPath,
  scriptRepository,
  scriptRows,
} from '../../state/dlpar-scripts.ts';
import type { Host } from '../../state/hosts.ts';
import type { Lab } from '../../state/lab.ts';
import { readPlaceFile } from '../tree/files.ts';
import { deliveredPath, deliveredText } from './delivered.ts';
import { longestTimeout } from './describe-script.ts';
import type { DlparResource } from './event.ts';
import { type ScriptFile, scriptFile } from './script-files.ts';
import type { InstalledScript } from './script-listener.ts';

/**
 * The scripts of a host that are called for a resource: those for every host first, then those of the directory with its
 * name (`uname -n`, as it is now), by their names (no order is documented). One whose file has gone, or is no longer
 * executable, is not called: see {@link lostScripts}.
 */
export function installedScripts(lab: Lab, host: Host, resource: DlparResource): InstalledScript[] {
  return registeredFor(lab, host, resource)
    .filter(({ file }) => file === 'script')
    .map(({ path, row }) => ({ path, seconds: limitOf(row), idle: isDelivered(lab, host, path) }));
}

/** Scripts that have registered for a resource and cannot be called: their paths. */
export function lostScripts(lab: Lab, host: Host, resource: DlparResource): string[] {
  return registeredFor(lab, host, resource)
    .filter(({ file }) => file !== 'script')
    .map(({ path }) => path);
}

interface Registered {
  readonly row: ScriptRow;
  readonly path: string;
  readonly file: ScriptFile;
}

function registeredFor(lab: Lab, host: Host, resource: DlparResource): Registered[] {
  const { root } = scriptRepository(lab.engine, host.name);
  return scriptRows(lab.engine, host.name)
    .filter(({ folder }) => folder === everyHost || folder === host.name)
    .filter(({ resources }) => resources.some(({ name }) => name === resource))
    .map((row) => {
      const path = scriptPath(root, row.folder, row.name);
      return { row, path, file: scriptFile(lab, host, path) };
    });
}

/**
 * RSCT's script as it is delivered, which every AIX has: it does nothing here, and a way into each partition that migrates would
 * cost more than all the rest.
 */
function isDelivered(lab: Lab, host: Host, path: string): boolean {
  return path === deliveredPath && readPlaceFile(lab, { host }, path) === deliveredText;
}

/** Seconds that a script has for a call: the administrator's limit, or its vendor's; 0: none (recalled). */
function limitOf({ override, timeout }: ScriptRow): number {
  return Math.min(override > 0 ? override * 60 : timeout, longestTimeout);
}
