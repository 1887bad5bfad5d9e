/** Who speaks with the operating system of a partition that migrates: its scripts, kernel extensions and programs. */
import { mobilityMessages as messages } from '../../messages/mobility.ts';
import { migrationOf } from '../../state/frames/migrations.ts';
import { partitionByKey } from '../../state/frames/servers.ts';
import { findHost } from '../../state/hosts.ts';
import { Announcement, type Heard } from '../dlpar/announcement.ts';
import type { Work } from '../work.ts';
import { collectFacts, type Move, migrationType } from './facts.ts';
import type { MoveRequest } from './request.ts';
import { validateMove } from './validate.ts';

const agreed: Heard = { ok: true, objections: [] };

export class Escort {
  readonly #work: Work;
  readonly #move: Move;
  readonly #request: MoveRequest;
  readonly #show: (line: string) => void;
  #announcement: Announcement | undefined;

  constructor(work: Work, move: Move, request: MoveRequest, show: (line: string) => void) {
    this.#work = work;
    this.#move = move;
    this.#request = request;
    this.#show = show;
  }

  /** Its operating system is one of the lab's: of others nothing is known that could be asked. */
  get isNeeded(): boolean {
    const { mobile } = this.#move;
    if (mobile.host === null || migrationType(mobile.state) !== 'active') return false;
    return findHost(this.#work.lab.engine, mobile.host)?.platform === 'aix';
  }

  /** Somebody has to be told how it ends. */
  get isOpen(): boolean {
    return this.#announcement !== undefined;
  }

  /**
   * Asks whether it may go, if it can be asked: a partition that the console cannot talk to, or that is on its way already, is
   * refused for that.
   * @param later one that has to wait for others is asked when its turn has come
   * @returns what is against it
   */
  async check(later: boolean): Promise<readonly string[]> {
    const { lab } = this.#work;
    const { id } = this.#move.mobile;
    const partition = partitionByKey(lab.engine, id);
    if (partition?.system !== this.#move.source.id) return [];
    const facts = lab.view(() => collectFacts(lab, { ...this.#move, mobile: partition }, this.#request));
    const { asks, waits } = lab.view(() => validateMove(facts));
    if (!asks || (waits && later)) return [];
    const { detail, waitMinutes: minutes } = this.#request;
    this.#announcement = await Announcement.begin(this.#work, {
      partition,
      event: { resource: 'pmig', action: 'migrate' },
      wishes: { force: false, detail, minutes },
      tell: this.#show,
    });
    if (this.#announcement) return (await this.#announcement.tell('check')).objections;
    // Another command may have taken it on its way meanwhile; that is found by the validation.
    return migrationOf(lab.engine, id) ? [] : [messages.busy.text];
  }

  /** Before the memory is copied. */
  async prepare(): Promise<Heard> {
    return (await this.#announcement?.tell('pre')) ?? agreed;
  }

  /** It runs on the destination. */
  async arrive(): Promise<readonly string[]> {
    const heard = (await this.#announcement?.tell('post')) ?? agreed;
    this.#end();
    return heard.objections;
  }

  /** It stays where it was. */
  async abandon(): Promise<readonly string[]> {
    const announcement = this.#announcement;
    const heard = announcement?.isPrepared ? await announcement.tell('undo') : agreed;
    this.#end();
    return heard.objections;
  }

  /** Somebody will recover it, and tell them. */
  leave(): void {
    this.#announcement?.leave();
    this.#announcement = undefined;
  }

  #end(): void {
    this.#announcement?.end();
    this.#announcement = undefined;
  }
}
