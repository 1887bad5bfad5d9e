import type { CommandSpec } from '../../../cli/spec.ts';
import type { Evidence, Message, MessageText } from '../../../messages/define.ts';
import { hmcMessages } from '../../../messages/hmc.ts';
import { labMessages } from '../../../messages/lab.ts';
import { parlabMessages } from '../../../messages/parlab.ts';
import { progress } from '../../../messages/progress.ts';
import { usageMessages } from '../../../messages/usage.ts';
import { wparMessages } from '../../../messages/wpar.ts';

/** Every message that parlab can print; a test sees to it that no area is missing. */
export const catalogue: readonly Message[] = [
  hmcMessages,
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
 * The messages a documented command may print: those of its platform, but for those whose text begins with the name of
 * another command.
 */
export function messagesOf(spec: CommandSpec, all: readonly string[]): Message[] {
  const onConsole = spec.platform === 'hmc';
  return catalogue.filter(({ id, text }) => {
    const area = id.split('.', 1)[0];
    if (area === 'parlab') return false;
    if (area !== 'lab' && onConsole !== (area === 'hmc')) return false;
    const [first = ''] = text.split(':', 1);
    return first === spec.name || !all.includes(first);
  });
}
