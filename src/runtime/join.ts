import { closeSync, openSync } from 'node:fs';
import { treeOwner } from '../model/tree/owner.ts';
import { boundingSet, shellQuoted } from './enter-script.ts';
import { ended, type Streams, startTool } from './streams.ts';

/** As whom somebody comes in. Ids count where root runs parlab; elsewhere all have one. */
export interface Visitor {
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
}

/** A way into a partition that is held. */
export interface Visit {
  /** The process outside that owns the namespaces. */
  readonly top: number;
  readonly words: readonly string[];
  /** Lasts only as long as the connection does, and a checkpoint does not save what it started. */
  readonly clogin: boolean;
  readonly visitor: Visitor | undefined;
  /** How many processes a user of the partition may have. */
  readonly processes: number;
}

/** Runs words in a partition that is held, below its tree. @returns the exit status */
export async function join(visit: Visit, streams: Streams): Promise<number> {
  const nothing = openSync('/dev/null', 'r');
  try {
    return await ended(startTool(joinWords(visit), streams, nothing, []), streams);
  } finally {
    closeSync(nothing);
  }
}

/**
 * First all namespaces but that of users, with the machine's own tools; the last step is another user namespace, where
 * there is no power over mounts and processes. What comes by clogin is told by its namespace of control groups, which
 * nobody inside can change: its children have it too.
 */
export function joinWords({ top, words, clogin, visitor, processes }: Visit): string[] {
  const of = (name: string) => `/proc/${top}/ns/${name}`;
  const shifted = treeOwner() !== undefined;
  // Where there is one id only, nobody may take another, nor set groups.
  const kept = shifted ? [] : ['--preserve-credentials'];
  const identity = shifted && visitor ? identityWords(visitor) : [];
  const last = [
    ...['prlimit', `--nproc=${processes}`],
    ...(clogin ? ['unshare', '--cgroup'] : []),
    ...['nsenter', '--user=/proc/1/ns/user', ...kept],
    ...['setpriv', '--pdeathsig', 'KILL', '--no-new-privs', '--inh-caps=-all', '--bounding-set', boundingSet],
    ...['chroot', ...identity, '/tree', ...words],
  ];
  return [
    'nsenter',
    ...(shifted ? [] : [`--user=${of('user')}`, ...kept]),
    ...['mnt', 'uts', 'ipc', 'net'].map((name) => `--${name === 'mnt' ? 'mount' : name}=${of(name)}`),
    `--pid=${of('pid_for_children')}`,
    ...['/bin/sh', '-c', `exec ${last.map(shellQuoted).join(' ')}`],
  ];
}

function identityWords({ uid, gid, groups }: Visitor): string[] {
  return [`--userspec=${uid}:${gid}`, `--groups=${groups.join(',')}`];
}
