import { type Failure, failure } from '../messages/failure.ts';
import { runtimeMessages } from '../messages/runtime.ts';
import { type Place, placeName } from '../model/place.ts';
import { probe, refusedAt } from './probe.ts';

/** Why nobody can be in a place on this machine. @param step where the machine refused, if it was tried */
export function refusal(place: Place, step?: string): Failure {
  const ability = probe();
  const { why, remedy } = ability.able ? refusedAt(step ?? '') : ability;
  return failure(runtimeMessages.notHere, { place: placeName(place), why, remedy });
}
