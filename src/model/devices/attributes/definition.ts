import type { Platform } from '../../../state/hosts.ts';
import type { Device, Place } from '../device.ts';
import type { Legal } from './legal.ts';

/** An attribute that devices of a kind have. */
export interface AttributeDefinition {
  readonly name: string;
  readonly description: string;
  /** `fixed` never changes; `settable` may; `online` also while the device is in use (True+ from AIX 7.2 on). */
  readonly change: 'fixed' | 'online' | 'settable';
  /** What it is where nobody set it. */
  readonly byDefault: string | ((place: Place) => string);
  /** What the device itself says, where that is more than a default. */
  readonly own?: (device: Device, place: Place) => string;
  /** undefined: every text. */
  readonly legal?: Legal;
  /** First levels that have it; a platform that is not named has it always. */
  readonly since?: Readonly<Partial<Record<Platform, string>>>;
  /** Cannot be changed while something uses the device. */
  readonly exclusive?: boolean;
}

type Usual = string | ((device: Device, place: Place) => string);

/** @param usual the default, or what the device says */
export function fixed(name: string, usual: Usual, description: string): AttributeDefinition {
  return { name, description, change: 'fixed', ...defaultOf(usual) };
}

/** @param usual the default, or what the device says */
export function settable(
  name: string,
  usual: Usual,
  description: string,
  legal?: Legal,
): AttributeDefinition {
  return { name, description, change: 'settable', ...defaultOf(usual), ...(legal && { legal }) };
}

/** @param usual the default, or what the device says */
export function online(name: string, usual: Usual, description: string, legal?: Legal): AttributeDefinition {
  return { ...settable(name, usual, description, legal), change: 'online' };
}

function defaultOf(usual: Usual): Pick<AttributeDefinition, 'byDefault' | 'own'> {
  return typeof usual === 'string' ? { byDefault: usual } : { byDefault: '', own: usual };
}
