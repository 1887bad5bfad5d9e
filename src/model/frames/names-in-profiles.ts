import type { Change } from '../../state/change.ts';
import type { ProfileAttributes } from '../../state/frames/profiles.ts';
import { listOf } from './profile-lists.ts';

const places: Readonly<Record<string, number>> = {
  virtual_serial_adapters: 3,
  virtual_scsi_adapters: 2,
  virtual_fc_adapters: 2,
};

/**
 * Profiles name partners by number and name: the name of one has changed, or is gone (`''`), in all profiles of its
 * system.
 */
export function renameInProfiles(change: Change, system: number, lparId: number, name: string): void {
  const rows = change.engine.all<{ partition: number; name: string; attributes: string }>(
    `SELECT profile.partition, profile.name, attributes FROM profile JOIN partition ON partition.id = profile.partition
     WHERE system = ?`,
    system,
  );
  for (const row of rows) {
    const attributes: Record<string, string | readonly string[]> = {
      ...(JSON.parse(row.attributes) as ProfileAttributes),
    };
    let changed = false;
    for (const [list, place] of Object.entries(places)) {
      if (attributes[list] === undefined) continue;
      attributes[list] = listOf(attributes[list]).map((element) => {
        const fields = element.split('/');
        if (fields[place] !== String(lparId) || fields[place + 1] === name) return element;
        fields[place + 1] = name;
        changed = true;
        return fields.join('/');
      });
    }
    if (!changed) continue;
    change.engine.run(
      'UPDATE profile SET attributes = ? WHERE partition = ? AND name = ?',
      JSON.stringify(attributes),
      row.partition,
      row.name,
    );
  }
}
