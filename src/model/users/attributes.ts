import { readId } from './entries.ts';

/** Where an attribute of a user stands: its line of /etc/passwd, its groups, or a stanza of /etc/security. */
export type AttributeHome = 'account' | 'limits' | 'user';

/** What an attribute of a user may be. */
export interface UserAttribute {
  readonly home: AttributeHome;
  /** @returns the value as it is stored; undefined for one that cannot be */
  readonly store: (value: string) => string | undefined;
  /** A list of groups that must exist. */
  readonly groups?: true;
}

const words: Readonly<Record<string, string>> = {
  always: 'true',
  false: 'false',
  never: 'false',
  no: 'false',
  true: 'true',
  yes: 'true',
};

function truth(value: string): string | undefined {
  return Object.hasOwn(words, value.toLowerCase()) ? words[value.toLowerCase()] : undefined;
}

function number(low: number, high: number): UserAttribute['store'] {
  return (value) => {
    if (!/^-?\d{1,10}$/.test(value)) return undefined;
    const read = Number(value);
    return read >= low && read <= high ? String(read) : undefined;
  };
}

// A stanza's line holds any of them; quotes would not come back.
function line(value: string): string | undefined {
  return value.length <= 1023 && !/["\n]/.test(value) ? value : undefined;
}

// A colon ends a field of /etc/passwd.
function field(value: string): string | undefined {
  return value.length <= 1023 && !/[:\n]/.test(value) ? value : undefined;
}

function path(value: string): string | undefined {
  return value.startsWith('/') ? field(value) : undefined;
}

function id(value: string): string | undefined {
  const read = readId(value);
  return read === undefined ? undefined : String(read);
}

// MMDDhhmmyy, or 0 for never.
function moment(value: string): string | undefined {
  if (/^0+$/.test(value)) return '0';
  const match = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(value);
  if (!match) return undefined;
  const [month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60 ? value : undefined;
}

function umask(value: string): string | undefined {
  return /^[0-7]{1,4}$/.test(value) ? value : undefined;
}

function limit(value: string): string | undefined {
  return value === 'unlimited' ? '-1' : number(-1, 2_147_483_647)(value);
}

function terminalPath(value: string): string | undefined {
  return ['always', 'notsh', 'nosak', 'on'].includes(value) ? value : undefined;
}

const user = (store: UserAttribute['store']): UserAttribute => ({ home: 'user', store });
const resource: UserAttribute = { home: 'limits', store: limit };
const weeks = number(0, 52);
const characters = number(0, 255);

/**
 * The attributes of a user, in the order in which lsuser prints them (capture of an AIX 7.1; those that it does not have
 * stand where they were recalled).
 */
export const userAttributes: Readonly<Record<string, UserAttribute>> = {
  id: { home: 'account', store: id },
  pgrp: { home: 'account', store: field, groups: true },
  groups: { home: 'account', store: field, groups: true },
  home: { home: 'account', store: path },
  shell: { home: 'account', store: path },
  gecos: { home: 'account', store: field },
  auditclasses: user(line),
  login: user(truth),
  su: user(truth),
  rlogin: user(truth),
  daemon: user(truth),
  admin: user(truth),
  sugroups: user(line),
  admgroups: { home: 'user', store: line, groups: true },
  tpath: user(terminalPath),
  ttys: user(line),
  expires: user(moment),
  auth1: user(line),
  auth2: user(line),
  umask: user(umask),
  registry: user((value) => (value === 'files' ? value : undefined)),
  SYSTEM: user(line),
  logintimes: user(line),
  loginretries: user(number(0, 65_535)),
  pwdwarntime: user(number(0, 365)),
  account_locked: user(truth),
  minage: user(weeks),
  maxage: user(weeks),
  maxexpired: user(number(-1, 52)),
  minalpha: user(characters),
  minother: user(characters),
  mindiff: user(characters),
  maxrepeats: user(characters),
  minlen: user(characters),
  histexpire: user(number(0, 260)),
  histsize: user(number(0, 50)),
  pwdchecks: user(line),
  dictionlist: user(line),
  default_roles: user(line),
  capabilities: user(line),
  projects: user(line),
  rcmds: user((value) => (['allow', 'deny', 'hostlogincontrol'].includes(value) ? value : undefined)),
  hostallowedlogin: user(line),
  hostsdeniedlogin: user(line),
  fsize: resource,
  cpu: resource,
  data: resource,
  stack: resource,
  core: resource,
  rss: resource,
  nofiles: resource,
  threads: resource,
  nproc: resource,
  fsize_hard: resource,
  cpu_hard: resource,
  data_hard: resource,
  stack_hard: resource,
  core_hard: resource,
  rss_hard: resource,
  nofiles_hard: resource,
  threads_hard: resource,
  nproc_hard: resource,
  roles: user(line),
};

/** An attribute by its name. */
export function userAttribute(name: string): UserAttribute | undefined {
  return Object.hasOwn(userAttributes, name) ? userAttributes[name] : undefined;
}

/** The attributes of a group, in the order in which lsgroup prints them (capture). */
export const groupAttributes: readonly string[] = ['id', 'admin', 'users', 'adms', 'registry'];

/** @returns the value as a list of names, each once */
export function nameList(value: string): string[] {
  return [...new Set(value.split(',').filter((name) => name !== ''))];
}

export { id as storedId, truth as storedTruth };
