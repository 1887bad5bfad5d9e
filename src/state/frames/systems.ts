import type { Engine } from '../engine.ts';

export type Generation =
  | 'POWER5'
  | 'POWER6'
  | 'POWER6+'
  | 'POWER7'
  | 'POWER7+'
  | 'POWER8'
  | 'POWER9'
  | 'POWER10';

/** A managed system. Processors are hundredths, memory MB. */
export interface ManagedSystem {
  readonly id: number;
  readonly name: string;
  readonly type_model: string;
  readonly serial: string;
  readonly ipaddr: string;
  readonly uuid: string;
  readonly state: string;
  readonly generation: Generation;
  /** 01AL730 */
  readonly ec_number: string;
  readonly level: number;
  readonly lmb_mb: number;
  readonly pend_lmb_mb: number;
  readonly installed_memory: number;
  readonly configurable_memory: number;
  readonly firmware_memory: number;
  readonly installed_units: number;
  readonly configurable_units: number;
  readonly min_units_per_vp: number;
  readonly max_lpars: number;
  readonly max_active_migrations: number;
  readonly max_inactive_migrations: number;
  readonly inactive_profile_policy: 'config' | 'prof';
  readonly mac_prefix: string;
  readonly wwpn_prefix: string;
  readonly next_wwpn: number;
  /** JSON, see {@link capabilitiesOf}. */
  readonly capabilities: string;
  /** JSON, see {@link settingsOf}. */
  readonly settings: string;
  readonly on_battery: 0 | 1;
  /** The Dynamic Platform Optimizer is at work. */
  readonly optimizing: 0 | 1;
  /** Of a partition placed on it, 0 to 100. */
  readonly affinity_score: number;
}

/** A system as one HMC sees it. */
export interface ManagedHere extends ManagedSystem {
  readonly connection: string;
  readonly connection_error: string | null;
}

/** The systems that an HMC manages, in the order in which the world has them. */
export function systemsOf(engine: Engine, console: string): ManagedHere[] {
  return engine.all<ManagedHere>(
    `SELECT managed_system.*, connection.state AS connection, connection.error AS connection_error
     FROM connection JOIN managed_system ON managed_system.id = connection.system
     WHERE connection.console = ? ORDER BY managed_system.id`,
    console,
  );
}

export interface VirtualSwitch {
  readonly number: number;
  readonly name: string;
  readonly mode: 'VEB' | 'VEPA';
}

export function switchesOf(engine: Engine, system: number): VirtualSwitch[] {
  return engine.all<VirtualSwitch>(
    'SELECT number, name, mode FROM virtual_switch WHERE system = ? ORDER BY number',
    system,
  );
}

export interface ProcessorPool {
  readonly number: number;
  readonly name: string;
  readonly max_units: number | null;
  readonly reserved_units: number;
  readonly pend_reserved_units: number;
}

export function processorPoolsOf(engine: Engine, system: number): ProcessorPool[] {
  return engine.all<ProcessorPool>(
    `SELECT number, name, max_units, reserved_units, pend_reserved_units FROM processor_pool
     WHERE system = ? ORDER BY number`,
    system,
  );
}

export interface MemoryPool {
  readonly memory: number;
  readonly max_memory: number;
  readonly pend_memory: number;
  readonly firmware_memory: number;
}

export function memoryPoolOf(engine: Engine, system: number): MemoryPool | undefined {
  return engine.get<MemoryPool>('SELECT * FROM memory_pool WHERE system = ?', system);
}

export interface IoSlot {
  readonly drc_index: string;
  readonly unit: string;
  readonly bus: number;
  readonly location: string;
  readonly drc_name: string;
  readonly owner_id: number | null;
  readonly owner_name: string | null;
  readonly pool: number | null;
  readonly description: string;
  readonly features: string;
  readonly vendor: string;
  readonly device: string;
  readonly subs_vendor: string;
  readonly subs_device: string;
  readonly class: string;
  readonly revision: string;
}

/** Physical slots by bus, with the partitions that own them. */
export function ioSlotsOf(engine: Engine, system: number): IoSlot[] {
  return engine.all<IoSlot>(
    `SELECT io_slot.*, partition.lpar_id AS owner_id, partition.name AS owner_name
     FROM io_slot LEFT JOIN partition ON partition.id = io_slot.owner
     WHERE io_slot.system = ? ORDER BY io_slot.bus, io_slot.drc_index`,
    system,
  );
}

export function capabilitiesOf(system: ManagedSystem): Readonly<Record<string, number>> {
  return JSON.parse(system.capabilities) as Record<string, number>;
}

/** Power-on and service processor values of this system that differ from the usual ones. */
export function settingsOf(system: ManagedSystem): Readonly<Record<string, string>> {
  return JSON.parse(system.settings) as Record<string, string>;
}

export function systemByKey(engine: Engine, id: number): ManagedSystem | undefined {
  return engine.get<ManagedSystem>('SELECT * FROM managed_system WHERE id = ?', id);
}
