import { defineMessages } from './define.ts';

const recalled = { evidence: 'recalled', source: 'the number and its words' } as const;
const ours = { evidence: 'ours', source: 'no text of AIX was found for this' } as const;

/** Commands of the logical volume manager. */
export const volumeMessages = defineMessages('volume', {
  noGroup: {
    text: '0516-306 {program}: Unable to find volume group {group} in the Device\n        Configuration Database.',
    ...recalled,
  },
  noVolume: {
    text: '0516-306 {program}: Unable to find logical volume {name} in the Device\n        Configuration Database.',
    ...recalled,
  },
  noDisk: {
    text: '0516-306 {program}: Unable to find physical volume {name} in the Device\n        Configuration Database.',
    ...recalled,
  },
  notInGroup: {
    text: '0516-320 {program}: Physical volume {name} is not assigned to\n        a volume group.',
    ...recalled,
  },
  noRoom: {
    text: '0516-404 allocp: This system cannot fulfill the allocation request.\n        There are not enough free partitions or not enough physical volumes\n        to keep strictness and satisfy allocation requests.  The command\n        should be retried with different allocation characteristics.',
    ...recalled,
  },
  notPaging: { text: '{command}: {name} is not a paging space.', ...ours },
  whichPaging: { text: '{command}: Name a paging space, -a, -s or -t.', ...ours, status: 2 },
  pagingType: { text: '{command}: There is no kind of paging space called {type}.', ...ours, status: 2 },
  noOperand: { text: '{command}: -{flag} needs a {what}.', ...ours, status: 2 },
});
