import type { AnnouncedCall, ScriptEnd } from '../model/inside.ts';
import type { ScriptPipes } from './script-pipes.ts';

/** A call that the shell knows of. */
export interface Expected {
  readonly index: number;
  readonly call: AnnouncedCall;
  /** How it ended, as soon as that is known. */
  end?: Omit<ScriptEnd, 'timedOut'>;
  timedOut?: true;
  /** Who waits for it. */
  over?: () => void;
}

/** Calls that the shell makes one after the other. */
export interface Batch {
  readonly number: number;
  readonly halts: boolean;
  /** Those that have not ended, in their order. */
  readonly pending: Expected[];
  /** Those that nobody has asked for. */
  readonly unasked: Expected[];
  /** Pipes that the shell was given, in the order in which it takes them. */
  readonly given: ScriptPipes[];
  /** The call for which the shell was held up last. */
  held?: Expected | undefined;
  /** Calls that have no pipes yet. */
  waiting: number;
  /** When the call that is under way was begun. */
  began: number;
}
