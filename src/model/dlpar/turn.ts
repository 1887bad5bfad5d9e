import { dlparLogMessages as messages } from '../../messages/dlpar-log.ts';
import { deleteDlparRequest, dlparRequestOf, insertDlparRequest } from '../../state/dlpar-requests.ts';
import type { Work } from '../work.ts';
import { attend } from './attendance.ts';
import { Deadline } from './deadline.ts';
import type { DlparEvent } from './event.ts';
import type { Request } from './request.ts';
import { eventWords } from './words.ts';

/** How often somebody who waits looks again, real milliseconds. */
const lookAgain = 100;

/**
 * Waits until a partition is at work on no other request, and begins this one. What a request whose process has died has
 * left is undone first: its scripts had prepared for something that will not come.
 * @returns the time that is left; undefined: it did not get its turn in time
 */
export async function takeTurn(work: Work, request: Request): Promise<Deadline | undefined> {
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
      if (dlparRequestOf(lab.engine, partition.id)) return false;
      insertDlparRequest(change, row);
      return true;
    });
    if (mine) return deadline;
    const other = dlparRequestOf(lab.engine, partition.id);
    if (other && !lab.machine.alive(other)) {
      await undoAbandoned(work, request);
      continue;
    }
    if (signal.aborted || deadline.isOver) return undefined;
    await lab.machine.sleep(lookAgain, signal);
    deadline.spend(lookAgain / 1000);
  }
}

/** Tells the scripts of a request whose process has died that it will not come to an end. */
async function undoAbandoned(work: Work, request: Request): Promise<void> {
  const { lab } = work;
  const { partition } = request;
  // Whoever takes the row away is the one who undoes it.
  const row = lab.update((change) => {
    const found = dlparRequestOf(lab.engine, partition.id);
    if (!found || lab.machine.alive(found)) return undefined;
    deleteDlparRequest(change, partition.id);
    return found;
  });
  if (!row) return;
  const event = JSON.parse(row.event) as DlparEvent;
  const wishes = { force: row.force === 1, detail: row.detail, minutes: 0 };
  const attendance = attend(work, { ...request, event, wishes }, new Deadline(0));
  try {
    attendance.journal.flow(messages.abandoned, { title: eventWords(event).title });
    const called = JSON.parse(row.called) as string[];
    const progress = { completed: row.completed, frames: await attendance.frames() };
    for (const listener of attendance.listeners.filter(({ name }) => called.includes(name)))
      await listener.call('undo', progress);
  } finally {
    attendance.close();
  }
}
