import type { Console } from '../../../state/frames/consoles.ts';
import type { Host, Interface } from '../../../state/hosts.ts';

/** What the settings of a console are printed from. */
export interface ConsoleRow {
  readonly host: Host;
  readonly console: Console;
  readonly interfaces: readonly Interface[];
}

/** `V7R7.9` in parts; the console says V7R7.9.0. */
export function consoleLevel(host: Host): { readonly version: number; readonly release: string } {
  const [, version = '7', release = '7.9'] = /^V(\d+)R(.+)$/.exec(host.release) ?? [];
  const parts = release.split('.');
  while (parts.length < 3) parts.push('0');
  return { version: Number(version), release: parts.join('.') };
}
