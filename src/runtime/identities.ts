import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { firstShiftedId, shiftedIds, treeOwner } from '../model/tree/owner.ts';

/** As whom a partition's processes run on the machine. */
export interface Identities {
  /** `shifted`: ids of its own, with room for all users; `own`: everybody inside is the caller. */
  readonly kind: 'own' | 'shifted';
  /** A descriptor of the user namespace to end in; for `own`, none is needed beforehand. */
  readonly namespace: number | undefined;
  close(): void;
}

/** Prepares the user namespace. @throws Error if the machine forbids it */
export async function openIdentities(): Promise<Identities> {
  if (treeOwner() === undefined) return { kind: 'own', namespace: undefined, close() {} };
  const holder = spawn('unshare', ['--user', '/bin/sh', '-c', 'echo; read -r line'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
  });
  try {
    await unshared(holder);
    const map = `0 ${firstShiftedId} ${shiftedIds}\n`;
    writeFileSync(`/proc/${holder.pid}/uid_map`, map);
    writeFileSync(`/proc/${holder.pid}/gid_map`, map);
    const namespace = openSync(`/proc/${holder.pid}/ns/user`, 'r');
    return { kind: 'shifted', namespace, close: () => closeSync(namespace) };
  } finally {
    holder.stdin?.destroy();
  }
}

// It says so by an empty line.
function unshared(holder: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    holder.once('error', reject);
    holder.once('exit', () => reject(new Error('no user namespace can be made')));
    holder.stdout?.once('data', () => resolve());
  });
}
