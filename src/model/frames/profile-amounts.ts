/**
 * Memory and processors that a profile asks for, as the rows of a partition that gets all of it. Where the profile says
 * nothing, or no number, the partition keeps what it has.
 */
import type { PartitionMemory, PartitionProcessor } from '../../state/frames/amounts.ts';
import type { ProfileAttributes } from '../../state/frames/profiles.ts';

export function memoryOfProfile(attributes: ProfileAttributes, now: PartitionMemory): PartitionMemory {
  const number = numbersOf(attributes);
  const amounts = {
    min: number('min_mem', now.curr_min),
    desired: number('desired_mem', now.curr),
    max: number('max_mem', now.curr_max),
  };
  const huge = {
    min: number('min_num_huge_pages', now.curr_min_huge),
    desired: number('desired_num_huge_pages', now.curr_huge),
    max: number('max_num_huge_pages', now.curr_max_huge),
  };
  const expansion = number('mem_expansion', now.curr_expansion, 100);
  return {
    ...now,
    mode: wordOf(attributes.mem_mode, ['ded', 'shared'], now.mode),
    ...{ curr_min: amounts.min, curr: amounts.desired, curr_max: amounts.max },
    ...{ pend_min: amounts.min, pend: amounts.desired, pend_max: amounts.max },
    ...{ curr_min_huge: huge.min, curr_huge: huge.desired, curr_max_huge: huge.max },
    ...{ pend_min_huge: huge.min, pend_huge: huge.desired, pend_max_huge: huge.max },
    ...{ curr_expansion: expansion, pend_expansion: expansion },
    hpt_ratio: String(attributes.hpt_ratio ?? now.hpt_ratio),
    bsr_arrays: number('bsr_arrays', now.bsr_arrays),
  };
}

export function processorOfProfile(
  attributes: ProfileAttributes,
  now: PartitionProcessor,
): PartitionProcessor {
  const number = numbersOf(attributes);
  const mode = wordOf(attributes.proc_mode, ['ded', 'shared'], now.curr_mode);
  // Dedicated processors have no units and no pool.
  const shared = (name: string, usual: number, factor = 1) =>
    mode === 'ded' ? 0 : number(name, usual, factor);
  const units = {
    min: shared('min_proc_units', now.curr_min_units, 100),
    desired: shared('desired_proc_units', now.curr_units, 100),
    max: shared('max_proc_units', now.curr_max_units, 100),
  };
  const procs = {
    min: number('min_procs', now.curr_min_procs),
    desired: number('desired_procs', now.curr_procs),
    max: number('max_procs', now.curr_max_procs),
  };
  const pool = shared('shared_proc_pool_id', now.curr_pool);
  const weight = shared('uncap_weight', now.curr_weight);
  const sharing = String(attributes.sharing_mode ?? now.curr_sharing);
  return {
    ...now,
    ...{ curr_mode: mode, curr_pool: pool, curr_sharing: sharing, curr_weight: weight },
    ...{ curr_min_units: units.min, curr_units: units.desired, curr_max_units: units.max },
    ...{ curr_min_procs: procs.min, curr_procs: procs.desired, curr_max_procs: procs.max },
    ...{ pend_mode: mode, pend_pool: pool, pend_sharing: sharing, pend_weight: weight },
    ...{ pend_min_units: units.min, pend_units: units.desired, pend_max_units: units.max },
    ...{ pend_min_procs: procs.min, pend_procs: procs.desired, pend_max_procs: procs.max },
  };
}

function numbersOf(attributes: ProfileAttributes) {
  return (name: string, usual: number, factor = 1): number => {
    const value = attributes[name];
    return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
      ? Math.round(Number(value) * factor)
      : usual;
  };
}

function wordOf<Word extends string>(
  value: string | readonly string[] | undefined,
  words: readonly Word[],
  usual: Word,
): Word {
  return words.find((each) => each === value) ?? usual;
}
