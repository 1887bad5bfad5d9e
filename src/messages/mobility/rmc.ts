import { defineMessages } from '../define.ts';

/** What the checks of RMC connections say. */
export const rmcMessages = defineMessages('mobility-rmc', {
  noServer: {
    text: 'The managed system {system} has no Virtual I/O Server.',
    evidence: 'ours',
    source: 'no text of the HMC was found for this',
  },
});
