import { fillIn } from '../../messages/define.ts';
import { dlparLogMessages as messages } from '../../messages/dlpar-log.ts';
import {
  type HandlerRequest,
  type HandlerResult,
  type HandlerWait,
  type KernelHandler,
  kernelHandlers,
} from '../../state/kernel-handlers.ts';
import type { Work } from '../work.ts';
import type { Deadline } from './deadline.ts';
import type { DlparEvent } from './event.ts';
import type { Journal } from './journal.ts';
import type { Answer, Listener } from './listener.ts';
import type { Phase } from './phases.ts';

/** What the handlers of a request share. */
export interface HandlerCalls {
  readonly work: Pick<Work, 'lab' | 'signal'>;
  readonly event: DlparEvent;
  readonly deadline: Deadline;
  readonly journal: Journal;
}

const resources = { cpu: 'CPU', mem: 'MEM' } as const;
const phases = { check: 'CHECK', pre: 'PRE', post: 'POST', undo: 'POST_ERROR' } as const;

/**
 * The kernel extensions of a host that have registered reconfiguration handlers, as listeners. They are asked about
 * processors and memory: no request of theirs is known for anything else.
 */
export function extensionListeners(host: string, calls: HandlerCalls): Listener[] {
  const { resource } = calls.event;
  if (resource !== 'cpu' && resource !== 'mem') return [];
  return kernelHandlers(calls.work.lab.engine, host).map((handler) => ({
    layer: 'kernel extensions',
    name: handler.name,
    call: async (phase) => await callHandler(handler, calls, requestOf(resource, calls.event, phase), phase),
  }));
}

function requestOf(resource: 'cpu' | 'mem', { action }: DlparEvent, phase: Phase): HandlerRequest {
  return `DR_${resources[resource]}_${action === 'release' ? 'REMOVE' : 'ADD'}_${phases[phase]}`;
}

async function callHandler(
  { name, registers, answers }: KernelHandler,
  calls: HandlerCalls,
  request: HandlerRequest,
  phase: Phase,
): Promise<Answer> {
  if (!registers.includes(request)) return { ok: true };
  const answer = answers[request] ?? 'DR_SUCCESS';
  const result = typeof answer === 'string' ? answer : await completed(name, answer, calls, request, phase);
  if (result === 'DR_SUCCESS') return { ok: true };
  const reason =
    result === undefined
      ? fillIn(messages.handlerLate.text, { request })
      : fillIn(messages.handlerFailed.text, { request });
  calls.journal.said('err', fillIn(messages.said.text, { name, text: reason }));
  return { ok: false, reason };
}

/**
 * Waits for a handler that goes on by itself until it calls reconfig_handler_complete; before the change no longer than
 * the request may take.
 * @returns undefined: it has not called
 */
async function completed(
  name: string,
  { wait, rc }: HandlerWait,
  { work, deadline, journal }: HandlerCalls,
  request: HandlerRequest,
  phase: Phase,
): Promise<HandlerResult | undefined> {
  const before = phase === 'check' || phase === 'pre';
  const seconds = before ? Math.min(wait, deadline.left) : wait;
  journal.flow(messages.handlerWaits, { name, request });
  await work.lab.pass(seconds, before ? work.signal : new AbortController().signal);
  deadline.spend(seconds);
  return seconds < wait || (before && work.signal.aborted) ? undefined : rc;
}
