import type { PartitionMemory, PartitionProcessor } from '../../state/frames/amounts.ts';
import type { ProfileAttributes } from '../../state/frames/profiles.ts';
import type { ManagedSystem } from '../../state/frames/systems.ts';
import type { Facts } from './facts.ts';

/** Memory and processors that the destination must have. */
export interface MovedAmounts {
  readonly memory: PartitionMemory;
  readonly processor: PartitionProcessor;
}

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
}): MovedAmounts {
  const now = { memory, processor };
  if (type !== 'inactive') return now;
  if (source.inactive_profile_policy === 'config' && mobile.resource_config === 1) return now;
  const row = engine.get<{ attributes: string }>(
    'SELECT attributes FROM profile WHERE partition = ? AND name = ?',
    mobile.id,
    mobile.curr_profile || mobile.default_profile,
  );
  return row ? ofProfile(JSON.parse(row.attributes) as ProfileAttributes, now) : now;
}

function ofProfile(profile: ProfileAttributes, { memory, processor }: MovedAmounts): MovedAmounts {
  const number = (name: string, usual: number, factor = 1) => {
    const value = profile[name];
    return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
      ? Math.round(Number(value) * factor)
      : usual;
  };
  const word = <Word extends string>(name: string, words: readonly Word[], usual: Word) =>
    words.find((each) => each === profile[name]) ?? usual;
  const amounts = {
    min: number('min_mem', memory.curr_min),
    desired: number('desired_mem', memory.curr),
    max: number('max_mem', memory.curr_max),
    expansion: number('mem_expansion', memory.curr_expansion, 100),
  };
  const units = {
    min: number('min_proc_units', processor.curr_min_units, 100),
    desired: number('desired_proc_units', processor.curr_units, 100),
    max: number('max_proc_units', processor.curr_max_units, 100),
  };
  const procs = {
    min: number('min_procs', processor.curr_min_procs),
    desired: number('desired_procs', processor.curr_procs),
    max: number('max_procs', processor.curr_max_procs),
  };
  const mode = word('proc_mode', ['ded', 'shared'] as const, processor.curr_mode);
  return {
    memory: {
      ...memory,
      mode: word('mem_mode', ['ded', 'shared'] as const, memory.mode),
      curr_min: amounts.min,
      curr: amounts.desired,
      curr_max: amounts.max,
      pend_min: amounts.min,
      pend: amounts.desired,
      pend_max: amounts.max,
      curr_expansion: amounts.expansion,
      pend_expansion: amounts.expansion,
      hpt_ratio: typeof profile.hpt_ratio === 'string' ? profile.hpt_ratio : memory.hpt_ratio,
    },
    processor: {
      ...processor,
      curr_mode: mode,
      pend_mode: mode,
      curr_min_units: units.min,
      curr_units: units.desired,
      curr_max_units: units.max,
      pend_min_units: units.min,
      pend_units: units.desired,
      pend_max_units: units.max,
      curr_min_procs: procs.min,
      curr_procs: procs.desired,
      curr_max_procs: procs.max,
      pend_min_procs: procs.min,
      pend_procs: procs.desired,
      pend_max_procs: procs.max,
    },
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
