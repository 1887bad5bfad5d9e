import type { Change } from '../../../state/change.ts';
import { findHost, type Host } from '../../../state/hosts.ts';
import { mountsOf, type Wpar } from '../../../state/wpars.ts';
import type { Folder } from '../../folder.ts';
import { readHostFile } from '../../host-tree.ts';
import { hostFolder } from '../../tree/folder.ts';
import type { Work } from '../../work.ts';
import { exportRulesOf } from '../configuration.ts';
import { createWpar } from '../create.ts';
import { refuseBusy, requireState, requireWpar } from '../lock.ts';
import { refusePreservedTwice } from '../removal.ts';
import { removeWpar } from '../remove.ts';
import type { StartOptions } from '../start.ts';
import { planArrival } from './arrival.ts';
import { checkpointWpar } from './checkpoint.ts';
import { requireCheckpointable, requireMcr } from './conditions.ts';
import { stateFileNames } from './files.ts';
import { killWpar } from './kill.ts';
import { restartWpar } from './restart.ts';
import { resumeWpar } from './resume.ts';
import { requireTarget } from './target.ts';

/** A step of the task, as WPAR Manager's task panel would list it. */
export interface TaskStep {
  readonly what: string;
  readonly outcome: 'done' | 'failed';
  /** Lab seconds it took. */
  readonly seconds: number;
}

/** The work on the departure side and on the arrival side, of one open lab. */
export interface Sides {
  readonly departure: Work;
  readonly arrival: Work;
}

export interface Relocation {
  readonly steps: readonly TaskStep[];
  /** It is Active on the arrival side; if not, it is on the departure side again. */
  readonly arrived: boolean;
  /** Lab seconds that the processes stood still. */
  readonly paused: number;
  /** The first thing that went wrong; undefined if nothing did. */
  readonly error: unknown;
}

const silent = (): void => {};

/**
 * Moves an active WPAR to another host (WPAR Manager's Relocate; the steps are those of seed 1): definition on the other side,
 * checkpoint to the NFS server, restart there; then the original is killed and removed, or resumed if something failed.
 * @param told is called after each step
 * @throws Failure if a condition does not hold: nothing is changed then
 */
export async function relocateWpar(
  sides: Sides,
  name: string,
  told: (step: TaskStep) => void,
): Promise<Relocation> {
  const { departure, arrival } = sides;
  const { lab } = departure;
  const wpar = lab.update((change) => requireRelocatable(change, sides, name));
  const task = new Task(sides, told);
  const folder = stateFolder(departure, wpar);
  const undo: [what: string, work: (sides: Sides) => Promise<void>][] = [];
  const standing = { since: 0, paused: 0 };
  try {
    const kept = isPreserved(arrival, name);
    await task.step(`Create the workload partition on ${arrival.host.name}`, async () => {
      await createWpar(arrival, () => planArrival(arrival.lab, arrival.host, wpar), silent);
    });
    undo.unshift([
      `Remove the workload partition from ${arrival.host.name}`,
      (late) => removeWpar(late.arrival, name, { preserve: kept, force: false }),
    ]);
    standing.since = lab.now();
    await task.step(`Checkpoint the workload partition on ${departure.host.name}`, () =>
      checkpointWpar(departure, name, { folder, kind: 'paused', tell: silent }),
    );
    undo.unshift([
      `Resume the workload partition on ${departure.host.name}`,
      (late) => resumeWpar(late.departure, name, silent),
    ]);
    await task.step(`Restart the workload partition on ${arrival.host.name}`, () =>
      restartWpar(arrival, name, { folder, exportRules: rulesOn(arrival), tell: silent }),
    );
    standing.paused = lab.now() - standing.since;
  } catch (error) {
    for (const [what, work] of undo) await task.late(what, work);
    folder.clear(stateFileNames);
    return { steps: task.steps, arrived: false, paused: 0, error };
  }
  const error = await task.late(`Remove the workload partition from ${departure.host.name}`, async (late) => {
    await killWpar(late.departure, name, { tell: silent, moving: true });
    await removeWpar(late.departure, name, { preserve: true, force: false });
  });
  folder.clear(stateFileNames);
  return { steps: task.steps, arrived: true, paused: standing.paused, error };
}

/** Everything that can be said before anything is done. @throws Failure */
function requireRelocatable(change: Change, { departure, arrival }: Sides, name: string): Wpar {
  const { engine } = change;
  requireMcr(departure.host);
  const wpar = requireWpar(engine, departure.host.name, name);
  refuseBusy(change, wpar);
  requireState(wpar, ['A']);
  requireCheckpointable(engine, wpar);
  requireTarget(departure.lab, wpar, departure.host, arrival.host);
  refusePreservedTwice(engine, wpar);
  return wpar;
}

function rulesOn({ lab, host }: Work): StartOptions['exportRules'] {
  return (wpar) => exportRulesOf(wpar.devices, host.laid === 1, (path) => readHostFile(lab, host, path));
}

function isPreserved({ lab, host }: Work, name: string): boolean {
  return lab.engine.get('SELECT 1 FROM preserved WHERE host = ? AND name = ?', host.name, name) !== undefined;
}

// On the server that has the WPAR's root file system: all of it is remote, so there is one.
function stateFolder({ lab, host }: Work, wpar: Wpar): Folder {
  const root = mountsOf(lab.engine, wpar.id).find((mount) => mount.directory === '/');
  const server: Host = (root && findHost(lab.engine, root.node)) ?? host;
  const folder = hostFolder(lab, { host: server, path: `/var/adm/wpars/${wpar.host}.${wpar.name}.state` });
  // What a relocation that died has left; its ticket stands for nothing, for the WPAR is Active.
  folder.clear(stateFileNames);
  return folder;
}

/** Does steps, and remembers how they went. */
class Task {
  readonly steps: TaskStep[] = [];
  readonly #sides: Sides;
  readonly #told: (step: TaskStep) => void;

  constructor(sides: Sides, told: (step: TaskStep) => void) {
    this.#sides = sides;
    this.#told = told;
  }

  async step(what: string, work: () => Promise<void>): Promise<void> {
    const { lab } = this.#sides.departure;
    const began = lab.now();
    try {
      await work();
      this.#add({ what, outcome: 'done', seconds: lab.now() - began });
    } catch (error) {
      this.#add({ what, outcome: 'failed', seconds: lab.now() - began });
      throw error;
    }
  }

  /**
   * A step that an interrupt does not stop: the end of a relocation, or its undoing, of which each part counts.
   * @returns what went wrong, if something did
   */
  async late(what: string, work: (sides: Sides) => Promise<void>): Promise<unknown> {
    const { signal } = new AbortController();
    const { departure, arrival } = this.#sides;
    const sides = { departure: { ...departure, signal }, arrival: { ...arrival, signal } };
    try {
      await this.step(what, () => work(sides));
      return undefined;
    } catch (error) {
      return error;
    }
  }

  #add(step: TaskStep): void {
    this.steps.push(step);
    this.#told(step);
  }
}
