import type { Change } from '../../state/change.ts';
import type { HostDetails } from '../../state/hosts.ts';
import { insertRow, type Row } from '../../state/insert.ts';
import type { WorldPartition } from '../../state/worlds/partitions.ts';
import type { WorldSystem } from '../../state/worlds/systems.ts';
import { bestMode, compatibilityModes, isGeneration } from '../frames/generations.ts';
import { isActivated } from '../frames/resources.ts';
import { levelOf } from '../frames/server-level.ts';
import { buildMemory, buildProcessor } from './amounts.ts';
import { numbered, numbers } from './numbered.ts';
import { Impossible } from './place.ts';
import { frameUuid } from './systems.ts';

/** One of the partitions that an entry of a world file stands for. */
export interface Planned {
  readonly world: WorldPartition;
  readonly name: string;
  readonly lparId: number;
  readonly ip: string;
  /** Which of those that its entry stands for, from 1 on. */
  readonly number: number;
}

/** `lp%03d` with `count: 40` is forty, with consecutive numbers and addresses. */
export function plannedPartitions(world: WorldPartition): Planned[] {
  return numbers(world.count).map((number) => ({
    world,
    number,
    name: numbered(world.name, number),
    lparId: world.id + number - 1,
    ip: world.ip === undefined ? '' : addressAfter(world.ip, number - 1),
  }));
}

function addressAfter(address: string, more: number): string {
  const number = address.split('.').reduce((total, part) => total * 256 + Number(part), 0) + more;
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}

/** Inserts a partition with its memory and processors. @returns its key */
export function buildPartition(
  change: Change,
  system: { readonly id: number; readonly world: WorldSystem },
  planned: Planned,
): number {
  const { world, name } = planned;
  const active = isActivated(world.state);
  const configured = active || (world.configured ?? !world.never_activated);
  if (world.never_activated && world.state !== 'Not Activated')
    throw new Impossible('a partition that was never activated is Not Activated');
  const id = insertRow(change.engine, 'partition', {
    system: system.id,
    lpar_id: planned.lparId,
    name,
    env: world.env,
    state: world.state,
    resource_config: configured ? 1 : 0,
    uuid: world.uuid ?? frameUuid(change),
    os_version: world.os,
    host: hostOf(change, world, name, system.world.serial),
    default_profile: world.profile,
    curr_profile: world.current_profile ?? (world.never_activated ? '' : world.profile),
    last_activated: world.never_activated ? null : change.lab.now(),
    boot_mode: world.boot_mode,
    ipl_source: world.env === 'os400' ? 'b' : null,
    work_group: world.work_group ?? null,
    availability: world.availability ?? (world.env === 'vioserver' ? 191 : 127),
    description: world.description,
    affinity_group: world.affinity_group ?? null,
    touched_mb: world.touched_mb ?? null,
    dirty_mb_s: world.dirty_mb_s,
    refuses_migration: world.refuses_migration,
    clock_offset: world.clock_offset,
    refcode: world.refcode,
    refcode_time: world.refcode === '' ? null : change.lab.now(),
    ...flags(world),
    ...modes(world, system.world),
    ...rmc(planned, active),
    ...slots(world),
  });
  for (const { required, backed, ...port } of world.logical_ports) {
    insertRow(change.engine, 'logical_port', {
      partition: id,
      ...port,
      required: required ? 1 : 0,
      backed: backed ? 1 : 0,
    });
  }
  if (world.terminal) {
    const nobody = { pid: 0, birth: '' };
    insertRow(change.engine, 'terminal', { partition: id, console: '', user: '', ...nobody });
  }
  const shape = { system: system.world, active, configured };
  buildMemory(change, id, world, shape);
  buildProcessor(change, id, world, { ...shape, systemId: system.id });
  return id;
}

function flags(world: WorldPartition): Row {
  const numbers = {
    auto_start: world.auto_start,
    redundant_errors: world.redundant_errors,
    pool_authority: world.pool_authority,
    performance: world.performance,
    time_ref: world.time_ref,
    suspend_capable: world.suspend_capable,
    remote_restart: world.remote_restart,
    simplified_restart: world.simplified_restart,
    restricted_io: world.restricted_io,
    msp: world.msp,
    service: world.service,
    migration_disabled: world.migration_disabled,
    vtpm: world.vtpm,
    license_accepted: world.license_accepted,
  };
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, value ? 1 : 0]));
}

function modes(world: WorldPartition, system: WorldSystem): Row {
  if (!isGeneration(system.generation, 'POWER6')) return {};
  const { preferred, current } = compatibilityModes[system.generation];
  if (!preferred.includes(world.mode)) throw new Impossible(`the system has no processor mode ${world.mode}`);
  const usual = world.mode === 'default' ? bestMode(system.generation) : world.mode;
  const curr_compat = world.current_mode ?? usual;
  if (!current.includes(curr_compat))
    throw new Impossible(`no partition of the system runs in mode ${curr_compat}`);
  return { desired_compat: world.mode, curr_compat };
}

// What AIX and VIO servers offer the console: captured values. Linux and IBM i: ours.
const dcaps = { vioserver: 0x14f9f, aixlinux: 0x2c5f, os400: 0 } as const;

function rmc({ world, ip, name }: Planned, active: boolean): Row {
  const usual = world.env === 'os400' ? 'none' : active && ip !== '' ? 'active' : 'inactive';
  const rmc_state = world.rmc ?? usual;
  const dlpar = world.dlpar ? 1 : 0;
  return {
    rmc_state,
    rmc_connected: (world.rmc_connected ?? rmc_state === 'active') ? 1 : 0,
    rmc_ipaddr: ip,
    rmc_hostname: ip === '' ? '' : name,
    dcaps: world.dlpar ? dcaps[world.env] : 0,
    dlpar_mem: dlpar,
    dlpar_proc: dlpar,
    dlpar_io: dlpar,
  };
}

function slots(world: WorldPartition): Row {
  const used = [...world.eth, ...world.scsi, ...world.fc, ...world.serial].map((each) => each.slot);
  const usual = Math.max(world.env === 'vioserver' ? 200 : 64, ...used.map((slot) => slot + 1));
  const max_slots = world.max_slots ?? usual;
  const outside = used.find((slot) => slot >= max_slots);
  if (outside !== undefined) throw new Impossible(`slot ${outside} is above max_slots ${max_slots}`);
  return { max_slots, pend_max_slots: max_slots };
}

/** The lab's host that runs in a partition: the one the world names, else the one of the same name. */
function hostOf(change: Change, world: WorldPartition, name: string, serial: string): string | null {
  const platform = world.env === 'vioserver' ? 'vios' : 'aix';
  const found = change.engine.get<{ name: string }>(
    'SELECT name FROM host WHERE name = ? AND platform = ?',
    world.host ?? name,
    platform,
  );
  if (!found && world.host !== undefined)
    throw new Impossible(`there is no ${platform} host called ${world.host}`);
  if (world.env !== 'vioserver') return found?.name ?? null;
  return serverHost(change, world.host ?? name, serial, levelOf(world.os));
}

/**
 * The host of a VIO server: one can be on every VIO server. It is the free one of its name, else one that is made, of its
 * name or where two systems have servers of one name, of name and serial number.
 * @param release level of a server that is made, 2.2.3.3
 * @returns its name
 */
export function serverHost(change: Change, name: string, serial: string, release: string): string {
  const { engine } = change;
  // Partitions may be called anything; the name of a host is that of a folder, too.
  const plain = name.replace(/[^\w.-]/g, '_').replace(/^\./, '_');
  const there = engine.get(
    `SELECT 1 FROM host WHERE name = ? AND platform = 'vios'
       AND NOT EXISTS (SELECT 1 FROM partition WHERE partition.host = host.name)`,
    plain,
  );
  if (there) return plain;
  const taken = (host: string) => engine.get('SELECT 1 FROM host WHERE name = ?', host) !== undefined;
  let host = taken(plain) ? `${plain}-${serial}` : plain;
  for (let number = 2; taken(host); number++) host = `${plain}-${serial}-${number}`;
  const details: HostDetails = {
    software: [],
    rootFiles: [],
    rootParts: [],
    outOfStep: false,
    pids: [],
    log: '',
  };
  change.engine.run(
    "INSERT INTO host (name, platform, release, prompt, file_system_kb, details) VALUES (?, 'vios', ?, NULL, 131072, ?)",
    host,
    release,
    JSON.stringify(details),
  );
  return host;
}
