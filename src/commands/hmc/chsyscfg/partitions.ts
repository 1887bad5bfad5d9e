import { type InputPair, plainValue, refuseUnknown } from '../../../cli/hmc/input.ts';
import { failure } from '../../../messages/failure.ts';
import { partitionMessages as messages } from '../../../messages/partitions.ts';
import { setMover } from '../../../model/frames/mover-service.ts';
import { renameInProfiles } from '../../../model/frames/names-in-profiles.ts';
import {
  consoleVersion,
  longestName,
  settableNames,
  settingRow,
} from '../../../model/frames/partition-settings.ts';
import { requireFree, requirePower } from '../../../model/frames/require.ts';
import { consoleName, type Setting, yesOrNo } from '../../../model/frames/values.ts';
import type { Change } from '../../../state/change.ts';
import type { Partition } from '../../../state/frames/partitions.ts';
import type { ManagedSystem } from '../../../state/frames/systems.ts';
import type { Host } from '../../../state/hosts.ts';
import { applyUpdate } from '../../../state/transitions.ts';
import { partitionOfRecord, requireProfile } from '../records.ts';

const naming = ['name', 'lpar_id'];
const others = ['new_name', 'profile_name', 'msp', 'power_ctrl_lpar_ids', 'virtual_serial_num'];

/** Carries out one record of `chsyscfg -r lpar`. @throws Failure */
export function changePartition(
  change: Change,
  system: ManagedSystem,
  record: readonly InputPair[],
  host: Host,
): void {
  const { engine } = change;
  refuseUnknown(record, [...naming, ...others, ...settableNames]);
  const partition = partitionOfRecord(record, 'name', engine, system.id);
  requirePower(system);
  requireFree(engine, partition);
  const settings = record
    .filter(({ name }) => !naming.includes(name))
    .map(({ name }): Setting => ({ name, value: plainValue(record, name) ?? '' }));
  if (settings.length === 0) throw failure(messages.nothingToDo, undefined);
  for (const setting of settings) {
    changeAttribute(change, system, partition, setting, host);
    change.note(host.name, partition.name, `${setting.name}=${setting.value}`);
  }
}

function changeAttribute(
  change: Change,
  system: ManagedSystem,
  partition: Partition,
  setting: Setting,
  host: Host,
): void {
  const { name, value } = setting;
  const { engine } = change;
  const { id: key, env } = partition;
  if (name === 'new_name') {
    rename(change, system, partition, consoleName(setting, longestName(host.release)));
  } else if (name === 'profile_name') {
    const set = { default_profile: requireProfile(engine, partition, value).name };
    applyUpdate(engine, { table: 'partition', key, set });
  } else if (name === 'msp') {
    if (env !== 'vioserver') throw failure(messages.notOfEnv, { attribute: name, env });
    setMover(change, system, partition, yesOrNo(setting));
  } else if (name === 'power_ctrl_lpar_ids' || name === 'virtual_serial_num') {
    if (value !== 'none')
      throw failure(messages.notSupported, { attribute: name, value, why: unsupported[name] });
  } else {
    const off = partition.state === 'Not Activated';
    const version = consoleVersion(host.release);
    const set = settingRow(setting, { system, env, off, made: true, version });
    applyUpdate(engine, { table: 'partition', key, set });
  }
}

const unsupported = {
  power_ctrl_lpar_ids: 'no partition of parlab controls the power of another.',
  virtual_serial_num: 'partitions of parlab have no virtual serial numbers.',
} as const;

function rename(change: Change, system: ManagedSystem, partition: Partition, name: string): void {
  const { engine } = change;
  const taken = engine.get(
    'SELECT 1 FROM partition WHERE system = ? AND name = ? AND id <> ?',
    system.id,
    name,
    partition.id,
  );
  if (taken) throw failure(messages.nameTaken, { partition: name });
  engine.run('UPDATE partition SET name = ? WHERE id = ?', name, partition.id);
  renameInProfiles(change, system.id, partition.lpar_id, name);
}
