import type { Amounts, PartitionMemory } from '../../state/frames/amounts.ts';
import { findProfile } from '../../state/frames/profile-rows.ts';
import type { ManagedSystem } from '../../state/frames/systems.ts';
import { memoryOfProfile, processorOfProfile } from '../frames/profile-amounts.ts';
import type { Facts } from './facts.ts';

/**
 * The current amounts; of a partition that is off, those of its last activated profile if the policy of the source says
 * `prof`, or if it holds nothing (documented for `inactive_prof_policy`).
 */
export function amountsToMove({
  engine,
  type,
  mobile,
  source,
  memory,
  processor,
}: Pick<Facts, 'engine' | 'memory' | 'mobile' | 'processor' | 'type'> & {
  readonly source: ManagedSystem;
}): Amounts {
  const now = { memory, processor };
  if (type !== 'inactive') return now;
  if (source.inactive_profile_policy === 'config' && mobile.resource_config === 1) return now;
  const profile = findProfile(engine, mobile, mobile.curr_profile || mobile.default_profile);
  // One that takes everything says no amounts.
  if (!profile || profile.attributes.all_resources === '1') return now;
  return {
    memory: memoryOfProfile(profile.attributes, memory),
    processor: processorOfProfile(profile.attributes, processor),
  };
}

/** Memory on the destination in MB, in whole regions of it: what the partition has, and its page table. */
export function memoryNeeded(memory: PartitionMemory, regionMb: number): { all: number; overhead: number } {
  const whole = (amount: number) => Math.ceil(amount / regionMb) * regionMb;
  const [, share] = /^1:(\d+)$/.exec(memory.hpt_ratio) ?? [];
  // 1:64 of the maximum memory unless the partition has another ratio.
  const overhead = whole(memory.curr_max / (Number(share) || 64));
  return { all: whole(memory.curr) + overhead, overhead };
}
