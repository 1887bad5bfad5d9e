/** What the phases of a migration carry out, put together from what the checks have found. */
import { type MigrationPlan, migrationsOf, planOf } from '../../state/frames/migrations.ts';
import { processorPoolsOf } from '../../state/frames/systems.ts';
import type { Facts } from './facts.ts';
import { mapAdapters } from './mapping.ts';
import { chooseMovers } from './movers.ts';
import { networksOf } from './network.ts';
import { chosenDevices } from './paging.ts';

export function makePlan(facts: Facts): MigrationPlan {
  const { request, type } = facts;
  const movers = type === 'active' ? chooseMovers(facts).chosen : [];
  const paging = chosenDevices(facts).map(({ vios, device }) => ({ vios, device }));
  return {
    destId: request.data.destId ?? freeId(facts),
    adapters: mapAdapters(facts).suggested,
    pool: poolNumber(facts),
    ...(request.profile === undefined ? {} : { profile: request.profile }),
    newUuid: request.uuid === 2 && uuidInUse(facts),
    movers: movers.map(({ source, dest }) => ({ source: source.server.id, dest: dest.server.id })),
    ...(request.data.level === undefined ? {} : { level: request.data.level }),
    switches: networksOf(facts).flatMap(({ slot, to }) => (to ? [{ slot, switch: to.number }] : [])),
    ...(paging.length === 0 ? {} : { paging }),
  };
}

// The source's number if it is free there, else the lowest free one (rule: the reference's).
function freeId({ engine, dest, mobile }: Facts): number {
  const coming = migrationsOf(engine, dest.id).filter((migration) => migration.dest === dest.id);
  const planned = new Set(coming.map((migration) => planOf(migration).destId));
  const isFree = (id: number) =>
    !planned.has(id) &&
    engine.get('SELECT 1 FROM partition WHERE system = ? AND lpar_id = ?', dest.id, id) === undefined;
  let id = mobile.lpar_id;
  if (isFree(id)) return id;
  id = 1;
  while (!isFree(id)) id++;
  return id;
}

function poolNumber({ engine, dest, request }: Facts): number {
  const { pool } = request.data;
  if (!pool) return 0;
  if (pool.id !== undefined) return pool.id;
  return processorPoolsOf(engine, dest.id).find(({ name }) => name === pool.name)?.number ?? 0;
}

function uuidInUse({ engine, dest, mobile }: Facts): boolean {
  const row = engine.get(
    'SELECT 1 FROM partition WHERE system = ? AND uuid = ? COLLATE NOCASE AND id <> ?',
    dest.id,
    mobile.uuid,
    mobile.id,
  );
  return row !== undefined;
}
