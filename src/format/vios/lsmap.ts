/**
 * The blocks of `lsmap`: a table of one row for the server adapter, an empty line, and labelled lines for what it offers.
 * Layouts: captures and published listings, as noted at each.
 */
import { type Column, formatDelimited, formatRow, formatRuler, formatTitles, type Values } from './fields.ts';

/** A server adapter, and what stands behind it. */
export interface Mapping {
  readonly adapter: Values;
  readonly offered: readonly Values[];
}

interface Label {
  readonly field: string;
  readonly label: string;
  /** The value, or the part after it, begins here. */
  readonly width: number;
  readonly text?: (values: Values) => string;
}

export interface Layout {
  readonly columns: readonly Column[];
  /** Of what is offered; two labels may share a line. */
  readonly lines: readonly (readonly Label[])[];
  /** In place of the lines if there is nothing. */
  readonly none: string;
  /** What follows a block: an empty line after each, between two, or nothing. */
  readonly gap: 'after' | 'between' | 'none';
}

/** All fields of a layout, in the order in which `-fmt` prints them. */
export function fieldsOf({ columns, lines }: Layout): string[] {
  return [...columns, ...lines.flat()].map(({ field }) => field);
}

/** @param fields which of them to print; undefined: all */
export function formatMappings(
  layout: Layout,
  mappings: readonly Mapping[],
  fields?: readonly string[],
): string {
  const wanted = (field: string) => fields === undefined || fields.includes(field);
  const blocks = mappings.map((mapping) => formatMapping(layout, mapping, wanted));
  if (layout.gap === 'after') return blocks.map((block) => `${block}\n`).join('');
  return blocks.join(layout.gap === 'between' ? '\n' : '');
}

function formatMapping(
  { columns, lines, none }: Layout,
  { adapter, offered }: Mapping,
  wanted: (field: string) => boolean,
): string {
  const heads = columns.filter(({ field }) => wanted(field));
  const head = heads.length > 0 ? formatTitles(heads) + formatRuler(heads) + formatRow(heads, adapter) : '';
  const shown = lines
    .map((line) => line.filter(({ field }) => wanted(field)))
    .filter((line) => line.length > 0);
  const groups = offered.map((values) => shown.map((line) => formatLine(line, values)).join(''));
  const [first] = lines.flat();
  const body = groups.length > 0 ? groups.join('\n') : first && wanted(first.field) ? `${none}\n` : '';
  return [head, body].filter((part) => part !== '').join('\n');
}

// A label without a value stands alone; a value that the level does not have has no line.
function formatLine(line: readonly Label[], values: Values): string {
  const parts = line.filter(({ field }) => values[field] !== undefined);
  if (parts.length === 0) return '';
  const text = parts.map((part, index) => {
    const value = part.text?.(values) ?? values[part.field] ?? '';
    const whole = part.label.endsWith(':') ? part.label + value : part.label.padEnd(part.width) + value;
    return index < parts.length - 1 ? whole.padEnd(part.width) : whole;
  });
  return `${text.join('').trimEnd()}\n`;
}

/** One line for each adapter: its own values, then those of each thing it offers. */
export function formatMappingLines(
  layout: Layout,
  mappings: readonly Mapping[],
  options: { readonly fields?: readonly string[]; readonly delimiter: string; readonly empty: string },
): string {
  const fields = options.fields ?? fieldsOf(layout);
  const own = new Set(layout.columns.map(({ field }) => field));
  const head = fields.filter((field) => own.has(field));
  const rest = fields.filter((field) => !own.has(field));
  return mappings
    .map(({ adapter, offered }) => {
      const groups = offered.length > 0 ? offered : rest.length > 0 ? [{}] : [];
      const empty = offered.length === 0 ? rest.slice(0, 1) : rest;
      const values = [
        ...head.map((field) => adapter[field]),
        ...groups.flatMap((group: Values) => empty.map((field) => group[field])),
      ];
      return formatDelimited(values, options.delimiter, options.empty);
    })
    .join('');
}

const labelled = (field: string, label: string): readonly Label[] => [{ field, label, width: 22 }];

const target = [
  labelled('vtd', 'VTD'),
  labelled('status', 'Status'),
  labelled('lun', 'LUN'),
  labelled('backing', 'Backing device'),
  labelled('bdphysloc', 'Physloc'),
  labelled('mirrored', 'Mirrored'),
];

const noTarget = `${'VTD'.padEnd(22)}NO VIRTUAL TARGET DEVICE FOUND`;

/** Virtual SCSI, as VIOS 2 prints it. */
export const scsiLayout: Layout = {
  columns: [
    { field: 'svsa', title: 'SVSA', width: 15 },
    { field: 'physloc', title: 'Physloc', width: 44 },
    { field: 'clientid', title: 'Client Partition ID', width: 18 },
  ],
  lines: target,
  none: noTarget,
  gap: 'after',
};

/** The wider first column of VIOS 1, whose adapters follow each other without a gap (capture). */
export const oldScsiLayout: Layout = {
  columns: [
    { field: 'svsa', title: 'SVSA', width: 20, dashes: 13 },
    { field: 'physloc', title: 'Physloc', width: 33 },
    { field: 'clientid', title: 'Client Partition ID', width: 18 },
  ],
  lines: target,
  none: noTarget,
  gap: 'none',
};

/** Virtual Ethernet; its label of nothing is two narrower (published listings). */
export const networkLayout: Layout = {
  columns: [
    { field: 'svea', title: 'SVEA', width: 6 },
    { field: 'physloc', title: 'Physloc', width: 44 },
  ],
  lines: [
    labelled('sea', 'SEA'),
    labelled('backing', 'Backing device'),
    labelled('status', 'Status'),
    labelled('bdphysloc', 'Physloc'),
  ],
  none: `${'SEA'.padEnd(20)}NO SHARED ETHERNET ADAPTER FOUND`,
  gap: 'between',
};

/** Virtual Fibre Channel: labels end with a colon, pairs have 32 characters for the first. */
export const npivLayout: Layout = {
  columns: [
    { field: 'name', title: 'Name', width: 13 },
    { field: 'physloc', title: 'Physloc', width: 34 },
    { field: 'clntid', title: 'ClntID', width: 6, right: true },
    { field: 'clntname', title: 'ClntName', width: 14 },
    { field: 'clntos', title: 'ClntOS', width: 7 },
  ],
  lines: [
    [{ field: 'status', label: 'Status:', width: 0 }],
    [
      { field: 'fc', label: 'FC name:', width: 32 },
      { field: 'fcphysloc', label: 'FC loc code:', width: 0 },
    ],
    [{ field: 'ports', label: 'Ports logged in:', width: 0 }],
    [
      {
        field: 'flags',
        label: 'Flags:',
        width: 0,
        text: ({ flags, flagnames }) => `${flags}<${flagnames}>`,
      },
    ],
    [
      { field: 'vfcclient', label: 'VFC client name:', width: 32 },
      { field: 'vfcclientdrc', label: 'VFC client DRC:', width: 0 },
    ],
  ],
  none: '',
  gap: 'between',
};

/** Paging devices of shared memory; the order of `-fmt` is what clients read, the block is recalled. */
export const pagingLayout: Layout = {
  columns: [
    { field: 'paging', title: 'Paging', width: 15 },
    { field: 'streamid', title: 'Stream ID', width: 18 },
    { field: 'clientid', title: 'Client ID', width: 9 },
  ],
  lines: [
    labelled('status', 'Status'),
    labelled('redundancy', 'Redundancy Usage'),
    labelled('backing', 'Backing device'),
    labelled('poolid', 'Pool ID'),
    labelled('vasi', 'VASI'),
    labelled('pager', 'Pager'),
    labelled('vbsd', 'VBSD'),
  ],
  none: '',
  gap: 'after',
};
