/** The error log as `errpt` prints it. */
import type { ErrorEntry } from '../../state/frames/error-log.ts';

/** Widths 11, 11, 2, 2, 15 (captured rows). */
export function formatSummary(entries: readonly ErrorEntry[]): string {
  if (entries.length === 0) return '';
  const rows = entries.map((entry) =>
    [
      entry.identifier.padEnd(10),
      stamp(entry.time).padEnd(10),
      entry.type.padEnd(1),
      entry.class.padEnd(1),
      entry.resource.slice(0, 14).padEnd(14),
      entry.description,
    ].join(' '),
  );
  return ['IDENTIFIER TIMESTAMP  T C RESOURCE_NAME  DESCRIPTION', ...rows].map((row) => `${row}\n`).join('');
}

/** MMDDhhmmYY. */
function stamp(time: number): string {
  const [, year = '', month = '', day = '', hour = '', minute = ''] =
    /^\d\d(\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(new Date(time * 1000).toISOString()) ?? [];
  return `${month}${day}${hour}${minute}${year}`;
}

const types: Readonly<Record<string, string>> = { I: 'INFO', P: 'PERM', T: 'TEMP', U: 'UNKN' };

/** One entry in full, as recalled. */
export function formatDetail(entry: ErrorEntry, node: string): string {
  const lines = [
    '-'.repeat(75),
    `LABEL:          ${entry.label}`,
    `IDENTIFIER:     ${entry.identifier}`,
    '',
    `Date/Time:       ${date(entry.time)}`,
    `Sequence Number: ${entry.id}`,
    `Machine Id:      ${machineId(entry.machine)}`,
    `Node Id:         ${node}`,
    `Class:           ${entry.class}`,
    `Type:            ${types[entry.type] ?? entry.type}`,
    'WPAR:            Global',
    `Resource Name:   ${entry.resource}`,
    '',
    'Description',
    entry.description,
    ...(entry.detail === '' ? [] : ['', 'Detail Data', entry.detail]),
    '',
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** `Thu Nov 17 10:20:00 2011`. */
function date(time: number): string {
  const [week = '', day = '', month = '', year = '', clock = ''] = new Date(time * 1000)
    .toUTCString()
    .split(/,? /);
  return `${week} ${month} ${day.replace(/^0/, ' ')} ${clock} ${year}`;
}

// `uname -m` of serial 060488P is 00F604884C00 (from captured physical volume identifiers, which begin with it).
function machineId(machine: string): string {
  const [, serial = ''] = machine.split('*');
  return `00F${serial.slice(1, 6)}4C00`;
}
