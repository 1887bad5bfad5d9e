import type { Change } from '../change.ts';
import type { Engine } from '../engine.ts';
import { schedule } from '../transitions.ts';
import type { Partition } from './partitions.ts';

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

/** The daemons do not see each other any more, and the console knows it. */
export function loseConnection(change: Change, partition: number): void {
  change.engine.run("UPDATE partition SET rmc_connected = 0, rmc_state = 'inactive' WHERE id = ?", partition);
}

/** Lab seconds until a connection is there: five minutes (documents of the vendor; seed 5, page 25, says 5 to 7). */
const connectionSeconds = 300;

const connectionReturns = 'RMC connection is back';

/** The daemon of a running partition starts to look for its consoles: the connection comes by and by. */
function awaitConnection(change: Change, partition: Partition): void {
  forgetConnection(change, partition.id);
  if (partition.state !== 'Running' || partition.rmc_ipaddr === '') return;
  schedule(change, change.lab.now() + connectionSeconds, {
    system: partition.system,
    partition: partition.id,
    what: connectionReturns,
    updates: [{ table: 'partition', key: partition.id, set: { rmc_connected: 1, rmc_state: 'active' } }],
  });
}

/** Whether a connection is on its way. */
export function isConnectionComing(engine: Engine, partition: number): boolean {
  return (
    engine.get('SELECT 1 FROM transition WHERE partition = ? AND what = ?', partition, connectionReturns) !==
    undefined
  );
}

/** A connection that was on its way will not come. */
function forgetConnection(change: Change, partition: number): void {
  change.engine.run('DELETE FROM transition WHERE partition = ? AND what = ?', partition, connectionReturns);
}

/** Partitions of a console's systems that have ever had a connection, in the order of systems and numbers. */
export function partitionsWithAddress(engine: Engine, console: string): Partition[] {
  return engine.all<Partition>(
    `SELECT partition.* FROM connection JOIN partition ON partition.system = connection.system
     WHERE console = ? AND rmc_ipaddr <> '' ORDER BY partition.system, lpar_id`,
    console,
  );
}

/** The console records what is: what a rebuild and `diagrmc --autocorrect` do. */
export function correctState(change: Change, partition: number): void {
  change.engine.run(
    "UPDATE partition SET rmc_state = CASE rmc_connected WHEN 1 THEN 'active' ELSE 'inactive' END WHERE id = ?",
    partition,
  );
}

/** The daemon of a partition's operating system is stopped: no console reaches it. */
export function stopDaemon(change: Change, partition: number): void {
  change.engine.run('UPDATE partition SET rmc_daemon = 0 WHERE id = ?', partition);
  loseConnection(change, partition);
  forgetConnection(change, partition);
}

export function startDaemon(change: Change, partition: Partition): void {
  change.engine.run('UPDATE partition SET rmc_daemon = 1 WHERE id = ?', partition.id);
  awaitConnection(change, partition);
}

/** A console that manages the system of a partition. */
export interface ManagingConsole {
  readonly name: string;
  readonly type_model: string;
  readonly serial: string;
}

export function consolesOf(engine: Engine, system: number): ManagingConsole[] {
  return engine.all<ManagingConsole>(
    `SELECT console.host AS name, type_model, serial FROM connection
       JOIN console ON console.host = connection.console WHERE system = ? ORDER BY console.host`,
    system,
  );
}
