import { join } from 'node:path';
import { projectRoot } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';

/** A lab of WPARs whose AIX or whose view of the machine is not their host's. @param wpar where one is */
export function insideLab(wpar?: string): TestLab {
  const lab = new TestLab(join(projectRoot, 'test/worlds/inside.yaml'), 'lab72');
  lab.wpar = wpar;
  return lab;
}
