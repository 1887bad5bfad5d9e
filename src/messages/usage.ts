import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'no usage text of these commands was found', status: 2 } as const;

/** Mistakes in the words of a command line. */
export const usageMessages = defineMessages('usage', {
  unknownFlag: {
    text: '{command}: Not a recognized flag: {flag}',
    status: 2,
    evidence: 'recalled',
    source: "the wording of AIX getopt(), as `ls -Z` prints it; the WPAR commands' own was not found",
  },
  needsArgument: { text: '{command}: The {flag} flag requires an argument.', ...ours },
  twice: { text: '{command}: The {flag} flag may be given only once.', ...ours },
  exclusive: { text: '{command}: The {first} and {second} flags cannot be used together.', ...ours },
  needsFlag: { text: '{command}: The {flag} flag is valid only with the {other} flag.', ...ours },
  missingOperand: { text: '{command}: {operand} is required.', ...ours },
  extraOperand: { text: '{command}: The argument {operand} is not expected.', ...ours },
  unknownAttribute: { text: '{command}: {attribute} is not an attribute of the {flag} flag.', ...ours },
  badAttribute: { text: '{command}: "{word}" is not of the form attribute=value.', ...ours },
  attributeTwice: {
    text: '{command}: The {attribute} attribute is given twice in one {flag} flag.',
    ...ours,
  },
  notAscii: {
    text: '{command}: Arguments must be ASCII characters.',
    status: 2,
    evidence: 'ours',
    source: 'rule: mkwpar, chwpar and wparexec pages ("ASCII characters, in all locales"); wording ours',
  },
  controlCharacter: { text: '{command}: Arguments must not contain control characters.', ...ours },
  unsupported: {
    text: '{command}: The {flag} flag is not supported by parlab: {why}',
    status: 2,
    evidence: 'ours',
    source: 'a flag that parlab does not have is refused, never ignored',
  },
  tooOld: {
    text: '{command}: Not a recognized flag: {flag} (this host runs AIX {release}; the flag came with {since})',
    status: 2,
    evidence: 'ours',
    source: 'synopses of the AIX 6.1 and 7.1 manuals lack the flag',
  },
});
