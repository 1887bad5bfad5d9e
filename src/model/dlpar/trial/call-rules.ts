import { graceSeconds, notImplemented, scriptEnvironment } from '../environment.ts';
import { readOutput } from '../output.ts';
import type { Phase } from '../phases.ts';
import { type Finding, finding } from './finding.ts';
import { outputFindings } from './output-rules.ts';
import type { TrialCall } from './recorder.ts';

/** What a call is for, and by what people would know the script. */
export interface CallMeaning {
  /** Undefined: it describes the script. */
  readonly phase: Phase | undefined;
  /** Words of which an error should have one, in small letters. */
  readonly known: readonly string[];
}

/** `prerelease mem` */
export function callName({ command, resource }: Pick<TrialCall, 'command' | 'resource'>): string {
  return resource === undefined ? command : `${command} ${resource}`;
}

/** How a call has ended, in words. */
export function howEnded({ status }: { readonly status: number }): string {
  return isSignal(status) ? `It was ended by signal ${status - 128}` : `It ended with ${status}`;
}

function isSignal(status: number): boolean {
  return status > 128 && status <= 128 + 64;
}

/** Whether a call has succeeded, as drmgr takes it. */
export function succeeded({ end }: Pick<TrialCall, 'end'>): boolean {
  return !end.timedOut && (end.status === 0 || end.status === notImplemented);
}

/** What a single call shows, whatever came before it. */
export function callFindings(call: TrialCall, meaning: CallMeaning): Finding[] {
  const name = callName(call);
  return [
    ...timeFindings(call, name),
    ...(meaning.phase === undefined ? [] : errorFindings(call, name, meaning.phase, meaning.known)),
    ...(call.end.cut
      ? [finding('outputCut', name, {})]
      : outputFindings(call.command, name, call.end.stdout)),
    ...standardError(call, name),
    ...call.left.map(({ words }) => finding('leftRunning', name, { program: words.join(' ') })),
  ];
}

function timeFindings({ end, limit }: TrialCall, name: string): Finding[] {
  if (limit === 0) return [];
  const seconds = limit === 1 ? '1 second' : `${limit} seconds`;
  if (end.timedOut) return [finding('timeOver', name, { limit: seconds, effect: effectOf(end.status) })];
  if (end.milliseconds > limit * 500) return [finding('timeHalf', name, { limit: seconds })];
  return [];
}

function effectOf(status: number): string {
  if (status === 128 + 9)
    return `SIGABRT did not end it either, and ${graceSeconds} second later it was killed`;
  if (isSignal(status)) return 'SIGABRT has ended it';
  return `after SIGABRT it ended with ${status}`;
}

function errorFindings(call: TrialCall, name: string, phase: Phase, known: readonly string[]): Finding[] {
  const { end } = call;
  const errors = readOutput(end.stdout).filter((said) => said.name === 'DR_ERROR');
  const [error] = errors;
  const found: Finding[] = [];
  const how = howEnded(end);
  if (!error) {
    if (!succeeded(call) && !end.timedOut) found.push(finding('errorMissing', name, { how }));
  } else {
    if (succeeded(call)) {
      const rule = phase === 'check' || phase === 'pre' ? 'errorIgnored' : 'errorAfter';
      found.push(finding(rule, name, { status: end.status }));
    }
    const text = error.value.toLowerCase();
    if (!known.some((word) => text.includes(word))) {
      found.push(finding('errorNameless', name, { error: error.value }));
    }
    if (errors.length > 1) found.push(finding('errorTwice', name, {}));
  }
  if (!succeeded(call) && phase === 'post') found.push(finding('postFails', name, { how }));
  if (!succeeded(call) && phase === 'undo') found.push(finding('undoFails', name, { how }));
  return found;
}

function standardError({ end }: TrialCall, name: string): Finding[] {
  const line = end.stderr
    .split('\n')
    .find((each) => each.trim() !== '')
    ?.trim();
  // Of a script that was ended the shell says so there.
  if (line === undefined || end.timedOut) return [];
  if (/not found|No such file or directory/i.test(end.stderr)) {
    return [finding('notFound', name, { line, path: scriptEnvironment.PATH ?? '' })];
  }
  if (/not a (tty|terminal)|inappropriate ioctl|terminal type|TERM /i.test(end.stderr)) {
    return [finding('noTerminal', name, { line })];
  }
  return [finding('standardError', name, { line })];
}
