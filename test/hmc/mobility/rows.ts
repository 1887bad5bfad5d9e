import type { MigrationType } from '../../../src/state/frames/migrations.ts';
import type { Different } from './movable.ts';

/** Only this check finds something: id, type, severity, what is different, exact text, what stands below it. */
export type Finds = readonly [string, MigrationType, 'E' | 'W', Different, string, ...string[]];

/** Nothing is found, although it is near: id, type, why it passes, what is different. */
export type Passes = readonly [string, MigrationType, string, Different];
