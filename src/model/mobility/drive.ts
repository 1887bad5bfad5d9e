import type { Lab } from '../../state/lab.ts';
import type { Work } from '../work.ts';
import { type Move, migrationType } from './facts.ts';
import { Journey, type Outcome } from './journey.ts';
import { running } from './limits.ts';
import type { MoveRequest } from './request.ts';

type Driver = Pick<Work, 'lab' | 'signal'>;

/**
 * Drives migrations to their ends, as many at once as every limit allows; the rest waits for its turn, in the order in
 * which the partitions were named.
 * @param tell is called when one has ended
 */
export async function drive(
  work: Driver,
  moves: readonly Move[],
  request: MoveRequest,
  tell: (outcome: Outcome) => void,
): Promise<readonly Outcome[]> {
  const { lab, signal } = work;
  const journeys = moves.map((move) => new Journey(move, request, lab.now()));
  for (;;) {
    const open = journeys.filter(({ outcome }) => !outcome);
    if (open.length === 0) break;
    const next = nextOf(open) ?? (await turnOf(work, open));
    await lab.pass(Math.max(0, next.due - lab.now()), signal, () => open.some((each) => each.isStopped(lab)));
    if (signal.aborted) {
      for (const each of open) each.abandon(lab);
    } else {
      const due = open.find((each) => each.isStopped(lab)) ?? next;
      const at = due.due;
      due.advance(lab);
      queue(open, due, at);
    }
    for (const { outcome } of open) if (outcome) tell(outcome);
  }
  return journeys.flatMap(({ outcome }) => outcome ?? []);
}

// The one whose time comes first; of two the one that was named first.
function nextOf(open: readonly Journey[]): Journey | undefined {
  const moving = open.filter(({ waits }) => !waits);
  return moving.reduce<Journey | undefined>(
    (first, each) => (first && first.due <= each.due ? first : each),
    undefined,
  );
}

/**
 * Where a limit is in the way of one, it is in the way of all of its type that have not begun: they are not asked in vain.
 * Where one has begun, or ended, there may be room for the next.
 */
function queue(open: readonly Journey[], done: Journey, at: number): void {
  const type = migrationType(done.move.mobile.state);
  const others = open.filter(
    (each) => !each.hasBegun && !each.outcome && migrationType(each.move.mobile.state) === type,
  );
  if (done.waits) {
    for (const each of others) each.waits = true;
    return;
  }
  if (!done.outcome && !done.hasJustBegun) return;
  others.find(({ waits }) => waits)?.wake(at);
}

/**
 * All wait for migrations of others: until one of them ends. If nobody is at work, what is in the way (migrations that
 * wait for their recovery) stays, and the first one is refused.
 */
async function turnOf({ lab, signal }: Driver, open: readonly Journey[]): Promise<Journey> {
  const [first] = open;
  if (!first) throw new Error('nobody waits');
  const before = atWork(lab);
  while (before > 0 && atWork(lab) >= before && !signal.aborted) await lab.machine.sleep(200, signal);
  if (before === 0) first.insist();
  first.wake(lab.now());
  return first;
}

function atWork(lab: Lab): number {
  return running(lab.engine, lab.machine).length;
}
