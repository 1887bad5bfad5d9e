import { type FaultKind, faultKinds } from '../state/faults.ts';

/** An operation that faults can strike. */
export interface FaultyOperation {
  /** Its phases in their order, with what happens in each. */
  readonly phases: Readonly<Record<string, string>>;
  readonly kinds: readonly FaultKind[];
  /** The phase in which memory is copied, if one does: a rule may name a percentage of it. */
  readonly copies?: string;
}

/** What can be struck, where, and by what. */
export const faultyOperations: Readonly<Record<string, FaultyOperation>> = {
  migrate: {
    phases: {
      validate: 'the checks before it',
      shell: 'the partition is made on the destination',
      movers: 'the mover service partitions are connected',
      prepare: 'the operating system is told',
      devices: 'virtual adapters are made on the destination',
      copy: 'the memory is copied',
      suspend: 'the partition stands still',
      resume: 'it goes on at the destination',
      cleanup: 'the source forgets it',
      stop: 'somebody stops the migration',
      recover: 'somebody recovers a failed one',
    },
    kinds: faultKinds,
    copies: 'copy',
  },
  chhwres: {
    phases: { os: 'the operating system is asked' },
    kinds: ['rmc', 'os', 'network'],
  },
};

/** What each kind means. */
export const faultMeanings: Readonly<Record<FaultKind, string>> = {
  rmc: 'the RMC connection is lost',
  msp: 'a mover service partition fails',
  vios: 'a VIO server refuses',
  storage: 'a disk or port is not to be had',
  network: 'an answer does not come',
  os: 'the operating system refuses',
  hypervisor: 'the firmware detects an error',
};
