import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'no text of the HMC was found for this' } as const;

/** Texts of partition migration: what is told of the operation itself. Those of its checks are in messages/mobility/. */
export const mobilityMessages = defineMessages('mobility', {
  wrongState: {
    text: 'HSCL05DF The partition is not in a state under which this operation can be performed. Check the state of the partition.',
    evidence: 'capture',
    source: 'clients of the console (pypowervm)',
  },
  stopped: {
    text: 'HSCLA2CF The partition migration has been stopped unexpectedly. Perform a migration recovery for this partition, if necessary.',
    evidence: 'recalled',
    source: 'the number and when it comes are documented (Red Hat errata), the text is recalled',
  },
  partition: { text: '{partition}:', ...ours },
});
