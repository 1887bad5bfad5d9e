import { processMachine } from '../../../src/cli/process-machine.ts';
import { carryOutRequest } from '../../../src/model/dlpar/carry-out.ts';
import type { DlparEvent, RequestWishes } from '../../../src/model/dlpar/event.ts';
import type { Outcome, Transfer } from '../../../src/model/dlpar/request.ts';
import type { Inside } from '../../../src/model/inside.ts';
import type { Place } from '../../../src/model/place.ts';
import { insideOf } from '../../../src/runtime/inside.ts';
import { partitionOfHost } from '../../../src/state/frames/servers.ts';
import { findHost } from '../../../src/state/hosts.ts';
import {
  type HandlerRequest,
  handlerRequests,
  insertKernelHandler,
  type KernelHandler,
  kernelHandlers,
} from '../../../src/state/kernel-handlers.ts';
import { Lab } from '../../../src/state/lab.ts';
import type { Machine } from '../../../src/state/machine.ts';
import { findWpar } from '../../../src/state/wpars.ts';
import { FakeInside } from '../../support/fake-inside.ts';
import { TestLab } from '../../support/lab.ts';

export const addProcessor: DlparEvent = {
  resource: 'cpu',
  action: 'acquire',
  processors: [{ logical: 4, bind: 4, connector: '0x1002' }],
};
export const removeProcessor: DlparEvent = { ...addProcessor, action: 'release' };
export const addMemory: DlparEvent = { resource: 'mem', action: 'acquire', megabytes: 512, block: 256 };
export const removeMemory: DlparEvent = { ...addMemory, action: 'release' };

/** Time that passes only while somebody sleeps. */
class FakeMachine implements Machine {
  #now = 1_000_000_000_000;
  readonly self = processMachine.self;
  now(): number {
    return this.#now;
  }
  alive: Machine['alive'] = (owner) => processMachine.alive(owner);
  async sleep(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
  }
}

/** A partition whose requests move nothing: what counts is who is asked. */
export class Requests {
  readonly test: TestLab;
  readonly lab: Lab;
  readonly inside = new FakeInside();
  readonly stop = new AbortController();
  /** What whoever asked is told at detail level 5. */
  readonly told: string[] = [];
  /** Why the operating system cannot do a step. */
  obstacle: (step: number) => string | undefined = () => undefined;
  /** The change itself. */
  book: (step: number) => void = () => {};
  readonly #inside: Inside;

  /** @param real a lab in which real programs run, in real time */
  constructor(real?: TestLab) {
    this.test = real ?? new TestLab('default', 'l488pp008');
    this.lab = Lab.open(this.test.directory, real ? processMachine : new FakeMachine());
    this.#inside = real ? insideOf(this.lab) : this.inside;
  }

  /** Registers a handler of a kernel extension. */
  register(
    name: string,
    answers: KernelHandler['answers'] = {},
    registers: readonly HandlerRequest[] = handlerRequests,
  ): void {
    const seq = kernelHandlers(this.lab.engine, 'l488pp008').length;
    this.lab.update((change) => insertKernelHandler(change, 'l488pp008', seq, { name, registers, answers }));
  }

  place(wpar?: string): Place {
    const host = findHost(this.lab.engine, 'l488pp008');
    if (!host) throw new Error('no host');
    const found = wpar === undefined ? undefined : findWpar(this.lab.engine, host.name, wpar);
    return found ? { host, wpar: found } : { host };
  }

  async carryOut(event: DlparEvent, wishes: Partial<RequestWishes> = {}): Promise<Outcome> {
    const { host } = this.place();
    const partition = partitionOfHost(this.lab.engine, host.name);
    if (!partition) throw new Error('no partition');
    const transfer: Transfer = {
      steps: event.resource === 'mem' ? event.megabytes / event.block : 1,
      obstacle: (step) => this.obstacle(step),
      book: (_, step) => this.book(step),
    };
    const work = { lab: this.lab, host, signal: this.stop.signal, inside: this.#inside, say: () => {} };
    return await carryOutRequest(work, {
      ...{ partition, event, transfer },
      wishes: { force: false, detail: 5, minutes: 1, ...wishes },
      tell: (line) => this.told.push(line),
    });
  }

  /** What was told that is no flow of the system itself. */
  said(): string[] {
    return this.told.filter((line) => !/^(====|Starting|Completed|Phase|Cpu:)/.test(line));
  }

  close(): void {
    this.lab.close();
  }
}
