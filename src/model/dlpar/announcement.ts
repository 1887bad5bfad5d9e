import { printable } from '../../messages/define.ts';
import type { Change } from '../../state/change.ts';
import {
  deleteDlparRequest,
  dlparRequestOf,
  isAbandoned,
  leaveDlparRequest,
} from '../../state/dlpar-requests.ts';
import type { Work } from '../work.ts';
import { type Attendance, attend } from './attendance.ts';
import { Course } from './course.ts';
import { Flow } from './flow.ts';
import type { Phase } from './phases.ts';
import { failed } from './refused.ts';
import type { Request } from './request.ts';
import { Roll } from './roll.ts';
import { takeTurn } from './turn.ts';

/** How a phase went. */
export interface Heard {
  /** Nothing is in the way. */
  readonly ok: boolean;
  /** What those who object say. */
  readonly objections: readonly string[];
}

/**
 * What the operating system of a partition is told of something that happens to all of it: a migration, a hibernation. From its
 * begin to its end the partition takes no other request.
 */
export class Announcement {
  readonly #work: Work;
  readonly #partition: number;
  readonly #attendance: Attendance;
  readonly #flow: Flow;
  readonly #course: Course;
  readonly #roll: Roll;
  #closed = false;

  private constructor(work: Work, request: Omit<Request, 'transfer'>, attendance: Attendance) {
    this.#work = work;
    this.#partition = request.partition.id;
    this.#attendance = attendance;
    this.#flow = new Flow(attendance.journal, request.event);
    this.#roll = new Roll(work, this.#partition, attendance);
    this.#course = new Course(request.event.action, attendance.listeners, {
      told: {
        layerBegins: (phase, layer) => this.#flow.layerBegins(phase, layer),
        layerEnds: (_, layer) => {
          this.#roll.settles();
          this.#flow.layerEnds(layer);
        },
        expects: (expected) => this.#roll.expects(expected, expected.phase !== 'check'),
        prepares: ({ name }) => this.#roll.prepares(name),
        concludes: ({ name }) => this.#roll.concludes(name),
      },
    });
  }

  /** Waits for its turn. @returns undefined if it did not come: another request is under way, or the partition migrates */
  static async begin(work: Work, request: Omit<Request, 'transfer'>): Promise<Announcement | undefined> {
    const deadline = await takeTurn(work, request);
    if (!deadline) return undefined;
    const announcement = new Announcement(work, request, attend(work, request, deadline));
    announcement.#flow.begins();
    return announcement;
  }

  /** Somebody has been told to prepare. */
  get isPrepared(): boolean {
    return !this.#roll.isEmpty;
  }

  /** Tells of a phase. */
  async tell(phase: Phase): Promise<Heard> {
    // Who has recovered what we left has told them.
    const { engine, machine } = this.#work.lab;
    const row = dlparRequestOf(engine, this.#partition);
    if (!row || isAbandoned(machine, row)) return { ok: true, objections: [] };
    this.#flow.phase(phase);
    try {
      const progress = { completed: 0, frames: await this.#attendance.frames() };
      const { ok, refusals } = await this.#course.run(phase, progress);
      return { ok, objections: refusals.map(({ name, reason }) => printable(reason ?? name)) };
    } catch (error) {
      this.#roll.settles();
      return { ok: false, objections: [failed(error)] };
    }
  }

  /** It is over: the partition is free for the next request. */
  end(): void {
    this.#close((change) => deleteDlparRequest(change, this.#partition));
    this.#flow.ends();
  }

  /** Leaves it to somebody else to say how it ended, if anybody was told to prepare. */
  leave(): void {
    if (this.isPrepared) this.#close((change) => leaveDlparRequest(change, this.#partition));
    else this.end();
  }

  #close(write: (change: Change) => void): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#attendance.close();
    this.#work.lab.update(write);
  }
}
