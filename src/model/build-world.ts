import { Failure } from '../messages/failure.ts';
import type { Change } from '../state/change.ts';
import { parsePace } from '../state/clock.ts';
import { findHost, type Host, type HostDetails } from '../state/hosts.ts';
import type { WorldFile } from '../state/worlds/read.ts';
import type { WorldHost, WorldWpar } from '../state/worlds/schema.ts';
import { updateWpar } from '../state/wpar-writes.ts';
import type { StateLetter } from '../state/wpars.ts';
import { putDelivered } from './dlpar/deliver.ts';
import { logStart } from './processes/error-log.ts';
import { buildConsole, buildFrames } from './world/frames.ts';
import { buildHandlers } from './world/handlers.ts';
import { numbered, numbers } from './world/numbered.ts';
import { atPlace } from './world/place.ts';
import { buildResources } from './world/resources.ts';
import { defineWpar } from './wpar/create.ts';
import { defaultRules } from './wpar/devices.ts';
import { parseImage } from './wpar/images.ts';
import { broadcastOf } from './wpar/networks.ts';
import { defaultPrivileges } from './wpar/privileges.ts';
import { type CreationChoices, planWpar } from './wpar/settings.ts';
import { attributes, type Stanza, type StanzaName } from './wpar/specification.ts';
import { stateWords } from './wpar/states.ts';

/**
 * Fills an empty lab with a world. WPARs go through the same rules as mkwpar's, so a world cannot be an impossible one.
 * @throws LabTrouble naming the line of the world file
 */
export function buildWorld(change: Change, file: WorldFile): void {
  const { world } = file;
  const start = Date.parse(`${world.start.replace(' ', 'T')}Z`) / 1000;
  const pace = parsePace(world.pace) ?? 'instant';
  const settings: Record<string, string> = {
    world: world.world,
    description: world.description,
    seed: String(world.seed),
    'clock.start': String(start),
    'clock.base': String(start),
    'clock.anchor': String(change.lab.machine.now()),
    pace: String(pace),
  };
  for (const [platform, host] of Object.entries(world.defaults)) {
    // A VIO server that no host stands for gets one with its partition.
    const serves = world.systems.some(({ partitions }) =>
      partitions.some((each) => each.env === 'vioserver' && each.name === host),
    );
    if (
      !world.hosts.some((each) => each.name === host && each.platform === platform) &&
      !(platform === 'vios' && serves)
    ) {
      throw file.complain(['defaults', platform], `there is no ${platform} host called ${host}`);
    }
    settings[`default.${platform}`] = host;
  }
  for (const [key, value] of Object.entries(settings)) change.setMeta(key, value);
  for (const [name, addresses] of Object.entries(world.names)) {
    for (const address of [addresses].flat())
      change.engine.run('INSERT INTO host_name VALUES (?, ?)', name, address);
  }
  // All hosts first: a WPAR may mount from an NFS server that stands below it in the file.
  world.hosts.forEach((host, index) => {
    atPlace(file, ['hosts', index], () => buildHost(change, host));
    buildHandlers(change, file, host, index);
  });
  world.hosts.forEach((host, index) => {
    host.wpars.forEach((wpar, number) => {
      atPlace(file, ['hosts', index, 'wpars', number], () => buildWpars(change, host, wpar));
    });
  });
  buildFrames(change, file);
  buildResources(change, file);
}

function buildHost(change: Change, host: WorldHost): void {
  const { engine } = change;
  const details: HostDetails = {
    software: host.software,
    rootFiles: host.root_files,
    rootParts: host.root_parts,
    outOfStep: host.out_of_step,
    pids: host.pids,
    log: host.jfs2_log,
  };
  engine.run(
    'INSERT INTO host (name, platform, release, prompt, file_system_kb, details) VALUES (?, ?, ?, ?, ?, ?)',
    host.name,
    host.platform,
    host.level,
    host.prompt ?? null,
    host.file_system_kb,
    JSON.stringify(details),
  );
  if (host.platform === 'aix') putDelivered(engine, host.name);
  for (const each of host.interfaces) {
    const derived = each.address && each.netmask ? broadcastOf(each.address, each.netmask) : null;
    engine.run(
      'INSERT INTO interface VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      host.name,
      each.name,
      each.network,
      each.address ?? null,
      each.netmask ?? null,
      each.broadcast ?? derived,
      each.address6 ?? null,
      each.prefixlen ?? null,
    );
  }
  buildConsole(change, host);
  buildStorage(change, host);
  for (const directory of host.directories) {
    engine.run(
      'INSERT INTO directory VALUES (?, ?, ?, ?)',
      host.name,
      directory.path,
      directory.mode,
      directory.entries,
    );
  }
  for (const each of host.exports) {
    engine.run('INSERT INTO nfs_export VALUES (?, ?, ?)', host.name, each.path, each.clients.join(','));
  }
  for (const file of host.files) {
    engine.run('INSERT INTO host_file VALUES (?, ?, ?, ?)', host.name, file.path, file.kind, file.content);
  }
}

function buildStorage(change: Change, host: WorldHost): void {
  const { engine } = change;
  for (const group of host.volume_groups) {
    engine.run(
      'INSERT INTO volume_group VALUES (?, ?, ?, ?, ?)',
      host.name,
      group.name,
      group.partition_mb,
      group.partitions,
      group.partitions,
    );
  }
  for (const disk of host.disks) {
    engine.run(
      'INSERT INTO disk VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      host.name,
      disk.name,
      disk.kind,
      disk.pvid ?? null,
      disk.unique_id ?? null,
      disk.volume_group ?? null,
      disk.size_mb,
      disk.status,
      disk.attachment,
    );
  }
  for (const volume of host.logical_volumes) {
    engine.run(
      'INSERT INTO logical_volume VALUES (?, ?, ?, ?)',
      host.name,
      volume.name,
      volume.volume_group,
      volume.partitions,
    );
    engine.run(
      'UPDATE volume_group SET free = free - ? WHERE host = ? AND name = ?',
      volume.partitions,
      host.name,
      volume.volume_group,
    );
  }
  host.file_systems.forEach((each, seq) => {
    engine.run(
      `INSERT INTO file_system
         (host, seq, mount_point, device, vfs, size_kb, free_kb, inodes_used, inodes_percent)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      host.name,
      seq,
      each.mount_point,
      each.device,
      each.vfs,
      each.size_kb ?? null,
      each.free_kb ?? null,
      each.inodes_used ?? null,
      each.inodes_percent ?? null,
    );
  });
}

/** `count: 40` with a name such as `w%03d` makes forty of them, numbered from 1. */
function buildWpars(change: Change, worldHost: WorldHost, wpar: WorldWpar): void {
  const host = findHost(change.engine, worldHost.name);
  if (!host) throw new Error(`host ${worldHost.name} is missing`);
  for (const number of numbers(wpar.count)) {
    const name = numbered(wpar.name, number);
    if (wpar.type === 'application') buildApplication(change, host, wpar, name);
    else buildSystem(change, host, wpar, name);
  }
}

function buildSystem(change: Change, host: Host, wpar: WorldWpar, name: string): void {
  checkStanzas(wpar);
  const image = imageOf(change, host, wpar);
  const choices: CreationChoices = {
    automatic: false,
    writeOnly: false,
    insistOnUuid: true,
    force: true,
    overwriteDisks: true,
    preserved: undefined,
    versioned: wpar.type === 'versioned',
    image,
    details: {
      ...(wpar.halt_seconds === undefined ? {} : { haltSeconds: wpar.halt_seconds }),
      ...(wpar.unkillable === undefined ? {} : { unkillable: wpar.unkillable }),
      ...(wpar.level === undefined ? {} : { level: wpar.level }),
      ...(wpar.pid === undefined ? {} : { initPid: wpar.pid }),
      ...(wpar.pids === undefined ? {} : { pids: wpar.pids }),
      ...(wpar.usage === undefined ? {} : { usage: wpar.usage }),
    },
    exportRules: defaultRules,
    privilegesOfFile: defaultPrivileges,
  };
  const asked = {
    general: { ...wpar.general, name, ...(wpar.uuid === undefined ? {} : { uuid: wpar.uuid }) },
    networks: wpar.networks,
    routes: wpar.routes,
    mounts: wpar.mounts,
    devices: wpar.devices,
    kexts: wpar.kexts,
    resources: wpar.resources,
    security: wpar.security,
  };
  const made = defineWpar(change, planWpar(change.engine, host, asked, choices), { identify: false });
  const state = letterOf(wpar.state);
  updateWpar(change.engine, made.id, {
    state,
    ...(wpar.out_of_step === undefined ? {} : { synchronised: wpar.out_of_step ? 0 : 1 }),
    ...(state === 'D' || state === 'B'
      ? {}
      : { started: change.lab.now(), init_pid: wpar.pid ?? change.pid() }),
  });
  if (state === 'A') logStart(change, made, change.lab.now());
}

function buildApplication(change: Change, host: Host, wpar: WorldWpar, name: string): void {
  const choices = change.engine.get<{ id: number }>(
    'UPDATE host SET next_wpar = next_wpar + 1 WHERE name = ? RETURNING next_wpar - 1 AS id',
    host.name,
  );
  change.engine.run(
    `INSERT INTO wpar (host, name, state, type, hostname, directory, application, uuid, configured_id, init_pid, started)
     VALUES (?, ?, ?, 'A', ?, '/', ?, ?, ?, ?, ?)`,
    host.name,
    name,
    letterOf(wpar.state),
    wpar.general.hostname ?? name,
    wpar.general.application ?? '',
    wpar.uuid ?? change.uuid(),
    choices?.id ?? 1,
    wpar.pid ?? change.pid(),
    change.lab.now(),
  );
}

function imageOf(change: Change, host: Host, wpar: WorldWpar) {
  const path = wpar.general.image;
  if (path === undefined) return undefined;
  const file = change.engine.get<{ content: string }>(
    'SELECT content FROM host_file WHERE host = ? AND path = ?',
    host.name,
    path,
  );
  return file ? parseImage(path, file.content) : undefined;
}

function checkStanzas(wpar: WorldWpar): void {
  const all: [StanzaName, readonly Stanza[]][] = [
    ['general', [wpar.general]],
    ['network', wpar.networks],
    ['route', wpar.routes],
    ['mount', wpar.mounts],
    ['device', wpar.devices],
    ['kext', wpar.kexts],
    ['resources', [wpar.resources]],
    ['security', [wpar.security]],
  ];
  for (const [name, stanzas] of all) {
    const known: readonly string[] = attributes[name];
    const unknown = stanzas.flatMap((stanza) => Object.keys(stanza)).find((key) => !known.includes(key));
    if (unknown !== undefined) {
      throw new Failure(
        {
          id: 'world.attribute',
          text: 'unknown attribute {unknown} of {name}',
          evidence: 'ours',
          source: 'world files',
        },
        { unknown, name },
        false,
      );
    }
  }
}

function letterOf(word: string): StateLetter {
  const found = Object.entries(stateWords).find(([, each]) => each === word);
  return (found?.[0] ?? 'D') as StateLetter;
}
