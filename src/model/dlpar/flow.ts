import { dlparLogMessages as messages } from '../../messages/dlpar-log.ts';
import type { DlparEvent } from './event.ts';
import type { Journal } from './journal.ts';
import type { Layer } from './listener.ts';
import type { Phase } from './phases.ts';
import { eventWords } from './words.ts';

/** What the log calls the phases (CHECK and PRE published, the others after them). */
export const phaseNames = { check: 'CHECK', pre: 'PRE', post: 'POST', undo: 'POST ERROR' } as const;

/** The lines of the operating system about an event, from its start to its end. */
export class Flow {
  readonly #journal: Journal;
  readonly #event: Pick<DlparEvent, 'action' | 'resource'>;

  constructor(journal: Journal, event: Pick<DlparEvent, 'action' | 'resource'>) {
    this.#journal = journal;
    this.#event = event;
  }

  begins(): void {
    this.#journal.flow(messages.start, { title: eventWords(this.#event).title });
  }

  ends(): void {
    this.#journal.flow(messages.end, { title: eventWords(this.#event).title });
  }

  phase(phase: Phase): void {
    const name = phaseNames[phase];
    if (phase === 'check') this.#journal.flow(messages.check, { subject: eventWords(this.#event).subject });
    else this.#journal.flow(messages.phase, { phase: name });
    this.#journal.flow(messages.phaseStarted, { phase: name });
  }

  layerBegins(phase: Phase, layer: Layer): void {
    if (layer === 'scripts') this.#journal.flow(messages.scriptsBegin, { phase: phaseNames[phase] });
    else if (layer === 'kernel extensions') this.#journal.flow(messages.extensionsBegin, {});
    else this.#journal.flow(messages.programsBegin, {});
  }

  layerEnds(layer: Layer): void {
    if (layer === 'scripts') this.#journal.flow(messages.scriptsEnd, {});
    else if (layer === 'kernel extensions') this.#journal.flow(messages.extensionsEnd, {});
    else this.#journal.flow(messages.programsEnd, {});
  }
}
