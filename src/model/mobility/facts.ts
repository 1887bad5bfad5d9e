import type { Engine } from '../../state/engine.ts';
import { adaptersOfPartition, type VirtualAdapter } from '../../state/frames/adapters.ts';
import { amountsOf, type PartitionMemory, type PartitionProcessor } from '../../state/frames/amounts.ts';
import type { MigrationType } from '../../state/frames/migrations.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import type { ManagedHere } from '../../state/frames/systems.ts';
import type { Host } from '../../state/hosts.ts';
import type { Machine } from '../../state/machine.ts';
import type { MoveRequest } from './request.ts';

/** Another console that has the destination (`--ip`, `-u`). */
export interface Remote {
  readonly console: Host;
  readonly user: string;
}

/** What a validation is about; checks ask the engine for the rest, narrowly: a hundred partitions are validated in turn. */
export interface Facts {
  readonly engine: Engine;
  readonly machine: Machine;
  /** Lab seconds. */
  readonly now: number;
  readonly type: MigrationType;
  readonly mobile: Partition;
  readonly memory: PartitionMemory;
  readonly processor: PartitionProcessor;
  /** All virtual adapters of the mobile partition. */
  readonly adapters: readonly VirtualAdapter[];
  readonly source: ManagedHere;
  readonly dest: ManagedHere;
  /** VIO servers by their numbers. */
  readonly sourceServers: readonly Partition[];
  readonly destServers: readonly Partition[];
  /** The console that drives it. */
  readonly console: Host;
  readonly remote: Remote | undefined;
  readonly request: MoveRequest;
  /** What those in the partition who were asked have against it. */
  readonly objections: readonly string[];
}

/** Who moves where, and who drives it. */
export interface Move {
  readonly mobile: Partition;
  readonly source: ManagedHere;
  readonly dest: ManagedHere;
  readonly console: Host;
  readonly remote: Remote | undefined;
}

/** The state of the partition selects the type, there is no flag for it (documented). */
export function migrationType(state: string): MigrationType {
  if (state === 'Not Activated') return 'inactive';
  return state === 'Suspended' ? 'suspended' : 'active';
}

export function collectFacts(
  lab: { readonly engine: Engine; readonly machine: Machine; now(): number },
  move: Move,
  request: MoveRequest,
  objections: readonly string[] = [],
): Facts {
  const { engine, machine } = lab;
  const { mobile, source, dest } = move;
  return {
    ...move,
    engine,
    machine,
    now: lab.now(),
    type: migrationType(mobile.state),
    ...amountsOf(engine, mobile.id),
    adapters: adaptersOfPartition(engine, mobile.id),
    sourceServers: serversOf(engine, source.id),
    destServers: serversOf(engine, dest.id),
    request,
    objections,
  };
}

function serversOf(engine: Engine, system: number): Partition[] {
  return engine.all<Partition>(
    "SELECT * FROM partition WHERE system = ? AND env = 'vioserver' ORDER BY lpar_id",
    system,
  );
}
