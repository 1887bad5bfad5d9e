/**
 * One partition's way: validation, then the phases one after the other, each a transaction of its own, so that a kill
 * between any two leaves what `migrlpar -o r` repairs. Who drives it tells it when its time has come.
 */
import { mobilityMessages as messages } from '../../messages/mobility.ts';
import type { Change } from '../../state/change.ts';
import { type Fault, strike } from '../../state/faults.ts';
import { type Migration, migrationOf, migrationRecords, planOf } from '../../state/frames/migrations.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { partitionByKey } from '../../state/frames/servers.ts';
import type { Lab } from '../../state/lab.ts';
import type { Finding } from './check.ts';
import { seconds } from './durations.ts';
import type { Escort } from './escort.ts';
import { collectFacts, type Move } from './facts.ts';
import { finishMigration } from './finish.ts';
import { lostServer } from './lost-servers.ts';
import { phaseEffects, type Step } from './phases.ts';
import { beginMigration } from './record.ts';
import type { MoveRequest } from './request.ts';
import { suffer, type Told, told } from './suffer.ts';
import { undoMigration } from './undo.ts';
import { validateMove } from './validate.ts';

/** How a partition's migration has ended. */
export interface Outcome {
  readonly name: string;
  readonly ok: boolean;
  /** Of its validation: warnings of one that went on, too. */
  readonly findings: readonly Finding[];
  /** What ended it after its validation. */
  readonly reasons: readonly Told[];
}

/** What comes, and when. */
interface Coming {
  readonly step: Step;
  /** Lab seconds. */
  readonly due: number;
}

/** What the operating system of a partition is told: three phases, and how it ended if it did not get through them. */
export type Word = 'check' | 'end' | 'post' | 'pre';

/** Before which step it is told what. */
const wordsBefore: Partial<Record<Step, Word>> = { validate: 'check', devices: 'pre', cleanup: 'post' };

export class Journey {
  readonly move: Move;
  readonly request: MoveRequest;
  outcome: Outcome | undefined;
  /** Only limits of concurrent migrations are in its way. */
  waits = false;
  #coming: Coming;
  /** A rule that strikes before what comes: in the middle of the copy, after the wait for an answer. */
  #struck: { readonly fault: Fault; readonly due: number } | undefined;
  #findings: readonly Finding[] = [];
  #log: number | undefined;
  #insists = false;
  readonly #escort: Escort;
  /** What its operating system has been told, or is being told. */
  readonly #told = new Set<Word>();
  #isTalking = false;
  #objections: readonly string[] = [];
  /** It is not ready to be suspended. */
  #refused: readonly string[] | undefined;
  #complaints: readonly string[] = [];

  constructor(move: Move, request: MoveRequest, escort: Escort, now: number) {
    this.move = move;
    this.request = request;
    this.#escort = escort;
    this.#coming = { step: 'validate', due: now + seconds.validate };
  }

  /** Lab seconds at which something is to be done. */
  get due(): number {
    return this.#struck?.due ?? this.#coming.due;
  }

  /** It does not go on before its operating system has answered. */
  get isTalking(): boolean {
    return this.#isTalking;
  }

  /** It has ended, and everybody knows. */
  get isOver(): boolean {
    return this.outcome !== undefined && !this.#escort.isOpen;
  }

  /** What its operating system is to be told before it goes on. */
  get word(): Word | undefined {
    if (this.outcome) return this.#escort.isOpen ? 'end' : undefined;
    const word = wordsBefore[this.#coming.step];
    if (word === undefined || this.#told.has(word) || this.#struck) return undefined;
    return (word === 'check' ? this.#escort.isNeeded : this.#escort.isOpen) ? word : undefined;
  }

  get hasBegun(): boolean {
    return this.#log !== undefined;
  }

  /** Its row has been made, and nothing else has been done yet. */
  get hasJustBegun(): boolean {
    return this.hasBegun && this.#coming.step === 'shell';
  }

  get isUnderWay(): boolean {
    return this.hasBegun && !this.outcome;
  }

  /** Its row has gone, or is another command's: somebody has stopped it. @param records of all that are on their way */
  isStopped(records: ReadonlyMap<number, number>): boolean {
    return this.isUnderWay && records.get(this.move.mobile.id) !== this.#log;
  }

  /** There may be room for it since a moment of the lab's clock. */
  wake(at: number): void {
    this.waits = false;
    this.#coming = { ...this.#coming, due: Math.max(this.#coming.due, at) };
  }

  /** Nothing that it could wait for: it is to be refused. */
  insist(): void {
    this.#insists = true;
  }

  /** Tells its operating system, which may take its time. */
  async talk(lab: Lab, word: Word): Promise<void> {
    this.#isTalking = true;
    this.#told.add(word);
    try {
      await this.#say(lab, word);
    } finally {
      this.#isTalking = false;
    }
    // What its operating system needs goes by on a clock that runs.
    if (typeof lab.clock().pace === 'number')
      this.#coming = { ...this.#coming, due: Math.max(this.#coming.due, lab.now()) };
  }

  async #say(lab: Lab, word: Word): Promise<void> {
    if (word === 'check') {
      this.#objections = await this.#escort.check(this.request.several && !this.#insists);
    } else if (word === 'pre') {
      const { ok, objections } = await this.#escort.prepare();
      if (!ok) this.#refused = objections;
    } else if (word === 'post') {
      this.#complaints = await this.#escort.arrive();
    } else {
      await this.#farewell(lab);
    }
    if (this.outcome && this.#complaints.length > 0) this.outcome = this.#complained(this.outcome);
  }

  async #farewell(lab: Lab): Promise<void> {
    const row = migrationOf(lab.engine, this.move.mobile.id);
    if (this.#log !== undefined && row?.log === this.#log) this.#escort.leave();
    else if (this.outcome?.ok) this.#complaints = await this.#escort.arrive();
    else this.#complaints = await this.#escort.abandon();
  }

  #complained(outcome: Outcome): Outcome {
    const { name } = this.move.mobile;
    const complaint = told(messages.objected, { partition: name }, this.#complaints);
    return { ...outcome, reasons: [...outcome.reasons, complaint] };
  }

  /** Does what is due. */
  advance(lab: Lab): void {
    const { step } = this.#coming;
    this.outcome = lab.update((change) => {
      if (this.isStopped(migrationRecords(lab.engine))) return this.#ended([told(messages.stopped, {})]);
      return step === 'validate' ? this.#validate(change) : this.#travel(change, step);
    });
  }

  /** The user has had enough: back, or forward where there is no way back. */
  abandon(lab: Lab): void {
    this.outcome = lab.update((change) => {
      const isStopped = this.isStopped(migrationRecords(lab.engine));
      const migration = isStopped ? undefined : migrationOf(lab.engine, this.move.mobile.id);
      if (this.isUnderWay && migration?.phase === 'resumed') {
        finishMigration(change, migration);
        return this.#ended([], true);
      }
      if (this.isUnderWay && migration) undoMigration(change, migration, 'interrupted');
      return this.#ended([told(messages.stopped, {})]);
    });
  }

  #validate(change: Change): Outcome | undefined {
    const mobile = partitionByKey(change.engine, this.move.mobile.id);
    if (mobile?.system !== this.move.source.id)
      return this.#ended([told(messages.vanished, { partition: this.move.mobile.name })]);
    const facts = collectFacts(change.lab, { ...this.move, mobile }, this.request, this.#objections);
    const { findings, plan, waits } = validateMove(facts);
    this.#findings = findings;
    this.waits = waits && this.request.several && !this.#insists;
    if (this.waits) {
      if (!this.#escort.isOpen) this.#told.delete('check');
      return undefined;
    }
    if (!plan) return this.#ended([]);
    if (strike(change, { operation: 'migrate', objects: [mobile.name], at: 'validate' }))
      return this.#ended([told(messages.notReady, {})]);
    beginMigration(change, { ...this.move, mobile }, facts.type, plan);
    this.#log = change.log();
    this.#coming = { step: 'shell', due: this.#coming.due + seconds.shell };
    return undefined;
  }

  #travel(change: Change, step: Exclude<Step, 'validate'>): Outcome | undefined {
    const migration = migrationOf(change.engine, this.move.mobile.id);
    if (!migration) return undefined;
    if (this.#refused) {
      undoMigration(change, migration, 'its operating system is not ready');
      return this.#ended([told(messages.notReady, {}, this.#refused)]);
    }
    const struck = this.#struck?.fault;
    this.#struck = undefined;
    if (struck) {
      // A second pair of movers may have taken over: then the copy goes on.
      const reasons = suffer(change, migration, struck);
      return reasons && this.#ended(reasons);
    }
    const lost = lostServer(change, migration, step);
    if (lost) {
      const reasons = suffer(change, migration, lost);
      if (reasons) return this.#ended(reasons);
    }
    const objects = objectsOf(change, this.move.mobile, migration);
    const fault = strike(change, { operation: 'migrate', objects, at: step });
    // An operating system that does not answer is waited for.
    if (fault?.kind === 'os' && step === 'prepare') {
      this.#struck = { fault, due: this.#coming.due + this.request.waitMinutes * 60 };
      return undefined;
    }
    const reasons = fault && step !== 'copy' ? suffer(change, migration, fault) : undefined;
    if (reasons) return this.#ended(reasons);
    return this.#takeEffect(change, step, fault);
  }

  #takeEffect(
    change: Change,
    step: Exclude<Step, 'validate'>,
    fault: Fault | undefined,
  ): Outcome | undefined {
    const migration = migrationOf(change.engine, this.move.mobile.id);
    if (!migration) return undefined;
    // Steps follow each other without a gap, however late this process comes to do them.
    const at = this.#coming.due;
    const { next, seconds: after = 0, reasons } = phaseEffects[step](change, migration, at);
    if (reasons) {
      undoMigration(change, migration, 'the destination lacks what it needs');
      return this.#ended(reasons);
    }
    if (!next) return this.#ended([], true);
    this.#coming = { step: next, due: at + after };
    if (fault && step === 'copy')
      this.#struck = { fault, due: at + Math.floor((after * (fault.percent ?? 0)) / 100) };
    return undefined;
  }

  #ended(reasons: readonly Told[], ok = false): Outcome {
    const outcome = { name: this.move.mobile.name, ok, findings: this.#findings, reasons };
    return this.#complaints.length > 0 ? this.#complained(outcome) : outcome;
  }
}

/** What a rule may name: the partition, and the VIO servers on its way. */
function objectsOf(change: Change, mobile: Partition, migration: Migration): string[] {
  const keys = planOf(migration).adapters.flatMap(({ vios, sourceVios }) => [vios, sourceVios]);
  const movers = [migration.source_msp, migration.dest_msp].filter((key) => key !== null);
  const servers = [...new Set([...keys, ...movers])].map(
    (key) => partitionByKey(change.engine, key)?.name ?? '',
  );
  return [mobile.name, ...servers];
}
