import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'no text of the HMC was found for this' } as const;

/** Texts about configuration data: what `-i`, `-f` and `-a` of HMC commands carry. */
export const inputMessages = defineMessages('input', {
  format: {
    text: 'The format of the configuration data is invalid.  The error is at or near {near}.  Please correct your input and retry the command.',
    evidence: 'recalled',
    source: 'the first sentence is captured by clients; the rest is ours',
  },
  value: {
    text: 'An invalid parameter value was entered.  The attribute {attribute} cannot have the value {value}.  Please check your entry and retry the command.',
    evidence: 'recalled',
    source: 'the first sentence is captured by clients; the rest is ours',
  },
  twice: {
    text: 'The format of the configuration data is invalid.  The attribute {attribute} may be entered only once.  Please correct your input and retry the command.',
    evidence: 'recalled',
    source: 'the first sentence is captured by clients; the rest is ours',
  },
  operator: {
    text: 'The format of the configuration data is invalid.  {operator} is not allowed for the attribute {attribute}.  Please correct your input and retry the command.',
    evidence: 'recalled',
    source: 'the first sentence is captured by clients; the rest is ours',
  },
  missing: {
    text: 'A required attribute is missing.  The attribute {attribute} is required.  Please correct your input and retry the command.',
    ...ours,
  },
  noFile: { text: 'The file {file} was not found.  Please check your entry and retry the command.', ...ours },
  noRecords: { text: 'The file {file} has no configuration data.', ...ours },
});
