import type { Change } from '../../../state/change.ts';
import { adapterIn } from '../../../state/frames/adapters.ts';
import type { Partition } from '../../../state/frames/partitions.ts';
import { findProfile, updateProfile } from '../../../state/frames/profile-rows.ts';
import { keyOf, listOf } from '../profile-lists.ts';
import { elementOf, profileList } from './elements.ts';

/**
 * Writes what is in a slot now into the current profile, if the partition has sync_curr_profile=1; a profile is left alone
 * otherwise.
 * @param power6 the system has the longer Ethernet elements
 */
export function syncSlot(change: Change, partition: Partition, slot: number, power6: boolean): void {
  if (partition.sync_profile === 0) return;
  const { engine } = change;
  const profile = findProfile(engine, partition, partition.curr_profile);
  if (!profile) return;
  const { attributes, name: newName } = profile;
  const adapter = adapterIn(engine, partition.id, slot);
  const own = adapter && profileList[adapter.kind];
  const lists = Object.values(profileList).map((name) => {
    const others = listOf(attributes[name]).filter((element) => slotOf(element) !== slot);
    const element = adapter && name === own ? elementOf(adapter, power6) : undefined;
    const elements = element === undefined ? others : [...others, element];
    return [name, elements.sort((a, b) => slotOf(a) - slotOf(b))] as const;
  });
  const known = lists.filter(([name, elements]) => name in attributes || elements.length > 0);
  updateProfile(engine, partition.id, newName, {
    newName,
    attributes: { ...attributes, ...Object.fromEntries(known) },
  });
}

const slotOf = (element: string) => Number(keyOf(element));
