import { z } from 'zod';
import { address, consoleName, count, hostPath, name, names, slot, vlan, wwpn } from './words.ts';

const device = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}\\d+$`), `a device such as ${prefix}0`);

const status = z.enum(['Available', 'Defined']).default('Available');

/** Devices of a VIO server that are not virtual adapters. */
export const viosSchema = z.strictObject({
  ports: z
    .array(
      z.strictObject({
        name: device('fcs'),
        wwpn,
        location: z.string().default(''),
        npiv: z.boolean().default(true),
        status,
      }),
    )
    .default([]),
  disks: z
    .array(
      z.strictObject({
        /** With `count` the first of that many. */
        name: device('hdisk'),
        count: count.optional(),
        /** A LUN of the SAN; without it the disk is an internal one. `lun%03d` with `count`: the first is lun001. */
        lun: names.optional(),
        size_mb: z.int().min(1).optional(),
        pvid: z.string().optional(),
        volume_group: name.optional(),
        reserve_policy: z
          .enum(['no_reserve', 'single_path', 'PR_exclusive', 'PR_shared'])
          .default('single_path'),
        location: z.string().default(''),
        status,
      }),
    )
    .default([]),
  ethernets: z
    .array(
      z.strictObject({
        name: device('ent'),
        members: z.array(device('ent')).default([]),
        mbps: z.int().min(10).default(10_000),
        link: z.boolean().default(true),
        location: z.string().default(''),
      }),
    )
    .default([]),
  seas: z
    .array(
      z.strictObject({
        name: device('ent'),
        backing: device('ent'),
        /** Slots of its trunk adapters, the default one first. */
        trunks: z.array(slot).min(1),
        vlan: vlan.optional(),
        ha_mode: z.enum(['disabled', 'auto', 'sharing', 'standby']).default('disabled'),
        control_slot: slot.optional(),
        address: address.optional(),
        netmask: address.optional(),
        status,
      }),
    )
    .default([]),
  targets: z
    .array(
      z.strictObject({
        name: z.string().regex(/^\w{1,15}$/, 'a device name'),
        slot,
        disk: device('hdisk').optional(),
        volume: name.optional(),
        file: hostPath.optional(),
        optical: z.boolean().default(false),
        status,
      }),
    )
    .default([]),
  paging: z
    .array(
      z.strictObject({
        device: z.string().regex(/^\w{1,15}$/, 'a device name'),
        purpose: z.enum(['memory', 'suspend']).default('memory'),
        size_mb: z.int().min(1),
        /** The partition of the system that uses it: one that is suspended. */
        user: consoleName.optional(),
      }),
    )
    .default([]),
  /** vioslpm0: one value, whatever the HMC and the VIO server call it. */
  mover: z
    .strictObject({
      operations: z.int().min(1).max(8).optional(),
      concurrency: z.int().min(1).max(5).optional(),
    })
    .optional(),
});
