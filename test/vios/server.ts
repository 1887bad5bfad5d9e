import { join } from 'node:path';
import { projectRoot } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';

export const devicesWorld: string = join(projectRoot, 'test', 'worlds', 'devices.yaml');

/** What stands before the complaints of AIX on a VIO server (capture). */
export const preamble =
  'Some error messages may contain invalid information\nfor the Virtual I/O Server environment.\n\n';

/** The default world on its VIO server b750vio2. */
export function b750vio2(): TestLab {
  return new TestLab('default', 'b750vio2');
}
