import { z } from 'zod';

/** What several parts of a world file are made of. */
export const address = z.ipv4();
export const name = z.string().regex(/^[A-Za-z0-9][\w.-]{0,62}$/, 'a name of letters, digits, . _ and -');
/** A name, or with `count` a pattern of names: `lun%03d` is lun001, lun002 ... */
export const names = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]*(%0?\d?d)?[\w.-]*$/, 'a name of letters, digits, . _ and -, or such with %03d')
  .max(63);
/** How many an entry stands for. */
export const count = z.int().min(1).max(1000);
/** Text of one line: listings have one line for each object. */
export const line = z.string().regex(/^[^\x00-\x1f\x7f]*$/, 'text without control characters');
export const hostPath = z.string().startsWith('/');
export const slot = z.int().min(0).max(65_535);
export const vlan = z.int().min(1).max(4094);
export const wwpn = z.string().regex(/^[0-9a-f]{16}$/, 'a WWPN of sixteen hexadecimal digits in lower case');
export const mac = z
  .string()
  .regex(/^[0-9A-F]{12}$/, 'a MAC address of twelve hexadecimal digits in upper case');
/** Names of partitions, profiles and systems may contain blanks; commas, = and quotes would break every list. */
export const consoleName = z
  .string()
  .regex(/^[^,="\x00-\x1f\x7f]{1,47}$/, 'a name without commas, = and quotes');
/** Units of processors, 0.01 to 256. */
export const units = z.number().min(0).max(256).multipleOf(0.01);
