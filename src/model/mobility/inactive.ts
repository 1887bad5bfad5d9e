import type { Change } from '../../state/change.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import type { ProfileAttributes } from '../../state/frames/profiles.ts';
import { type Amounts, amountsOf } from './shell.ts';

/**
 * Memory and processors of a partition that is off, as its system's policy says: `config`, what the hypervisor keeps of it,
 * where it keeps something; `prof`, what the profile says with which it was last activated (documented).
 */
export function inactiveAmounts(change: Change, mobile: Partition): Amounts {
  const amounts = amountsOf(change, mobile.id);
  const system = change.engine.get<{ inactive_profile_policy: string }>(
    'SELECT inactive_profile_policy FROM managed_system WHERE id = ?',
    mobile.system,
  );
  if (system?.inactive_profile_policy === 'config' && mobile.resource_config === 1) return amounts;
  const profile = change.engine.get<{ attributes: string }>(
    'SELECT attributes FROM profile WHERE partition = ? AND name = ?',
    mobile.id,
    mobile.curr_profile || mobile.default_profile,
  );
  return profile ? fromProfile(JSON.parse(profile.attributes) as ProfileAttributes, amounts) : amounts;
}

function fromProfile(profile: ProfileAttributes, { memory, processor }: Amounts): Amounts {
  const number = (name: string, otherwise: number) => {
    const value = Number(profile[name]);
    return Number.isFinite(value) && profile[name] !== undefined ? value : otherwise;
  };
  const mb = {
    min: number('min_mem', memory.curr_min),
    desired: number('desired_mem', memory.curr),
    max: number('max_mem', memory.curr_max),
  };
  const hundredths = (name: string, otherwise: number) => Math.round(number(name, otherwise / 100) * 100);
  const units = {
    min: hundredths('min_proc_units', processor.curr_min_units),
    desired: hundredths('desired_proc_units', processor.curr_units),
    max: hundredths('max_proc_units', processor.curr_max_units),
  };
  const procs = {
    min: number('min_procs', processor.curr_min_procs),
    desired: number('desired_procs', processor.curr_procs),
    max: number('max_procs', processor.curr_max_procs),
  };
  return {
    memory: {
      ...memory,
      ...{ curr_min: mb.min, curr: mb.desired, curr_max: mb.max },
      ...{ pend_min: mb.min, pend: mb.desired, pend_max: mb.max },
    },
    processor: {
      ...processor,
      ...{ curr_min_units: units.min, curr_units: units.desired, curr_max_units: units.max },
      ...{ pend_min_units: units.min, pend_units: units.desired, pend_max_units: units.max },
      ...{ curr_min_procs: procs.min, curr_procs: procs.desired, curr_max_procs: procs.max },
      ...{ pend_min_procs: procs.min, pend_procs: procs.desired, pend_max_procs: procs.max },
    },
  };
}
