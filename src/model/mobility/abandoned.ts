import { allMigrations, needsRecovery } from '../../state/frames/migrations.ts';
import type { Lab } from '../../state/lab.ts';

/**
 * Before lists of what migrations have copied: writes down that one whose process is gone has failed, as any change would.
 * Otherwise what it has copied would follow the clock until somebody changes something.
 */
export function noteAbandoned(lab: Lab): void {
  if (lab.readOnly) return;
  const isAbandoned = allMigrations(lab.engine).some((each) => each.failed === 0 && needsRecovery(lab, each));
  // Every change begins with what dead processes have left.
  if (isAbandoned) lab.update(() => undefined);
}
