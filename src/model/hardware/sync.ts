import { formatUnits } from '../../format/hmc-csv.ts';
import type { Change } from '../../state/change.ts';
import { amountsOf } from '../../state/frames/amounts.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { findProfile, updateProfile } from '../../state/frames/profile-rows.ts';
import type { ProfileAttributes } from '../../state/frames/profiles.ts';
import { ioSlotsOf, processorPoolsOf } from '../../state/frames/systems.ts';
import { keyOf, listOf } from '../frames/profile-lists.ts';

export type Synchronized = 'memory' | 'processors' | 'slots';

/**
 * Writes what a partition has now into its current profile, if it has sync_curr_profile=1; a profile is left alone otherwise.
 * Minima and maxima cannot be changed dynamically.
 */
export function syncAmounts(change: Change, partition: Partition, what: Synchronized): void {
  if (partition.sync_profile === 0) return;
  const { engine } = change;
  const profile = findProfile(engine, partition, partition.curr_profile);
  if (!profile) return;
  const { attributes, name: newName } = profile;
  const now = values[what](change, partition, attributes);
  updateProfile(engine, partition.id, newName, { newName, attributes: { ...attributes, ...now } });
}

type Read = (change: Change, partition: Partition, attributes: ProfileAttributes) => ProfileAttributes;

const values: Readonly<Record<Synchronized, Read>> = {
  memory: ({ engine }, { id }) => ({ desired_mem: String(amountsOf(engine, id).memory.curr) }),
  processors: ({ engine }, { id, system }, attributes) => {
    const { processor } = amountsOf(engine, id);
    const procs = { desired_procs: String(processor.curr_procs), sharing_mode: processor.curr_sharing };
    if (processor.curr_mode === 'ded') return procs;
    const pool = processorPoolsOf(engine, system).find(({ number }) => number === processor.curr_pool);
    return {
      ...procs,
      desired_proc_units: formatUnits(processor.curr_units),
      uncap_weight: String(processor.curr_weight),
      ...('shared_proc_pool_id' in attributes
        ? { shared_proc_pool_id: String(processor.curr_pool), shared_proc_pool_name: pool?.name ?? '' }
        : {}),
    };
  },
  slots: ({ engine }, { lpar_id, system }, attributes) => {
    const listed = listOf(attributes.io_slots);
    const own = ioSlotsOf(engine, system).filter(({ owner_id }) => owner_id === lpar_id);
    return {
      io_slots: own.map(
        ({ drc_index, pool }) =>
          listed.find((each) => keyOf(each) === drc_index) ?? `${drc_index}/${pool ?? 'none'}/0`,
      ),
    };
  },
};
