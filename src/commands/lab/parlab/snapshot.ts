import { clone } from './snapshot/clone.ts';
import { diff } from './snapshot/diff.ts';
import { list } from './snapshot/list.ts';
import { remove } from './snapshot/remove.ts';
import { restore } from './snapshot/restore.ts';
import { save } from './snapshot/save.ts';
import { family } from './subcommand.ts';

/** `parlab snapshot`: worlds kept under names. */
export const snapshot = family('snapshot', 'Saves, restores and compares whole worlds', [
  save,
  list,
  restore,
  diff,
  clone,
  remove,
]);
