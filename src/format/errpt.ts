/** The error log as `errpt` prints it. */
import type { ErrorText } from '../state/error-entries.ts';

/** An entry as it is printed, whoever keeps it. */
export interface PrintedError extends ErrorText {
  /** Its number in the log. */
  readonly id: number;
  /** Lab seconds. */
  readonly time: number;
  /** What `uname -m` says. */
  readonly machine: string;
}

/** Widths 11, 11, 2, 2, 15 (captured rows). */
export function formatSummary(entries: readonly Omit<PrintedError, 'id' | 'machine'>[]): string {
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

/** The words of types, by their letters in the summary; N stands in a capture. */
export const errorTypes: Readonly<Record<string, string>> = {
  I: 'INFO',
  N: 'UNKN',
  P: 'PERM',
  T: 'TEMP',
  U: 'UNKN',
};

/** Where an entry was logged. */
export interface LoggedAt {
  readonly node: string;
  /** A WPAR's name, or Global. */
  readonly wpar: string;
}

/** One entry in full, as recalled. */
export function formatDetail(entry: PrintedError, { node, wpar }: LoggedAt): string {
  const lines = [
    '-'.repeat(75),
    `LABEL:          ${entry.label}`,
    `IDENTIFIER:     ${entry.identifier}`,
    '',
    `Date/Time:       ${date(entry.time)}`,
    `Sequence Number: ${entry.id}`,
    `Machine Id:      ${entry.machine}`,
    `Node Id:         ${node}`,
    `Class:           ${entry.class}`,
    `Type:            ${errorTypes[entry.type] ?? entry.type}`,
    `WPAR:            ${wpar}`,
    `Resource Name:   ${entry.resource}`,
    '',
    'Description',
    entry.description,
    ...(causes[entry.label] ?? []),
    ...(entry.detail === '' ? [] : ['', 'Detail Data', entry.detail]),
    '',
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** What the templates of labels say of causes and actions. */
const causes: Readonly<Record<string, readonly string[]>> = {
  ERRLOG_ON: [
    ...['', 'Probable Causes', 'ERRDEMON STARTED AUTOMATICALLY'],
    ...['', 'User Causes', '/USR/LIB/ERRDEMON COMMAND', '', '\tRecommended Actions', '\tNONE'],
  ],
  ERRLOG_OFF: [
    ...['', 'Probable Causes', 'ERRSTOP COMMAND'],
    ...['', 'User Causes', 'ERRSTOP COMMAND', '', '\tRecommended Actions', '\tRUN ERRDEAD COMMAND'],
  ],
  OPMSG: ['', 'User Causes', 'ERRLOGGER COMMAND', '', '\tRecommended Actions', '\tREVIEW DETAILED DATA'],
};

/** One entry with the lines that `errpt -A` leaves of it, as documented. */
export function formatShort(entry: PrintedError): string {
  const lines = [
    '-'.repeat(75),
    `LABEL:          ${entry.label}`,
    `Date/Time:       ${date(entry.time)}`,
    `Type:            ${errorTypes[entry.type] ?? entry.type}`,
    `Resource Name:   ${entry.resource}`,
    'Description',
    entry.description,
    ...(entry.detail === '' ? [] : ['Detail Data', entry.detail]),
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

/** What `uname -m` says: of serial 069348P 00F693484C00 (recalled). */
export function machineId(machine: string): string {
  const [, serial = ''] = machine.split('*');
  return `00F${serial.slice(1, 6)}4C00`;
}
