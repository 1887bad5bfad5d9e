import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Caller, callOn, explainTrouble } from '../cli/call.ts';
import { messageText } from '../cli/run.ts';
import { allNames, registeredOn } from '../commands/registry.ts';
import { failure } from '../messages/failure.ts';
import { labMessages } from '../messages/lab.ts';
import { runtimeMessages } from '../messages/runtime.ts';
import type { Place } from '../model/place.ts';
import { findHost } from '../state/hosts.ts';
import { Lab } from '../state/lab.ts';
import { findWpar } from '../state/wpars.ts';
import { Broker, type Call } from './broker.ts';
import { type Entry, enter } from './enter.ts';
import { layPlace, placeEnvironment } from './place.ts';
import { refusal } from './refusal.ts';
import { Session } from './session.ts';

/** What to do inside. */
export interface Wish {
  /** The program and its words, as `env` takes them. */
  readonly words: readonly string[];
  /** Files that are lent, by their names in `/dev/.parlab/script`. */
  readonly lent?: Readonly<Record<string, Buffer>>;
  readonly input: Entry['input'];
}

/** What answers the commands inside: handed in, for it knows this module. */
export interface Hands {
  readonly callOn: typeof callOn;
  readonly explainTrouble: typeof explainTrouble;
}

/** Where lent files are found inside. */
export const lentFolder = '/dev/.parlab/script';

/** The shell that the place has. */
export function shellOf(): string {
  return ['/usr/bin/ksh', '/usr/bin/ksh93', '/usr/bin/mksh', '/usr/bin/bash'].find(existsSync) ?? '/bin/sh';
}

/**
 * Goes into a host or a WPAR and runs something there; commands of ours that it calls are answered meanwhile.
 * @returns its exit status
 * @throws Failure where the machine does not allow it: nothing ran then
 */
export async function stay(
  lab: Lab,
  place: Place,
  wish: Wish,
  caller: Caller,
  hands: Hands,
): Promise<number> {
  if (process.platform !== 'linux') throw refusal(place);
  const laid = layPlace(lab, place);
  const session = Session.open(lab.directory, lab.machine);
  const broker = new Broker((call) => answer(lab.directory, place, call, caller, hands));
  try {
    session.layCommands(allNames().filter((name) => registeredOn(name, place.host.platform)));
    session.laySystem(shellOf());
    for (const [name, text] of Object.entries(wish.lent ?? {})) session.write(`script/${name}`, text, 0o755);
    await broker.listen(session.socket);
    session.openSocket();
    const outcome = await enter({
      ...laid,
      session,
      hostName: place.wpar?.hostname ?? place.host.name,
      words: ['/usr/bin/env', '-i', ...placeEnvironment(place, caller.environment.TERM), ...wish.words],
      input: wish.input,
      stdout: caller.stdout,
      stderr: caller.stderr,
      signal: caller.signal,
    });
    if (outcome.entered) return outcome.status;
    throw refusal(place, outcome.step);
  } finally {
    broker.close();
    session.close();
  }
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

/**
 * A login: its shell says what /etc/motd has and reads the profiles; a command is run by the shell, as with `su -c`.
 * @param direct whether the caller's own input and terminal can be lent
 * @throws Failure for a login without them
 */
export function loginWish(words: readonly string[], direct: boolean): Wish {
  const shell = shellOf();
  if (words.length > 0) {
    return { words: [shell, '-c', words.join(' ')], input: direct ? 'inherit' : 'none' };
  }
  if (!direct) throw failure(runtimeMessages.fromOutside, {});
  return { words: ['/bin/sh', '-c', `cat /etc/motd; exec ${shell} -l`], input: 'inherit' };
}

/** Runs a script; without one, what comes from the standard input. One without `#!` is the shell's, as everywhere. */
export function scriptWish(script: Script | undefined, args: readonly string[]): Wish {
  if (!script) return { words: [shellOf(), '-s', ...args], input: 'inherit' };
  const path = `${lentFolder}/${script.name}`;
  const program = script.content.subarray(0, 2).toString('latin1') === '#!' ? [path] : [shellOf(), path];
  return { words: [...program, ...args], lent: { [script.name]: script.content }, input: 'inherit' };
}

// Each call sees the lab as it is at that moment; what a place may not ask is refused here.
async function answer(
  directory: string,
  place: Place,
  call: Call,
  around: Caller,
  hands: Hands,
): Promise<number> {
  const { name } = call;
  const { release } = place.host;
  try {
    const lab = Lab.open(directory, around.machine);
    try {
      const host = findHost(lab.engine, place.host.name);
      if (!host) throw failure(runtimeMessages.hostGone, { host: place.host.name });
      const registered = registeredOn(name, host.platform);
      if (!registered) {
        call.stderr.write(messageText(labMessages.notOnHost, { name }, { command: name, release }));
        return labMessages.notOnHost.status;
      }
      if (place.wpar && registered.inWpar !== true) {
        call.stderr.write(messageText(runtimeMessages.notInside, undefined, { command: name, release }));
        return 1;
      }
      const wpar = place.wpar && findWpar(lab.engine, host.name, place.wpar.name);
      const caller = { ...call, machine: around.machine, fromInside: true, ...(wpar ? { wpar } : {}) };
      return await hands.callOn(lab, host, name, registered, call.argv, caller, true);
    } finally {
      lab.close();
    }
  } catch (error) {
    return hands.explainTrouble(error, name, call);
  }
}
