import { defineMessages } from '../define.ts';

/** Texts of lslparmigr. */
export const lslparmigrMessages = defineMessages('mobility-lists', {
  oneFilter: {
    text: 'The filters lpar_names and lpar_ids are mutually exclusive.  Please check your entry and retry the command.',
    evidence: 'ours',
    source: 'rule: recalled',
  },
  onePartition: {
    text: 'The filter must select exactly one partition.  Please check your entry and retry the command.',
    evidence: 'ours',
    source: 'rule: lists of what a partition could be given need a filter of one partition (recalled)',
  },
});
