import type { Evidence, Message, MessageText } from '../../../messages/define.ts';
import { labMessages } from '../../../messages/lab.ts';
import { parlabMessages } from '../../../messages/parlab.ts';
import { progress } from '../../../messages/progress.ts';
import { usageMessages } from '../../../messages/usage.ts';
import { wparMessages } from '../../../messages/wpar.ts';

/** Every message that parlab can print; a test sees to it that no area is missing. */
export const catalogue: readonly Message[] = [
  labMessages,
  parlabMessages,
  progress,
  usageMessages,
  wparMessages,
].flatMap((area) => Object.values(area as Record<string, Message & MessageText>));

/** From the surest to what is only our own. */
export const evidences: readonly Evidence[] = ['seed', 'capture', 'document', 'recalled', 'ours'];

/** How many facts rest on each kind of evidence. */
export function countEvidence(facts: readonly { readonly evidence: Evidence }[]): Record<Evidence, number> {
  const counts = { seed: 0, capture: 0, document: 0, recalled: 0, ours: 0 };
  for (const { evidence } of facts) counts[evidence]++;
  return counts;
}

/**
 * The messages a documented command may print: those of every command, and those of its own family unless their text
 * begins with the name of another one.
 */
export function messagesOf(command: string, all: readonly string[]): Message[] {
  return catalogue.filter(({ id, text }) => {
    if (id.startsWith('parlab.')) return false;
    const [first = ''] = text.split(':', 1);
    return first === command || !all.includes(first);
  });
}
