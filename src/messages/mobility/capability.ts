import { defineMessages } from '../define.ts';

const ours = { evidence: 'ours', source: 'no text of the HMC was found for this' } as const;

/** What the checks of systems, consoles and levels say. */
export const capabilityMessages = defineMessages('mobility-capability', {
  systemState: {
    text: 'The managed system {system} is in the state {state}.  Both managed systems must be Operating.',
    ...ours,
  },
  connection: {
    text: 'The management console is not connected to the managed system {system}.  The state of the connection is {state}.',
    ...ours,
  },
  console: {
    text: 'The management console {console} is at level {level}.  Partition mobility needs level V7R3.2 or later.',
    evidence: 'ours',
    source: 'rule: seed 5, pages 7 and 17',
  },
  fix: {
    text: 'The management console {console} is at level {level}.  At this level partition mobility needs the fix MH01062.',
    evidence: 'ours',
    source: 'rule: seed 5, page 7',
  },
  remote: {
    text: 'The management console {console} is at level {level}.  A migration between the managed systems of two management consoles needs level V7R3.4 or later of both.',
    evidence: 'ours',
    source: 'rule: seed 5, pages 7, 17 and 18',
  },
  everything: {
    text: 'The management console {console} is at level {level}.  The migration of all partitions needs level V7R7.8 or later.',
    evidence: 'ours',
    source: 'rule: seed 5, pages 55 and 56',
  },
  active: {
    text: 'The managed system {system} is not capable of active partition mobility.  Check that PowerVM Enterprise Edition is activated on it.',
    ...ours,
  },
  inactive: {
    text: 'The managed system {system} is not capable of inactive partition mobility.  Check that PowerVM Enterprise Edition is activated on it.',
    ...ours,
  },
  firmware: {
    text: 'The managed system {system} has firmware level {level}.  Partition mobility needs level 340_039 or later.',
    evidence: 'ours',
    source: 'rule: seed 5, page 7',
  },
  firmwarePair: {
    text: 'A partition cannot be migrated from a managed system with firmware level {from} to one with firmware level {to}.',
    evidence: 'ours',
    source: 'rule: firmware support matrix of the vendor',
  },
  optimizing: {
    text: 'The Dynamic Platform Optimizer is at work on the managed system {system}.  Wait until it has finished, or stop it, then try the operation again.',
    ...ours,
  },
  inProgress: { text: 'A migration of partition {partition} is in progress.', ...ours },
  unfinished: {
    text: 'A migration of partition {partition} has failed.  Recover it first.',
    ...ours,
  },
  disabled: { text: 'Migration is disabled for partition {partition}.', ...ours },
  battery: { text: 'The managed system {system} is running on battery power.', ...ours },
  clocks: {
    text: 'The times of day of the Virtual I/O Servers of the two managed systems differ by up to {seconds} seconds.  They should be synchronized.',
    evidence: 'ours',
    source: 'rule: seed 5, page 9',
  },
  clock: { text: '{server}: {seconds} seconds', ...ours },
  noReference: {
    text: 'No Virtual I/O Server of the managed system {system} is a time reference partition.',
    evidence: 'ours',
    source: 'advice: seed 5, page 19',
  },
  server: {
    text: 'The Virtual I/O Server {server} is at level {level}.  Partition mobility needs level 1.5.2.1 or later.',
    evidence: 'ours',
    source: 'rule: seed 5, page 7',
  },
  serverEverything: {
    text: 'The Virtual I/O Server {server} is at level {level}.  The migration of all partitions needs level 2.2.3 or later.',
    evidence: 'ours',
    source: 'rule: seed 5, page 55',
  },
});
