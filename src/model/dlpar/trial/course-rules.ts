import type { DlparAction, ScriptResource } from '../event.ts';
import { type Phase, protocol } from '../phases.ts';
import { callFindings, callName, succeeded } from './call-rules.ts';
import { type Finding, finding } from './finding.ts';
import type { TrialCall } from './recorder.ts';

/** The calls of a course that was played. */
export interface Played {
  readonly action: DlparAction;
  readonly resource: ScriptResource;
  readonly calls: readonly TrialCall[];
}

const phases: readonly Phase[] = ['check', 'pre', 'post', 'undo'];

function phaseOf(action: DlparAction, command: string): Phase | undefined {
  return phases.find((phase) => protocol[action][phase].command === command);
}

/** What the calls of one course show. @param known words of which an error should have one */
export function courseFindings({ action, calls }: Played, known: readonly string[]): Finding[] {
  const found = calls.flatMap((call) => callFindings(call, { phase: phaseOf(action, call.command), known }));
  const [first, second] = calls.filter(({ command }) => command === protocol[action].undo.command);
  if (first && second && succeeded(first) && !succeeded(second)) {
    const ends = { first: first.end.status, second: second.end.status };
    found.push(finding('undoAgain', callName(second), ends));
  }
  return found;
}

/** Whether the last course has ended as the first, which was the same. */
export function restoredFindings(first: Played, last: Played): Finding[] {
  return first.calls.flatMap((call) => {
    const later = last.calls.find(({ command }) => command === call.command);
    if (!later || later.end.status === call.end.status) return [];
    return [finding('notRestored', callName(call), { first: call.end.status, second: later.end.status })];
  });
}

/** Commands of an action that no course has come to, because the script refuses before. */
export function neverCalled(
  action: DlparAction,
  resource: ScriptResource,
  played: readonly Played[],
): Finding[] {
  const called = new Set(played.flatMap(({ calls }) => calls.map(({ command }) => command)));
  return phases
    .map((phase) => protocol[action][phase].command)
    .filter((command) => !called.has(command))
    .map((command) => finding('neverCalled', callName({ command, resource }), {}));
}
