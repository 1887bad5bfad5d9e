import type { DlparAction, Progress } from './event.ts';
import { type Answer, type Layer, type Listener, layers } from './listener.ts';
import { type Phase, type PhaseRow, protocol } from './phases.ts';

/** A listener that said no, or failed. */
export interface Refusal {
  readonly layer: Layer;
  readonly name: string;
  readonly phase: Phase;
  readonly reason: string | undefined;
}

/** What a phase came to. */
export interface PhaseEnd {
  /** The request goes on. */
  readonly ok: boolean;
  readonly refusals: readonly Refusal[];
}

/** Listeners of one kind that are about to be called one after the other. */
export interface Expected {
  readonly phase: Phase;
  readonly layer: Layer;
  readonly listeners: readonly Listener[];
  readonly progress: Progress;
  /** After the first that refuses, no other is called. */
  readonly halts: boolean;
  /** Those that refuse do not hear of an undo. */
  readonly drops: boolean;
}

/** What the course of a request tells while it is under way. */
export interface CourseTold {
  /** A kind of listeners begins with a phase, and has ended it. */
  layerBegins?(phase: Phase, layer: Layer): void;
  layerEnds?(phase: Phase, layer: Layer): void;
  /** Before the first of them is called. */
  expects?(expected: Expected): Promise<void>;
  /** Before a listener is called in the pre phase: it is to be undone, if the process of the request dies. */
  prepares?(listener: Listener): void;
  /** It has failed in the pre phase, and so does not hear of an undo. */
  fails?(listener: Listener): void;
  /** Before a listener is told how the request ended: whoever comes later has nothing to tell it. */
  concludes?(listener: Listener): void;
}

/**
 * The way of one request through its phases: whom each calls, and what their answers mean. It knows who was called and
 * who completed; the table in `phases.ts` knows what that is good for.
 */
export class Course {
  readonly #rows: Readonly<Record<Phase, PhaseRow>>;
  readonly #listeners: readonly Listener[];
  readonly #force: boolean;
  readonly #told: CourseTold;
  readonly #called = new Set<Listener>();
  readonly #completed = new Set<Listener>();

  constructor(
    action: DlparAction,
    listeners: readonly Listener[],
    { force = false, told = {} }: { readonly force?: boolean; readonly told?: CourseTold } = {},
  ) {
    this.#rows = protocol[action];
    this.#listeners = listeners;
    this.#force = force;
    this.#told = told;
  }

  /** The command of a phase. */
  command(phase: Phase): string {
    return this.#rows[phase].command;
  }

  /** Whether the phase is left out. */
  skips(phase: Phase): boolean {
    return this.#force && this.#rows[phase].forced === 'skip';
  }

  /**
   * Runs a phase, one kind of listeners after the other. Of the check phase all listeners of a kind are asked; a pre phase that
   * a refusal stops ends there.
   * @param apart a kind that hears of it elsewhere: here its turn comes and goes
   */
  async run(phase: Phase, progress: Progress, apart?: Layer): Promise<PhaseEnd> {
    if (this.skips(phase)) return { ok: true, refusals: [] };
    const refusals: Refusal[] = [];
    for (const layer of layers) {
      this.#told.layerBegins?.(phase, layer);
      const ok = layer === apart || (await this.#runLayer(phase, progress, layer, refusals));
      this.#told.layerEnds?.(phase, layer);
      if (!ok) return { ok: false, refusals };
    }
    return { ok: true, refusals };
  }

  async #runLayer(phase: Phase, progress: Progress, layer: Layer, refusals: Refusal[]): Promise<boolean> {
    const row = this.#rows[phase];
    const meaning = this.#force && row.forced !== 'skip' ? row.forced : row.refused;
    let ok = true;
    const listeners = this.#whom(phase, row, layer);
    const drops = phase === 'pre' && this.#rows.undo.called === 'completed';
    await this.#told.expects?.({ phase, layer, listeners, progress, halts: meaning === 'stop', drops });
    for (const listener of listeners) {
      if (phase === 'pre') {
        this.#told.prepares?.(listener);
        this.#called.add(listener);
      } else if (phase !== 'check') this.#told.concludes?.(listener);
      const answer = await listener.call(phase, progress);
      if (answer.ok && phase === 'pre') this.#completed.add(listener);
      if (answer.ok) continue;
      if (drops) this.#told.fails?.(listener);
      refusals.push(refusalOf(listener, phase, answer));
      if (meaning === 'stop') return false;
      if (meaning === 'refuse') ok = false;
    }
    return ok;
  }

  #whom(phase: Phase, { called }: PhaseRow, layer: Layer): Listener[] {
    const of = this.#listeners.filter((each) => each.layer === layer);
    if (phase === 'check' || phase === 'pre' || called === 'all') return of;
    const chosen = called === 'completed' ? this.#completed : this.#called;
    return of.filter((each) => chosen.has(each));
  }
}

function refusalOf({ layer, name }: Listener, phase: Phase, { reason }: Answer): Refusal {
  return { layer, name, phase, reason };
}
