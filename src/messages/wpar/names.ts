import type { MessageText } from '../define.ts';
import { rule } from './rule.ts';

/** Names, host names, UUIDs, and how many WPARs a host may have. */
export const nameTexts = {
  nameEmpty: { text: '{command}: The workload partition name is empty.', ...rule('mkwpar page') },
  nameLong: {
    text: '{command}: The workload partition name {name} is longer than {longest} bytes.',
    ...rule('mkwpar page'),
  },
  nameStart: {
    text: '{command}: The workload partition name {name} must not start with - or 0.',
    ...rule('mkwpar page'),
  },
  nameCharacter: {
    text: '{command}: The workload partition name "{name}" contains a character that is not allowed.',
    ...rule('mkwpar page'),
  },
  nameReserved: {
    text: '{command}: The workload partition name {name} is reserved for the global environment.',
    ...rule('audit and ps pages use the name'),
  },
  nameTaken: {
    text: '{command}: A workload partition called {name} already exists.',
    ...rule('names are unique'),
  },
  nameMissing: {
    text: '{command}: A workload partition name is required: use the -n flag or a specification file that has one.',
    ...rule('mkwpar synopsis'),
    status: 2,
  },
  hostnameInvalid: { text: '{command}: "{hostname}" is not a valid host name.', ...rule('host names') },
  hostnameTaken: {
    text: '{command}: The host name {hostname} is used by workload partition {other}.',
    ...rule('mkwpar -a resolves host name conflicts'),
  },
  uuidInvalid: { text: '{command}: "{uuid}" is not a valid UUID.', ...rule('mkwpar -U') },
  uuidTaken: {
    text: '{command}: The UUID {uuid} belongs to workload partition {other}.',
    ...rule('mkwpar -U'),
  },
  limitReached: {
    text: '{command}: The limit of {limit} resource-controlled workload partitions is reached.',
    ...rule('WPAR limits page: 8192'),
  },
} as const satisfies Record<string, MessageText>;
