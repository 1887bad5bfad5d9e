import { join, normalize } from 'node:path';
import { formatSpecification } from '../format/specification.ts';
import type { Engine } from '../state/engine.ts';
import type { Host } from '../state/hosts.ts';
import type { Lab } from '../state/lab.ts';
import { findWpar, objectsOf } from '../state/wpars.ts';
import { recordsOf, wparRecords } from './storage/records.ts';
import { syncStanzas } from './storage/stanzas.ts';
import { readBeneath, removeBeneath, writeBeneath } from './tree/beneath.ts';
import { describeWpar } from './wpar/describe.ts';
import { defaultDevexports } from './wpar/devices.ts';
import { defaultSecattrs } from './wpar/privileges.ts';

/**
 * The files of an emulated host. Most hosts have none on disk: what AIX keeps in files is answered from the state.
 * A tree is laid in the lab's folder when somebody first wants to see or edit it; from then on the files of a laid tree
 * are what counts for what people edit (devexports, secattrs), and are rewritten for what the state says (NAME.cf).
 */

const configurationFolder = '/etc/wpars';
const fileSystemsFile = '/etc/filesystems';

export function treePath(lab: Lab, host: Host, path: string): string {
  return join(lab.directory, 'hosts', host.name, normalize(`/${path}`));
}

/** @returns the text of a file of the host, or undefined if it has none of that name */
export function readHostFile(lab: Lab, host: Host, path: string): string | undefined {
  const clean = normalize(`/${path}`);
  if (host.laid === 1) {
    const text = readBeneath(treePath(lab, host, '/'), clean);
    if (text !== undefined) return text;
  }
  const declared = lab.engine.get<{ content: string }>(
    'SELECT content FROM host_file WHERE host = ? AND path = ?',
    host.name,
    clean,
  );
  if (declared) return declared.content;
  if (host.platform !== 'aix' || host.laid === 1) return undefined;
  return generated(lab.engine, host, clean);
}

function generated(engine: Engine, host: Host, path: string): string | undefined {
  if (path === `${configurationFolder}/devexports`) return defaultDevexports();
  if (path === `${configurationFolder}/secattrs`) return defaultSecattrs();
  const name = new RegExp(`^${configurationFolder}/(.+)\\.cf$`).exec(path)?.[1];
  return name === undefined ? undefined : configurationFile(engine, host, name);
}

function configurationFile(engine: Engine, host: Host, name: string): string | undefined {
  const wpar = findWpar(engine, host.name, name);
  return wpar ? formatSpecification(describeWpar(wpar, objectsOf(engine, wpar.id))) : undefined;
}

/** Lays the tree of a host: what the state says, as files. Does nothing to a tree that is laid. */
export function layTree(lab: Lab, host: Host): void {
  const root = treePath(lab, host, '/');
  if (host.laid === 1) return;
  lab.update((change) => {
    const files = lab.engine.all<{ path: string; content: string }>(
      'SELECT path, content FROM host_file WHERE host = ?',
      host.name,
    );
    if (host.platform === 'aix') {
      writeBeneath(root, `${configurationFolder}/devexports`, defaultDevexports());
      writeBeneath(root, `${configurationFolder}/secattrs`, defaultSecattrs());
    }
    for (const file of files) writeBeneath(root, file.path, file.content);
    for (const { name } of lab.engine.all<{ name: string }>(
      'SELECT name FROM wpar WHERE host = ?',
      host.name,
    )) {
      writeBeneath(root, configurationPath(name), configurationFile(lab.engine, host, name) ?? '');
    }
    change.engine.run('UPDATE host SET laid = 1 WHERE name = ?', host.name);
  });
}

/**
 * Rewrites the files of laid trees that a commit, or a process that died after its commit, left behind the state. The
 * write lock is held meanwhile: a command that commits between the reading of the state and the writing of the file
 * would find its note of the stale file taken away, and the file left as it was.
 */
export function refreshTrees(lab: Lab): void {
  const { engine } = lab;
  if (engine.get('SELECT 1 FROM stale LIMIT 1') === undefined) return;
  engine.exec('BEGIN IMMEDIATE');
  try {
    const files = engine.all<{ host: string; name: string }>('SELECT host, name FROM stale');
    for (const { host, name } of files) refreshFile(lab, host, name);
    engine.exec('COMMIT');
  } catch (error) {
    engine.exec('ROLLBACK');
    throw error;
  }
}

function refreshFile(lab: Lab, hostName: string, name: string): void {
  const { engine } = lab;
  const host = engine.get<Host>('SELECT * FROM host WHERE name = ?', hostName);
  if (!host) return;
  if (!name.startsWith('/')) refreshConfiguration(lab, host, name);
  refreshFileSystems(lab, host, name);
  engine.run('DELETE FROM stale WHERE host = ? AND name = ?', hostName, name);
}

function refreshConfiguration(lab: Lab, host: Host, name: string): void {
  const text = configurationFile(lab.engine, host, name);
  const root = treePath(lab, host, '/');
  if (text === undefined) removeBeneath(root, configurationPath(name));
  else writeBeneath(root, configurationPath(name), text);
}

/** @param name of a WPAR, or the mount point of a file system of the host */
function refreshFileSystems(lab: Lab, host: Host, name: string): void {
  const root = treePath(lab, host, '/');
  const text = readBeneath(root, fileSystemsFile);
  if (text === undefined) return;
  const one = name.startsWith('/');
  const wpar = one ? undefined : findWpar(lab.engine, host.name, name);
  const wanted = one
    ? recordsOf(lab.engine, host.name).filter(({ directory }) => directory === name)
    : wpar && wpar.type !== 'A'
      ? wparRecords(lab.engine, wpar)
      : [];
  const synced = syncStanzas(text, wanted, ({ directory, attributes }) =>
    one ? directory === name : attributes.type === name,
  );
  if (synced !== text) writeBeneath(root, fileSystemsFile, synced);
}

/** Writes a file of the host, laying its tree first. */
export function writeHostFile(lab: Lab, host: Host, path: string, text: string, mode?: number): void {
  layTree(lab, host);
  writeBeneath(treePath(lab, host, '/'), path, text, mode);
}

function configurationPath(name: string): string {
  return `${configurationFolder}/${name}.cf`;
}
