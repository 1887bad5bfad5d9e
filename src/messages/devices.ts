import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'no text of AIX was found for this' } as const;

/** Texts of the AIX device commands, which VIO servers pass through behind the preamble. */
export const deviceMessages = defineMessages('device', {
  preamble: {
    text: 'Some error messages may contain invalid information\nfor the Virtual I/O Server environment.\n',
    evidence: 'capture',
    source: 'failures of VIO server commands that call AIX ones',
  },
  methodError: {
    text: 'Method error ({method}):',
    evidence: 'capture',
    source: 'captured with /usr/lib/methods/chggen; which method a device has is recalled',
  },
  badAttributes: {
    text: '        0514-017 The following attributes are not valid for the\n                 specified device:',
    evidence: 'recalled',
    source: 'the number and its sense; where the line breaks is recalled',
  },
  badValues: {
    text: '        0514-018 The values specified for the following attributes\n                 are not valid:',
    evidence: 'capture',
    source: 'captured for ncargs; that attributes which nobody may set are refused with it, too, is recalled',
  },
  attributeName: { text: '     {attribute}', evidence: 'recalled', source: 'as the lines under 0514-018' },
  attributeLine: {
    text: '     {attribute} {description}',
    evidence: 'capture',
    source: 'under 0514-018, captured for ncargs',
  },
  busy: {
    text: '        0514-062 Cannot perform the requested function because the\n                 specified device is busy.',
    evidence: 'recalled',
    source: 'the number and its sense; where the line breaks is recalled',
  },
  noDevice: {
    text: '{program}: 0514-519 The following device was not found in the customized device configuration database:\n{name}',
    evidence: 'recalled',
    source: 'number and words are recalled; how the lines break is ours',
  },
  noAttribute: {
    text: '{program}: 0514-528 The "{attribute}" attribute does not exist in the predefined device configuration database.',
    evidence: 'recalled',
    source: 'the number and its sense; where the line breaks is recalled',
  },
  changed: {
    text: '{name} changed',
    stream: 'stdout',
    evidence: 'capture',
    source: 'sessions with chdev; that -P prints it, too, is recalled',
  },
  notOnline: {
    text: '{command}: The {attribute} attribute cannot be changed while the device is in use.',
    ...ours,
  },
  fixedAddress: {
    text: '{command}: parlab takes the address of a VIO server from its world: {name} cannot be given another one.',
    ...ours,
  },
  noColumn: { text: '{command}: There is no column called {column}.', ...ours },
  noRange: { text: '{command}: No list of legal values is known for the {attribute} attribute.', ...ours },
  oneOf: { text: '{command}: One of the {flags} flags is required.', ...ours, status: 2 },
  oneAttribute: { text: '{command}: The -R flag requires one -a flag.', ...ours, status: 2 },
  notAPair: { text: '{command}: "{word}" is not of the form attribute=value.', ...ours, status: 2 },
  badState: { text: '{command}: There is no state called {state}.', ...ours, status: 2 },
});
