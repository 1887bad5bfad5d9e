import { defineMessages } from '../define.ts';

const ours = { evidence: 'ours', source: 'no text of the HMC was found for this' } as const;

/** What the checks of the operating system and its applications say. */
export const softwareMessages = defineMessages('mobility-software', {
  level: {
    text: 'The operating system of the migrating partition is {os}.  Active partition mobility needs {least} or later.',
    evidence: 'ours',
    source: 'rule: seed 5, page 7',
  },
  capability: {
    text: 'IBM i partitions cannot be migrated: the managed system {system} is not capable of IBM i partition mobility.',
    ...ours,
  },
  restrictedIo: {
    text: 'Partition {partition} is not in restricted I/O mode.  Only IBM i partitions in this mode can be migrated.',
    evidence: 'ours',
    source: 'rule: seed 5, page 21',
  },
  physical: {
    text: 'An IBM i partition that is migrated may have virtual I/O only.  Remove the physical I/O adapters from partition {partition}.',
    ...ours,
  },
  ibmiLevel: {
    text: 'The operating system of the migrating partition is {os}.  Partition mobility needs IBM i 7.1 Technology Refresh 4 or later.',
    ...ours,
  },
  ibmiFirmware: {
    text: 'The managed system {system} has firmware level {level}.  The migration of IBM i partitions needs 730_087, 740_088 or later.',
    ...ours,
  },
  ibmiGeneration: {
    text: 'The managed system {system} has {generation} processors.  The migration of IBM i partitions needs POWER7 or later.',
    ...ours,
  },
  ibmiConsole: {
    text: 'The management console {console} is at level {level}.  The migration of IBM i partitions needs level V7R7.5 or later.',
    ...ours,
  },
  ibmiServer: {
    text: 'The Virtual I/O Server {server} is at level {level}.  The migration of IBM i partitions needs level 2.2.1.4 or later.',
    ...ours,
  },
});
