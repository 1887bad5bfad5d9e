import { z } from 'zod';
import { handlerRequests } from '../kernel-handlers.ts';
import { resourceSchemas } from './resources.ts';
import { sanSchema, systemSchema } from './systems.ts';
import { address, name, hostPath as path } from './words.ts';

/** What a world file may say; docs/worlds.md explains it to people. Unknown keys are errors. */

const level = z.string().regex(/^(\d+(\.\d+){1,3}|V\d+R\d+(\.\d+)*(\.\d+)?)$/, 'a level such as 7.1.2.0');

const interfaceSchema = z.strictObject({
  name: z.string().regex(/^(en|et|eth|lo)\d+$/, 'an interface such as en0'),
  network: name,
  address: address.optional(),
  netmask: address.optional(),
  broadcast: address.optional(),
  address6: z.ipv6().optional(),
  prefixlen: z.int().min(0).max(128).optional(),
});

const volumeGroup = z.strictObject({
  name,
  partition_mb: z.int().min(1).max(65_536),
  partitions: z.int().min(1),
});

const logicalVolume = z.strictObject({ name, volume_group: name, partitions: z.int().min(1) });

const disk = z.strictObject({
  name: z.string().regex(/^[a-z]+\d+$/),
  kind: z.enum(['disk', 'cdrom', 'tape', 'adapter']).default('disk'),
  pvid: z.string().optional(),
  unique_id: z.string().optional(),
  volume_group: name.optional(),
  size_mb: z.int().min(0),
  status: z.enum(['Available', 'Defined']).default('Available'),
  attachment: z.enum(['vscsi', 'fc', 'sas', 'ide', 'sata']).default('vscsi'),
});

const fileSystem = z.strictObject({
  mount_point: path,
  device: z.string(),
  vfs: z.string().default('jfs2'),
  size_kb: z.int().optional(),
  free_kb: z.int().optional(),
  inodes_used: z.int().optional(),
  inodes_percent: z.int().optional(),
});

const stanza = z.record(z.string(), z.coerce.string());

/** A WPAR in the words of a specification file, and the state it is in. */
const wpar = z.strictObject({
  name: z.string(),
  count: z.int().min(1).max(100_000).optional(),
  state: z
    .enum(['Defined', 'Active', 'Broken', 'Maintenance', 'Loaded', 'Frozen', 'Paused'])
    .default('Defined'),
  type: z.enum(['system', 'application', 'versioned']).default('system'),
  general: stanza.default({}),
  networks: z.array(stanza).default([]),
  routes: z.array(stanza).default([]),
  mounts: z.array(stanza).default([]),
  devices: z.array(stanza).default([]),
  kexts: z.array(stanza).default([]),
  resources: stanza.default({}),
  security: stanza.default({}),
  uuid: z.string().optional(),
  /** Of its init, when it is first started. */
  pid: z.int().positive().optional(),
  /** Of its daemons while its init has that number. */
  pids: z.record(z.string(), z.int().positive()).optional(),
  halt_seconds: z.int().min(0).optional(),
  unkillable: z.boolean().optional(),
  out_of_step: z.boolean().optional(),
  /** Level of its AIX, where it was made on an older host. */
  level: level.optional(),
  /** How full its file systems are when nobody has been in it, by directory. */
  usage: z.record(path, z.strictObject({ used_kb: z.int().min(0), inodes: z.int().min(0) })).optional(),
});

/** What an HMC has beside its level. */
const consoleSchema = z.strictObject({
  service_pack: z.int().min(0).default(0),
  build: z.string().default('20151216.1'),
  fixes: z.array(z.string()).default([]),
  type_model: z.string().default('7042-CR8'),
  serial: z.string().optional(),
  domain: z.string().default(''),
  gateway: z.string().default(''),
  nameserver: z.string().default(''),
  remote: z.record(z.string(), z.string()).default({}),
  /** Consoles whose keys it has: their commands may log in here as the user. */
  trusts: z.array(z.strictObject({ console: name, user: name.default('hscroot') })).default([]),
});

const handlerRequest = z.enum(handlerRequests);
const handlerResult = z.enum(['DR_SUCCESS', 'DR_FAIL']);
const longestWait = 86_400;

/** A kernel extension that has registered reconfiguration handlers, and what they answer. */
const kernelExtension = z.strictObject({
  name: z.string().regex(/^[\w./-]{1,63}$/, 'a name of letters, digits, . _ / and -'),
  registers: z
    .array(handlerRequest)
    .min(1)
    .default([...handlerRequests]),
  answers: z
    .partialRecord(
      handlerRequest,
      z.union(
        [
          handlerResult,
          z.strictObject({
            wait: z.int().min(1).max(longestWait),
            rc: handlerResult.default('DR_SUCCESS'),
          }),
        ],
        {
          error: `DR_SUCCESS, DR_FAIL or { wait: 1 to ${longestWait} seconds, rc: DR_SUCCESS or DR_FAIL }`,
        },
      ),
    )
    .default({}),
});

const host = z.strictObject({
  name,
  platform: z.enum(['aix', 'hmc', 'nfs', 'vios']),
  level,
  prompt: z.string().optional(),
  file_system_kb: z.int().min(1).default(131_072),
  jfs2_log: z.string().default(''),
  software: z.array(z.string()).default([]),
  root_files: z.array(z.string().startsWith('./')).default([]),
  root_parts: z.array(z.strictObject({ name: z.string(), level: z.string().default('') })).default([]),
  out_of_step: z.boolean().default(false),
  pids: z.array(z.int().positive()).default([]),
  interfaces: z.array(interfaceSchema).default([]),
  volume_groups: z.array(volumeGroup).default([]),
  logical_volumes: z.array(logicalVolume).default([]),
  disks: z.array(disk).default([]),
  file_systems: z.array(fileSystem).default([]),
  directories: z
    .array(
      z.strictObject({ path, mode: z.string().regex(/^[0-7]{3,4}$/), entries: z.int().min(0).default(0) }),
    )
    .default([]),
  exports: z.array(z.strictObject({ path, clients: z.array(name).default([]) })).default([]),
  files: z
    .array(
      z.strictObject({
        path,
        kind: z.enum(['text', 'mksysb', 'savewpar']).default('text'),
        content: z.string(),
      }),
    )
    .default([]),
  wpars: z.array(wpar).default([]),
  console: consoleSchema.optional(),
  ...resourceSchemas,
  kernel_extensions: z.array(kernelExtension).default([]),
});

export const worldSchema = z.strictObject({
  world: name,
  description: z.string(),
  /** Lab time at the start, UTC. */
  start: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/, 'a time such as 2011-11-17 10:23:00'),
  seed: z.int().min(0).max(0xffffffff),
  pace: z
    .union([z.literal('instant'), z.literal('step'), z.string().regex(/^\d+(\.\d+)?x$/)])
    .default('instant'),
  /** What the name service knows. */
  names: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  /** The host a command acts on when nothing else is said, for each platform. */
  defaults: z.partialRecord(z.enum(['aix', 'hmc', 'vios']), name).default({}),
  hosts: z.array(host).min(1),
  systems: z.array(systemSchema).default([]),
  san: sanSchema.default({ storage: [], luns: [] }),
});

export type World = z.infer<typeof worldSchema>;
export type WorldHost = World['hosts'][number];
export type WorldWpar = WorldHost['wpars'][number];
