import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Caller } from '../cli/call.ts';
import { failure } from '../messages/failure.ts';
import { runtimeMessages } from '../messages/runtime.ts';
import type { Place } from '../model/place.ts';
import type { Lab } from '../state/lab.ts';
import { resourcesOf } from '../state/wpars.ts';
import { shellQuoted } from './enter-script.ts';
import { openHolder } from './holder.ts';
import { join } from './join.ts';
import { lend } from './lend.ts';
import type { LentStreams } from './lent-streams.ts';
import { placeEnvironment, promptOf, repairPlace } from './place.ts';
import { shellOf } from './shell.ts';
import type { KnownVisitor } from './visitor.ts';

/** What a program can count on. */
interface There {
  /** The folder of what is lent, as seen inside. */
  readonly lent: string;
  /** Of an interactive shell. */
  readonly prompt: string;
}

/** What to do inside. */
export interface Wish {
  /** The program and its words, as `env` takes them. */
  readonly words: (there: There) => readonly string[];
  /** Files that are lent, by their names. */
  readonly lent?: Readonly<Record<string, Buffer>>;
  readonly input: 'inherit' | 'none';
  /** See `Visit`. */
  readonly clogin?: boolean;
  /** Default root. */
  readonly visitor?: KnownVisitor;
}

/**
 * Goes into a host or a WPAR and runs something there.
 * @returns its exit status
 * @throws Failure where the machine does not allow it: nothing ran then
 */
export async function stay(lab: Lab, place: Place, wish: Wish, caller: Caller): Promise<number> {
  const holder = await openHolder(lab, place);
  repairPlace(lab, place);
  const lent = lend(holder.folder, wish.lent, lab.machine.self.pid);
  const streams: LentStreams | undefined = wish.input === 'inherit' ? caller.lendStreams?.() : undefined;
  const environment = placeEnvironment(place, caller.environment.TERM, wish.visitor);
  const visit = {
    top: holder.top,
    words: [
      '/usr/bin/env',
      '-i',
      ...environment,
      ...wish.words({ lent: lent.inside, prompt: promptOf(place, wish.visitor?.name) }),
    ],
    clogin: wish.clogin === true,
    visitor: wish.visitor,
    processes: processLimit(lab, place),
  };
  try {
    const { stdout, stderr, signal } = caller;
    return await join(visit, { stdout, stderr, input: wish.input, ...streams, signal });
  } finally {
    lent.remove();
    streams?.close();
  }
}

/** A user of a partition without a limit of its own may have so many: nobody needs more, and the machine lives on. */
export const mostProcesses = 4096;

/** How many processes a user of a place may have. */
export function processLimit(lab: Lab, { wpar }: Place): number {
  const set = wpar && resourcesOf(lab.engine, wpar.id).totalProcesses;
  const limit = Number(set ?? Number.NaN);
  return Number.isInteger(limit) && limit > 0 ? limit : mostProcesses;
}

/** A script of the caller's. */
export interface Script {
  readonly name: string;
  readonly content: Buffer;
}

/** @throws Failure */
export function readScript(path: string, caller: Caller): Script {
  try {
    return { name: basename(path), content: readFileSync(resolve(caller.directory, path)) };
  } catch {
    throw failure(runtimeMessages.noScript, { path });
  }
}

/** A clogin: its shell says what /etc/motd has and reads the profiles; a command is run by the shell, as with `su -c`. */
export function cloginWish(words: readonly string[], visitor: KnownVisitor): Wish {
  return { ...loginWish(words, visitor, { terminal: false, greeted: true }), clogin: true };
}

/** How somebody logs in. */
export interface LoginWay {
  /** It has a terminal of the place. */
  readonly terminal: boolean;
  /** It is told what /etc/motd has. */
  readonly greeted: boolean;
}

/** A login over the network, or to a host's console: its terminal is one of the place. */
export function loginWish(
  words: readonly string[],
  visitor: KnownVisitor,
  { terminal, greeted }: LoginWay,
): Wish {
  const home = `cd ${shellQuoted(visitor.home)} 2> /dev/null || cd /; `;
  const shell = shellQuoted(visitor.shell);
  const line = (prompt: string): string =>
    words.length > 0
      ? `${home}exec ${shell} -c ${shellQuoted(words.join(' '))}`
      : `${home}${greeted ? 'cat /etc/motd 2> /dev/null; ' : ''}exec env PS1=${shellQuoted(prompt)} ${shell} -l`;
  // Some shells forget the prompt when they only run a line.
  const relay = terminal && words.length === 0 ? ['/usr/bin/script', '-q', '-e', '-c'] : ['/bin/sh', '-c'];
  return {
    words: ({ prompt }) => [...relay, line(prompt), ...(relay.length > 2 ? ['/dev/null'] : [])],
    input: 'inherit',
    visitor,
  };
}

/** Runs a script; without one, what comes from the standard input. One without `#!` is the shell's, as everywhere. */
export function scriptWish(script: Script | undefined, args: readonly string[]): Wish {
  if (!script) return { words: () => [shellOf(), '-s', ...args], input: 'inherit' };
  const { name, content } = script;
  const shell = content.subarray(0, 2).toString('latin1') === '#!' ? [] : [shellOf()];
  return {
    words: ({ lent }) => [...shell, `${lent}/${name}`, ...args],
    lent: { [name]: content },
    input: 'inherit',
  };
}
