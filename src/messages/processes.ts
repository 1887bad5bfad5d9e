import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'rule: ps page; wording not found' } as const;

/** What ps says. */
export const processMessages = defineMessages('ps', {
  noWpar: { text: '{command}: There is no workload partition called {name} here.', ...ours },
  noNames: {
    text: '{command}: The -@ flag is not available inside a workload partition.',
    evidence: 'ours',
    source: 'reference: no documented use inside; wording not found',
  },
  tooMany: { text: '{command}: The {flag} flag takes at most 128 items.', status: 2, ...ours },
  badList: { text: '{command}: {value} cannot stand in the list of the {flag} flag.', status: 2, ...ours },
  noUser: { text: '{command}: There is no user called {name}.', ...ours },
  noGroup: { text: '{command}: There is no group called {name}.', ...ours },
  noField: { text: '{command}: {name} is not a field that ps can print.', status: 2, ...ours },
  unsupportedField: {
    text: '{command}: The field {name} is not supported by parlab: {why}',
    status: 2,
    evidence: 'ours',
    source: 'a field that parlab does not have is refused, never invented',
  },
  badLetters: {
    text: '{command}: {word} is neither letters of the Berkeley form nor a process.',
    status: 2,
    ...ours,
  },
  unsupportedLetter: {
    text: '{command}: The letter {letter} is not supported by parlab: {why}',
    status: 2,
    evidence: 'ours',
    source: 'what parlab does not have is refused, never ignored',
  },
  oneStyle: { text: '{command}: The letters l, s, u and v exclude each other.', status: 2, ...ours },
});
