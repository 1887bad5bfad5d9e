import { fillIn } from '../../messages/define.ts';
import { dlparLogMessages as messages } from '../../messages/dlpar-log.ts';
import type { AnnouncedCall, ScriptEnd, ScriptSession } from '../inside.ts';
import type { Deadline } from './deadline.ts';
import { eventVariables, notImplemented, scriptDirectory, scriptEnvironment } from './environment.ts';
import type { DlparEvent, Progress, RequestWishes } from './event.ts';
import type { Journal } from './journal.ts';
import type { Answer, Listener } from './listener.ts';
import { type LogLevel, logLevels, readOutput } from './output.ts';
import { type Phase, protocol } from './phases.ts';

/** A script that is to be called. */
export interface InstalledScript {
  /** As the partition sees it. */
  readonly path: string;
  /** Seconds that it has for a call; 0: no limit. */
  readonly seconds: number;
  /** What it answers is known without a way into the partition: it agrees, and does nothing. */
  readonly idle?: boolean;
}

/** What all scripts of a request share. */
export interface ScriptCalls {
  readonly event: DlparEvent;
  readonly wishes: RequestWishes;
  readonly deadline: Deadline;
  readonly journal: Journal;
  readonly signal: AbortSignal;
  /** The way into the partition, opened with the first call. @throws Failure */
  session(): Promise<ScriptSession>;
}

/** A script of the partition as a listener of a request. */
export function scriptListener(script: InstalledScript, calls: ScriptCalls): Listener {
  const name = script.path;
  return {
    layer: 'scripts',
    name,
    call: async (phase, progress) =>
      script.idle === true ? { ok: true } : await callScript(script, calls, phase, progress),
  };
}

/** How a script is called. */
export function announcedCall(
  { path }: Pick<InstalledScript, 'path'>,
  { event, wishes }: Pick<ScriptCalls, 'event' | 'wishes'>,
  phase: Phase,
  progress: Progress,
): AnnouncedCall {
  return {
    words: [path, protocol[event.action][phase].command, event.resource],
    environment: { ...scriptEnvironment, ...eventVariables(event, progress, wishes) },
    directory: scriptDirectory,
  };
}

async function callScript(
  { path, seconds }: InstalledScript,
  calls: ScriptCalls,
  phase: Phase,
  progress: Progress,
): Promise<Answer> {
  const { event, deadline, journal, signal, session } = calls;
  const { command } = protocol[event.action][phase];
  // What has to be said after the change, or after its failure, is said however late it is.
  const left = phase === 'check' || phase === 'pre' ? deadline.left : Number.POSITIVE_INFINITY;
  const limit = Math.min(seconds === 0 ? Number.POSITIVE_INFINITY : seconds, left);
  const ended = await (await session()).run({
    ...announcedCall({ path }, calls, phase, progress),
    seconds: Number.isFinite(limit) ? Math.max(limit, 0.001) : 0,
    signal: phase === 'check' || phase === 'pre' ? signal : new AbortController().signal,
  });
  deadline.spend(ended.milliseconds / 1000);
  const where = { name: path, command, resource: event.resource };
  const error = report(ended, path, journal);
  if (ended.cut) journal.said('warning', fillIn(messages.cut.text, where));
  if (!ended.timedOut && (ended.status === 0 || ended.status === notImplemented)) {
    if (error !== undefined) journal.said('err', fillIn(messages.said.text, { name: path, text: error }));
    return { ok: true };
  }
  const values = { ...where, status: ended.status, reason: whyNot(ended, error, limit, signal.aborted) };
  journal.said('err', fillIn(messages.refused.text, values));
  return { ok: false, reason: `${path}: ${values.reason}` };
}

function whyNot(ended: ScriptEnd, error: string | undefined, limit: number, interrupted: boolean): string {
  if (ended.timedOut) return fillIn(messages.timedOut.text, { seconds: Math.round(limit * 1000) / 1000 });
  if (error !== undefined) return error;
  return interrupted ? messages.interrupted.text : unexplained(ended);
}

function unexplained({ status }: ScriptEnd): string {
  return status === 126 || status === 127 ? messages.notStarted.text : messages.silent.text;
}

/** Logs what a script has to say for the log. @returns its DR_ERROR */
function report({ stdout }: ScriptEnd, path: string, journal: Journal): string | undefined {
  let error: string | undefined;
  for (const { name, value } of readOutput(stdout)) {
    if (name === 'DR_ERROR') error ??= value;
    else if (Object.hasOwn(logLevels, name)) {
      const level: LogLevel = logLevels[name as keyof typeof logLevels];
      journal.said(level, fillIn(messages.said.text, { name: path, text: value }));
    }
  }
  return error;
}
