import type { LabFacts } from '../../state/change.ts';
import type { ProcessKey } from '../../state/host-resources.ts';
import type { Host } from '../../state/hosts.ts';
import { bootOf } from './boot.ts';
import { ownDaemons } from './daemons.ts';
import { daemonPid } from './pids.ts';
import { birthOf } from './rows.ts';
import { subsystemsOf } from './subsystems.ts';

/** A daemon of a host's global environment that runs, by its name. @returns undefined if none does */
export function daemonNamed(lab: LabFacts, host: Host, name: string): ProcessKey | undefined {
  const boot = bootOf(lab, { host });
  if (!boot) return undefined;
  const index = ownDaemons.findIndex((each) => each.name === name);
  const own = ownDaemons[index];
  if (own)
    return {
      pid: daemonPid(lab, { host }, boot, name, index + 1),
      birth: birthOf(boot.time + own.offset),
    };
  const found = subsystemsOf(lab, { host }).find((each) => each.name === name);
  return found?.pid === undefined ? undefined : { pid: found.pid, birth: birthOf(found.started) };
}
