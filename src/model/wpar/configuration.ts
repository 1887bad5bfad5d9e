import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Wpar } from '../../state/wpars.ts';
import { defaultRules, type ExportRule, parseDevexports } from './devices.ts';
import { defaultPrivileges, parseSecattrs } from './privileges.ts';

/** Reads a file of the host; undefined if there is none. */
export type ReadHostFile = (path: string) => string | undefined;

/** The shipped files, while nobody has laid the host's tree and edited them. */
const shipped = { devexports: '/etc/wpars/devexports', secattrs: '/etc/wpars/secattrs' };

/**
 * The rules of a device exports file: of the host's file as it is now, for edits count.
 * @throws Failure if it is missing or wrong
 */
export function exportRulesOf(file: string, laid: boolean, read: ReadHostFile): readonly ExportRule[] {
  if (file === shipped.devexports && !laid) return defaultRules;
  const text = read(file);
  if (text === undefined) throw failure(messages.noExportsFile, { path: file });
  return parseDevexports(text, file);
}

/** The privileges a file gives. @throws Failure if it is missing */
export function privilegesOfFile(file: string, laid: boolean, read: ReadHostFile): readonly string[] {
  if (file === shipped.secattrs && !laid) return defaultPrivileges;
  const text = read(file);
  if (text === undefined) throw failure(messages.noPrivilegeFile, { path: file });
  return parseSecattrs(text);
}

/** The privileges of a WPAR: its own list, else those of its file. */
export function privilegesOf(wpar: Wpar, laid: boolean, read: ReadHostFile): readonly string[] {
  if (wpar.privileges !== null) return wpar.privileges === '' ? [] : wpar.privileges.split(',');
  return privilegesOfFile(wpar.secfile, laid, read);
}
