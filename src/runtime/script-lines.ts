/** What the shell that runs scripts is told, and what it says: everything that is text of a shell. */

import type { AnnouncedCall } from '../model/inside.ts';
import { shellQuoted } from './enter-script.ts';
import { shellOf } from './shell.ts';

/**
 * A script has a group of its own: all that it starts can be ended at once, however fast it starts more. Most shells give it one
 * (`set -m`); a small one wants a terminal for that, so there a program does it, which costs each script two more of them.
 */
const givesGroups = shellOf() !== '/bin/sh';
const ownGroup = givesGroups ? '' : `/usr/bin/setsid /bin/sh -c 'echo "p $$" >&3; exec "$@" 3>&-' sh `;

/** After so many calls the shell says that they have ended. */
const saidTogether = 8;

/** The file that holds a shell up before its next script, in the folder of what is lent. */
export const haltFile = '.halt';

/**
 * What the shell does, given the folder of what is lent. It reads files of calls and, before each call, the names of the pipes to
 * print into: so it need not wait for us. Before it starts a script it notes that in the journal (descriptor 3), which
 * outlives us, and how the one before it ended: we are woken seldom, for that takes the processor from a script. What it says
 * has lines of its own, whatever others print there. Nothing but the scripts is a program.
 *
 * Names that are left over when calls were halted are thrown away before the next file.
 */
export function shellLoop(lent: string): string {
  return `exec 2> /dev/null; ${givesGroups ? 'set -m' : ':'}; d=${shellQuoted(lent)} s=0
t() { printf '\\ns %s %s\\n' "$i" "$s"; }
b() { IFS=' ' read -r o e || exit; o=$d/$o e=$d/$e i=$2; echo "$1 $2 $s" >&3; }
w() { s=$?; [ "$1" = all ] || case $s in
0 | 10) [ ! -e "$d/${haltFile}" ] || { t; printf '\\nh %s\\n' "$i"; return 1; };;
*) t; return 1;; esac
[ "$2" = quiet ] || t; }
while IFS= read -r f; do case $f in /*) . "$f";; esac; done`;
}

/** A call with its number in all that is called together. */
export interface NumberedCall {
  readonly index: number;
  readonly call: AnnouncedCall;
}

/**
 * A file of calls. What a script is called with is quoted: the shell reads nothing into it.
 * @param batch their number in the journal @param halts after the first that does not agree
 */
export function callsFile(batch: number, calls: readonly NumberedCall[], halts: boolean): string {
  let directory: string | undefined;
  let lines = '';
  calls.forEach(({ index, call }, position) => {
    if (call.directory !== directory) lines += `cd ${shellQuoted(call.directory)} || cd /\n`;
    directory = call.directory;
    const says = position % saidTogether === saidTogether - 1 || position === calls.length - 1;
    lines += `b ${batch} ${index}
${commandLine(call)}
w ${halts ? 'agreed' : 'all'} ${says ? 'aloud' : 'quiet'} || return\n`;
  });
  return lines;
}

function commandLine({ environment, words }: AnnouncedCall): string {
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${shellQuoted(value)} `);
  const streams = `< /dev/null > "$o" 2> "$e"${givesGroups ? ' 3>&-' : ''}`;
  return `${variables.join('')}${ownGroup}${words.map(shellQuoted).join(' ')} ${streams}`;
}

/**
 * What the shell says: a call has ended with a status, and so have those before it (`s 3 0`); or it was held up after one
 * (`h 3`).
 */
export const said = /^(?:s (\d{1,9}) (\d{1,3})|h (\d{1,9}))$/;
