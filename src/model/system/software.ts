import type { Engine } from '../../state/engine.ts';
import { type Host, hostDetails } from '../../state/hosts.ts';
import type { Place } from '../place.ts';
import { type Level, levelOf } from './level.ts';

/** A fileset that is installed. */
export interface Fileset {
  readonly name: string;
  readonly level: string;
  readonly description: string;
  /** It has a part in the root file system beside that in /usr. */
  readonly root: boolean;
}

/** The first two parts of its name. */
export function packageOf(fileset: string): string {
  return fileset.split('.').slice(0, 2).join('.');
}

// What people look for on an AIX; names and descriptions are recalled.
const base: readonly (readonly [string, string, 'root' | 'usr'])[] = [
  ['bos.rte', 'Base Operating System Runtime', 'root'],
  ['bos.rte.SRC', 'System Resource Controller', 'root'],
  ['bos.rte.control', 'System Control Commands', 'root'],
  ['bos.rte.filesystem', 'Filesystem Administration', 'root'],
  ['bos.rte.install', 'LPP Install Commands', 'root'],
  ['bos.rte.libc', 'libc Library', 'root'],
  ['bos.rte.net', 'Network', 'root'],
  ['bos.rte.odm', 'Object Data Manager', 'root'],
  ['bos.rte.security', 'Base Security Function', 'root'],
  ['bos.rte.shell', 'Shells (bsh, ksh, csh)', 'root'],
  ['bos.mp64', 'Base Operating System 64-bit Multiprocessor Runtime', 'root'],
  ['bos.net.nfs.client', 'Network File System Client', 'root'],
  ['bos.net.tcp.client', 'TCP/IP Client Support', 'root'],
  ['bos.net.tcp.server', 'TCP/IP Server', 'root'],
  ['bos.perf.tools', 'Base Performance Tools', 'root'],
  ['bos.sysmgt.serv_aid', 'Software Error Logging and Dump Service Aids', 'root'],
  ['bos.sysmgt.smit', 'System Management Interface Tool (SMIT)', 'root'],
  ['bos.sysmgt.sysbr', 'System Backup and BOS Install Utilities', 'root'],
];

/** Descriptions of filesets that worlds name; that of mcr.rte is captured, the others are recalled or ours. */
const described: Readonly<Record<string, string>> = {
  'bos.wpars': 'AIX Workload Partitions',
  'mcr.rte': 'Metacluster Checkpoint and Restart',
  'rsct.core.gui': 'RSCT Graphical User Interface',
  'rsct.core.hostrm': 'RSCT Host Resource Manager',
  'rsct.core.lprm': 'RSCT Least Privilege Resource Manager',
  'rsct.core.microsensor': 'RSCT MicroSensor Resource Manager',
  'rsct.opt.storagerm': 'RSCT Storage Resource Manager',
  'vwpar.images.52': 'AIX 5.2 Workload Partition Images',
  'vwpar.images.53': 'AIX 5.3 Workload Partition Images',
};

/**
 * The filesets of a place, by name. A shared WPAR has what is in its host's /usr, a detached one a copy of it; a
 * versioned one the base of its own AIX, and none of what came later.
 */
export function softwareOf(engine: Engine, place: Place): Fileset[] {
  const level = levelOf(engine, place);
  const common = base.map(([name, description, part]) => ({
    ...{ name, description, level: level.full, root: part === 'root' },
  }));
  const more = place.wpar && place.wpar.ostype !== 0 ? [] : added(place.host, level);
  const all = new Map([...common, ...more].map((each) => [each.name, each]));
  return [...all.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function added(host: Host, { full, version }: Level): Fileset[] {
  const { software, rootParts } = hostDetails(host);
  // RSCT counts its levels by itself.
  const rsct = version === '6' ? '2.5.0.0' : '3.1.0.0';
  return [
    ...software.map((name) => named(name, full)),
    ...rootParts.map(({ name, level }) => named(name, level || (name.startsWith('rsct.') ? rsct : full))),
  ];
}

function named(name: string, level: string): Fileset {
  const description = Object.hasOwn(described, name) ? described[name] : undefined;
  return { name, level, description: description ?? name, root: name !== 'mcr.rte' };
}

/** Below zero if the first is earlier. */
export function compareLevels(first: string, second: string): number {
  const numbers = second.split('.').map(Number);
  const parts = first.split('.').map(Number);
  for (let index = 0; index < 4; index++) {
    const difference = (parts[index] ?? 0) - (numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Week in which the first level of a release was built, yyww (recalled). */
export function buildWeek(level: string): string {
  const weeks: Readonly<Record<string, string>> = {
    '6.1': '0744',
    '7.1': '1036',
    '7.2': '1543',
    '7.3': '2146',
  };
  return weeks[level.split('.').slice(0, 2).join('.')] ?? '0000';
}

/** Programs whose filesets are known: those of the WPARs, and a few that everybody asks for (recalled). */
const owners: Readonly<Record<string, readonly string[]>> = {
  'bos.rte.control': ['/usr/sbin/lsdev', '/usr/sbin/lsattr', '/usr/sbin/lscfg', '/usr/sbin/chdev'],
  'bos.rte.install': ['/usr/bin/lslpp', '/usr/bin/oslevel', '/usr/sbin/installp'],
  'bos.rte.SRC': ['/usr/bin/lssrc', '/usr/bin/startsrc', '/usr/bin/stopsrc'],
  'bos.net.tcp.client': ['/usr/bin/netstat', '/usr/sbin/ifconfig', '/usr/sbin/inetd'],
  'bos.wpars': [
    ...['chwpar', 'clogin', 'lswpar', 'migwpar', 'mkwpar', 'rebootwpar', 'rmwpar', 'startwpar', 'stopwpar'],
    ...['syncroot', 'syncwpar', 'wparexec'],
  ].map((name) => `/usr/sbin/${name}`),
  'mcr.rte': ['chkptwpar', 'killwpar', 'restartwpar', 'resumewpar'].map((name) => `/opt/mcr/bin/${name}`),
};

/** The fileset that brought a file; undefined where parlab does not know. */
export function ownerOf(file: string): string | undefined {
  return Object.keys(owners).find((name) => owners[name]?.includes(file));
}
