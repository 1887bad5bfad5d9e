import { printable } from '../../messages/define.ts';
import { dlparLogMessages as messages } from '../../messages/dlpar-log.ts';
import {
  adoptDlparRequest,
  calledIn,
  type DlparRow,
  deleteDlparRequest,
  dlparRequestOf,
  insertDlparRequest,
  isAbandoned,
  updateDlparRequest,
} from '../../state/dlpar-requests.ts';
import { migrationOf } from '../../state/frames/migrations.ts';
import { partitionByKey } from '../../state/frames/servers.ts';
import type { Work } from '../work.ts';
import { attend } from './attendance.ts';
import { Deadline } from './deadline.ts';
import type { DlparEvent } from './event.ts';
import { Flow } from './flow.ts';
import { failed } from './refused.ts';
import type { Request } from './request.ts';
import { eventWords } from './words.ts';

/** How often somebody who waits looks again, real milliseconds. */
const lookAgain = 100;

/**
 * Waits until a partition is at work on no other request, and begins this one. What a request whose process has died has
 * left is ended first: its scripts had prepared for something that will not come. A partition that migrates takes none.
 * @returns the time that is left; undefined: it did not get its turn in time
 */
export async function takeTurn(
  work: Work,
  request: Omit<Request, 'transfer'>,
): Promise<Deadline | undefined> {
  const { lab, signal } = work;
  const { partition, event, wishes } = request;
  const deadline = new Deadline(wishes.minutes);
  const row = {
    partition: partition.id,
    event: JSON.stringify(event),
    force: wishes.force ? 1 : 0,
    detail: wishes.detail,
  };
  for (;;) {
    const mine = lab.update((change) => {
      if (dlparRequestOf(lab.engine, partition.id) || migrationOf(lab.engine, partition.id)) return false;
      insertDlparRequest(change, row);
      return true;
    });
    if (mine) return deadline;
    if (migrationOf(lab.engine, partition.id)) return undefined;
    const other = dlparRequestOf(lab.engine, partition.id);
    if (other && isAbandoned(lab.machine, other)) {
      await endAbandoned(work, request, (found) => isAbandoned(lab.machine, found));
      continue;
    }
    if (signal.aborted || deadline.isOver) return undefined;
    await lab.machine.sleep(lookAgain, signal);
    deadline.spend(lookAgain / 1000);
  }
}

/**
 * Tells those whom a request had called, and that nobody ends any more, how it ended: that it came to nothing, or that it is
 * done. Where the operating system that they were called in has gone there is nobody to tell.
 * @param mine whether the request is one to end
 * @returns what they objected
 */
export async function endAbandoned(
  work: Work,
  request: Pick<Request, 'partition' | 'tell'>,
  mine: (row: DlparRow) => boolean,
): Promise<readonly string[]> {
  const { lab } = work;
  const { id } = request.partition;
  const partition = partitionByKey(lab.engine, id);
  // The row stays until all have been told: the next request must not begin meanwhile.
  const row = lab.update((change) => {
    const found = dlparRequestOf(lab.engine, id);
    if (!found || !mine(found)) return undefined;
    const called = calledIn(lab.directory, found);
    if (called.length > 0 && partition?.state === 'Running') {
      updateDlparRequest(change, id, called, found.completed);
      adoptDlparRequest(change, id);
    } else deleteDlparRequest(change, id);
    return { ...found, called };
  });
  const called = row?.called ?? [];
  if (!row || called.length === 0 || partition?.state !== 'Running') return [];
  const event = JSON.parse(row.event) as DlparEvent;
  const wishes = { force: row.force === 1, detail: row.detail, minutes: 0 };
  const attendance = attend(work, { ...request, partition, event, wishes }, new Deadline(0));
  const { journal } = attendance;
  const flow = new Flow(journal, event);
  try {
    journal.flow(row.owes === 'post' ? messages.arrived : messages.abandoned, {
      title: eventWords(event).title,
    });
    flow.phase(row.owes);
    const progress = { completed: row.completed, frames: await attendance.frames() };
    const objections: string[] = [];
    for (const listener of attendance.listeners.filter(({ name }) => called.includes(name))) {
      if (!strikeOff(work, id, listener.name)) continue;
      const { ok, reason } = await listener.call(row.owes, progress);
      if (!ok) objections.push(printable(reason ?? listener.name));
    }
    flow.ends();
    return objections;
  } catch (error) {
    return [failed(error)];
  } finally {
    attendance.close();
    lab.update((change) => deleteDlparRequest(change, id));
  }
}

/** Notes that a script is told, before it is: each hears it once, whoever dies meanwhile. @returns whether it is still to be told */
function strikeOff({ lab }: Work, partition: number, name: string): boolean {
  return lab.update((change) => {
    const row = dlparRequestOf(lab.engine, partition);
    const called = row ? calledIn(lab.directory, row) : [];
    if (!row || !called.includes(name)) return false;
    const left = called.filter((each) => each !== name);
    updateDlparRequest(change, partition, left, row.completed);
    return true;
  });
}
