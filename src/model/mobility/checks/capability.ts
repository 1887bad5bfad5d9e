import { fillIn } from '../../../messages/define.ts';
import { hmcMessages } from '../../../messages/hmc.ts';
import { keyMessages } from '../../../messages/keys.ts';
import { capabilityMessages as texts } from '../../../messages/mobility/capability.ts';
import { migrationWith, needsRecovery } from '../../../state/frames/migrations.ts';
import { capabilitiesOf } from '../../../state/frames/systems.ts';
import { type Check, everyType, type Found, found } from '../check.ts';
import type { Facts } from '../facts.ts';
import { firmwareAllows, firmwareName, firmwareOf, isFirmware, leastFirmware } from '../firmware.ts';
import { consolesFound } from './consoles.ts';
import { serverLevelsFound } from './servers.ts';

/** Whether the systems and their consoles can migrate partitions at all, and this one. */
export const capabilityChecks: readonly Check[] = [
  {
    id: 'G04',
    group: 'capability',
    types: everyType,
    severity: 'E',
    reads: 'state of both managed systems and of their connections to the management console',
    message: texts.systemState,
    find: systemsFound,
  },
  {
    id: 'G05',
    group: 'capability',
    types: everyType,
    severity: 'E',
    reads: 'level of the management consoles, keys that they have exchanged',
    message: keyMessages.notSetUp,
    find: consolesFound,
  },
  {
    id: 'G06',
    group: 'capability',
    types: ['active'],
    severity: 'E',
    reads: 'active_lpar_mobility_capable of both managed systems',
    message: texts.active,
    find: (facts) =>
      incapable(facts, 'active_lpar_mobility_capable').map((system) => found(texts.active, { system })),
  },
  {
    id: 'G07',
    group: 'capability',
    types: ['inactive', 'suspended'],
    severity: 'E',
    reads: 'inactive_lpar_mobility_capable of both managed systems',
    message: texts.inactive,
    find: (facts) =>
      incapable(facts, 'inactive_lpar_mobility_capable').map((system) => found(texts.inactive, { system })),
  },
  {
    id: 'G12',
    group: 'capability',
    types: everyType,
    severity: 'E',
    reads: 'firmware levels of both managed systems',
    message: texts.firmwarePair,
    find: firmwareFound,
  },
  {
    id: 'G13',
    group: 'capability',
    types: everyType,
    severity: 'E',
    reads: 'whether the Dynamic Platform Optimizer is at work on the destination',
    message: texts.optimizing,
    find: ({ dest }) => (dest.optimizing ? [found(texts.optimizing, { system: dest.name })] : []),
  },
  {
    id: 'G14',
    group: 'capability',
    types: everyType,
    severity: 'E',
    reads: 'migration of the partition that is in progress or has failed',
    message: hmcMessages.wrongState,
    find: migrationFound,
  },
  {
    id: 'G15',
    group: 'capability',
    types: everyType,
    severity: 'E',
    reads: 'migration_disabled of the partition',
    message: texts.disabled,
    find: ({ mobile }) =>
      mobile.migration_disabled ? [found(texts.disabled, { partition: mobile.name })] : [],
  },
  {
    id: 'G16',
    group: 'capability',
    types: ['active'],
    severity: 'E',
    reads: 'whether a managed system is on battery power',
    message: texts.battery,
    find: ({ source, dest }) =>
      [source, dest]
        .filter((system) => system.on_battery)
        .map((system) => found(texts.battery, { system: system.name })),
  },
  {
    id: 'G17',
    group: 'capability',
    types: ['active'],
    severity: 'W',
    reads: 'times of day of the VIO servers, and who is a time reference partition',
    message: texts.clocks,
    find: clocksFound,
  },
  {
    id: 'G18',
    group: 'capability',
    types: everyType,
    severity: 'E',
    reads: 'levels of the VIO servers',
    message: texts.server,
    find: serverLevelsFound,
  },
];

function systemsFound({ source, dest }: Facts): Found[] {
  return [source, dest].flatMap(({ name, state, connection }) => {
    if (connection !== 'Connected') return [found(texts.connection, { system: name, state: connection })];
    return state === 'Operating' ? [] : [found(texts.systemState, { system: name, state })];
  });
}

function incapable({ source, dest }: Facts, capability: string): string[] {
  return [source, dest].filter((system) => capabilitiesOf(system)[capability] !== 1).map(({ name }) => name);
}

function firmwareFound({ source, dest }: Facts): Found[] {
  const { release, servicePack } = leastFirmware;
  const old = [source, dest].filter((system) => !isFirmware(firmwareOf(system), release, servicePack));
  if (old.length > 0)
    return old.map((system) => found(texts.firmware, { system: system.name, level: firmwareName(system) }));
  if (firmwareAllows(firmwareOf(source), firmwareOf(dest))) return [];
  return [found(texts.firmwarePair, { from: firmwareName(source), to: firmwareName(dest) })];
}

function migrationFound({ engine, machine, mobile }: Facts): Found[] {
  const migration = migrationWith(engine, mobile.id);
  if (!migration) return [];
  const text = needsRecovery({ engine, machine }, migration) ? texts.unfinished : texts.inProgress;
  return [found(hmcMessages.wrongState, undefined, [fillIn(text.text, { partition: mobile.name })])];
}

/** Seconds that clocks may be apart and still count as synchronized (ours). */
const tolerance = 5;

// A time reference partition is advice (seed 5, page 19), so it is mentioned where clocks differ, and nowhere else.
function clocksFound({ engine, source, dest }: Facts): Found[] {
  const clocks = engine.all<{ system: number; name: string; clock_offset: number; time_ref: 0 | 1 }>(
    `SELECT system, name, clock_offset, time_ref FROM partition
     WHERE system IN (?1, ?2) AND env = 'vioserver' AND state = 'Running' ORDER BY system <> ?1, lpar_id`,
    source.id,
    dest.id,
  );
  const offsets = clocks.map(({ clock_offset }) => clock_offset);
  const seconds = Math.max(...offsets) - Math.min(...offsets);
  if (clocks.length < 2 || seconds <= tolerance) return [];
  const details = [
    ...clocks.map(({ name, clock_offset }) =>
      fillIn(texts.clock.text, {
        server: name,
        seconds: clock_offset > 0 ? `+${clock_offset}` : clock_offset,
      }),
    ),
    ...[source, dest]
      .filter(({ id }) => !clocks.some(({ system, time_ref }) => system === id && time_ref === 1))
      .map(({ name }) => fillIn(texts.noReference.text, { system: name })),
  ];
  return [found(texts.clocks, { seconds }, details)];
}
