import { shutdownMessages as messages } from '../../messages/shutdown.ts';
import type { Place } from '../place.ts';
import { findSubsystem } from '../processes/subsystems.ts';
import type { Work } from '../work.ts';

/** What a shutdown is to be. */
export interface Wish {
  readonly restart: boolean;
  /** `-F`: without the warning. */
  readonly fast: boolean;
  /** Lab seconds until it begins. */
  readonly delay: number;
  /** What the users are told beside. */
  readonly message: string | undefined;
}

/** The name that the lines have. */
function nameOf({ host, wpar }: Place): string {
  return wpar?.hostname ?? host.name;
}

/** `10:20:00`, in the lab's zone. */
const clock = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 19);

/** `Thu Nov 17 10:20:00 UTC 2011`, as date prints it. */
function dateLine(seconds: number): string {
  const [week = '', day = '', month = '', year = '', time = ''] = new Date(seconds * 1000)
    .toUTCString()
    .split(/,? /);
  return `${week} ${month} ${day} ${time} UTC ${year}`;
}

/** The first lines: who is told, and how long there is. */
export function warn(work: Work, place: Place, { delay, fast, message }: Wish): void {
  const now = work.lab.now();
  work.say(messages.title, { date: dateLine(now) });
  if (fast && delay === 0) return;
  work.say(messages.broadcast, { host: nameOf(place), tty: 'tty', time: clock(now) });
  work.say(messages.logOff, {});
  if (message !== undefined) work.say(messages.message, { message });
  if (delay === 0) return;
  if (delay <= 60) work.say(messages.inOneMinute, {});
  else work.say(messages.inMinutes, { minutes: Math.ceil(delay / 60) });
}

/** What the script says while it stops the daemons (transcript of a whole system; inside a WPAR it is the same script). */
export function tellStops(work: Work, place: Place, { restart }: Wish): void {
  const active = (name: string) => findSubsystem(work.lab, place, name)?.pid !== undefined;
  const stop = (name: string) => work.say(active(name) ? messages.stopping : messages.inoperative, { name });
  work.say(messages.broadcast, { host: nameOf(place), tty: 'pts/0', time: clock(work.lab.now()) });
  work.say(messages.now, {});
  if (active('sshd')) stop('sshd');
  work.say(restart ? messages.waitForReboot : messages.waitForHalt, {});
  work.say(messages.errorLog, {});
  work.say(messages.advancedAccounting, {});
  work.say(messages.accounting, {});
  work.say(messages.nfs, {});
  for (const name of ['nfsd', 'biod', 'rpc.lockd', 'rpc.statd']) stop(name);
}
