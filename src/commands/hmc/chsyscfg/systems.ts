import { type InputPair, plainValue, refuseUnknown } from '../../../cli/hmc/input.ts';
import { failure } from '../../../messages/failure.ts';
import { partitionMessages as messages } from '../../../messages/partitions.ts';
import { longestName } from '../../../model/frames/partition-settings.ts';
import { badValue, consoleName, oneOf, type Setting, wholeNumber } from '../../../model/frames/values.ts';
import type { Change } from '../../../state/change.ts';
import { type ManagedSystem, settingsOf } from '../../../state/frames/systems.ts';
import type { Host } from '../../../state/hosts.ts';
import { partitionNamed, partitionNumbered } from '../one-partition.ts';

const policies = ['autostart', 'autorecovery', 'userinit'];

/** Values of the service processor. Those that begin with `pend_` count from the next power-on. */
const settingValues: Readonly<Record<string, readonly string[]>> = {
  power_off_policy: ['0', '1'],
  power_on_lpar_start_policy: policies,
  pend_power_on_lpar_start_policy: policies,
  pend_power_on_option: ['autostart', 'standby'],
  pend_power_on_side: ['perm', 'temp'],
  pend_power_on_speed: ['fast', 'slow'],
  pend_power_on_speed_override: ['none', 'fast', 'slow'],
  pend_mfg_default_ipl_source: ['a', 'b', 'c', 'd'],
  pend_mfg_default_boot_mode: ['norm', 'dd', 'ds', 'of', 'sms'],
};

const others = ['name', 'new_name', 'service_lpar_id', 'service_lpar_name'];

/** Carries out one record of `chsyscfg -r sys`. @throws Failure */
export function changeSystem(
  change: Change,
  system: ManagedSystem,
  record: readonly InputPair[],
  host: Host,
): void {
  const { engine } = change;
  refuseUnknown(record, [...others, ...Object.keys(settingValues)]);
  const name = plainValue(record, 'name');
  if (name !== undefined && name !== system.name) throw badValue({ name: 'name', value: name });
  const pairs = record
    .filter((pair) => pair.name !== 'name')
    .map((pair): Setting => ({ name: pair.name, value: plainValue(record, pair.name) ?? '' }));
  if (pairs.length === 0) throw failure(messages.nothingToDo, undefined);
  const settings: Record<string, string> = { ...settingsOf(system) };
  for (const pair of pairs) {
    const words = settingValues[pair.name];
    if (words) settings[pair.name] = oneOf(pair, words);
    else if (pair.name === 'new_name') {
      // Two systems may have one name: then -m needs the other form.
      const name = consoleName(pair, longestName(host.release));
      engine.run('UPDATE managed_system SET name = ? WHERE id = ?', name, system.id);
    } else chooseService(change, system, pair);
    change.note(host.name, system.name, `${pair.name}=${pair.value}`);
  }
  engine.run('UPDATE managed_system SET settings = ? WHERE id = ?', JSON.stringify(settings), system.id);
}

function chooseService({ engine }: Change, system: ManagedSystem, setting: Setting): void {
  const { name, value } = setting;
  engine.run('UPDATE partition SET service = 0 WHERE system = ?', system.id);
  if (value === 'none') return;
  if (name === 'service_lpar_id') wholeNumber(setting, 1, 65_534);
  const partition =
    name === 'service_lpar_id'
      ? partitionNumbered(engine, system.id, value)
      : partitionNamed(engine, system.id, value);
  engine.run('UPDATE partition SET service = 1 WHERE id = ?', partition.id);
}
