/** A partition whose operating system is told that it is suspended, and that it runs again. */
import { failure } from '../../messages/failure.ts';
import { partitionMessages as messages } from '../../messages/partitions.ts';
import { calledIn, dlparRequestOf } from '../../state/dlpar-requests.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { findHost } from '../../state/hosts.ts';
import { Announcement } from '../dlpar/announcement.ts';
import type { DlparEvent } from '../dlpar/event.ts';
import { programsName } from '../dlpar/programs.ts';
import { endAbandoned } from '../dlpar/turn.ts';
import type { Work } from '../work.ts';

const event: DlparEvent = { resource: 'phib', action: 'hibernate' };
/** Minutes that the operating system has (ours: chsysstate has no flag for it). */
const minutes = 3;
const silent = () => {};

/**
 * Suspends a partition if nobody in it is against it.
 * @param carryOut begins the suspension. @returns what carryOut returns
 * @throws Failure
 */
export async function suspendAnnounced(
  work: Work,
  partition: Partition,
  carryOut: () => number,
): Promise<number> {
  const host = partition.host === null ? undefined : findHost(work.lab.engine, partition.host);
  if (host?.platform !== 'aix') return carryOut();
  const { name } = partition;
  const wishes = { force: false, detail: 0, minutes };
  const announcement = await Announcement.begin(work, { partition, event, wishes, tell: silent });
  if (!announcement) throw failure(messages.systemBusy, { partition: name });
  let seconds: number | undefined;
  try {
    for (const phase of ['check', 'pre'] as const) {
      const { ok, objections } = await announcement.tell(phase);
      if (!ok) throw failure(messages.notReady, { partition: name, reason: objections.join('; ') });
    }
    seconds = carryOut();
  } finally {
    if (seconds !== undefined) announcement.leave();
    else {
      if (announcement.isPrepared) await announcement.tell('undo');
      announcement.end();
    }
  }
  return seconds;
}

export interface Resumption {
  /** Lab seconds that it takes from now on. */
  readonly seconds: number;
  /** What those who were told have against it. */
  readonly objections: readonly string[];
}

/**
 * Resumes a partition. Who was told to prepare for the suspension is told when it runs: for that one waits until then.
 * @param carryOut begins it. @returns how many lab seconds it takes
 * @throws Failure
 */
export async function resumeAnnounced(
  work: Work,
  partition: Partition,
  carryOut: () => number,
): Promise<Resumption> {
  const { lab, signal } = work;
  const seconds = carryOut();
  const row = dlparRequestOf(lab.engine, partition.id);
  const called = row ? calledIn(lab.directory, row) : [];
  // Programs alone are not waited for: whether there are any is not known yet.
  const waits = called.some((name) => name !== programsName) || lab.clock().pace === 'instant';
  if (called.length === 0 || !waits) return { seconds, objections: [] };
  await lab.pass(seconds, signal);
  if (signal.aborted) return { seconds: 0, objections: [] };
  lab.update(() => {});
  const objections = await endAbandoned(work, { partition, tell: silent }, isHibernation);
  return { seconds: 0, objections };
}

function isHibernation({ event: text }: { readonly event: string }): boolean {
  return (JSON.parse(text) as DlparEvent).action === 'hibernate';
}
