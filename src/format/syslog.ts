/** The lines of a system log. Times are the lab's, in UTC. */

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Longer messages are cut (syslogd page). */
const mostBytes = 900;

export interface SyslogLine {
  /** Lab seconds. */
  readonly time: number;
  readonly host: string;
  /** Who says it: `DRMGR`. */
  readonly tag: string;
  /** Number of the process, where it is asked for. */
  readonly pid?: number;
  readonly text: string;
}

/**
 * `Jul 27 16:50:25 thimblelp4 DRMGR: text` (DLPAR log published in an IBM Redbook). Control characters are shown as syslogd of BSD
 * does (recalled): a line of the log is one line, and none gives orders to the terminal that shows it.
 */
export function syslogLine({ time, host, tag, pid, text }: SyslogLine): string {
  const from = pid === undefined ? tag : `${tag}[${pid}]`;
  return `${stamp(time)} ${visible(host)} ${cut(visible(`${from}: ${text}`))}\n`;
}

// The day has two columns, with a blank, as ctime has it.
function stamp(seconds: number): string {
  const date = new Date(seconds * 1000);
  const day = String(date.getUTCDate()).padStart(2);
  return `${months[date.getUTCMonth()]} ${day} ${date.toISOString().slice(11, 19)}`;
}

function visible(text: string): string {
  // What is cut away anyway need not be looked at.
  return text
    .slice(0, mostBytes)
    .replace(/[\n\u2028\u2029]/g, ' ')
    .replace(
      /[\u0000-\u0008\u000b-\u001f\u007f]/g,
      (each) => `^${String.fromCharCode(each.charCodeAt(0) ^ 64)}`,
    )
    .replace(/[\u0080-\u009f]/g, (each) => `M-^${String.fromCharCode(each.charCodeAt(0) - 64)}`);
}

function cut(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= mostBytes) return text;
  // A character that the end goes through is left out.
  let end = mostBytes;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end).toString();
}
