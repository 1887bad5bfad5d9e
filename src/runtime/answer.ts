import type { Caller, callOn, explainTrouble } from '../cli/call.ts';
import { messageText } from '../cli/run.ts';
import { registeredOn } from '../commands/registry.ts';
import { failure } from '../messages/failure.ts';
import { labMessages } from '../messages/lab.ts';
import { runtimeMessages } from '../messages/runtime.ts';
import type { Place } from '../model/place.ts';
import { treeOwner } from '../model/tree/owner.ts';
import { Lab } from '../state/lab.ts';
import type { Machine } from '../state/machine.ts';
import type { Call } from './broker.ts';
import { lentStreams } from './lent-streams.ts';

/** What answers the commands inside: handed in, for it knows these modules. */
export interface Hands {
  readonly callOn: typeof callOn;
  readonly explainTrouble: typeof explainTrouble;
}

/** The keeper in which an answer is given. */
export interface Around {
  readonly directory: string;
  readonly machine: Machine;
  readonly hands: Hands;
  /** What is kept now; undefined: it has gone from the lab. */
  here(): Place | undefined;
  /** The process outside that owns the namespaces. */
  readonly top: number;
}

/**
 * Answers a command inside. Each call sees the lab as it is at that moment; what a place may not ask is refused here.
 * @param root the caller came by the socket that only root inside can open
 * @returns the exit status
 */
export async function answer(around: Around, call: Call, root: boolean): Promise<number> {
  const { name } = call;
  const { hands, machine } = around;
  try {
    const lab = Lab.open(around.directory, machine);
    try {
      const place = around.here();
      if (!place) throw failure(runtimeMessages.placeGone, {});
      const { host, wpar } = place;
      const registered = registeredOn(name, host.platform);
      const told = { command: name, release: host.release };
      if (!registered) {
        call.stderr.write(messageText(labMessages.notOnHost, { name }, told));
        return labMessages.notOnHost.status;
      }
      if (wpar && registered.inWpar !== true) {
        call.stderr.write(messageText(runtimeMessages.notInside, undefined, told));
        return 1;
      }
      const caller: Caller = {
        ...call,
        machine,
        fromInside: true,
        user: userOf(call, root),
        callerPid: async () => (await import('./caller.ts')).provenPid(around.top, call),
        lendStreams: () => lentStreams(around.top, call),
        ...(wpar ? { wpar } : {}),
      };
      return await hands.callOn(lab, host, name, registered, call.argv, caller, true);
    } finally {
      lab.close();
    }
  } catch (error) {
    return hands.explainTrouble(error, name, call);
  }
}

// Where users have real ids, root is who came as root. Elsewhere all have one id, and are who they say they are.
function userOf({ environment }: Call, root: boolean): string {
  const said = environment.LOGNAME ?? 'root';
  if (treeOwner() === undefined) return said;
  if (root) return 'root';
  return said === 'root' ? 'nobody' : said;
}
