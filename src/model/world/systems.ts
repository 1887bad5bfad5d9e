import type { Change } from '../../state/change.ts';
import type { Generation } from '../../state/frames/systems.ts';
import { insertRow } from '../../state/insert.ts';
import { seeded, seededUuid } from '../../state/random.ts';
import type { WorldSystem } from '../../state/worlds/systems.ts';
import { usualCapabilities } from '../frames/capabilities.ts';
import { firmwareMigrations, isGeneration, minimumUnits } from '../frames/generations.ts';
import { Impossible } from './place.ts';

/** Hundredths of a processor; world files have units with a point. */
export function hundredths(units: number): number {
  return Math.round(units * 100);
}

// A stream of its own: systems must not change the UUIDs that workload partitions get.
const stream = 0x6c706172;

/** The n-th identifier of a system or partition, in capitals as the console prints it. */
export function frameUuid(change: Change): string {
  const seed = Number(change.lab.meta('seed') ?? 1) ^ stream;
  return seededUuid(seed, change.next('frame-uuid')).toUpperCase();
}

/** Inserts a system with its switches, pools, slots and connections. @returns its key */
export function buildSystem(change: Change, world: WorldSystem): number {
  const { engine } = change;
  const { memory, processors, generation } = world;
  const id = insertRow(engine, 'managed_system', {
    name: world.name,
    type_model: world.type_model,
    serial: world.serial,
    ipaddr: world.ipaddr,
    uuid: frameUuid(change).toLowerCase(),
    state: world.state,
    generation,
    ec_number: `01${world.firmware.slice(0, 5)}`,
    level: Number(world.firmware.slice(6)),
    lmb_mb: memory.region_mb,
    pend_lmb_mb: memory.region_mb,
    installed_memory: memory.installed_mb,
    configurable_memory: memory.configurable_mb ?? memory.installed_mb,
    firmware_memory: memory.firmware_mb,
    installed_units: hundredths(processors.installed),
    configurable_units: hundredths(processors.configurable ?? processors.installed),
    min_units_per_vp: minimumUnits(generation),
    max_lpars: world.max_lpars ?? Math.round(processors.installed * 10),
    max_active_migrations: migrations(world),
    max_inactive_migrations: isGeneration(generation, 'POWER6') ? world.inactive_migrations : 0,
    inactive_profile_policy: world.inactive_profile_policy,
    on_battery: world.on_battery ? 1 : 0,
    optimizing: world.optimizing ? 1 : 0,
    affinity_score: world.affinity_score,
    mac_prefix: world.mac_prefix ?? macPrefix(world),
    wwpn_prefix: `c05076${hash(world).slice(0, 6)}`,
    capabilities: JSON.stringify(capabilities(world, generation)),
    settings: JSON.stringify(world.settings),
  });
  world.switches.forEach((each, number) => {
    insertRow(engine, 'virtual_switch', { system: id, number, name: each.name, mode: each.mode });
  });
  insertRow(engine, 'processor_pool', { system: id, number: 0, name: 'DefaultPool' });
  for (const pool of world.processor_pools) {
    insertRow(engine, 'processor_pool', {
      system: id,
      number: pool.id,
      name: pool.name,
      max_units: hundredths(pool.max),
      reserved_units: hundredths(pool.reserved),
      pend_reserved_units: hundredths(pool.reserved),
    });
  }
  if (world.memory_pool) {
    const { size_mb, max_mb = size_mb } = world.memory_pool;
    insertRow(engine, 'memory_pool', {
      system: id,
      memory: size_mb,
      max_memory: max_mb,
      pend_memory: size_mb,
    });
  }
  connect(change, world, id);
  return id;
}

function connect(change: Change, world: WorldSystem, system: number): void {
  for (const each of world.consoles) {
    const { console, state, error } =
      typeof each === 'string' ? { console: each, state: 'Connected', error: undefined } : each;
    const exists = change.engine.get('SELECT 1 FROM console WHERE host = ?', console);
    if (!exists) throw new Impossible(`there is no hmc host called ${console}`);
    insertRow(change.engine, 'connection', { console, system, state, error: error ?? null });
  }
}

/** Physical slots come after the partitions that own them. */
export function buildIoSlots(change: Change, world: WorldSystem, system: number): void {
  for (const each of world.io_slots) {
    const owner = world.partitions.find((partition) => partition.io.includes(each.drc_index));
    const row = change.engine.get<{ id: number }>(
      'SELECT id FROM partition WHERE system = ? AND name = ?',
      system,
      owner?.name ?? '',
    );
    const [vendor = '', device = '', subs_vendor = '', subs_device = '', pciClass = '', revision = ''] =
      each.pci;
    insertRow(change.engine, 'io_slot', {
      system,
      drc_index: each.drc_index,
      unit: each.unit,
      bus: each.bus,
      location: each.location,
      drc_name: `${each.unit}-P1-${each.location}`,
      owner: row?.id ?? null,
      description: each.description,
      features: each.features.join(',') || (vendor === 'FFFF' ? '0' : 'none'),
      vendor,
      device,
      subs_vendor,
      subs_device,
      class: pciClass,
      revision,
    });
  }
  const known = new Set(world.io_slots.map((each) => each.drc_index));
  const missing = world.partitions.flatMap((partition) => partition.io).find((drc) => !known.has(drc));
  if (missing !== undefined) throw new Impossible(`the system has no physical slot ${missing}`);
}

function migrations(world: WorldSystem): number {
  if (!isGeneration(world.generation, 'POWER6')) return 0;
  return world.active_migrations ?? firmwareMigrations(world.firmware.slice(0, 5));
}

function capabilities(world: WorldSystem, generation: Generation): Record<string, number> {
  const usual = usualCapabilities(generation);
  for (const [name, capable] of Object.entries(world.capabilities)) {
    const full = Object.hasOwn(usual, name) ? name : `${name}_capable`;
    if (!Object.hasOwn(usual, full)) throw new Impossible(`there is no capability called ${name}`);
    usual[full] = capable ? 1 : 0;
  }
  return usual;
}

// Different systems get different addresses, the same system always the same ones.
function hash(world: WorldSystem): string {
  const text = `${world.type_model}*${world.serial}`;
  const sum = [...text].reduce((total, letter) => Math.imul(total, 31) + letter.charCodeAt(0), 7);
  return seeded(sum >>> 0, 0)
    .toString(16)
    .padStart(8, '0');
}

// Locally administered, not a group address.
function macPrefix(world: WorldSystem): string {
  const digits = hash(world).slice(2).toUpperCase();
  const second = '26AE'.charAt(Number.parseInt(digits.charAt(1), 16) % 4);
  return `${digits.charAt(0)}${second}${digits.slice(2, 6)}`;
}
