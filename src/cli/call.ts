import type { Registered } from '../commands/registry.ts';
import { Failure, failure } from '../messages/failure.ts';
import { labMessages } from '../messages/lab.ts';
import { runtimeMessages } from '../messages/runtime.ts';
import type { Inside } from '../model/inside.ts';
import type { Place } from '../model/place.ts';
import { insideOf } from '../runtime/inside.ts';
import type { LentStreams } from '../runtime/lent-streams.ts';
import type { Host, Platform } from '../state/hosts.ts';
import { type Lab, pendingTrees } from '../state/lab.ts';
import type { Machine } from '../state/machine.ts';
import { isAnythingDue } from '../state/transitions.ts';
import { LabTrouble } from '../state/trouble.ts';
import type { Wpar } from '../state/wpars.ts';
import { chooseHost, chooseTwin } from './choose-host.ts';
import type { Context, Output, TypedLines } from './context.ts';
import { makeContext } from './make-context.ts';
import { openLab } from './open-lab.ts';
import { messageText, runCommand } from './run.ts';

/** Where a command is called from: a process, or a test. */
export interface Caller {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  readonly machine: Machine;
  readonly signal: AbortSignal;
  /** Where typed lines come from; default the standard input of the process. */
  readonly openInput?: () => Promise<TypedLines>;
  /** Asks on the caller's terminal; default that of the process. */
  readonly ask?: Context['ask'];
  /** Runs a program where the caller is; default on this machine. */
  readonly runScript?: Context['runScript'];
  /** Who calls from inside: its number there, which it has shown to be its own. */
  readonly callerPid?: Context['callerPid'];
  /** The caller is inside the host, or a WPAR on it: its directory is one of that place's. */
  readonly fromInside?: boolean;
  /** Who calls; default the usual user of the platform. */
  readonly user?: string;
  /** Opens the caller's streams for a program that is started in its place; default those of the process. */
  readonly lendStreams?: () => LentStreams;
  /** The WPAR that the caller is in. */
  readonly wpar?: Wpar;
  /** What is real in partitions; default that of the lab. */
  readonly inside?: Inside;
}

/** Calls a documented command as a plain shell does. @returns the exit status */
export async function callCommand(
  name: string,
  registered: Registered,
  argv: readonly string[],
  caller: Caller,
): Promise<number> {
  try {
    const lab = await openLab(caller.environment, caller.machine);
    try {
      const named = caller.environment.PARLAB_HOST;
      const chosen = chooseTwin(lab, registered, argv, named);
      const host = chooseHost(lab, chosen.platform, named);
      return await callOn(lab, host, name, chosen, argv, caller, false);
    } finally {
      lab.close();
    }
  } catch (error) {
    return explainTrouble(error, name, caller);
  }
}

/** Whom a plain shell is on each platform; `hscroot` and `padmin` are what captures and seed 5 have. */
const users: Readonly<Record<Platform, string>> = {
  aix: 'root',
  hmc: 'hscroot',
  nfs: 'root',
  vios: 'padmin',
};

/** Calls a command on a host of an open lab. */
export async function callOn(
  lab: Lab,
  host: Host,
  name: string,
  registered: Registered,
  argv: readonly string[],
  caller: Caller,
  onHost: boolean,
): Promise<number> {
  // A restore or reset that died between its commit and the swap of the laid trees is finished first.
  if (lab.meta(pendingTrees) !== undefined) (await import('../state/snapshots/trees.ts')).settleTrees(lab);
  // What was asked for and takes time is done first: nobody stays to do it.
  if (!lab.readOnly && isAnythingDue(lab.engine, lab.now())) lab.update(() => {});
  requireUp(lab, host);
  const { command } = await registered.load();
  const context = makeContext({
    ...caller,
    command: name,
    argv,
    lab,
    host,
    inside: caller.inside ?? insideOf(lab),
    user: caller.user ?? users[host.platform],
    onHost,
    ask: caller.ask ?? (async (question, options) => (await import('./ask.ts')).ask(question, options)),
    openInput: caller.openInput ?? (async () => (await import('./typed-lines.ts')).openTypedLines()),
    runOn: async (other, words, streams) => {
      const { wpar: _, user: __, ...elsewhere } = caller;
      const [called = '', ...rest] = words;
      const { registeredOn } = await import('../commands/registry.ts');
      const found = registeredOn(called, other.platform);
      return found && (await callOn(lab, other, called, found, rest, { ...elsewhere, ...streams }, true));
    },
    enter: async (wpar, user, words) => {
      const { cloginWish, stay } = await import('../runtime/stay.ts');
      const { visitorOf } = await import('../runtime/visitor.ts');
      const visitor = visitorOf(lab, { host, wpar }, user);
      if (!visitor) return undefined;
      try {
        return await stay(lab, { host, wpar }, cloginWish(words, visitor), caller);
      } catch (error) {
        const status = await callWithout(error, lab, { host, wpar }, words, caller);
        if (status === undefined) throw error;
        return status;
      }
    },
    prepareApplication: async (wpar, program) => {
      const { overHostFiles, overOwnFiles } = await import('../runtime/application.ts');
      const application = { lab, host, wpar, command: program, caller };
      return onHost
        ? await overHostFiles(application, { callOn, explainTrouble })
        : await overOwnFiles(application);
    },
    runScript:
      caller.runScript ??
      (async (path, args) => (await import('./run-script.ts')).runScript(path, args, caller)),
  });
  return await runCommand(command, argv, context);
}

/**
 * Where no real programs can run, our own commands answer for a WPAR all the same: a simple line of one is called here.
 * @returns undefined if it is not that trouble, or no such line
 */
async function callWithout(
  trouble: unknown,
  lab: Lab,
  { host, wpar }: Place,
  words: readonly string[],
  caller: Caller,
): Promise<number | undefined> {
  if (!(trouble instanceof Failure) || trouble.catalogued.id !== runtimeMessages.notHere.id) return undefined;
  const line = words.join(' ');
  if (/[^\w\s./:=@,+-]/.test(line)) return undefined;
  const [path = '', ...argv] = line.trim().split(/\s+/);
  const { registeredOn } = await import('../commands/registry.ts');
  const name = path.replace(/^\/usr\/s?bin\//, '');
  const found = registeredOn(name, host.platform);
  if (!wpar || found?.inWpar !== true) return undefined;
  const inside = { ...caller, wpar, directory: '/', fromInside: true };
  return await callOn(lab, host, name, found, argv, inside, true);
}

/** @throws Failure if the host runs in a partition that does not */
export function requireUp({ engine }: Lab, { name, platform }: Host): void {
  if (platform !== 'aix' && platform !== 'vios') return;
  const down = engine.get<{ name: string; state: string }>(
    "SELECT name, state FROM partition WHERE host = ? AND state NOT IN ('Running', 'Shutting Down')",
    name,
  );
  if (down) throw failure(labMessages.hostDown, { host: name, partition: down.name, state: down.state });
}

/** Trouble before there is a context: no lab, no host. */
export function explainTrouble(error: unknown, name: string, caller: Pick<Caller, 'stderr'>): number {
  const place = { command: name, release: '7.1' };
  if (error instanceof Failure) {
    caller.stderr.write(messageText(error.catalogued, error.values, place));
    return error.catalogued.status ?? 1;
  }
  if (error instanceof LabTrouble) {
    caller.stderr.write(messageText(labMessages.trouble, { trouble: error.message }, place));
    return 1;
  }
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  caller.stderr.write(messageText(labMessages.internal, { error: text }, place));
  return labMessages.internal.status;
}
