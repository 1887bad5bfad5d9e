import { failure } from '../../../../messages/failure.ts';
import { faultMessages as messages } from '../../../../messages/faults.ts';
import { type FaultyOperation, faultyOperations } from '../../../../model/faults.ts';
import type { Engine } from '../../../../state/engine.ts';
import type { Fault, FaultKind, NewFault } from '../../../../state/faults.ts';

/** A rule in the words of the command line. */
export interface RuleWords {
  readonly operation: string;
  readonly on: string | undefined;
  readonly at: string | undefined;
  readonly as: string;
  readonly nth: string | undefined;
  readonly times: string | undefined;
  readonly probability: string | undefined;
  readonly detail: string | undefined;
}

/** @throws Failure for what no operation of parlab would ever meet */
export function readRule(words: RuleWords, engine: Engine): NewFault {
  const { operation, on: object = null, as: kind, detail = '' } = words;
  const known = Object.hasOwn(faultyOperations, operation) ? faultyOperations[operation] : undefined;
  if (!known)
    throw failure(messages.operation, { operation, operations: Object.keys(faultyOperations).join(', ') });
  const place = placeOf(words, known);
  if (!known.kinds.includes(kind as FaultKind))
    throw failure(messages.kind, { operation, kind, kinds: known.kinds.join(', ') });
  if (object !== null && !engine.get('SELECT 1 FROM partition WHERE name = ?', object))
    throw failure(messages.object, { name: object });
  if (detail.length > 200) throw failure(messages.detail, {});
  return {
    operation,
    object,
    ...place,
    kind: kind as FaultKind,
    nth: countOf('--nth', words.nth) ?? 1,
    times: countOf('--times', words.times) ?? null,
    probability: chanceOf(words.probability),
    detail,
  };
}

function placeOf({ operation, at }: RuleWords, known: FaultyOperation): Pick<Fault, 'at' | 'percent'> {
  const phases = Object.keys(known.phases);
  if (at === undefined) {
    const [only = ''] = phases;
    if (phases.length > 1) throw failure(messages.needsPhase, { phases: phases.join(', ') });
    return { at: only, percent: null };
  }
  const percent = /^(\d{1,3})%$/.exec(at)?.[1];
  if (percent === undefined) {
    if (!phases.includes(at))
      throw failure(messages.phase, { operation, phase: at, phases: phases.join(', ') });
    return { at, percent: null };
  }
  if (known.copies === undefined || Number(percent) > 100) throw failure(messages.percent, {});
  return { at: known.copies, percent: Number(percent) };
}

function countOf(flag: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(value)) throw failure(messages.number, { flag, value });
  return Number(value);
}

function chanceOf(value: string | undefined): number {
  if (value === undefined) return 100;
  const percent = /^(\d{1,3})%?$/.exec(value)?.[1];
  if (percent === undefined || Number(percent) < 1 || Number(percent) > 100)
    throw failure(messages.chance, { value });
  return Number(percent);
}

/** `migrate of b750nl2, copy at 40%` */
export function describeTarget({ operation, object, at, percent }: NewFault): string {
  return `${operation} of ${object ?? 'any partition'}, ${at}${percent === null ? '' : ` at ${percent}%`}`;
}
