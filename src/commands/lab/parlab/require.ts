import { failure } from '../../../messages/failure.ts';
import { parlabMessages } from '../../../messages/parlab.ts';
import { findHost, type Host } from '../../../state/hosts.ts';
import type { Lab } from '../../../state/lab.ts';

/** @throws Failure for a name the lab does not have */
export function requireHost(lab: Lab, name: string): Host {
  const host = findHost(lab.engine, name);
  if (!host) throw failure(parlabMessages.unknownHost, { host: name });
  return host;
}
