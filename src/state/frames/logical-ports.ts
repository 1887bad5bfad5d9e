import type { Engine } from '../engine.ts';

/** A port of an SR-IOV adapter that a partition has for itself. */
export interface SriovPort {
  readonly lpar_name: string;
  readonly lpar_id: number;
  readonly lpar_state: string;
  /** `1/0/27004001`: adapter, physical port, logical port. */
  readonly port: string;
  readonly required: 0 | 1;
  /** A virtual adapter takes over where it cannot go along. */
  readonly backed: 0 | 1;
}

export function sriovPortsOf(engine: Engine, system: number): SriovPort[] {
  return engine.all<SriovPort>(
    `SELECT name AS lpar_name, lpar_id, state AS lpar_state, port, required, backed
     FROM logical_port JOIN partition ON partition.id = partition
     WHERE system = ? AND kind = 'sriov' ORDER BY port, lpar_id`,
    system,
  );
}

/** The parts of a port's name. */
export function partsOfPort(port: string): { adapter: string; physical: string; logical: string } {
  const [adapter = '', physical = '', logical = ''] = port.split('/');
  return { adapter, physical, logical };
}
