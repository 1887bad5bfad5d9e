import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processMachine } from '../../src/cli/process-machine.ts';
import { layFor } from '../../src/model/tree/files.ts';
import { findHost } from '../../src/state/hosts.ts';
import { Lab } from '../../src/state/lab.ts';
import type { TestLab } from './lab.ts';

/** Where scripts of every host stand. */
export const scriptFolder = '/usr/lib/dr/scripts/all';

/** Gives a host these scripts for a resource, and no others: by their names, with what stands in them. */
export function giveScripts(
  lab: TestLab,
  host: string,
  resource: string,
  scripts: Readonly<Record<string, string>>,
): void {
  const open = Lab.open(lab.directory, processMachine);
  try {
    const found = findHost(open.engine, host);
    if (!found) throw new Error(`no host ${host}`);
    layFor(open, { host: found });
    const folder = join(lab.directory, 'hosts', host, scriptFolder);
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(scripts)) {
      writeFileSync(join(folder, name), text);
      chmodSync(join(folder, name), 0o755);
    }
    open.update(({ engine }) => {
      engine.run('DELETE FROM dlpar_script WHERE host = ?', host);
      for (const name of Object.keys(scripts))
        engine.run(
          `INSERT INTO dlpar_script (host, folder, name, version, date, vendor, info, timeout, resources)
           VALUES (?, 'all', ?, '1', '20240101', 'sysadmin', 'test', 10, ?)`,
          host,
          name,
          JSON.stringify([{ name: resource, usage: 'test' }]),
        );
    });
  } finally {
    open.close();
  }
}
