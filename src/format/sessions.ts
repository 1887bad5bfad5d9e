/** The layouts of w and who. Times are the lab's, in UTC. */

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `10:27AM` */
export function clockTime(seconds: number): string {
  const date = new Date(seconds * 1000);
  const hour = date.getUTCHours();
  return `${two(hour % 12 === 0 ? 12 : hour % 12)}:${two(date.getUTCMinutes())}${hour < 12 ? 'AM' : 'PM'}`;
}

/** When somebody logged in: `10:25AM` within a day, `Tue10AM` within a week, else `12Mar91` (documented). */
export function loginTime(login: number, now: number): string {
  const date = new Date(login * 1000);
  if (now - login < 86_400) return clockTime(login);
  if (now - login < 7 * 86_400) return `${days[date.getUTCDay()]}${clockTime(login).replace(/:../, '')}`;
  return `${two(date.getUTCDate())}${months[date.getUTCMonth()]}${two(date.getUTCFullYear() % 100)}`;
}

/** `Nov 17 10:23`, as who prints it. */
export function dateTime(seconds: number): string {
  const date = new Date(seconds * 1000);
  const day = two(date.getUTCDate());
  return `${months[date.getUTCMonth()]} ${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

export interface Summary {
  /** Lab seconds. */
  readonly now: number;
  readonly booted: number;
  readonly users: number;
  readonly load: readonly number[];
}

/** The first line of w (seed 3, listing 6; of more than an hour as BSD has it, recalled). */
export function summaryLine({ now, booted, users, load }: Summary): string {
  const loads = load.map((each) => each.toFixed(2)).join(', ');
  const who = `${users} ${users === 1 ? 'user' : 'users'}`;
  return `${clockTime(now).padStart(9)}   up ${upTime(now - booted)},  ${who},  load average: ${loads}\n`;
}

function upTime(seconds: number): string {
  const minutes = Math.floor(Math.max(0, seconds) / 60);
  const parts: string[] = [];
  const whole = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  if (whole > 0) parts.push(plural(whole, 'day'));
  if (hours > 0 && rest > 0) parts.push(` ${hours}:${two(rest)}`);
  else if (hours > 0) parts.push(plural(hours, 'hr'));
  else if (rest > 0 || whole === 0) parts.push(plural(rest, 'min'));
  return parts.join(', ').trimStart();
}

function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** A row of w; the columns are those of seed 3, listing 6. */
export interface ActivityRow {
  readonly user: string;
  readonly line: string;
  readonly login: string;
  readonly idle: string;
  readonly all: string;
  readonly last: string;
  readonly what: string;
}

export const activityTitles: ActivityRow = {
  user: 'User',
  line: 'tty',
  login: 'login@',
  idle: 'idle',
  all: 'JCPU',
  last: 'PCPU',
  what: 'what',
};

/** @param whole names are not cut. @param short without times of login and processor */
export function activityLine(row: ActivityRow, whole: boolean, short: boolean): string {
  const user = (whole ? row.user : row.user.slice(0, 8)).padEnd(8);
  const start = `${user} ${row.line.padEnd(8)}`;
  if (short) return `${start} ${row.idle.padStart(10)} ${row.what}\n`;
  const times = row.login.padStart(11) + row.idle.padStart(11) + row.all.padStart(10) + row.last.padStart(10);
  return `${start}${times} ${row.what}\n`;
}

/** A row of who: `.` as the name stands for the system's own (capture of `who -b`). */
export interface PresenceRow {
  readonly name: string;
  /** `+`, `-`, `?`; a blank where it is not asked for. */
  readonly state: string;
  readonly line: string;
  readonly time: string;
  readonly activity: string;
  readonly pid: string;
  readonly more: string;
}

/** @param whole names are not cut */
export function presenceLine(row: PresenceRow, whole: boolean): string {
  const name = (whole ? row.name : row.name.slice(0, 8)).padEnd(8);
  const place = row.line.length < 12 ? row.line.padEnd(11) : row.line;
  const rest = `${row.activity.padEnd(5)} ${row.pid.padStart(9)}`;
  const detail = row.activity === '' && row.pid === '' ? '' : `  ${rest}`;
  return `${`${name} ${row.state.padEnd(1)}  ${place} ${row.time}${detail}${row.more}`.trimEnd()}\n`;
}
