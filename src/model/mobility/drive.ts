import { migrationRecords } from '../../state/frames/migrations.ts';
import type { Lab } from '../../state/lab.ts';
import type { Work } from '../work.ts';
import { Escort } from './escort.ts';
import { type Move, migrationType } from './facts.ts';
import { Journey, type Outcome } from './journey.ts';
import { running } from './limits.ts';
import type { MoveRequest } from './request.ts';

/** Who is told what happens. */
export interface Audience {
  /** One has ended. */
  ended(outcome: Outcome): void;
  /** What the operating system of a partition shows whoever asked. */
  line(partition: string, text: string): void;
}

/** Operating systems that are talked to at the same time: each may open a way into a partition of its own. */
const talksAtOnce = 8;

/**
 * Drives migrations to their ends, as many at once as every limit allows; the rest waits for its turn, in the order in
 * which the partitions were named. An operating system that is told something holds up its own partition only.
 */
export async function drive(
  work: Work,
  moves: readonly Move[],
  request: MoveRequest,
  audience: Audience,
): Promise<readonly Outcome[]> {
  const { lab, signal } = work;
  const journeys = moves.map((move) => {
    const show = (line: string) => audience.line(move.mobile.name, line);
    return new Journey(move, request, new Escort(work, move, request, show), lab.now());
  });
  const talks = new Talks();
  let open: readonly Journey[] = journeys;
  for (;;) {
    for (const { isOver, outcome } of open) if (isOver && outcome) audience.ended(outcome);
    open = open.filter(({ isOver }) => !isOver);
    if (open.length === 0) break;
    for (const each of open) if (each.outcome && !each.isTalking) await talks.begin(lab, each);
    const free = open.filter(({ isTalking, outcome }) => !isTalking && !outcome);
    if (signal.aborted) for (const each of free) each.abandon(lab);
    const moving = nextOf(free);
    if (!moving && talks.size > 0) {
      await talks.oneEnds();
      continue;
    }
    if (signal.aborted || free.length === 0) continue;
    const next = moving ?? (await turnOf(work, free));
    talks.check();
    const before = talks.size;
    const stoppedOne = () => {
      const records = migrationRecords(lab.engine);
      return free.find((each) => each.isStopped(records));
    };
    await lab.passUntil(next.due, signal, () => talks.size < before || stoppedOne() !== undefined);
    if (signal.aborted) continue;
    const stopped = stoppedOne();
    if (!stopped && talks.size < before) continue;
    const due = stopped ?? next;
    if (!stopped && due.word !== undefined) {
      await talks.begin(lab, due);
      continue;
    }
    const at = due.due;
    due.advance(lab);
    queue(free, due, at);
    // What comes next is announced at once, not when it is due.
    if (due.isUnderWay) await talks.begin(lab, due);
  }
  return journeys.flatMap(({ outcome }) => outcome ?? []);
}

/** Operating systems that are being talked to. */
class Talks {
  readonly #under = new Set<Promise<void>>();
  #trouble: { readonly error: unknown } | undefined;

  get size(): number {
    return this.#under.size;
  }

  /** Begins, if there is anything to say; so many at once as may be. */
  async begin(lab: Lab, journey: Journey): Promise<void> {
    if (journey.word === undefined) return;
    while (this.size >= talksAtOnce) await this.oneEnds();
    const { word } = journey;
    if (word === undefined) return;
    const ended: Promise<void> = journey
      .talk(lab, word)
      .catch((error: unknown) => {
        this.#trouble ??= { error };
      })
      .finally(() => this.#under.delete(ended));
    this.#under.add(ended);
  }

  async oneEnds(): Promise<void> {
    await Promise.race(this.#under);
    this.check();
  }

  /** @throws what one of them has thrown */
  check(): void {
    if (this.#trouble) throw this.#trouble.error;
  }
}

// The one whose time comes first; of two the one that was named first.
function nextOf(open: readonly Journey[]): Journey | undefined {
  const moving = open.filter(({ outcome, waits }) => !waits && !outcome);
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
async function turnOf({ lab, signal }: Work, open: readonly Journey[]): Promise<Journey> {
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
