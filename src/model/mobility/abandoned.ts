import { isSomeAbandoned } from '../../state/frames/migrations.ts';
import type { Lab } from '../../state/lab.ts';

/**
 * Before lists of what migrations have copied: one whose process is gone is written down as failed, as every change does.
 * Otherwise what it has copied would follow the clock until somebody changes something.
 */
export function noteAbandoned(lab: Lab): void {
  // Every change begins with what dead processes have left.
  if (!lab.readOnly && isSomeAbandoned(lab.engine, lab.machine)) lab.update(() => undefined);
}
