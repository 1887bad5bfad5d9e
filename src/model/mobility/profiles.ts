import type { Change } from '../../state/change.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { findProfile, insertProfile, updateProfile } from '../../state/frames/profile-rows.ts';
import { systemByKey } from '../../state/frames/systems.ts';
import { currentProfile } from '../frames/current-profile.ts';

/**
 * Writes the profile of a partition that has moved from its current state: the one that it was last activated with, or the
 * one of `-n`, which may be a new one. Its other profiles keep what they say of the source (documented).
 */
export function convertProfile(change: Change, mobile: Partition, named: string | undefined): void {
  const { engine } = change;
  const base = findProfile(engine, mobile, mobile.curr_profile || mobile.default_profile);
  const system = systemByKey(engine, mobile.system);
  if (!base || !system) return;
  const name = named ?? base.name;
  const attributes = currentProfile(engine, system, mobile, base.attributes);
  if (findProfile(engine, mobile, name))
    updateProfile(engine, mobile.id, name, { newName: name, attributes });
  else insertProfile(engine, mobile.id, name, attributes);
  if (mobile.curr_profile !== '')
    engine.run('UPDATE partition SET curr_profile = ? WHERE id = ?', name, mobile.id);
}
