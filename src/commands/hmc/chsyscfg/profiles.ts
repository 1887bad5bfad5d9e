import { type InputPair, plainValue, refuseUnknown } from '../../../cli/hmc/input.ts';
import { failure } from '../../../messages/failure.ts';
import { partitionMessages as messages } from '../../../messages/partitions.ts';
import {
  hostCapabilityAttribute,
  hostPortAttribute,
  withHostPorts,
} from '../../../model/frames/host-ethernet.ts';
import { longestName } from '../../../model/frames/partition-settings.ts';
import { withWwpns } from '../../../model/frames/profile-adapters.ts';
import { changedProfile } from '../../../model/frames/profile-changes.ts';
import { profilePlace } from '../../../model/frames/profile-place.ts';
import { profileAttributeNames } from '../../../model/frames/profiles.ts';
import { requireFree } from '../../../model/frames/require.ts';
import { consoleName } from '../../../model/frames/values.ts';
import type { Change } from '../../../state/change.ts';
import { findProfile, updateProfile } from '../../../state/frames/profile-rows.ts';
import type { ManagedSystem } from '../../../state/frames/systems.ts';
import type { Host } from '../../../state/hosts.ts';
import { profileOfRecord, profileSettings } from '../records.ts';

const ofHostPorts = [hostPortAttribute, hostCapabilityAttribute];
const naming = ['name', 'lpar_name', 'lpar_id', 'new_name'];

/** Carries out one record of `chsyscfg -r prof`: what runs is not touched. @throws Failure */
export function changeProfile(
  change: Change,
  system: ManagedSystem,
  record: readonly InputPair[],
  { host, force }: { readonly host: Host; readonly force: boolean },
): void {
  const { engine } = change;
  refuseUnknown(record, [...naming, ...profileAttributeNames, ...ofHostPorts]);
  const { partition, profile } = profileOfRecord(record, engine, system.id);
  requireFree(engine, partition);
  const settings = profileSettings(record, naming);
  const portSettings = settings.filter(({ name }) => ofHostPorts.includes(name));
  const others = settings.filter(({ name }) => !ofHostPorts.includes(name));
  const typed = plainValue(record, 'new_name');
  if (settings.length === 0 && typed === undefined) throw failure(messages.nothingToDo, undefined);
  const newName =
    typed === undefined
      ? profile.name
      : consoleName({ name: 'new_name', value: typed }, longestName(host.release));
  if (newName !== profile.name && findProfile(engine, partition, newName))
    throw failure(messages.profileTaken, { partition: partition.name, profile: newName });
  const place = profilePlace(engine, system, partition.env, force);
  const changed =
    others.length === 0 ? profile.attributes : changedProfile(place, profile.attributes, others);
  const connected = withHostPorts(engine, partition, changed, portSettings);
  const attributes = withWwpns(change, system.id, connected, partition.id);
  updateProfile(engine, partition.id, profile.name, { newName, attributes });
  change.note(host.name, partition.name, `profile ${newName} is changed`);
}
