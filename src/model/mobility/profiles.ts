import type { Change } from '../../state/change.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import type { ProfileAttributes } from '../../state/frames/profiles.ts';
import { insertRow } from '../../state/insert.ts';
import { runningAttributes } from '../frames/running-profile.ts';

/**
 * Writes the profile of a partition that has moved from its current state: the one that it was last activated with, or the
 * one of `-n`, which may be a new one. Its other profiles keep what they say of the source (documented).
 */
export function convertProfile(change: Change, mobile: Partition, named: string | undefined): void {
  const { engine } = change;
  const profiles = engine.all<{ name: string; seq: number; attributes: string }>(
    'SELECT name, seq, attributes FROM profile WHERE partition = ? ORDER BY seq',
    mobile.id,
  );
  const current = mobile.curr_profile || mobile.default_profile;
  const base = profiles.find(({ name }) => name === current) ?? profiles[0];
  if (!base) return;
  const name = named ?? base.name;
  const attributes = JSON.stringify(
    runningAttributes(engine, mobile.id, JSON.parse(base.attributes) as ProfileAttributes),
  );
  if (profiles.some((each) => each.name === name))
    engine.run(
      'UPDATE profile SET attributes = ? WHERE partition = ? AND name = ?',
      attributes,
      mobile.id,
      name,
    );
  else
    insertRow(engine, 'profile', {
      partition: mobile.id,
      seq: Math.max(...profiles.map(({ seq }) => seq)) + 1,
      name,
      attributes,
    });
  if (mobile.curr_profile !== '')
    engine.run('UPDATE partition SET curr_profile = ? WHERE id = ?', name, mobile.id);
}
