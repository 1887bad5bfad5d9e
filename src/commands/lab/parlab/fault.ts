import { add } from './fault/add.ts';
import { clear } from './fault/clear.ts';
import { list } from './fault/list.ts';
import { stats } from './fault/stats.ts';
import { family } from './subcommand.ts';

/** `parlab fault`: rules of what goes wrong. */
export const fault = family('fault', 'Makes operations fail by rules', [add, list, clear, stats]);
