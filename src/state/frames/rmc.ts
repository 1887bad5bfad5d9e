import type { Engine } from '../engine.ts';

/** A partition as the RMC daemon of a console sees it. */
export interface Seen {
  readonly lpar_id: number;
  readonly type_model: string;
  readonly serial: string;
  readonly env: string;
  readonly os_version: string;
  readonly rmc_connected: 0 | 1;
  readonly rmc_ipaddr: string;
  readonly rmc_hostname: string;
  readonly dcaps: number;
  readonly run: number;
}

/** Those that the daemon has ever seen: one that it has lost stays. */
export function seenPartitions(engine: Engine, console: string): Seen[] {
  return engine.records<Seen>(
    {
      lpar_id: 'lpar_id',
      type_model: 'type_model',
      serial: 'serial',
      env: 'env',
      os_version: 'os_version',
      rmc_connected: 'rmc_connected',
      rmc_ipaddr: 'rmc_ipaddr',
      rmc_hostname: 'rmc_hostname',
      dcaps: 'dcaps',
      run: 'run',
    },
    `FROM connection JOIN managed_system ON managed_system.id = connection.system
       JOIN partition ON partition.system = managed_system.id
       JOIN partition_memory ON partition_memory.partition = partition.id
     WHERE console = ? AND rmc_ipaddr <> '' ORDER BY managed_system.id, lpar_id`,
    console,
  );
}
