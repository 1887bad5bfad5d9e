import type { Features } from '../../model/release.ts';
import { stateWords } from '../../model/wpar/states.ts';
import { isoTime } from '../../state/clock.ts';
import type { Operation } from '../../state/settle.ts';
import type { Wpar } from '../../state/wpars.ts';
import {
  formatPairs,
  formatParagraphTable,
  formatTitle,
  type ParagraphTable,
  wrapList,
} from '../paragraph.ts';
import {
  deviceRecords,
  type Fields,
  kextRecords,
  mountRecords,
  networkRecords,
  resourceRecord,
  routeRecords,
  type ViewSource,
} from './views.ts';

/** Which sections: `L` all, or one of them. */
export type ParagraphForm = 'G' | 'L' | 'R' | 'S';

/** One WPAR as `lswpar -L` prints it (capture of chef/ohai), or one section of it. */
export function formatParagraphs(
  form: ParagraphForm,
  wpar: Wpar,
  generalOf: Fields,
  source: ViewSource,
  operation: Operation | undefined,
): string {
  const title = formatTitle(wpar.name, stateWords[wpar.state]);
  if (form === 'G') return title + general(generalOf, source.features);
  if (form === 'R') return title + resources(wpar, source);
  if (form === 'S') return title + security(wpar, source);
  return [
    title,
    general(generalOf, source.features),
    section(network, networkRecords(wpar, source)),
    // Whether empty ROUTES and KERNEL EXTENSIONS have a heading was not found; they are left out.
    optional(routes, routeRecords(wpar, source)),
    section(fileSystems, mountRecords(wpar, source)),
    resources(wpar, source),
    operationSection(operation),
    security(wpar, source),
    section(devices, deviceRecords(wpar, source)),
    optional(kexts, kextRecords(wpar, source)),
  ].join('');
}

function general(fields: Fields, features: Features): string {
  const pairs: (readonly [string, string])[] = [
    ['Type', 'type'],
    ...(features.rootVgColumn ? ([['RootVG WPAR', 'rootvgwpar']] as const) : []),
    ['Owner', 'owner'],
    ['Hostname', 'hostname'],
    ['WPAR-Specific Routing', 'routing'],
    ['Virtual IP WPAR', 'vipwpar'],
    ['Directory', 'directory'],
    ['Start/Stop Script', 'script'],
    ['Auto', 'auto'],
    ['Private /usr', 'privateusr'],
    ['Checkpointable', 'checkpointable'],
    ['Application', 'application'],
    ...(features.laterGeneral
      ? ([
          ['OStype', 'ostype'],
          ['Cross-WPAR IPC', 'xwparipc'],
          ['Architecture', 'architecture'],
        ] as const)
      : []),
    ['UUID', 'uuid'],
  ];
  return formatPairs(
    'GENERAL',
    pairs.map(([label, field]) => [label, fields[field] ?? '']),
    25,
  );
}

const resourceLabels: readonly (readonly [string, string])[] = [
  ['Active', 'active'],
  ['Resource Set', 'rset'],
  ['CPU Shares', 'shares_CPU'],
  ['CPU Limits', 'CPU'],
  ['Memory Shares', 'shares_memory'],
  ['Memory Limits', 'memory'],
  ['Per-Process Virtual Memory Limit', 'procVirtMem'],
  ['Total Virtual Memory Limit', 'totalVirtMem'],
  ['Total Processes', 'totalProcesses'],
  ['Total Threads', 'totalThreads'],
  ['Total PTYs', 'totalPTYs'],
  ['Total Large Pages', 'totalLargePages'],
  ['Max Message Queue IDs', 'pct_msgIDs'],
  ['Max Semaphore IDs', 'pct_semIDs'],
  ['Max Shared Memory IDs', 'pct_shmIDs'],
  ['Max Pinned Memory', 'pct_pinMem'],
];

function resources(wpar: Wpar, source: ViewSource): string {
  const fields = resourceRecord(wpar, source);
  return formatPairs(
    'RESOURCE CONTROLS',
    resourceLabels.map(([label, field]) => [label, fields[field] ?? '']),
    36,
  );
}

// The words of an operation in progress were not found: its command is shown.
function operationSection(operation: Operation | undefined): string {
  return formatPairs(
    'OPERATION',
    [
      ['Operation', operation?.verb ?? 'none'],
      ['Process ID', operation ? String(operation.pid) : ''],
      ['Start Time', operation ? isoTime(operation.started) : ''],
    ],
    14,
  );
}

function security(wpar: Wpar, source: ViewSource): string {
  return formatPairs('SECURITY SETTINGS', [['Privileges', wrapList(source.privileges(wpar))]], 14);
}

interface SectionTable extends ParagraphTable {
  readonly fields: readonly string[];
}

const network: SectionTable = {
  heading: 'NETWORK',
  titles: ['Interface', 'Address(6)', 'Mask/Prefix', 'Broadcast'],
  fields: ['interface', 'address', 'mask_prefix', 'broadcast'],
  widths: [13, 17, 17],
};

const routes: SectionTable = {
  heading: 'USER-SPECIFIED ROUTES',
  titles: ['Type', 'Destination', 'Gateway', 'Interface'],
  fields: ['rttype', 'rtdest', 'rtgateway', 'rtinterface'],
  widths: [7, 20, 17],
};

const fileSystems: SectionTable = {
  heading: 'FILE SYSTEMS',
  titles: ['MountPoint', 'Device', 'Vfs', 'Nodename', 'Options'],
  fields: ['mountpoint', 'device', 'vfs', 'nodename', 'options'],
  widths: [24, 16, 7, 10],
};

const devices: SectionTable = {
  heading: 'DEVICE EXPORTS',
  titles: ['Name', 'Type', 'Virtual Device', 'RootVG', 'Status'],
  fields: ['devname', 'devtype', 'vdevname', 'rootvg', 'devstatus'],
  widths: [18, 8, 18, 8],
};

/** That the section exists is known from a parser that stops at it; its layout is ours, after the device exports. */
const kexts: SectionTable = {
  heading: 'KERNEL EXTENSIONS',
  titles: ['Name', 'Local', 'Major', 'Status'],
  fields: ['kext', 'local', 'major', 'status'],
  widths: [40, 6, 6],
};

function section(table: SectionTable, records: readonly Fields[]): string {
  return formatParagraphTable(
    table,
    records.map((record) => table.fields.map((field) => record[field] ?? '')),
  );
}

function optional(table: SectionTable, records: readonly Fields[]): string {
  return records.length === 0 ? '' : section(table, records);
}
