import { defineMessages } from '../define.ts';

const ours = { evidence: 'ours', source: 'no text of the HMC was found for this' } as const;

/** Texts about mover service partitions and about how many migrations run at once. */
export const moverMessages = defineMessages('mobility-movers', {
  noPair: {
    text: 'HSCLA24A The management console was unable to find a valid mover service partition pair for the migrating partition.',
    evidence: 'recalled',
    source: 'number and text are uncertain',
  },
  badMover: { text: 'The {side} mover service partition {named} cannot be used.  {why}', ...ours },
  unknownMover: { text: 'There is no such VIOS partition.', ...ours },
  notMover: { text: 'It is not a mover service partition.', ...ours },
  notActive: { text: 'It has no RMC connection to the management console.', ...ours },
  noAddress: { text: 'It has no such IP address.', ...ours },
  oldLevel: { text: 'Migrating all partitions needs VIOS 2.2.3 or later.', ...ours },
  moversBusy: {
    text: 'The mover service partitions have as many active migrations as they are configured for ({limits}).  Wait until a migration has ended, then try the operation again.',
    evidence: 'ours',
    source: 'rule: cfg_msp_lpm_ops; 4 with 1 Gb/s adapters; 8 for a pair (seed 5, pages 48 and 52)',
  },
  notRedundant: {
    text: 'Redundant mover service partitions are required, and there are no two pairs of them.',
    ...ours,
  },
  tooManyActive: {
    text: 'Managed system {system} has {count} active migrations in progress and supports {limit}.  Wait until a migration has ended, then try the operation again.',
    evidence: 'ours',
    source: 'rule: current active migrations against the supported number (seed 5, page 36)',
  },
  tooManyInactive: {
    text: 'Managed system {system} has {count} inactive migrations in progress and supports {limit}.  Wait until a migration has ended, then try the operation again.',
    evidence: 'ours',
    source: 'rule: seed 5, page 12',
  },
  otherPair: {
    text: 'Partitions are migrating from {source} to {dest}.  All concurrent migrations must have the same source and destination managed systems.',
    evidence: 'ours',
    source: 'rule: seed 5, page 48',
  },
});
