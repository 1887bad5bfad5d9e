import type { Change } from '../change.ts';
import { generationSetting, type Lab, pendingTrees } from '../lab.ts';
import { worldTables } from '../schema.ts';
import { hasTrees, settleTrees, sweep } from './trees.ts';

/**
 * Puts another world into the lab: all tables are emptied and filled inside one transaction, so that no other process
 * ever sees half of it, and a kill at any moment leaves the old world or the new one.
 * @param staged folder of trees that take the place of the laid ones; `''`: the hosts are as new
 */
export function replaceWorld(lab: Lab, staged: string, fill: (change: Change) => void): void {
  lab.update((change) => {
    const generation = Number(lab.meta(generationSetting) ?? 0) + 1;
    change.engine.exec('PRAGMA defer_foreign_keys = ON');
    // The log row of this command, if there is one, goes with the old world.
    change.logId = undefined;
    for (const table of [...worldTables].reverse()) change.engine.exec(`DELETE FROM main.${table}`);
    lab.refresh();
    fill(change);
    change.setMeta(generationSetting, String(generation));
    if (staged !== '' || hasTrees(lab.directory)) change.setMeta(pendingTrees, staged);
  });
  settleTrees(lab);
  sweep(lab);
}
