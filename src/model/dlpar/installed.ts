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
import { scriptFiles } from './script-files.ts';
import type { InstalledScript } from './script-listener.ts';

/** The scripts of a host that have registered for a resource. */
export interface RegisteredScripts {
  /** Those that are called. */
  readonly installed: readonly InstalledScript[];
  /** Paths of those that cannot be called: their files have gone, or are no longer executable. */
  readonly lost: readonly string[];
}

/**
 * Scripts for every host first, then those of the directory with its name (`uname -n`, as it is now), by their names (no
 * order is documented).
 */
export function registeredScripts(lab: Lab, host: Host, resource: DlparResource): RegisteredScripts {
  const { root } = scriptRepository(lab.engine, host.name);
  const rows = scriptRows(lab.engine, host.name).filter(({ resources }) =>
    resources.some(({ name }) => name === resource),
  );
  const all = [everyHost, host.name].flatMap((folder) => {
    const own = rows.filter((row) => row.folder === folder);
    const files = scriptFiles(
      lab,
      host,
      scriptPath(root, folder),
      own.map(({ name }) => name),
    );
    return own.map((row) => ({ row, path: scriptPath(root, folder, row.name), file: files.get(row.name) }));
  });
  return {
    installed: all
      .filter(({ file }) => file === 'script')
      .map(({ path, row }) => ({ path, seconds: limitOf(row), idle: isDelivered(lab, host, path) })),
    lost: all.filter(({ file }) => file !== 'script').map(({ path }) => path),
  };
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
