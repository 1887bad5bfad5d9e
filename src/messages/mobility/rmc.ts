import { defineMessages } from '../define.ts';

/** What the checks of RMC connections say. */
export const rmcMessages = defineMessages('mobility-rmc', {
  unreachable: {
    text: 'HSCLA246 The management console cannot communicate with partition {partition}.  Either the network connection is not available or the partition does not have a level of software that is capable of supporting this operation.  Verify the correct network and setup of the partition, and try the operation again.',
    evidence: 'capture',
    source: 'operations notes with messages of migrations',
  },
  noServer: {
    text: 'The managed system {system} has no Virtual I/O Server.',
    evidence: 'ours',
    source: 'no text of the HMC was found for this',
  },
});
