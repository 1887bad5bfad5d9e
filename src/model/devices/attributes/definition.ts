import type { Device, Place } from '../device.ts';
import type { Legal } from './legal.ts';

/** An attribute that devices of a kind have. */
export interface AttributeDefinition {
  readonly name: string;
  readonly description: string;
  /** `fixed` never changes; `settable` may; `online` also while the device is in use (True+ from AIX 7.2 on). */
  readonly change: 'fixed' | 'online' | 'settable';
  /** The default, or what the device's row says. */
  readonly usual: string | ((device: Device, place: Place) => string);
  /** undefined: any text. */
  readonly legal?: Legal;
  /** First level of the VIO server that has it. */
  readonly since?: string;
  /** Cannot be changed while something uses the device. */
  readonly exclusive?: boolean;
}

type Usual = AttributeDefinition['usual'];

export function fixed(name: string, usual: Usual, description: string): AttributeDefinition {
  return { name, usual, description, change: 'fixed' };
}

export function settable(
  name: string,
  usual: Usual,
  description: string,
  legal?: Legal,
): AttributeDefinition {
  return { name, usual, description, change: 'settable', ...(legal && { legal }) };
}

export function online(name: string, usual: Usual, description: string, legal?: Legal): AttributeDefinition {
  return { ...settable(name, usual, description, legal), change: 'online' };
}
