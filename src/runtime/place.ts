import { treePath } from '../model/host-tree.ts';
import type { Place } from '../model/place.ts';
import { rootOf } from '../model/tree/binds.ts';
import { clearAside, layHost, layMountPoints, layWpar } from '../model/tree/lay.ts';
import { aixPath } from '../model/tree/skeleton.ts';
import { findHost } from '../state/hosts.ts';
import type { Lab } from '../state/lab.ts';
import { findWpar } from '../state/wpars.ts';

/** A directory in the tree of a host. */
export interface LaidFolder {
  /** Root of the host's tree. */
  readonly tree: string;
  /** The directory in it. */
  readonly base: string;
}

/** The laid tree of a place. */
export interface Laid extends LaidFolder {
  /** What the host lends it as /opt. */
  readonly opt: LaidFolder | undefined;
}

/** Lays the tree of a place, and what the machine needs in it. @throws the system's errors, LabTrouble */
export function layPlace(lab: Lab, place: Place): Laid {
  // Under the lab's lock: others may come for the first time at this moment, too.
  const laid = lab.update(() => layHeld(lab, place));
  clearAside(lab);
  return laid;
}

function layHeld(lab: Lab, place: Place): Laid {
  // What they did is in the rows.
  const host = findHost(lab.engine, place.host.name) ?? place.host;
  const wpar = place.wpar && (findWpar(lab.engine, host.name, place.wpar.name) ?? place.wpar);
  const tree = layHost(lab, host);
  layMountPoints(tree);
  if (!wpar) return { tree, base: '/', opt: undefined };
  layWpar(lab, host, wpar);
  const root = rootOf(lab.engine, { host, wpar });
  const own = { tree: treePath(lab, root.host, '/').replace(/\/$/, ''), base: root.path };
  layMountPoints(own.tree, own.base);
  return { ...own, opt: wpar.private_usr === 1 ? undefined : { tree, base: '/opt' } };
}

/** What one cannot do without is made again, if somebody inside has removed it. */
export function repairPlace(lab: Lab, place: Place): void {
  const { host, path } = rootOf(lab.engine, place);
  layMountPoints(treePath(lab, host, '/').replace(/\/$/, ''), path);
}

/** All that a program inside finds in its environment: nothing of the caller's but the kind of terminal. */
export function placeEnvironment(
  place: Place,
  terminal: string | undefined,
  user: { readonly name: string; readonly home: string } = { name: 'root', home: '/' },
): readonly string[] {
  // Where /bin is a folder of its own, the shell is there.
  const variables: Readonly<Record<string, string>> = {
    HOME: user.home,
    LANG: 'C',
    LOGNAME: user.name,
    PATH: `${aixPath}:/bin`,
    PS1: promptOf(place, user.name),
    SHELL: '/usr/bin/ksh',
    TERM: terminal ?? 'dumb',
    USER: user.name,
  };
  return Object.entries(variables).map(([name, value]) => `${name}=${value}`);
}

/** The prompt that the world gives a host: `[/]` in it is the current directory. A WPAR has that of root (seed 3). */
export function promptOf({ host, wpar }: Place, user = 'root'): string {
  if (user !== 'root') return '$ ';
  const prompt = wpar ? '' : (host.prompt ?? '');
  return prompt === '' ? '# ' : prompt.replace(/[\\$`!]/g, '\\$&').replaceAll('[/]', '[$PWD]');
}
