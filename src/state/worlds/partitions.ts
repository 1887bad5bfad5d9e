import { z } from 'zod';
import { viosSchema } from './vios.ts';
import { address, consoleName, count, line, mac, name, slot, units, vlan, wwpn } from './words.ts';

const few = z.int().min(0).max(256);

/** One number is the desired value; the others follow from it. */
const memory = z.union([
  z.int().min(0),
  z.strictObject({
    min: z.int().min(0),
    desired: z.int().min(0),
    max: z.int().min(0),
    shared: z.boolean().default(false),
    expansion: z.number().min(1).max(10).optional(),
    huge_pages: few.default(0),
    bsr_arrays: few.default(0),
    hpt_ratio: z.string().default('1:64'),
  }),
]);

const processors = z.union([
  z.strictObject({
    dedicated: z.int().min(1).max(256),
    min: few.optional(),
    max: few.optional(),
    sharing: z
      .enum(['keep_idle_procs', 'share_idle_procs', 'share_idle_procs_active', 'share_idle_procs_always'])
      .default('share_idle_procs'),
  }),
  z.strictObject({
    units,
    min_units: units.optional(),
    max_units: units.optional(),
    procs: z.int().min(1).max(256).default(1),
    min_procs: few.optional(),
    max_procs: few.optional(),
    weight: z.int().min(0).max(255).default(128),
    capped: z.boolean().default(false),
    pool: name.optional(),
  }),
]);

const device = z.string().regex(/^[a-z]+\d+$/, 'a device such as vhost0');

const partner = {
  slot,
  required: z.boolean().default(false),
  /** Partition on the same system; without it any may connect. */
  partner: consoleName.optional(),
  partner_slot: slot.optional(),
  /** Name of the device, where it is not the next one: `vhost7` in a VIO server, `fcs3` in a client. */
  device: device.optional(),
};

const eth = z.strictObject({
  slot,
  device: device.optional(),
  vlan,
  vlans: z.array(vlan).default([]),
  ieee: z.boolean().optional(),
  trunk: z.int().min(1).max(15).optional(),
  required: z.boolean().default(false),
  switch: name.default('ETHERNET0'),
  mac: mac.optional(),
  allowed_macs: z.string().default('all'),
  qos: z.string().default('none'),
});

/** A client adapter makes the adapter of its server, if that has none in the slot. */
const scsi = z.strictObject({
  ...partner,
  server: z.boolean().default(false),
  /** Disks of the VIO server that stand behind it, by their names there or by their LUNs; `lun%03d` with the partition's number. */
  disks: z.array(z.string()).default([]),
});

const fc = z.strictObject({
  ...partner,
  server: z.boolean().default(false),
  wwpns: z.array(wwpn).length(2).optional(),
  /** The port of the VIO server that it is mapped to. */
  port: z.string().optional(),
});

const serial = z.strictObject({ ...partner, server: z.boolean().default(false) });

/** A profile has what its partition has, but for what stands here in the console's own words. */
const profile = z
  .object({ name: consoleName })
  .catchall(z.union([z.string(), z.number().transform(String), z.array(z.string())]));

export const partitionSchema = z.strictObject({
  name: consoleName,
  /** `lp%03d` with `count` makes that many, with consecutive numbers. */
  count: count.optional(),
  id: z.int().min(1).max(65_534),
  env: z.enum(['aixlinux', 'os400', 'vioserver']).default('aixlinux'),
  state: z.enum(['Not Activated', 'Running', 'Open Firmware', 'Suspended', 'Error']).default('Running'),
  /** Not Activated only: it holds its resources; what was never activated holds none. */
  configured: z.boolean().optional(),
  never_activated: z.boolean().default(false),
  os: line.default('Unknown'),
  host: name.optional(),
  ip: address.optional(),
  rmc: z.enum(['active', 'inactive', 'none', 'unknown', 'busy']).optional(),
  /** The daemons talk to each other, whatever the console believes. */
  rmc_connected: z.boolean().optional(),
  dlpar: z.boolean().default(true),
  memory: memory.default(4096),
  processors: processors.default({ units: 0.5, procs: 1, weight: 128, capped: false }),
  max_slots: slot.optional(),
  profile: consoleName.default('default'),
  current_profile: line.optional(),
  profiles: z.array(profile).default([]),
  boot_mode: z.enum(['norm', 'dd', 'ds', 'of', 'sms']).default('norm'),
  auto_start: z.boolean().default(false),
  connection_monitoring: z.boolean().default(true),
  redundant_errors: z.boolean().default(false),
  work_group: z.int().min(1).max(32).optional(),
  pool_authority: z.boolean().default(false),
  performance: z.boolean().default(false),
  time_ref: z.boolean().default(false),
  availability: z.int().min(0).max(255).optional(),
  mode: z.string().default('default'),
  current_mode: z.string().optional(),
  suspend_capable: z.boolean().default(false),
  remote_restart: z.boolean().default(false),
  simplified_restart: z.boolean().default(false),
  restricted_io: z.boolean().default(false),
  msp: z.boolean().default(false),
  service: z.boolean().default(false),
  migration_disabled: z.boolean().default(false),
  description: line.default(''),
  vtpm: z.boolean().default(false),
  affinity_group: z.int().min(1).max(255).optional(),
  /** MB in use, which a migration copies; nine tenths of the memory unless said. */
  touched_mb: z.int().min(0).optional(),
  /** MB a second that change meanwhile. */
  dirty_mb_s: z.int().min(0).max(100_000).default(20),
  /** Why its operating system or an application says no to a migration. */
  refuses_migration: z.string().default(''),
  /** Seconds that its time of day is ahead of the others'. */
  clock_offset: z.int().default(0),
  /** A virtual terminal is open, from somewhere outside the lab. */
  terminal: z.boolean().default(false),
  /** Of a VIO server. */
  license_accepted: z.boolean().default(true),
  /** Logical ports of host Ethernet adapters and of SR-IOV adapters. */
  logical_ports: z
    .array(
      z.strictObject({
        kind: z.enum(['hea', 'sriov']),
        port: z.string(),
        required: z.boolean().default(false),
        backed: z.boolean().default(false),
      }),
    )
    .default([]),
  uuid: line.optional(),
  refcode: line.default(''),
  eth: z.array(eth).default([]),
  scsi: z.array(scsi).default([]),
  fc: z.array(fc).default([]),
  /** Beside those in slots 0 and 1, which every partition has. */
  serial: z.array(serial).default([]),
  /** DRC indexes of physical slots. */
  io: z.array(z.string()).default([]),
  vios: viosSchema.optional(),
});

export type WorldPartition = z.infer<typeof partitionSchema>;
