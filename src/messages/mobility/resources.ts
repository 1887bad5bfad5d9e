import { defineMessages } from '../define.ts';

const ours = { evidence: 'ours', source: 'no text of the HMC was found for this' } as const;

/** What the checks of the destination's resources and abilities say. */
export const resourceMessages = defineMessages('mobility-resources', {
  regions: {
    text: 'The memory region size of the managed systems differs: {source} has {sourceMb} MB, {dest} has {destMb} MB.',
    ...ours,
  },
  units: {
    text: 'The managed system {system} has {available} processing units available.  The migrating partition needs {needed}.',
    ...ours,
  },
  processors: {
    text: 'The managed system {system} has {available} processors available.  The migrating partition needs {needed} dedicated processors.',
    ...ours,
  },
  memory: {
    text: 'The managed system {system} has {available} MB of memory available.  The migrating partition needs {needed} MB, of which {overhead} MB are for its page table.',
    ...ours,
  },
  minimumUnits: {
    text: 'The migrating partition has {units} processing units for each virtual processor.  The managed system {system} needs at least {least}.',
    ...ours,
  },
  poolUnknown: {
    text: 'The managed system {system} has no shared processor pool {pool}.',
    ...ours,
  },
  poolRoom: {
    text: 'The shared processor pool {pool} of the managed system {system} has {available} processing units available.  The migrating partition needs {needed}.',
    ...ours,
  },
  slots: {
    text: 'The Virtual I/O Servers of the managed system {system} have {available} free virtual adapter slots.  The migrating partition needs {needed}.',
    ...ours,
  },
  currentMode: {
    text: 'The managed system {system} does not support the current processor compatibility mode of the migrating partition, {mode}.',
    ...ours,
  },
  preferredMode: {
    text: 'The managed system {system} does not support the preferred processor compatibility mode of the migrating partition, {mode}.',
    ...ours,
  },
  expansion: {
    text: 'The migrating partition uses Active Memory Expansion.  The managed system {system} is not capable of it.',
    ...ours,
  },
  sharing: {
    text: 'The migrating partition uses Active Memory Sharing.  The managed system {system} is not capable of it.',
    ...ours,
  },
  memoryPool: {
    text: "HSCLA304 A suitable shared memory pool for the mobile partition was not found on the destination managed system.  In order to support the mobile partition, the destination managed system must have a shared memory pool that can accommodate the partition's entitled and maximum memory values, as well as its redundancy capabilities.",
    evidence: 'recalled',
    source: 'the two blanks from a captured neighbour',
  },
  noPool: { text: 'The managed system {system} has no shared memory pool.', ...ours },
  poolTooSmall: {
    text: 'The shared memory pool has {size} MB.  The maximum memory of the partition is {needed} MB.',
    ...ours,
  },
  noPagingDevice: {
    text: 'There is no free paging device of at least {needed} MB.',
    ...ours,
  },
  noRedundantPaging: {
    text: 'No free paging device of at least {needed} MB is accessible through two Virtual I/O Servers.',
    ...ours,
  },
  storage: {
    text: 'The managed system {system} has no free device of at least {needed} MB in its reserved storage device pool.  The migrating partition can be suspended and needs 110 percent of its memory there.',
    evidence: 'ours',
    source: 'rule: seed 5, page 21',
  },
  redundantStorage: {
    text: 'The managed system {system} has no free device of at least {needed} MB in its reserved storage device pool that is accessible through two Virtual I/O Servers.',
    ...ours,
  },
  suspend: {
    text: 'The migrating partition can be suspended.  The managed system {system} is not capable of suspending partitions.',
    ...ours,
  },
  trustedBoot: {
    text: 'The migrating partition has a virtual trusted platform module.  The managed system {system} is not capable of it.',
    ...ours,
  },
  restart: {
    text: 'The migrating partition can be restarted remotely.  The managed system {system} is not capable of remote restart.',
    ...ours,
  },
  partitionId: {
    text: 'The partition ID {id} is in use on the managed system {system}.',
    ...ours,
  },
  affinity: {
    text: 'The affinity score of the partition would be {dest} on the managed system {system}.  It is {source} now.',
    ...ours,
  },
  partitions: {
    text: 'The managed system {system} has {count} partitions, as many as it can have.',
    ...ours,
  },
});
