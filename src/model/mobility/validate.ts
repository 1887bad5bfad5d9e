import { mobilityMessages } from '../../messages/mobility.ts';
import type { MigrationPlan } from '../../state/frames/migrations.ts';
import { migrationOf } from '../../state/frames/migrations.ts';
import { targetsOf } from '../../state/frames/servers.ts';
import type { Finding } from './check.ts';
import type { Facts } from './facts.ts';

export interface Validation {
  readonly findings: readonly Finding[];
  readonly plan: MigrationPlan | undefined;
  readonly waits: boolean;
}

export function validateMove(facts: Facts): Validation {
  if (migrationOf(facts.engine, facts.mobile.id))
    return {
      findings: [
        { check: 'G14', severity: 'E', message: mobilityMessages.wrongState, values: {}, details: [] },
      ],
      plan: undefined,
      waits: false,
    };
  const [dest] = facts.destServers;
  if (!dest) throw new Error('x');
  const used = facts.engine
    .all<{ lpar_id: number }>('SELECT lpar_id FROM partition WHERE system = ?', facts.dest.id)
    .map((r) => r.lpar_id);
  let destId = facts.mobile.lpar_id;
  if (used.includes(destId)) {
    destId = 2;
    while (used.includes(destId)) destId++;
  }
  let free = 100;
  const plan: MigrationPlan = {
    destId,
    pool: 0,
    newUuid: false,
    movers: [{ source: facts.sourceServers[0]?.id ?? 0, dest: dest.id }],
    switches: [],
    adapters: facts.adapters
      .filter((a) => a.kind === 'scsi' || a.kind === 'fc')
      .map((a, i) => {
        const s = facts.sourceServers.find((v) => v.lpar_id === a.remote_lpar);
        const d = facts.destServers[i % facts.destServers.length] ?? dest;
        return {
          slot: a.slot,
          kind: a.kind as 'fc' | 'scsi',
          sourceVios: s?.id ?? 0,
          sourceSlot: a.remote_slot ?? 0,
          vios: d.id,
          viosSlot: free++,
          ...(a.kind === 'fc'
            ? { port: 'fcs0' }
            : {
                targets: targetsOf(facts.engine, s?.id ?? 0)
                  .filter((t) => t.slot === a.remote_slot)
                  .map((t) => ({ name: t.name, disk: t.backing })),
              }),
        };
      }),
  };
  return { findings: [], plan, waits: false };
}
