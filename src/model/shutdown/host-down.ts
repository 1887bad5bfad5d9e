import type { Change } from '../../state/change.ts';
import { partitionOfHost } from '../../state/frames/servers.ts';
import { allHolders } from '../../state/holders.ts';
import { findHost } from '../../state/hosts.ts';
import { deleteWpar, updateWpar } from '../../state/wpar-writes.ts';
import type { Wpar } from '../../state/wpars.ts';
import { forgetMountsOfHost } from '../storage/forget.ts';
import type { Work } from '../work.ts';
import { markStale } from '../wpar/lock.ts';

/** WPARs that end when their host goes down. */
export function wparsUp(engine: Change['engine'], host: string): Wpar[] {
  return engine.all<Wpar>("SELECT * FROM wpar WHERE host = ? AND state NOT IN ('D', 'E')", host);
}

/** With their host all of its WPARs end at once (seed 3: "a single point of failure"); what was mounted by hand is no more. */
export function endWparsOf(change: Change, hostName: string): void {
  const host = findHost(change.engine, hostName);
  if (!host) return;
  for (const { id, name, type } of wparsUp(change.engine, host.name)) {
    updateWpar(change.engine, id, { state: 'D', init_pid: null, started: null });
    if (type === 'A') deleteWpar(change.engine, id);
    markStale(change, host, name);
    change.note(host.name, name, 'Defined: its host is shut down');
  }
  forgetMountsOfHost(change, host.name);
}

/** Ends what is real on hosts that run no longer. */
export async function endDownHosts({ lab, inside }: Work): Promise<void> {
  const { engine } = lab;
  for (const holder of allHolders(engine)) {
    const host = holder.host === null ? undefined : findHost(engine, holder.host);
    const partition = host && partitionOfHost(engine, host.name);
    if (!host || !partition || partition.state === 'Running') continue;
    const wpar = engine.get<Wpar>('SELECT * FROM wpar WHERE id = ?', holder.wpar);
    await inside.end(wpar ? { host, wpar } : { host });
  }
}
