/**
 * The views of lswpar: which fields they have under which titles, and where the values come from. Field names: two
 * programs that parse them (reference wpar-define 5.2); titles: captures and seed 3; what is ours says so.
 */

import type { Features } from '../../model/release.ts';
import { deviceList, type ExportRule } from '../../model/wpar/devices.ts';
import { globalPath } from '../../model/wpar/paths.ts';
import { resourceRules } from '../../model/wpar/resources.ts';
import { isRunning } from '../../model/wpar/states.ts';
import type { Engine } from '../../state/engine.ts';
import {
  devicesOf,
  kextsOf,
  mountsOf,
  networksOf,
  resourcesOf,
  routesOf,
  type Wpar,
} from '../../state/wpars.ts';

/** What views read from. */
export interface ViewSource {
  readonly engine: Engine;
  readonly features: Features;
  readonly exportRules: (wpar: Wpar) => readonly ExportRule[];
  readonly privileges: (wpar: Wpar) => readonly string[];
}

/** One line of a view: values by field name. */
export type Fields = Readonly<Record<string, string>>;

export interface View {
  /** Fields of the delimited form, in order. */
  readonly fields: readonly string[];
  /** Fields of the tabular form, in order; default: all of `columns`. */
  readonly table?: readonly string[];
  /** Fields and their titles. */
  readonly columns: readonly (readonly [field: string, title: string])[];
  /** Fields that `-a` accepts; default: `fields`. */
  readonly selectable?: readonly string[];
  /** Absent where every field is one of the WPAR's own row. */
  readonly records?: (wpar: Wpar, source: ViewSource) => readonly Fields[];
}

const yesNo = (flag: number): string => (flag === 1 ? 'yes' : 'no');

/** The fields of `-G`, in order. */
export function generalFields(features: Features): string[] {
  const names = [
    'name',
    'state',
    'type',
    ...(features.rootVgColumn ? ['rootvgwpar'] : []),
    ...[
      'hostname',
      'routing',
      'vipwpar',
      'directory',
      'owner',
      'script',
      'auto',
      'privateusr',
      'checkpointable',
    ],
    'application',
  ];
  return [...names, ...(features.laterGeneral ? ['ostype', 'xwparipc', 'architecture'] : []), 'uuid'];
}

/** Titles of general fields: the labels of `lswpar -L`. */
const generalTitles: readonly (readonly [string, string])[] = [
  ['name', 'Name'],
  ['state', 'State'],
  ['type', 'Type'],
  ['hostname', 'Hostname'],
  ['directory', 'Directory'],
  ['rootvgwpar', 'RootVG WPAR'],
  ['owner', 'Owner'],
  ['routing', 'WPAR-Specific Routing'],
  ['vipwpar', 'Virtual IP WPAR'],
  ['script', 'Start/Stop Script'],
  ['auto', 'Auto'],
  ['privateusr', 'Private /usr'],
  ['checkpointable', 'Checkpointable'],
  ['application', 'Application'],
  ['ostype', 'OStype'],
  ['xwparipc', 'Cross-WPAR IPC'],
  ['architecture', 'Architecture'],
  ['uuid', 'UUID'],
];

/** AIX 6.1 has five columns, without RootVG WPAR (capture); 7.1 has six (seed 3, listing 2). */
export function summaryView(features: Features): View {
  const shown = features.rootVgColumn ? 6 : 5;
  const fields = generalTitles.slice(0, shown).map(([field]) => field);
  return { fields, table: fields, columns: generalTitles, selectable: generalFields(features) };
}

export function generalView(features: Features): View {
  return { fields: generalFields(features), columns: [] };
}

/** With routing of its own, a WPAR has a loopback address too (capture). */
export function networkRecords(wpar: Wpar, source: Pick<ViewSource, 'engine'>): Fields[] {
  const loopback = {
    interface: 'lo0',
    address: '127.0.0.1',
    mask: '255.0.0.0',
    broadcast: '127.255.255.255',
  };
  return [...networksOf(source.engine, wpar.id), ...(wpar.routing ? [loopback] : [])].map((network) => ({
    name: wpar.name,
    interface: network.interface,
    address: network.address,
    mask_prefix: network.mask,
    broadcast: network.broadcast,
  }));
}

const network: View = {
  fields: ['name', 'interface', 'address', 'mask_prefix', 'broadcast'],
  columns: [
    ['name', 'Name'],
    ['interface', 'Interface'],
    ['address', 'Address(6)'],
    ['mask_prefix', 'Mask/Prefix'],
    ['broadcast', 'Broadcast'],
  ],
  records: networkRecords,
};

export function routeRecords(wpar: Wpar, source: Pick<ViewSource, 'engine'>): Fields[] {
  return routesOf(source.engine, wpar.id).map((route) => ({
    name: wpar.name,
    rttype: route.type,
    rtdest: route.destination,
    rtgateway: route.gateway,
    // The capture shows the interface that the route uses although none was given.
    rtinterface: route.interface || (networksOf(source.engine, wpar.id)[0]?.interface ?? ''),
  }));
}

const routes: View = {
  fields: ['name', 'rttype', 'rtdest', 'rtgateway', 'rtinterface'],
  columns: [
    ['name', 'Name'],
    ['rttype', 'Type'],
    ['rtdest', 'Destination'],
    ['rtgateway', 'Gateway'],
    ['rtinterface', 'Interface'],
  ],
  records: routeRecords,
};

export function mountRecords(wpar: Wpar, source: Pick<ViewSource, 'engine'>): Fields[] {
  return mountsOf(source.engine, wpar.id).map((mount) => ({
    name: wpar.name,
    mountpoint: globalPath(wpar, mount.directory),
    device: mount.device,
    vfs: mount.vfs,
    nodename: mount.node,
    options: mount.options,
  }));
}

const mounts: View = {
  fields: ['name', 'mountpoint', 'device', 'vfs', 'nodename', 'options'],
  columns: [
    ['name', 'Name'],
    ['mountpoint', 'MountPoint'],
    ['device', 'Device'],
    ['vfs', 'Vfs'],
    ['nodename', 'Nodename'],
    ['options', 'Options'],
  ],
  records: mountRecords,
};

/** EXPORTED while the WPAR runs (capture), else ALLOCATED (recalled). */
export function deviceRecords(wpar: Wpar, source: ViewSource): Fields[] {
  if (wpar.type === 'A') return [];
  const devices = deviceList(source.exportRules(wpar), devicesOf(source.engine, wpar.id));
  return devices.map((device) => ({
    name: wpar.name,
    devname: device.name,
    devtype: device.type,
    vdevname: device.virtual,
    devstatus: isRunning(wpar.state) ? 'EXPORTED' : 'ALLOCATED',
    devid: device.id,
    rootvg: device.type === 'disk' ? (device.rootvg ? 'yes' : 'no') : '',
    adapter: device.adapter,
  }));
}

const devices: View = {
  fields: ['name', 'devname', 'devtype', 'vdevname', 'devstatus', 'devid', 'rootvg', 'adapter'],
  table: ['name', 'devname', 'devtype', 'vdevname', 'rootvg', 'devstatus'],
  columns: [
    ['name', 'Name'],
    ['devname', 'Device Name'],
    ['devtype', 'Type'],
    ['vdevname', 'Virtual Device'],
    ['rootvg', 'RootVG'],
    ['devstatus', 'Status'],
    ['devid', 'Device ID'],
    ['adapter', 'Adapter'],
  ],
  records: deviceRecords,
};

/** What a WPAR's resource controls are, defaults included. */
export function resourceRecord(wpar: Wpar, source: Pick<ViewSource, 'engine'>): Fields {
  const set = resourcesOf(source.engine, wpar.id);
  const values = Object.entries(resourceRules).map(([attribute, rule]) => [
    attribute,
    set[attribute] ?? rule.default,
  ]);
  return { name: wpar.name, state: wpar.state, ...Object.fromEntries(values) };
}

const resources: View = {
  fields: ['name', 'state', ...Object.keys(resourceRules)],
  columns: [],
  records: (wpar, source) => [resourceRecord(wpar, source)],
};

const security: View = {
  fields: ['name', 'state', 'privs'],
  columns: [],
  records: (wpar, source) => [
    { name: wpar.name, state: wpar.state, privs: source.privileges(wpar).join(',') },
  ],
};

export function kextRecords(wpar: Wpar, source: Pick<ViewSource, 'engine'>): Fields[] {
  return kextsOf(source.engine, wpar.id).map((kext) => ({
    name: wpar.name,
    kext: kext.kext,
    local: yesNo(kext.local),
    major: yesNo(kext.major),
    status: isRunning(wpar.state) ? 'EXPORTED' : 'ALLOCATED',
  }));
}

/** Titles and statuses recalled or by analogy with the device exports. */
const kexts: View = {
  fields: ['name', 'kext', 'local', 'major', 'status'],
  columns: [
    ['name', 'Name'],
    ['kext', 'Extension Name'],
    ['local', 'Local'],
    ['major', 'Major'],
    ['status', 'Status'],
  ],
  records: kextRecords,
};

/**
 * Boot sets: `-Br` those on the disks of a rootvg WPAR, `-Bf` those of file systems in the global environment, `-b`
 * both. That there is a RootVG column is a capture's note; the layout is ours.
 */
function bootsets(kind: 'all' | 'f' | 'r'): View {
  return {
    fields: ['name', 'bootset', 'device', 'rootvg', 'status'],
    columns: [
      ['name', 'Name'],
      ['bootset', 'BootSet'],
      ['device', 'Device'],
      ['rootvg', 'RootVG'],
      ['status', 'Status'],
    ],
    records: (wpar, source) => {
      if (wpar.type === 'A') return [];
      const disks = devicesOf(source.engine, wpar.id).filter((device) => device.rootvg === 1);
      const root = mountsOf(source.engine, wpar.id).find((mount) => mount.directory === '/');
      const found =
        disks.length > 0
          ? disks.map((disk) => ({ bootset: disk.bootset ?? 0, device: disk.name, rootvg: 'yes' }))
          : [{ bootset: 0, device: root?.device ?? '', rootvg: 'no' }];
      return found
        .filter((each) => kind === 'all' || (kind === 'r') === (each.rootvg === 'yes'))
        .sort((a, b) => a.bootset - b.bootset)
        .map((each) => ({
          name: wpar.name,
          bootset: String(each.bootset),
          device: each.device,
          rootvg: each.rootvg,
          status: each.bootset === wpar.bootset ? 'CURRENT' : '',
        }));
    },
  };
}

/** Views by their flag; boot sets are `b`, `Br`, `Bf`. */
export const objectViews: Readonly<Record<string, View>> = {
  N: network,
  I: routes,
  M: mounts,
  D: devices,
  R: resources,
  S: security,
  X: kexts,
  b: bootsets('all'),
  Br: bootsets('r'),
  Bf: bootsets('f'),
};
