import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'no text of the VIO server was found for this' } as const;

/** Texts of the VIO server's own commands; those of AIX below them are in messages/devices.ts. */
export const viosMessages = defineMessages('vios', {
  invalidFlag: {
    text: 'Option flag is not valid.\n',
    evidence: 'recalled',
    source:
      'its beginning is in clients of the VIO server; the full stop and the empty line before the usage are recalled',
  },
  needsValue: { text: 'The {flag} flag requires a value.\n', ...ours },
  flagTwice: { text: 'The {flag} flag may be given only once.\n', ...ours },
  exclusive: { text: 'The {first} and {second} flags cannot be used together.\n', ...ours },
  missingFlag: { text: 'The {flags} flag is required.\n', ...ours },
  needsFlag: { text: 'The {flag} flag is valid only with the {other} flag.\n', ...ours },
  missingOperand: { text: '{operand} is required.\n', ...ours },
  extraOperand: { text: 'The argument {operand} is not expected.\n', ...ours },
  unsupported: { text: '{command}: The {flag} flag is not supported by parlab: {why}', ...ours },
  noPartition: { text: '{command}: {host} is not in a partition of the lab.', ...ours },
  noSuchDevice: {
    text: 'There is no device called {name}.',
    status: 10,
    evidence: 'ours',
    source: 'the status (E_NODEVPHYSLOC) stands in a client of the VIO server; the text was not found',
  },
  noDeviceAt: {
    text: 'There is no device at the location {location}.',
    status: 10,
    evidence: 'ours',
    source: 'the status (E_NODEVPHYSLOC) stands in a client of the VIO server; the text was not found',
  },
  notAValue: { text: '"{value}" is not a value of the {flag} flag.\n', ...ours },
  notAPair: { text: '"{word}" is not of the form Attribute=Value.\n', ...ours },
});
