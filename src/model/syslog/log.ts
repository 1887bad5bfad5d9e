import { syslogLine } from '../../format/syslog.ts';
import type { Lab } from '../../state/lab.ts';
import type { Place } from '../place.ts';
import { placeNow } from '../processes/control.ts';
import { appendBeneath } from '../tree/beneath.ts';
import { writableFile } from '../tree/files.ts';
import type { Spotted } from '../tree/spotted.ts';
import { type ActiveRule, type Daemon, daemonOf, readAnew, runningDaemon } from './in-force.ts';
import { type Facility, type Level, levels } from './levels.ts';
import { ifPossible } from './possible.ts';
import { outgrown, outlived, rotate } from './rotate.ts';

export interface SyslogMessage {
  readonly facility: Facility;
  readonly level: Level;
  /** Who says it: `DRMGR`. */
  readonly tag: string;
  /** Number of the process, if the line is to have it. */
  readonly pid?: number;
  readonly text: string;
}

/** The system log of a place, for somebody with several messages: its configuration is read once. */
export interface Syslog {
  /** Never fails: what cannot be written is lost, as with the real daemon. */
  write(message: SyslogMessage): void;
}

/** No log file grows longer (syslogd page: 2 GB). */
const mostBytes = 2 * 1024 ** 3;

const nobody: Syslog = { write: () => {} };

/** Opens the system log of a place; nothing is closed afterwards. */
export function openSyslog(lab: Lab, place: Place): Syslog {
  const now = placeNow(lab, place);
  const daemon = ifPossible(() => daemonOf(lab, now));
  if (!daemon) return nobody;
  const log = new Log(lab, now, daemon);
  if (daemon.fresh) log.begin(Math.min(daemon.started, lab.now()));
  return log;
}

/** Writes one message to the system log of a place. */
export function logToSyslog(lab: Lab, place: Place, message: SyslogMessage): void {
  openSyslog(lab, place).write(message);
}

/** Makes sure that the syslogd of a place has read its configuration before anybody can edit the file. */
export function settleSyslog(lab: Lab, place: Place): void {
  openSyslog(lab, place);
}

/** The syslogd of a place reads its configuration: it was started, or asked to. */
export function restartSyslog(lab: Lab, place: Place): void {
  const now = placeNow(lab, place);
  const running = runningDaemon(lab, now);
  if (running) new Log(lab, now, readAnew(lab, now, running, lab.now())).begin(lab.now());
}

class Log implements Syslog {
  readonly #lab: Lab;
  readonly #place: Place;
  readonly #rules: readonly ActiveRule[];
  readonly #spots = new Map<string, Spotted | undefined>();

  constructor(lab: Lab, place: Place, { rules }: Pick<Daemon, 'rules'>) {
    this.#lab = lab;
    this.#place = place;
    this.#rules = rules;
  }

  write(message: SyslogMessage): void {
    this.#write(message, this.#lab.now());
  }

  /** What syslogd says when it has read its configuration (published log). @param time lab seconds */
  begin(time: number): void {
    this.#write({ facility: 'syslog', level: 'info', tag: 'syslogd', text: 'restart' }, time);
  }

  #write({ facility, level, ...said }: SyslogMessage, time: number): void {
    const chosen = this.#rules.filter(({ levels: most }) => levels[level] <= (most[facility] ?? -1));
    if (chosen.length === 0) return;
    const { host, wpar } = this.#place;
    const line = syslogLine({ ...said, time, host: wpar?.hostname ?? host.name });
    for (const rule of chosen) ifPossible(() => this.#append(rule, line));
  }

  #append(rule: ActiveRule, line: string): void {
    const spot = this.#spot(rule.file);
    if (!spot) return;
    const { rotation } = rule;
    if (!rotation || this.#lab.readOnly) {
      appendBeneath(spot.root, spot.path, line, mostBytes);
      return;
    }
    const turn = () => ifPossible(() => rotate(this.#lab, this.#place, rule, spot));
    // Who still writes to a file that is being compressed would write for nobody: there, one goes after the other.
    const append = () => {
      if (outlived(this.#lab, this.#place, rule)) turn();
      const size = appendBeneath(spot.root, spot.path, line, mostBytes);
      if (outgrown(rotation, size)) turn();
    };
    if (rotation.compress) this.#lab.update(append);
    else append();
  }

  #spot(file: string): Spotted | undefined {
    if (!this.#spots.has(file)) this.#spots.set(file, writableFile(this.#lab, this.#place, file));
    return this.#spots.get(file);
  }
}
