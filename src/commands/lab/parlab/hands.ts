import { callOn, explainTrouble } from '../../../cli/call.ts';
import type { Hands } from '../../../runtime/answer.ts';

/** What answers the commands of those who are inside. */
export const hands: Hands = { callOn, explainTrouble };
