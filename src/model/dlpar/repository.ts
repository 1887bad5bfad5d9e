import { posix } from 'node:path';
import { scriptMessages as messages } from '../../messages/dlpar-scripts.ts';
import { failure } from '../../messages/failure.ts';
import { labMessages } from '../../messages/lab.ts';
import { reason } from '../../messages/reasons.ts';
import {
  deleteScriptRow,
  everyHost,
  putScriptRow,
  scriptPath,
  scriptRepository,
  scriptRows,
  setScriptRepository,
} from '../../state/dlpar-scripts.ts';
import { layFor } from '../tree/files.ts';
import { isMachines, ownUsrFolders } from '../tree/machines.ts';
import type { Work } from '../work.ts';
import { collectScripts } from './collect-scripts.ts';
import { digestOf, putDelivered } from './deliver.ts';
import { deliveredName, deliveredText } from './delivered.ts';
import { describeScript } from './describe-script.ts';
import { isFolder, isScriptName, isTaken, readScript, removeScript, writeScript } from './script-files.ts';

/** A program that is to be installed. */
export interface NewScript {
  /** As it was typed. */
  readonly shown: string;
  readonly name: string;
  readonly content: Buffer;
  /** Only for the host of this name. */
  readonly onlyFor: string | undefined;
  /** Minutes for a call; 0: what its vendor says. */
  readonly override: number;
  /** It may replace another one. */
  readonly force: boolean;
}

/** What an installation says (captured). */
export interface Installed {
  readonly path: string;
  readonly info: string;
}

/** The folder of scripts for a host, or for every host. @throws Failure of what is no name */
export function folderFor(onlyFor: string | undefined): string {
  if (onlyFor === undefined) return everyHost;
  if (onlyFor === everyHost) throw failure(messages.hostAll, {});
  if (!/^[A-Za-z0-9_][\w.-]{0,254}$/.test(onlyFor)) throw failure(messages.badHost, { name: onlyFor });
  return onlyFor;
}

/**
 * Installs a script: it is asked what it is while it is only lent to the host, then its copy and its row are made at once.
 * Whoever is killed between the two has left a file that `drmgr -b` finds.
 * @throws Failure: nothing was changed
 */
export async function installScript(work: Work, script: NewScript): Promise<Installed> {
  const { lab, host, inside, signal } = work;
  const folder = folderFor(script.onlyFor);
  const { name, content, shown } = script;
  if (!isScriptName(name)) throw failure(messages.badName, { name });
  const refuseTaken = () => {
    const path = scriptPath(scriptRepository(lab.engine, host.name).root, folder, name);
    const row = scriptRows(lab.engine, host.name).some(
      (each) => each.folder === folder && each.name === name,
    );
    if (!script.force && (row || isTaken(lab, host, path))) throw failure(messages.exists, { path });
    return path;
  };
  refuseTaken();
  const session = await inside.openScripts({ host }, { [name]: content });
  try {
    const information = await describeScript(session, { path: session.lent(name), shown, signal });
    layFor(lab, { host });
    return lab.update((change) => {
      const path = refuseTaken();
      writing(path, () => writeScript(lab, host, path, content));
      const digest = digestOf(content);
      putScriptRow(lab.engine, host.name, {
        ...information,
        folder,
        name,
        digest,
        override: script.override,
      });
      change.note(host.name, path, 'DLPAR script installed');
      return { path, info: information.info };
    });
  } finally {
    session.close();
  }
}

/**
 * Installs RSCT's script, as `recfgct` does; a host of AIX has it from the beginning.
 * @returns its path. @throws Failure
 */
export function installDelivered({ lab, host }: Pick<Work, 'host' | 'lab'>): string {
  const path = scriptPath(scriptRepository(lab.engine, host.name).root, everyHost, deliveredName);
  if (host.platform !== 'aix') return path;
  const content = Buffer.from(deliveredText);
  if (readScript(lab, host, path)?.equals(content) !== true) {
    layFor(lab, { host });
    writing(path, () => writeScript(lab, host, path, content));
  }
  putDelivered(lab.engine, host.name);
  return path;
}

/**
 * Removes a script by its name, or by its whole path. The file goes first: a row without file is called by nobody, and
 * `drmgr -b` drops it.
 * @throws Failure: nothing was changed
 */
export function uninstallScript({ lab, host }: Work, script: string, onlyFor: string | undefined): void {
  const folder = folderFor(onlyFor);
  layFor(lab, { host });
  lab.update((change) => {
    const base = scriptPath(scriptRepository(lab.engine, host.name).root, folder);
    const path = posix.resolve(base, script);
    const name = posix.basename(path);
    const row = scriptRows(lab.engine, host.name).find(
      (each) => each.folder === folder && each.name === name,
    );
    const there = isScriptName(name) && isTaken(lab, host, path) && !isFolder(lab, host, path);
    if (posix.dirname(path) !== base || !(row || there)) throw failure(messages.notInstalled, { path });
    writing(path, () => removeScript(lab, host, path));
    deleteScriptRow(lab.engine, host.name, { folder, name });
    change.note(host.name, path, 'DLPAR script uninstalled');
  });
}

/**
 * Makes another directory the base of the repository. Nothing is moved; what stands there is installed from now on.
 * @throws Failure: nothing was changed
 */
export async function changeRoot(work: Work, path: string): Promise<void> {
  const { lab, host } = work;
  if (isMachines(path) && !ownUsrFolders.some((own) => path === own || path.startsWith(`${own}/`)))
    throw failure(messages.machineRoot, { path });
  layFor(lab, { host });
  if (!isFolder(lab, host, path)) throw failure(messages.noRoot, { path });
  await collectScripts(work, { root: path, tell: true });
}

/** Changes what stands before the lines of drmgr in syslog. @throws Failure */
export function changeSyslogId({ lab, host }: Work, syslogId: string): void {
  if (!/^[\x21-\x7e]{1,64}$/.test(syslogId)) throw failure(messages.badSyslogId, {});
  lab.update((change) => {
    setScriptRepository(change, host.name, { syslogId });
    change.note(host.name, 'drmgr', `syslog ID ${syslogId}`);
  });
}

function writing(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw failure(labMessages.cannotWrite, { path, why: reason(error) });
  }
}
