/** How many migrations run at once, and how many may. */
import type { Engine } from '../../state/engine.ts';
import { allMigrations, type Migration, needsRecovery } from '../../state/frames/migrations.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { moverOf } from '../../state/frames/servers.ts';
import type { Machine } from '../../state/machine.ts';
import { viosAtLeast } from '../frames/server-level.ts';
import { moverLink } from './links.ts';

/** Migrations that are on their way: one that waits for its recovery is not. */
export function running(engine: Engine, machine: Machine): Migration[] {
  return allMigrations(engine).filter((migration) => !needsRecovery({ engine, machine }, migration));
}

/** Those of a system, as source or destination. */
export function countOf(
  migrations: readonly Migration[],
  system: number,
): { readonly active: number; readonly inactive: number } {
  const here = migrations.filter(({ source, dest }) => source === system || dest === system);
  const active = here.filter(({ type }) => type === 'active').length;
  return { active, inactive: here.length - active };
}

/** Active migrations that a mover has to do with. */
export function loadOf(migrations: readonly Migration[], server: number): number {
  return migrations.filter(
    ({ type, source_msp, dest_msp }) => type === 'active' && (source_msp === server || dest_msp === server),
  ).length;
}

// Seed 5, page 48: 4 with links of 1 Gb; 8 from VIO server 2.2.2.0 on, before that 4 (documented).
const slowLink = 1000;

/** How many a mover may have at once. */
export function moverLimit(engine: Engine, server: Partition): number {
  const configured = moverOf(engine, server.id)?.operations ?? 8;
  const link = moverLink(engine, server.id);
  const slow = link !== undefined && link <= slowLink;
  return Math.min(configured, slow || !viosAtLeast(server, '2.2.2.0') ? 4 : 8);
}
