import { failure } from '../../messages/failure.ts';
import { subsystemMessages as messages } from '../../messages/subsystems.ts';
import type { Change } from '../../state/change.ts';
import { forgetSubsystem, writeSubsystem } from '../../state/subsystems.ts';
import type { Place } from '../place.ts';
import { bootOf } from './boot.ts';
import { residentOf } from './error-log.ts';
import { type Definition, findSubsystem, isDelivered, type Subsystem } from './subsystems.ts';

/**
 * Gives a subsystem another definition, or another name. One that runs goes on with what it was started with, as far as its
 * process goes.
 * @throws Failure if the name is another's
 */
export function redefineSubsystem(
  change: Change,
  place: Place,
  before: Subsystem,
  after: { readonly name: string; readonly definition: Definition },
): void {
  const { lab } = change;
  for (const name of [after.name, after.definition.synonym]) {
    const other = name === '' ? undefined : findSubsystem(lab, place, name);
    if (other && other.name !== before.name) throw failure(messages.exists, { name });
  }
  const boot = bootOf(lab, place);
  const running =
    boot && before.pid !== undefined
      ? { boot: boot.key, pid: before.pid, started: before.started, arguments: before.definition.arguments }
      : { boot: boot?.key ?? null, pid: null, started: null, arguments: null };
  if (before.name !== after.name) drop(change, place, before.name);
  const definition = JSON.stringify(after.definition);
  writeSubsystem(change, residentOf(place), after.name, { definition, removed: 0, ...running });
  change.note(place.host.name, place.wpar?.name ?? '', `subsystem ${before.name} changed`);
}

/** @throws Failure while it runs */
export function removeSubsystem(change: Change, place: Place, { name, pid }: Subsystem): void {
  if (pid !== undefined) throw failure(messages.mustStop, { name });
  drop(change, place, name);
  change.note(place.host.name, place.wpar?.name ?? '', `subsystem ${name} removed`);
}

// One that AIX is delivered with would come back if nothing were said of it.
function drop(change: Change, place: Place, name: string): void {
  const resident = residentOf(place);
  if (isDelivered(place, name)) writeSubsystem(change, resident, name, { removed: 1, definition: null });
  else forgetSubsystem(change, resident, name);
}
