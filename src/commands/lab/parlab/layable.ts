import { failure } from '../../../messages/failure.ts';
import { runtimeMessages } from '../../../messages/runtime.ts';
import type { Host } from '../../../state/hosts.ts';

/** @returns the host. @throws Failure for one that has no shell of Unix: an HMC, a VIO server */
export function layable(host: Host): Host {
  if (host.platform === 'aix' || host.platform === 'nfs') return host;
  throw failure(runtimeMessages.noShell, { host: host.name });
}
