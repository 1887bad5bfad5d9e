import { defineMessages } from '../define.ts';

/** Texts of lslparmigr. */
export const lslparmigrMessages = defineMessages('mobility-lists', {
  onePartition: {
    text: 'The filter must select exactly one partition.  Please check your entry and retry the command.',
    evidence: 'ours',
    source: 'rule: lists of what a partition could be given need a filter of one partition (recalled)',
  },
});
