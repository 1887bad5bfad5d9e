import { z } from 'zod';
import { partitionSchema } from './partitions.ts';
import { address, consoleName, count, name, names, units, wwpn } from './words.ts';

const memory = z.strictObject({
  installed_mb: z.int().min(1),
  configurable_mb: z.int().min(1).optional(),
  firmware_mb: z.int().min(0),
  /** The size of a logical memory block. */
  region_mb: z.union([z.literal(16), z.literal(32), z.literal(64), z.literal(128), z.literal(256)]),
});

const ioSlot = z.strictObject({
  drc_index: z.string().regex(/^[0-9A-F]{8}$/, 'eight hexadecimal digits'),
  unit: z.string(),
  bus: z.int().min(0),
  location: z.string(),
  description: z.string(),
  features: z.array(z.string()).default([]),
  /** Vendor, device, subsystem vendor, subsystem device, class, revision. */
  pci: z.array(z.string().regex(/^[0-9A-F]{2,4}$/)).length(6),
});

const connection = z.union([
  name,
  z.strictObject({ console: name, state: z.string(), error: z.string().optional() }),
]);

export const systemSchema = z.strictObject({
  name: consoleName,
  type_model: z.string().regex(/^[0-9A-Z]{4}-[0-9A-Z]{3}$/, 'type and model such as 8233-E8B'),
  serial: z.string().regex(/^[0-9A-Z]{7}$/, 'a serial number of seven characters'),
  ipaddr: address,
  state: z
    .enum(['Operating', 'Standby', 'Power Off', 'Error', 'Incomplete', 'Recovery'])
    .default('Operating'),
  generation: z.enum(['POWER5', 'POWER6', 'POWER6+', 'POWER7', 'POWER7+', 'POWER8', 'POWER9', 'POWER10']),
  firmware: z.string().regex(/^[A-Z]{2}\d{3}_\d{3}$/, 'a level such as AL730_095'),
  consoles: z.array(connection).default([]),
  memory,
  processors: z.strictObject({ installed: units, configurable: units.optional() }),
  max_lpars: z.int().min(1).optional(),
  active_migrations: z.int().min(0).optional(),
  inactive_migrations: z.int().min(0).default(4),
  inactive_profile_policy: z.enum(['config', 'prof']).default('config'),
  on_battery: z.boolean().default(false),
  /** The Dynamic Platform Optimizer is at work. */
  optimizing: z.boolean().default(false),
  affinity_score: z.int().min(0).max(100).default(100),
  capabilities: z.record(z.string(), z.boolean()).default({}),
  settings: z.record(z.string(), z.string()).default({}),
  mac_prefix: z
    .string()
    .regex(/^[0-9A-F]{6}$/)
    .optional(),
  switches: z
    .array(z.strictObject({ name, mode: z.enum(['VEB', 'VEPA']).default('VEB') }))
    .default([{ name: 'ETHERNET0', mode: 'VEB' }]),
  processor_pools: z
    .array(
      z.strictObject({
        id: z.int().min(1).max(63),
        name,
        max: units,
        reserved: units.default(0),
      }),
    )
    .default([]),
  memory_pool: z.strictObject({ size_mb: z.int().min(1), max_mb: z.int().min(1).optional() }).optional(),
  io_slots: z.array(ioSlot).default([]),
  partitions: z.array(partitionSchema).default([]),
});

/** The SAN: storage systems with their ports, and LUNs with those who see them. */
export const sanSchema = z.strictObject({
  storage: z.array(z.strictObject({ name, ports: z.array(wwpn).min(1) })).default([]),
  luns: z
    .array(
      z.strictObject({
        /** `lun%03d` with `count` makes that many; then the numbers go into `visible_to` and `unzoned`, too. */
        name: names,
        count: count.optional(),
        storage: name,
        size_mb: z.int().min(1),
        unique_id: z.string().optional(),
        /**
         * A VIO server (all its ports), one of its ports (`b750vio1/fcs0`), a client adapter (`b750nl2/37`, both WWPNs),
         * one WWPN of it (`b750nl2/37/0`).
         */
        visible_to: z.array(z.string()).default([]),
        /** As above: the LUN is masked to them, but no zone lets them reach the storage. */
        unzoned: z.array(z.string()).default([]),
      }),
    )
    .default([]),
});

export type WorldSystem = z.infer<typeof systemSchema>;
export type WorldSan = z.infer<typeof sanSchema>;
