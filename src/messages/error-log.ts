import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'rule: pages of the commands; wording not found' } as const;

/** What the commands of the error log and of a WPAR's message store say. */
export const errorLogMessages = defineMessages('errlog', {
  badDate: { text: '{command}: {value} is not a time of the form mmddhhmmyy.', status: 2, ...ours },
  badWord: {
    text: '{command}: {value} is not known to the {flag} flag; it knows {known}.',
    status: 2,
    ...ours,
  },
  badNumber: { text: '{command}: {value} is not a number of an entry.', status: 2, ...ours },
  tooLong: { text: '{command}: A message may have up to 1024 bytes.', ...ours },
  noMessage: { text: '{command}: Give the message: -S Format [ Arguments ].', status: 2, ...ours },
  notFromInside: { text: '{command}: The -w flag cannot be used inside a workload partition.', ...ours },
  noName: { text: '{command}: Name the workload partition with -w.', status: 2, ...ours },
  noRoom: {
    text: '{command}: There is no room for the message: a workload partition holds 1 KB of them.',
    ...ours,
  },
  badFormat: {
    text: '{command}: {value} cannot be formatted: there are %s, %c, %d, %i, %u, %o, %x, %X and %%.',
    ...ours,
  },
  badArgument: { text: '{command}: {value} is not a number for {format}.', ...ours },
  missingArgument: { text: '{command}: There is no argument for {format}.', ...ours },
});
