import type { Engine } from '../../state/engine.ts';
import type { Host } from '../../state/hosts.ts';
import { identityOf } from '../system/identity.ts';

/** What `uname -a` says of the host that made a backup. */
export function unameText(engine: Engine, host: Host): string {
  const { system, node, release, version, machine } = identityOf(engine, { host });
  return [system, node, release, version, machine].join(' ');
}
