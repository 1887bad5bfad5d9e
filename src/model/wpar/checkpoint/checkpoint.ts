import { failure } from '../../../messages/failure.ts';
import { wparMessages as messages } from '../../../messages/wpar.ts';
import type { Change } from '../../../state/change.ts';
import { type CheckpointKind, deleteCheckpoint, insertCheckpoint } from '../../../state/checkpoints.ts';
import type { Engine } from '../../../state/engine.ts';
import { mountsOf, networksOf, objectsOf, type Wpar, type WparDetails } from '../../../state/wpars.ts';
import type { Folder } from '../../folder.ts';
import type { FrozenContents, RealProcess } from '../../inside.ts';
import type { Place } from '../../place.ts';
import type { Work } from '../../work.ts';
import { describeWpar } from '../describe.ts';
import { seconds, stateMemoryKb, stateSeconds } from '../durations.ts';
import { lock, markStale, refuseBusy, release, requireState, requireWpar } from '../lock.ts';
import { requireCheckpointable, requireMcr } from './conditions.ts';
import { type MadeMount, type PartitionState, stateFileNames, writeState } from './files.ts';

export interface CheckpointOptions {
  readonly folder: Folder;
  /** What becomes of the processes: `copy`: they go on, `killed`: `-k`, `paused`: `-p`. */
  readonly kind: CheckpointKind;
  /** Where the work is, for the log file. */
  readonly tell: (step: string) => void;
}

/**
 * Freezes a WPAR, records its state, and lets it go on, stand still, or leave the kernel (chkptwpar).
 * @throws Failure; the WPAR is Active as before then, and nothing is left of the state
 */
export async function checkpointWpar(work: Work, name: string, options: CheckpointOptions): Promise<void> {
  const { lab } = work;
  requireMcr(work.host);
  requireEmpty(options.folder);
  const taken = lab.update((change) => {
    const wpar = claim(change, work, name, options);
    // Last, for what cannot be made must leave everything as it was.
    options.folder.make();
    return new Taken(work, wpar, options, change.uuid());
  });
  try {
    await taken.freeze();
    await taken.store();
    await taken.leave();
  } catch (error) {
    await taken.undo();
    throw error;
  }
}

// An application WPAR is gone when its processes are: there would be nothing left to restart.
function claim(change: Change, work: Work, name: string, { kind }: CheckpointOptions): Wpar {
  const wpar = requireWpar(change.engine, work.host.name, name);
  refuseBusy(change, wpar);
  requireCheckpointable(change.engine, wpar);
  if (wpar.type === 'A' && kind === 'killed')
    throw failure(messages.notApplication, { name, what: 'the -k flag' });
  requireState(wpar, ['A']);
  lock(change, wpar, 'chkptwpar', { during: 'F', dead: 'P' });
  return wpar;
}

function requireEmpty(folder: Folder): void {
  const names = folder.names();
  if (names !== undefined && names.length > 0) throw failure(messages.stateNotEmpty, { path: folder.path });
}

/** A checkpoint on its way. */
class Taken {
  readonly #work: Work;
  readonly #wpar: Wpar;
  readonly #place: Place;
  readonly #options: CheckpointOptions;
  readonly #ticket: string;
  #processes: readonly RealProcess[] = [];
  #written = false;

  constructor(work: Work, wpar: Wpar, options: CheckpointOptions, ticket: string) {
    this.#work = work;
    this.#wpar = wpar;
    this.#place = { host: work.host, wpar };
    this.#options = options;
    this.#ticket = ticket;
  }

  async freeze(): Promise<void> {
    const { inside, lab, signal } = this.#work;
    this.#options.tell('freezing all processes');
    this.#processes = await inside.freeze(this.#place);
    await lab.pass(seconds.freeze, signal);
    refuseInterrupted(this.#work);
  }

  async store(): Promise<void> {
    const { inside, lab, signal } = this.#work;
    const { folder, kind, tell } = this.#options;
    tell(`storing the state of ${this.#processes.length} processes`);
    const real = await inside.contents(this.#place);
    // AIX's own processes have memory, too.
    const memoryKb = stateMemoryKb(this.#processes.length) + real.memoryKb;
    const contents: FrozenContents = { ...real, memoryKb };
    await lab.pass(stateSeconds(contents.memoryKb), signal);
    refuseInterrupted(this.#work);
    const { engine } = lab;
    const wpar = this.#wpar;
    this.#written = true;
    const digest = writeState(folder, {
      ticket: this.#ticket,
      kind,
      name: wpar.name,
      host: wpar.host,
      level: this.#work.host.release,
      taken: lab.now(),
      specification: describeWpar(wpar, objectsOf(engine, wpar.id)),
      partition: partitionState(engine, wpar),
      processes: this.#processes,
      contents,
    });
    lab.update((change) => {
      insertCheckpoint(change.engine, {
        ticket: this.#ticket,
        host: wpar.host,
        wpar: wpar.id,
        name: wpar.name,
        kind,
        digest,
        // Processes of a clogin do not survive a restart (seed 1).
        processes: this.#processes.filter((process) => !process.clogin).length,
        time: lab.now(),
      });
      change.note(wpar.host, wpar.name, `state stored in ${folder.path}`);
    });
  }

  async leave(): Promise<void> {
    const { inside, lab, host } = this.#work;
    const { kind, tell } = this.#options;
    if (kind === 'killed') {
      tell('killing all processes');
      await inside.endLogins(this.#place);
      await inside.park(this.#place, this.#ticket);
      lab.update((change) => {
        const current = requireWpar(change.engine, host.name, this.#wpar.name);
        change.engine.run('DELETE FROM mounted WHERE wpar = ?', current.id);
        release(change, current, 'D', { columns: { init_pid: null, started: null } });
        markStale(change, host, current.name);
      });
      await inside.remount({ host });
      return;
    }
    tell(kind === 'paused' ? 'leaving it paused' : 'resuming all processes');
    if (kind === 'copy') await inside.thaw(this.#place);
    lab.update((change) => {
      const current = requireWpar(change.engine, host.name, this.#wpar.name);
      const why = kind === 'copy' ? 'Active again after a checkpoint' : 'Active -> Paused';
      release(change, current, kind === 'copy' ? 'A' : 'P', { why });
    });
  }

  /** As if nothing had been: what was parked comes back, what stands still goes on, what was written goes. */
  async undo(): Promise<void> {
    const { inside, lab, host } = this.#work;
    const { folder } = this.#options;
    try {
      await inside.claim(this.#ticket, this.#place);
      await inside.thaw(this.#place);
    } finally {
      folder.clear(this.#written ? stateFileNames : []);
      lab.update((change) => {
        deleteCheckpoint(change.engine, this.#ticket);
        const current = requireWpar(change.engine, host.name, this.#wpar.name);
        release(change, current, 'A', { status: 1, why: 'checkpoint failed, Active again' });
      });
    }
  }
}

function partitionState(engine: Engine, wpar: Wpar): PartitionState {
  const { treeLaid = false } = JSON.parse(wpar.details) as WparDetails;
  return {
    networks: networksOf(engine, wpar.id),
    mounts: mountsOf(engine, wpar.id),
    mounted: engine.all<MadeMount>(
      'SELECT directory, node, device, vfs, options, time FROM mounted WHERE wpar = ? ORDER BY directory',
      wpar.id,
    ),
    initPid: wpar.init_pid,
    started: wpar.started,
    treeLaid,
  };
}

function refuseInterrupted({ signal }: Work): void {
  if (!signal.aborted) return;
  throw failure(messages.signalled, { signal: String(signal.reason ?? 'SIGTERM') });
}
