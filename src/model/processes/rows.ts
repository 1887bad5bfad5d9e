import { printable } from '../../messages/define.ts';
import type { Lab } from '../../state/lab.ts';
import type { RealProcess } from '../inside.ts';
import { type Place, placeName } from '../place.ts';
import { type Boot, bootOf, onlyInit } from './boot.ts';
import { ownDaemons } from './daemons.ts';
import { daemonPid, sessionPid } from './pids.ts';
import { labTimeAt } from './real-time.ts';
import { subsystemsOf } from './subsystems.ts';

/** A process as ps tells of it. */
export interface ProcessRow {
  /** The WPAR's name, or `Global`. */
  readonly wpar: string;
  /** Its number: from inside a WPAR init is 1. */
  readonly pid: number;
  readonly parent: number;
  /** By which rows are sorted: init stands where its real number belongs (seed 3, listing 6). */
  readonly order: number;
  /** Id of its user in the place. */
  readonly user: number;
  /** Lab seconds. */
  readonly started: number;
  /** Of processor time. */
  readonly seconds: number;
  /** `pts/0`, `?`, `-`. */
  readonly terminal: string;
  /** Program and arguments, without control characters. */
  readonly command: string;
  /** The program's own name. */
  readonly program: string;
  /** A blank follows the command where ps shows it in full. */
  readonly bare: boolean;
  /** Its life: A active, T stopped, Z ended. */
  readonly state: string;
  /** First of a login session. */
  readonly leader: boolean;
  /** Tells it from a later process with its number. */
  readonly birth: string;
}

/** From where one looks: a WPAR's init is 1 for those in it. */
export type View = 'inside' | 'outside';

type Plain = Omit<ProcessRow, 'order' | 'wpar'>;

/** @param reals the real programs of the place @returns its processes in the order of their numbers */
export function processRows(lab: Lab, place: Place, reals: readonly RealProcess[], view: View): ProcessRow[] {
  const boot = bootOf(lab, place);
  if (!boot) return [];
  const virtual = place.wpar !== undefined && view === 'inside';
  const init = place.wpar ? boot.key : 1;
  const system = place.wpar?.type !== 'A';
  const own = system ? daemons(lab, place, boot, init) : application(place, boot, reals.length > 0);
  const first = { boot, init: system ? init : 1 };
  const rows = onlyInit(place.wpar) ? own : [...own, ...realRows(lab, place, first, reals)];
  const shown = (pid: number) => (virtual && pid === init ? 1 : pid);
  const name = place.wpar ? place.wpar.name : 'Global';
  return rows
    .map((row) => ({
      ...row,
      wpar: name,
      order: row.pid,
      pid: shown(row.pid),
      // From inside, init has no parent (listing 6).
      parent: virtual && row.pid === init ? 0 : shown(row.parent),
    }))
    .sort((one, other) => one.order - other.order);
}

/** What tells a process that is not real from others with its number: when it started. */
export function birthOf(started: number): string {
  return `lab ${started}`;
}

const daemon: Omit<Plain, 'birth' | 'command' | 'parent' | 'pid' | 'program' | 'started'> = {
  user: 0,
  seconds: 0,
  terminal: '-',
  bare: false,
  state: 'A',
  leader: false,
};

const base = (command: string) => (command.split(' ')[0] ?? '').replace(/^.*\/(?=.)/, '').replace(/:$/, '');

function daemons(lab: Lab, place: Place, boot: Boot, init: number): Plain[] {
  const numbered = ownDaemons.map((each, index) => ({
    ...each,
    pid: daemonPid(lab, place, boot, each.name, index + 1),
  }));
  const master = numbered.find(({ name }) => name === 'srcmstr')?.pid ?? init;
  const row = (pid: number, parent: number, command: string, started: number, bare = false): Plain => ({
    ...daemon,
    pid,
    parent,
    command,
    program: base(command),
    started,
    birth: birthOf(started),
    bare,
  });
  // As a subsystem of the global environment, a WPAR's init is a child of the global srcmstr.
  const above = place.wpar ? (globalMaster(lab, place) ?? 1) : 0;
  const first = row(init, above, '/etc/init', boot.time);
  if (onlyInit(place.wpar)) return [first];
  return [
    first,
    ...numbered
      .filter(({ globalOnly }) => !(place.wpar && globalOnly === true))
      .map(({ pid, command, offset }) => row(pid, init, command, boot.time + offset)),
    ...subsystemsOf(lab, place)
      .filter(({ keeps }) => keeps === undefined)
      .flatMap(({ pid, command, started, bare }) =>
        pid === undefined ? [] : [row(pid, master, command, started, bare)],
      ),
  ];
}

function globalMaster(lab: Lab, { host }: Place): number | undefined {
  const boot = bootOf(lab, { host });
  const index = ownDaemons.findIndex(({ name }) => name === 'srcmstr');
  return boot && daemonPid(lab, { host }, boot, 'srcmstr', index + 1);
}

// An application WPAR has no init: its first process is the program that it was made for.
function application({ wpar }: Place, boot: Boot, real: boolean): Plain[] {
  if (real || !wpar) return [];
  const command = wpar.application === '' ? wpar.name : printable(wpar.application);
  const { key: pid, time: started } = boot;
  return [{ ...daemon, pid, parent: 1, command, program: base(command), started, birth: birthOf(started) }];
}

/** Where real programs hang that were started from outside. */
interface First {
  readonly boot: Boot;
  readonly init: number;
}

function realRows(lab: Lab, place: Place, first: First, reals: readonly RealProcess[]): Plain[] {
  const now = lab.now();
  return reals.flatMap((each) => {
    const started = labTimeAt(lab, each.started, first.boot.time, now);
    const top = each.parent === 0;
    const words = asTyped(each.words).map(printable);
    const shell = top && isLoginShell(words);
    const command = shell ? '-ksh' : words.join(' ');
    const session = top ? sessionRow(lab, place, first, each, started) : undefined;
    const row: Plain = {
      pid: each.pid,
      // Whose parent has ended is init's.
      parent: session?.pid ?? (each.parent <= 1 ? first.init : each.parent),
      user: each.user,
      started,
      birth: realBirth(each),
      seconds: each.seconds,
      terminal: each.clogin ? '?' : (each.terminal ?? '-'),
      command: each.state === 'Z' ? '<defunct>' : command,
      program: base(command).replace(/^-/, ''),
      bare: each.state === 'Z',
      state: each.state === 'T' || each.state === 'Z' ? each.state : 'A',
      leader: top,
    };
    return session ? [session, row] : [row];
  });
}

const realBirth = ({ started }: RealProcess) => `real ${Math.round(started)}`;

// Our commands run by an interpreter that AIX does not have.
function asTyped(words: readonly string[]): readonly string[] {
  const [interpreter, path = '', ...rest] = words;
  if (interpreter !== '/usr/lib/parlab/node' || path === '') return words;
  return [path.replace(/^.*\/(?=.)/, ''), ...rest];
}

// What a login shell is on the machine differs; on AIX it is ksh.
function isLoginShell([program = '', ...words]: readonly string[]): boolean {
  if (!/^-?(\/(usr\/)?bin\/)?(ba|da|k|mk|pdk)?sh(93)?$/.test(program)) return false;
  return words.every((word) => /^-[il]+$|^--login$/.test(word));
}

// `clogin NAME` is itself seen inside, a child of init (listing 6); who came by the network has a daemon above them.
function sessionRow(
  lab: Lab,
  place: Place,
  { init }: First,
  child: RealProcess,
  started: number,
): Plain | undefined {
  const pid = sessionPid(child.pid);
  const common = { ...daemon, pid, started, birth: realBirth(child), leader: false };
  if (child.clogin) {
    const command = `clogin ${placeName(place)}`;
    return { ...common, parent: init, terminal: '?', command, program: 'clogin' };
  }
  if (child.terminal === undefined) return undefined;
  const running = subsystemsOf(lab, place);
  const pidOf = (name: string) => running.find((each) => each.name === name)?.pid;
  const sshd = pidOf('sshd');
  return sshd === undefined
    ? { ...common, parent: pidOf('inetd') ?? init, command: 'telnetd -a', program: 'telnetd' }
    : { ...common, parent: sshd, command: `sshd: root@${printable(child.terminal)}`, program: 'sshd' };
}
