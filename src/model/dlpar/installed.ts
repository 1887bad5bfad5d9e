import {
  everyHost,
  type ScriptRow,
  scriptPath,
  scriptRepository,
  scriptRows,
} from '../../state/dlpar-scripts.ts';
import type { Host } from '../../state/hosts.ts';
import type { Lab } from '../../state/lab.ts';
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
    .map(({ path, row }) => ({ path, seconds: limitOf(row) }));
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

/** Seconds that a script has for a call: the administrator's limit, or its vendor's; 0: none (recalled). */
function limitOf({ override, timeout }: ScriptRow): number {
  return Math.min(override > 0 ? override * 60 : timeout, longestTimeout);
}
