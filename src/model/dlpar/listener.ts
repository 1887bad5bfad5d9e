import type { Progress } from './event.ts';
import type { Phase } from './phases.ts';

/** Kinds of listeners, in the order in which a phase calls them (the operating system's own log). */
export const layers = ['scripts', 'kernel extensions', 'application signal handlers'] as const;
export type Layer = (typeof layers)[number];

export interface Answer {
  readonly ok: boolean;
  /** Why not, for whoever asked; it should name the application (seed 4). */
  readonly reason?: string;
}

/** Somebody in the partition who wants to know of changes. */
export interface Listener {
  readonly layer: Layer;
  /** What people call it: the path of a script, the name of a kernel extension, a process. */
  readonly name: string;
  /**
   * Called once for a request; handlers of kernel extensions in pre, post and undo once for each memory block or processor
   * (seed 4, "Reconfiguration Handlers").
   */
  call(phase: Phase, progress: Progress): Promise<Answer>;
}
