import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'no text of the HMC was found for this' } as const;

/** Texts of the HMC's commands. Between two sentences there are two blanks, as in the captured one. */
export const hmcMessages = defineMessages('hmc', {
  missingParameter: {
    text: 'A required parameter is missing.  The parameter {parameter} is required for this command.  Please check your entry and retry the command.',
    evidence: 'recalled',
    source: 'HMC commands; the two blanks from a captured neighbour',
  },
  invalidParameter: {
    text: 'An invalid parameter was entered.  The invalid parameter is {parameter}.  Please check your entry and retry the command.',
    evidence: 'recalled',
    source: 'HMC commands; the two blanks from a captured neighbour',
  },
  wrongState: {
    text: 'HSCL05DF The partition is not in a state under which this operation can be performed. Check the state of the partition.',
    evidence: 'capture',
    source: 'clients of the console (pypowervm)',
  },
  notServer: { text: 'The partition {partition} is not a Virtual I/O Server.', ...ours },
  oneDash: {
    text: 'An invalid parameter was entered.  The invalid parameter is {parameter}; it is written {meant}.  Please check your entry and retry the command.',
    evidence: 'ours',
    source: 'the sentence of an invalid parameter, with what is meant in our words',
  },
  invalidValue: {
    text: 'An invalid parameter value was entered.  The parameter {parameter} cannot have the value {value}.  Please check your entry and retry the command.',
    evidence: 'recalled',
    source: 'its beginning is captured by a client; the rest recalled',
  },
  missingValue: {
    text: 'A value is missing for the parameter {parameter}.  Please check your entry and retry the command.',
    ...ours,
  },
  parameterTwice: {
    text: 'The parameter {parameter} may be entered only once.  Please check your entry and retry the command.',
    ...ours,
  },
  exclusive: {
    text: 'The parameters {first} and {second} cannot be entered together.  Please check your entry and retry the command.',
    ...ours,
  },
  needsParameter: {
    text: 'The parameter {parameter} is valid only with {other}.  Please check your entry and retry the command.',
    ...ours,
  },
  unsupported: { text: '{command}: {parameter} is not supported by parlab: {why}', ...ours },
  invalidAttribute: {
    text: 'An invalid attribute was entered.  The invalid attribute is {attribute}.  Please correct your input and retry the command.',
    evidence: 'recalled',
    source: 'English form of a captured Polish message, ziutus/hmc_vios_aix (HMC V7R7.9)',
  },
  invalidFilter: {
    text: 'An invalid filter was entered.  The invalid filter is {filter}.  Please correct your input and retry the command.',
    ...ours,
  },
  filterFormat: {
    text: 'The format of the filter data is invalid.  Please check your entry and retry the command.',
    ...ours,
  },
  noResults: {
    text: 'No results were found.',
    stream: 'stdout',
    status: 0,
    evidence: 'capture',
    source: 'lssyscfg -r sys of a console without systems (HMC V8R8.2.0), ziutus/hmc_vios_aix',
  },
  systemUnknown: {
    text: 'HSCL8018 The managed system {system} was not found.',
    evidence: 'recalled',
    source: 'the code is captured by clients, the text recalled',
  },
  systemAmbiguous: {
    text: 'More than one managed system is named {system}.  Enter it as tttt-mmm*sssssss.',
    evidence: 'ours',
    source: 'rule: lssyscfg manual (the second form is mandatory when two systems share a name)',
  },
  partitionUnknown: {
    text: 'HSCL8012 The partition named {partition} was not found.',
    evidence: 'capture',
    source: 'clients of the console; whether the name stands in quotes is uncertain',
  },
  partitionIdUnknown: {
    text: 'HSCL8011 The partition ID "{id}" was not found.',
    evidence: 'capture',
    source: 'a client compares this text',
  },
  onlyPower6: {
    text: 'HSCL8022 This command is only supported for POWER6 servers.',
    evidence: 'capture',
    source: 'lshwres --rsubtype vasi of a POWER5 system, ziutus/hmc_vios_aix',
  },
  noVirtualFc: {
    text: 'HSCLA4C0 The managed system does not support virtual Fibre Channel.',
    evidence: 'recalled',
    source: 'English form of a captured Polish message (HMC V7R7.9, POWER5), ziutus/hmc_vios_aix',
  },
});
