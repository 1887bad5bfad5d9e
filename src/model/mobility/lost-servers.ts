import type { Change } from '../../state/change.ts';
import { type Migration, planOf } from '../../state/frames/migrations.ts';
import { partitionByKey } from '../../state/frames/servers.ts';
import type { Step } from './phases.ts';
import type { Blow } from './suffer.ts';

/** Steps between which memory goes over the movers. */
const moving: ReadonlySet<Step> = new Set(['copy', 'suspend', 'resume']);

/**
 * What somebody has done to a migration by shutting down a VIO server that it needs: without its movers the memory does not go
 * over, without a server of the destination its adapters are not made (the reference says so of movers).
 */
export function lostServer(change: Change, migration: Migration, step: Step): Blow | undefined {
  if (moving.has(step) && migration.type === 'active') {
    const lost = [migration.source_msp, migration.dest_msp].some(
      (key) => key !== null && isDown(change, key),
    );
    if (lost) return { at: step, kind: 'msp', object: null, detail: '' };
  }
  if (step !== 'devices') return undefined;
  const server = planOf(migration).adapters.find(({ vios }) => isDown(change, vios));
  const name = server && partitionByKey(change.engine, server.vios)?.name;
  return name === undefined ? undefined : { at: step, kind: 'rmc', object: name, detail: '' };
}

function isDown(change: Change, key: number): boolean {
  return partitionByKey(change.engine, key)?.state !== 'Running';
}
