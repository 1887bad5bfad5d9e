import { failure } from '../../messages/failure.ts';
import { progress } from '../../messages/progress.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Change } from '../../state/change.ts';
import type { Engine } from '../../state/engine.ts';
import { hostDetails } from '../../state/hosts.ts';
import { deleteWpar, insertWpar } from '../../state/wpar-writes.ts';
import { findWpar, type Wpar } from '../../state/wpars.ts';
import { clearAside, removeTree } from '../tree/lay.ts';
import type { Work } from '../work.ts';
import { seconds } from './durations.ts';
import { lock, markStale, release, requireWpar } from './lock.ts';
import { removeStorage, takePreserved } from './removal.ts';
import { rootvgDevice, takeDisk } from './rootvg.ts';
import type { Plan } from './settings.ts';
import { createLogicalVolumes } from './storage.ts';

/** AIX WPAR limits: 8192 resource-controlled workload partitions. */
const controlledLimit = 8192;

/**
 * Writes a planned WPAR into the lab, Defined, with its storage.
 * @throws Failure when there is no room or no number left
 */
export function defineWpar(change: Change, plan: Plan, options: { readonly identify?: boolean } = {}): Wpar {
  const { engine } = change;
  const { host, name } = plan.wpar;
  if (plan.wpar.resource_control !== 0) checkControlledLimit(engine, host);
  const uuid = chooseUuid(change, plan);
  const objects = { ...plan.objects, mounts: createStorage(change, plan) };
  const row = engine.get<{ id: number }>(
    'UPDATE host SET next_wpar = next_wpar + 1 WHERE name = ? RETURNING next_wpar - 1 AS id',
    host,
  );
  insertWpar(engine, { ...plan.wpar, uuid, configured_id: row?.id ?? 1 }, objects);
  const wpar = findWpar(engine, host, name);
  if (!wpar) throw new Error(`the new row of ${name} is missing`);
  if (options.identify !== false) change.note(host, name, 'created');
  return wpar;
}

/** @throws Failure when no further WPAR of the host may have resource controls */
export function checkControlledLimit(engine: Engine, host: string): void {
  const controlled = engine.get<{ n: number }>(
    'SELECT count(*) AS n FROM wpar WHERE host = ? AND resource_control = 1',
    host,
  );
  if ((controlled?.n ?? 0) >= controlledLimit)
    throw failure(messages.limitReached, { limit: controlledLimit });
}

function chooseUuid(change: Change, plan: Plan): string {
  if (plan.uuid === undefined || plan.uuid === '') return change.uuid();
  const uuid = plan.uuid.toLowerCase();
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(uuid))
    throw failure(messages.uuidInvalid, { uuid });
  const other = change.engine.get<{ name: string }>(
    'SELECT name FROM wpar WHERE host = ? AND uuid = ?',
    plan.wpar.host,
    uuid,
  );
  if (other && plan.insistOnUuid) throw failure(messages.uuidTaken, { uuid, other: other.name });
  return other ? change.uuid() : uuid;
}

function createStorage(change: Change, plan: Plan) {
  const { host } = plan.wpar;
  if (plan.wpar.preserve === 1) return takePreserved(change, plan);
  if (plan.wpar.rootvg !== 1) return createLogicalVolumes(change.engine, host, plan.objects.mounts);
  const disks = plan.allocations.filter((allocation) => allocation.device.rootvg === 1);
  const room = disks.reduce((sum, allocation) => sum + (allocation.disk?.size_mb ?? 0), 0);
  const wanted = plan.objects.mounts.reduce((sum, mount) => sum + Math.ceil((mount.size_kb ?? 0) / 1024), 0);
  if (wanted > room) throw failure(messages.rootvgFull, { free: room, wanted });
  for (const allocation of disks) takeDisk(change, plan.wpar, allocation.device.name);
  return plan.objects.mounts.map((mount) =>
    mount.size_kb === null ? mount : { ...mount, device: rootvgDevice(mount.directory) },
  );
}

/** Where the files of a new WPAR come from, if not from the global environment. */
export interface Populated {
  /** The command that holds the lock meanwhile. */
  readonly verb: string;
  /** Its root part matches that of the global environment afterwards. */
  readonly synchronised: boolean;
  /** Brings the files, and says so. What it throws undoes the creation. */
  fill(wpar: Wpar): Promise<void>;
  /** Says what synchronisation has come to. */
  synchronise(): void;
}

/**
 * The long way of `mkwpar`: claims everything first, so that a second mkwpar sees it, then creates, populates and
 * synchronises, and ends Defined.
 * @param plan made and checked inside the claiming transaction
 * @param claimed called at the end of that transaction: what it throws undoes the claim
 * @throws Failure when interrupted; what was created is removed
 */
export async function createWpar(
  work: Work,
  plan: (change: Change) => Plan,
  claimed: (plan: Plan) => void,
  populated?: Populated,
): Promise<Wpar> {
  const { lab } = work;
  const { wpar, made } = lab.update((change) => {
    const made = plan(change);
    const wpar = defineWpar(change, made);
    lock(change, wpar, populated?.verb ?? 'mkwpar');
    claimed(made);
    return { wpar, made };
  });
  for (const step of creationSteps(work, made, populated)) {
    await step.tell(wpar).catch((error: unknown) => undo(work, wpar, error));
    await lab.pass(step.seconds, work.signal);
    if (work.signal.aborted) return abandon(work, wpar);
  }
  return lab.update((change) => {
    const current = requireWpar(change.engine, wpar.host, wpar.name);
    const columns = populated ? { synchronised: populated.synchronised ? (1 as const) : (0 as const) } : {};
    release(change, current, 'D', { why: 'Transitional -> Defined', columns });
    markStale(change, work.host, wpar.name);
    return { ...current, state: 'D' };
  });
}

interface CreationStep {
  readonly seconds: number;
  tell(wpar: Wpar): Promise<void>;
}

function creationSteps(work: Work, plan: Plan, populated: Populated | undefined): CreationStep[] {
  const details = hostDetails(work.host);
  const populate = plan.wpar.preserve !== 1;
  return [
    {
      seconds: populate ? seconds.createFileSystems : 0,
      tell: async () => {
        if (plan.wpar.rootvg === 1) work.say(progress.creatingRootvg, {});
        if (populate) work.say(progress.creating, {});
      },
    },
    {
      seconds: populate ? seconds.restoreFiles : 0,
      tell: async (wpar) => {
        work.say(progress.mounting, {});
        if (populated) await populated.fill(wpar);
        else if (populate) for (const path of details.rootFiles) work.say(progress.restored, { path });
      },
    },
    {
      seconds: populate && !populated ? seconds.installRootParts : seconds.synchronise,
      tell: async () => {
        if (populate && !populated) for (const part of details.rootParts) work.say(rootPartRow(part), {});
      },
    },
    {
      seconds: 0,
      tell: async () => (populated ? populated.synchronise() : sayRootSync(work, details.outOfStep)),
    },
  ];
}

/** Rows of installp's summary: captured widths; without a level (seed 3's are masked) the seed's widths. */
function rootPartRow(part: { readonly name: string; readonly level: string }) {
  const name = part.level === '' ? part.name.padEnd(27) : part.name.padEnd(28) + part.level.padEnd(16);
  return {
    id: 'installp.row',
    text: `${name}${'ROOT'.padEnd(12)}${'APPLY'.padEnd(12)}${'SUCCESS'.padEnd(11)}`,
    stream: 'stdout',
    evidence: part.level === '' ? 'seed' : 'capture',
    source: 'seed 3, listing 1; chef-cookbooks/aix pull 30 (AIX 7.2)',
  } as const;
}

/** What syncroot says at the end of a creation, and of a synchronisation. */
export function sayRootSync(work: Work, outOfStep: boolean): void {
  if (outOfStep) {
    work.say(progress.syncFailed, {});
    work.say(progress.syncFailure, {});
    return;
  }
  work.say(progress.syncing, {});
  work.say(progress.installpSynced, {});
  work.say(progress.rpmSynced, {});
  work.say(progress.rootSynced, {});
  work.say(progress.syncSuccess, {});
}

// A failed creation removes what it created (capture of an interrupted mkwpar).
function abandon(work: Work, wpar: Wpar): never {
  return undo(work, wpar, failure(messages.signalled, { signal: String(work.signal.reason ?? 'SIGTERM') }));
}

function undo(work: Work, wpar: Wpar, why: unknown): never {
  work.lab.update((change) => {
    const current = findWpar(change.engine, wpar.host, wpar.name);
    if (!current) return;
    removeTree(work.lab, { host: work.host, wpar: current });
    removeStorage(change, current);
    const what = work.signal.aborted ? 'interrupted' : 'failed';
    release(change, current, 'B', { why: `creation ${what} and undone`, status: 1 });
    deleteWpar(change.engine, current.id);
    markStale(change, work.host, wpar.name);
  });
  clearAside(work.lab);
  throw why;
}
