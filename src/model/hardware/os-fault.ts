import { connectionMessages } from '../../messages/connections.ts';
import { dlparMessages as messages } from '../../messages/dlpar.ts';
import { failure } from '../../messages/failure.ts';
import { strike } from '../../state/faults.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { loseConnection } from '../../state/frames/rmc.ts';
import type { RequestWishes } from '../dlpar/event.ts';
import type { Work } from '../work.ts';

/** How long an operating system does not answer when a fault keeps its answer away (ours). */
const lostMinutes = 15;

/**
 * Meets the fault rules of `chhwres` before the operating system begins.
 * @param seconds lab seconds that it needs without a fault
 * @returns its refusal in the words of the rule; undefined: it does not refuse
 * @throws Failure if the partition cannot be reached, or does not answer in time
 */
export async function meetFault(
  { lab, signal, host }: Work,
  { id, name }: Partition,
  { minutes, detail }: RequestWishes,
  seconds: number,
): Promise<string | undefined> {
  const fault = lab.update((change) => {
    const found = strike(change, { operation: 'chhwres', objects: [name], at: 'os' });
    if (found)
      change.note(host.name, name, `fault ${found.id} (${found.kind}) strikes, DR_DETAIL_LEVEL ${detail}`);
    return found;
  });
  const lost = fault?.kind === 'network';
  const givenUp = lost && minutes > 0 && minutes < lostMinutes;
  await lab.pass(lost ? (givenUp ? minutes : lostMinutes) * 60 : seconds, signal);
  if (signal.aborted) throw failure(messages.interrupted, {});
  if (givenUp) {
    // The time that went by before the refusal is kept.
    lab.update(() => {});
    throw failure(messages.timedOut, { partition: name, minutes });
  }
  if (fault?.kind === 'rmc') {
    lab.update((change) => loseConnection(change, id));
    throw failure(connectionMessages.noConnection, { partition: name });
  }
  if (fault?.kind !== 'os') return undefined;
  return fault.detail === '' ? messages.refused.text : fault.detail;
}
