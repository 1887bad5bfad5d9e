import { chmodSync, closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applicationFile } from '../cli/open-lab.ts';
import type { Place } from '../model/place.ts';
import { findHost } from '../state/hosts.ts';
import { Lab } from '../state/lab.ts';
import type { Machine } from '../state/machine.ts';
import type { Wpar } from '../state/wpars.ts';
import { answer, type Hands } from './answer.ts';
import { applicationInit } from './application-script.ts';
import { Broker } from './broker.ts';
import { openSockets } from './session.ts';

/** What the commands in an application WPAR are answered from. */
export interface ApplicationAround {
  readonly directory: string;
  readonly machine: Machine;
  readonly hands: Hands;
  readonly wpar: number;
  /** The process outside that owns the namespaces. */
  readonly top: () => number;
}

let opened = 0;

/**
 * A broker for the commands in an application WPAR over the files of a host: they ask about that WPAR, not about its host.
 * @param keeper the folder of the host's session
 * @returns the name of the folder with its sockets, which the host has among what is lent to it
 */
export async function openApplicationBroker(
  keeper: string,
  around: ApplicationAround,
): Promise<{ readonly folder: string; close(): void }> {
  opened++;
  const folder = `${around.machine.self.pid}-application-${opened}`;
  const path = join(keeper, 'script', folder);
  mkdirSync(path);
  chmodSync(path, 0o755);
  const descriptor = openSync(path, 'r');
  const brokers = [true, false].map(
    (root) =>
      new Broker((call) => answer({ ...around, here: () => placeOf(around), top: around.top() }, call, root)),
  );
  // A name that is short wherever the lab is: a socket's may have 107 bytes.
  await brokers[0]?.listen(`/proc/self/fd/${descriptor}/broker`);
  await brokers[1]?.listen(`/proc/self/fd/${descriptor}/user`);
  openSockets(path);
  writeFileSync(join(path, applicationFile), applicationInit);
  chmodSync(join(path, applicationFile), 0o644);
  return {
    folder,
    close() {
      for (const broker of brokers) broker.close();
      closeSync(descriptor);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

function placeOf({ directory, machine, wpar: id }: ApplicationAround): Place | undefined {
  const lab = Lab.open(directory, machine);
  try {
    const wpar = lab.engine.get<Wpar>('SELECT * FROM wpar WHERE id = ?', id);
    const host = wpar && findHost(lab.engine, wpar.host);
    return wpar && host && { host, wpar };
  } finally {
    lab.close();
  }
}
