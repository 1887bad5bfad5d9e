import type { MessageText } from '../define.ts';
import { rule } from './rule.ts';

/** Addresses and routes. */
export const networkTexts = {
  noInterface: {
    text: '{command}: The global environment has no network interface {interface}.',
    ...rule('mkwpar -N'),
  },
  noNetwork: {
    text: '{command}: The global environment has no network interface for address {address}.',
    ...rule('mkwpar -N'),
  },
  whichInterface: {
    text: '{command}: Address {address} is on none of the networks of the global environment; name the interface with interface=.',
    ...rule('seed 1: with more than one network "we would need to specify which"'),
  },
  addressInvalid: { text: '{command}: "{value}" is not a valid {what}.', ...rule('mkwpar -N') },
  addressMissing: {
    text: '{command}: The -N flag requires an address= or address6= attribute.',
    ...rule('mkwpar -N'),
  },
  addressMixed: {
    text: '{command}: The {first} and {second} attributes of the -N flag cannot be used together.',
    ...rule('mkwpar -N: one flag is one address'),
  },
  addressTaken: {
    text: '{command}: Address {address} is already used by {user}.',
    ...rule('mkwpar -a resolves network conflicts'),
  },
  addressNone: {
    text: '{command}: No free address is left on the network of interface {interface}.',
    ...rule('mkwpar -a resolves network conflicts'),
  },
  noSuchAddress: {
    text: '{command}: Workload partition {name} has no address {address}.',
    ...rule('chwpar -K -N'),
  },
  routeIncomplete: {
    text: '{command}: The -I flag requires the rtdest= and rtgateway= attributes.',
    ...rule('chwpar synopsis'),
  },
  noSuchRoute: {
    text: '{command}: Workload partition {name} has no route to {destination} through {gateway}.',
    ...rule('chwpar -K -I'),
  },
} as const satisfies Record<string, MessageText>;
