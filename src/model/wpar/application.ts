import { failure } from '../../messages/failure.ts';
import { progress } from '../../messages/progress.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Change } from '../../state/change.ts';
import { deleteHolder, findHolder, type Holder, insertHolder } from '../../state/holders.ts';
import { deleteWpar } from '../../state/wpar-writes.ts';
import { mountsOf, operationOn, type Wpar } from '../../state/wpars.ts';
import type { Work } from '../work.ts';
import { defineWpar } from './create.ts';
import { seconds } from './durations.ts';
import { lock, markStale, release } from './lock.ts';
import type { Plan } from './settings.ts';

/** A program in namespaces of its own that waits for its start. */
export interface PreparedApplication {
  /** The process that lasts as long as they do. */
  readonly holder: Holder;
  /** Starts it. @returns its exit status, when all that it started has ended, too. The namespaces are still there */
  run(): Promise<number>;
  /** Takes the namespaces away, and whatever is in them. */
  end(): Promise<void>;
}

/** What is said at each step, and what makes the real program. */
export interface ApplicationSteps {
  readonly prepare: (wpar: Wpar) => Promise<PreparedApplication>;
  /** It is created. */
  readonly created: (wpar: Wpar) => void;
  /** It begins to start; its file systems are mounted; it is loaded. */
  readonly starting: (wpar: Wpar) => void;
  readonly mounting: () => void;
  readonly loading: () => void;
  /** Its processes have ended. */
  readonly ended: (wpar: Wpar) => void;
}

/**
 * Makes an application WPAR, runs its program, and removes it when all of its processes have ended (wparexec page).
 * @param plan made and checked inside the claiming transaction; what it throws undoes the claim
 * @returns the exit status of the program
 * @throws Failure; then nothing of it is left
 */
export async function executeApplication(
  work: Work,
  plan: (change: Change) => Plan,
  steps: ApplicationSteps,
): Promise<number> {
  const wpar = work.lab.update((change) => {
    const wpar = defineWpar(change, plan(change));
    lock(change, wpar, 'wparexec');
    return wpar;
  });
  const application = await start(work, wpar, steps);
  try {
    const status = await application.run();
    // While its process is there: a WPAR without one would be taken for Broken.
    await finish(work, wpar, application.holder, steps);
    return status;
  } finally {
    await application.end();
  }
}

/** Makes an application WPAR, Defined, for a later start. @throws Failure */
export function defineApplication(work: Work, plan: (change: Change) => Plan): Wpar {
  return work.lab.update((change) => {
    const wpar = defineWpar(change, plan(change));
    markStale(change, work.host, wpar.name);
    return wpar;
  });
}

async function start(work: Work, wpar: Wpar, steps: ApplicationSteps): Promise<PreparedApplication> {
  const { lab, signal } = work;
  let application: PreparedApplication | undefined;
  try {
    if (mountsOf(lab.engine, wpar.id).length > 0) await work.inside.remount({ host: work.host });
    application = await steps.prepare(wpar);
    steps.created(wpar);
    steps.starting(wpar);
    steps.mounting();
    await lab.pass(seconds.mount, signal);
    if (!signal.aborted) steps.loading();
    await lab.pass(seconds.load, signal);
    if (signal.aborted) throw failure(messages.signalled, { signal: String(signal.reason ?? 'SIGTERM') });
    activate(work, wpar, application.holder);
    return application;
  } catch (error) {
    await application?.end();
    lab.update((change) => {
      release(change, wpar, 'D', { status: 1, why: 'could not be started, and is removed' });
      deleteWpar(change.engine, wpar.id);
    });
    if (mountsOf(lab.engine, wpar.id).length > 0) await work.inside.remount({ host: work.host });
    throw error;
  }
}

function activate(work: Work, wpar: Wpar, holder: Holder): void {
  work.lab.update((change) => {
    insertHolder(change.engine, holder);
    release(change, wpar, 'A', {
      columns: { started: change.lab.now() },
      why: 'Transitional -> Active',
    });
    markStale(change, work.host, wpar.name);
  });
}

// Who stops or removes it from elsewhere takes the WPAR away; here only its processes have ended then.
async function finish(work: Work, wpar: Wpar, holder: Holder, steps: ApplicationSteps): Promise<void> {
  const removed = work.lab.update((change) => {
    const { engine } = change;
    const current = findHolder(engine, wpar.host, wpar.id);
    if (current?.pid !== holder.pid || current.birth !== holder.birth) return false;
    deleteHolder(engine, holder);
    if (operationOn(engine, wpar.id)) return false;
    deleteWpar(engine, wpar.id);
    markStale(change, work.host, wpar.name);
    change.note(wpar.host, wpar.name, 'removed: all of its processes have ended');
    return true;
  });
  if (!removed) return;
  steps.ended(wpar);
  await work.inside.remount({ host: work.host });
}

/** The lines of a start, as `startwpar` has them. @param verbose those of `wparexec -v`, with the name in quotes (capture) */
export function startLines(
  work: Work,
  verbose: boolean,
): Pick<ApplicationSteps, 'loading' | 'mounting' | 'starting'> {
  return {
    starting: ({ name }) => work.say(verbose ? progress.startingQuoted : progress.starting, { name }),
    mounting: () => work.say(progress.mounting, {}),
    loading: () => work.say(progress.loading, {}),
  };
}
