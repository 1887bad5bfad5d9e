import type { Attribute, AttributeValue } from '../../../format/hmc-csv.ts';
import { formatTime } from '../../../format/hmc-csv.ts';
import { keptWhileOff, listedCapabilities, namedCapabilities } from '../../../model/frames/capabilities.ts';
import { compatibilityModes } from '../../../model/frames/generations.ts';
import { isPoweredOn } from '../../../model/frames/resources.ts';
import type { Engine } from '../../../state/engine.ts';
import { type PartitionName, servicePartitionOf } from '../../../state/frames/partitions.ts';
import { capabilitiesOf, type ManagedHere, settingsOf, systemsOf } from '../../../state/frames/systems.ts';

/** A system as `lssyscfg -r sys` shows it. */
export interface SystemRow {
  readonly system: ManagedHere;
  readonly on: boolean;
  readonly capabilities: Readonly<Record<string, number>>;
  readonly settings: Readonly<Record<string, string>>;
  readonly service: PartitionName | undefined;
  readonly now: number;
}

export function systemRows(engine: Engine, console: string, now: number): SystemRow[] {
  return systemsOf(engine, console).map((system) => ({
    system,
    on: system.connection === 'Connected' && isPoweredOn(system),
    capabilities: capabilitiesOf(system),
    settings: settingsOf(system),
    service: servicePartitionOf(engine, system.id),
    now,
  }));
}

type SystemAttribute = Attribute<SystemRow>;

// What the hypervisor knows is `unavailable` while the system is off (capture of one system on and off).
function ofHypervisor(name: string, value: (row: SystemRow) => AttributeValue): SystemAttribute {
  return { name, value: (row) => (row.on ? value(row) : 'unavailable') };
}

function capability(name: string): SystemAttribute {
  const value = ({ capabilities }: SystemRow) => capabilities[name] ?? 0;
  if (keptWhileOff.has(name)) return { name, value };
  // This one disappears when the system is off (capture).
  if (name === '5250_application_capable') return { name, value: (row) => (row.on ? value(row) : undefined) };
  return ofHypervisor(name, value);
}

/** Values of a service processor as captured; a world's `settings` differ. */
const usualSettings: Readonly<Record<string, string>> = {
  curr_sys_keylock: 'norm',
  pend_sys_keylock: 'norm',
  curr_power_on_side: 'temp',
  pend_power_on_side: 'temp',
  curr_power_on_speed: 'fast',
  pend_power_on_speed: 'fast',
  curr_power_on_speed_override: 'none',
  pend_power_on_speed_override: 'none',
  power_on_type: 'power on',
  power_on_option: 'autostart',
  power_on_lpar_start_policy: 'autostart',
  pend_power_on_option: 'autostart',
  pend_power_on_lpar_start_policy: 'autostart',
  power_on_method: '02',
  power_on_attr: '0000',
  sp_boot_attr: '0000',
  sp_boot_major_type: '08',
  sp_boot_minor_type: '01',
  sp_version: '00030030',
};

function setting(name: string, usual: string): SystemAttribute {
  return { name, value: ({ settings }) => settings[name] ?? usual };
}

function limit(name: string, only: string): SystemAttribute {
  return ofHypervisor(name, ({ capabilities, system }) =>
    capabilities[only] === 1 ? system.max_lpars : undefined,
  );
}

/** In the captured order (HMC V7R7.9). */
export const systemAttributes: readonly SystemAttribute[] = [
  { name: 'name', value: ({ system }) => system.name },
  { name: 'type_model', value: ({ system }) => system.type_model },
  { name: 'serial_num', value: ({ system }) => system.serial },
  { name: 'ipaddr', value: ({ system }) => system.ipaddr },
  {
    name: 'state',
    value: ({ system }) => (system.connection === 'Connected' ? system.state : system.connection),
  },
  { name: 'detailed_state', value: () => 'None' },
  { name: 'sys_time', value: ({ now }) => formatTime(now) },
  ofHypervisor('power_off_policy', ({ settings }) => settings.power_off_policy ?? '1'),
  ...listedCapabilities.map(capability),
  ofHypervisor('assign_5250_cpw_percent', () => 0),
  ofHypervisor('max_lpars', ({ system }) => system.max_lpars),
  { name: 'max_power_ctrl_lpars', value: ({ on }) => (on ? 1 : 0) },
  limit('max_remote_restart_capable_lpars', 'lpar_remote_restart_capable'),
  limit('max_suspend_capable_lpars', 'lpar_suspend_capable'),
  { name: 'hca_bandwidth_capabilities', value: () => 'null' },
  ofHypervisor('service_lpar_id', ({ service }) => service?.lpar_id ?? 'none'),
  ofHypervisor('service_lpar_name', ({ service }) => service?.name),
  ...Object.entries(usualSettings).map(([name, usual]) => setting(name, usual)),
  ofHypervisor('mfg_default_config', () => 0),
  setting('curr_mfg_default_ipl_source', 'a'),
  setting('pend_mfg_default_ipl_source', 'a'),
  setting('curr_mfg_default_boot_mode', 'norm'),
  setting('pend_mfg_default_boot_mode', 'norm'),
  ...namedCapabilities.map((name) => ({ ...capability(name), shown: 'named' as const })),
  { name: 'uuid', shown: 'named', value: ({ system }) => system.uuid },
  {
    name: 'lpar_proc_compat_modes',
    shown: 'named',
    value: ({ system }) => {
      const { preferred } = compatibilityModes[system.generation];
      return preferred.length === 0 ? undefined : preferred;
    },
  },
  {
    name: 'capabilities',
    shown: 'named',
    value: ({ on, capabilities }) =>
      on
        ? Object.keys(capabilities)
            .filter((name) => capabilities[name] === 1)
            .map((name) => name.replace(/_capable$/, ''))
        : 'unavailable',
  },
];
