import { normalize } from 'node:path';
import { type Facility, facilities, facilityOf, levelOf, levels } from './levels.ts';

/** `/etc/syslog.conf` (its page of AIX): a selector, a destination and how the file is rotated, between blanks or tabs. */
export const configurationFile = '/etc/syslog.conf';

/** How a log is kept small. */
export interface Rotation {
  /** Bytes; undefined: its size does not count. */
  readonly size?: number;
  /** So many rotated files are kept; undefined: all. */
  readonly files?: number;
  /** Lab seconds; undefined: its age does not count. */
  readonly seconds?: number;
  readonly compress: boolean;
  /** The directory of the rotated files; undefined: that of the log. */
  readonly archive?: string;
  /** Of the rotated files. */
  readonly mode?: number;
}

/** A file that messages go to. */
export interface LogRule {
  readonly file: string;
  /** Messages of these facilities, of the level and of higher ones: those with lower numbers. */
  readonly levels: Readonly<Partial<Record<Facility, number>>>;
  readonly rotation?: Rotation;
}

export interface Configuration {
  readonly rules: readonly LogRule[];
  /** Lines that send messages to users, terminals or other hosts: nobody gets them here. */
  readonly elsewhere: number;
  /** Numbers of lines that mean nothing. */
  readonly wrong: readonly number[];
}

/** No real configuration has more lines. */
const mostLines = 1000;

export function parseConfiguration(text: string): Configuration {
  const rules: LogRule[] = [];
  const wrong: number[] = [];
  let elsewhere = 0;
  for (const [index, line] of text.split('\n', mostLines).entries()) {
    const [selector = '', destination, ...rest] = line.split(/\s+/).filter((word) => word !== '');
    if (selector === '' || selector.startsWith('#')) continue;
    const chosen = selected(selector);
    const rotation = rotationOf(rest);
    if (!chosen || destination === undefined || rotation === 'wrong') wrong.push(index + 1);
    else if (!destination.startsWith('/') || destination === '/dev/console') elsewhere++;
    else
      rules.push({
        file: normalize(destination),
        levels: chosen,
        ...(rotation === undefined ? {} : { rotation }),
      });
  }
  return { rules, elsewhere, wrong };
}

/** `mail,news.crit;*.info;kern.none`: what comes later counts. @returns undefined if a name in it is not known */
function selected(selector: string): LogRule['levels'] | undefined {
  const chosen = new Map<Facility, number>();
  for (const part of selector.split(';').filter((each) => each !== '')) {
    const dot = part.lastIndexOf('.');
    const level = lowest(part.slice(dot + 1));
    if (dot < 1 || level === undefined) return undefined;
    for (const name of part.slice(0, dot).split(',')) {
      const all = name === '*' ? (Object.keys(facilities) as Facility[]) : named(name);
      if (!all) return undefined;
      for (const each of all) {
        if (level === 'none') chosen.delete(each);
        else chosen.set(each, level);
      }
    }
  }
  return Object.fromEntries(chosen);
}

function lowest(word: string): number | 'none' | undefined {
  if (word === 'none') return 'none';
  if (word === '*') return levels.debug;
  const level = levelOf(word);
  return level === undefined ? undefined : levels[level];
}

// Marks of the time are made only by a syslogd that was started with -m: none comes.
function named(name: string): readonly Facility[] | undefined {
  if (name === 'mark') return [];
  const facility = facilityOf(name);
  return facility === undefined ? undefined : [facility];
}

const units: Readonly<Record<string, number>> = {
  ...{ k: 1024, m: 1024 * 1024 },
};
/** Months of 30 days, years of 365; ours. */
const periods: Readonly<Record<string, number>> = {
  ...{ h: 3600, d: 86_400, w: 7 * 86_400, m: 30 * 86_400, y: 365 * 86_400 },
};
/** What the page has as the least and as the usual. */
const least = { size: 10 * 1024, files: 2 };
const usualSize = 1024 * 1024;

/** @returns undefined if the file is not to be rotated */
function rotationOf(words: readonly string[]): Rotation | 'wrong' | undefined {
  const rotation: { -readonly [Key in keyof Rotation]: Rotation[Key] } = { compress: false };
  const rest = [...words];
  let rotates = false;
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === 'rotate') {
      rotates = true;
      continue;
    }
    if (word === 'compress') {
      rotation.compress = true;
      continue;
    }
    const value = rest.shift() ?? '';
    if (word === 'size') rotation.size = Math.max(measured(value, units) ?? Number.NaN, least.size);
    else if (word === 'time') rotation.seconds = measured(value, periods) ?? Number.NaN;
    else if (word === 'files')
      rotation.files = /^\d{1,5}$/.test(value) ? Math.max(Number(value), least.files) : Number.NaN;
    else if (word === 'archive') rotation.archive = value.startsWith('/') ? normalize(value) : '';
    else if (word === 'perm')
      rotation.mode = /^[0-7]{3,4}$/.test(value) ? Number.parseInt(value, 8) & 0o777 : -1;
    // It is about messages of other hosts: there are none.
    else if (word !== 'filter' || value === '') return 'wrong';
  }
  const { size, seconds, files, archive, mode } = rotation;
  if ([size, seconds, files].some(Number.isNaN) || archive === '' || mode === -1) return 'wrong';
  if (!rotates) return undefined;
  return size === undefined && seconds === undefined ? { ...rotation, size: usualSize } : rotation;
}

/** `100k`: the unit stands behind the number. */
function measured(value: string, known: Readonly<Record<string, number>>): number | undefined {
  const [, number = '', unit = ''] = /^(\d{1,6})([a-z])$/.exec(value) ?? [];
  const factor = Object.hasOwn(known, unit) ? known[unit] : undefined;
  return factor === undefined || Number(number) === 0 ? undefined : Number(number) * factor;
}
