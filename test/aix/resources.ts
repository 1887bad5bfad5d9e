/** What tests of processors and memory inside a partition share. */
import { join } from 'node:path';
import { processMachine } from '../../src/cli/process-machine.ts';
import { holdsProcessor } from '../../src/model/dlpar/holding.ts';
import { leavingProcessors } from '../../src/model/dlpar/processors.ts';
import type { RealProcess } from '../../src/model/inside.ts';
import { placeNow } from '../../src/model/processes/control.ts';
import { type ProcessRow, processRows } from '../../src/model/processes/rows.ts';
import type { Change } from '../../src/state/change.ts';
import { findHost, type Host } from '../../src/state/hosts.ts';
import { Lab } from '../../src/state/lab.ts';
import { projectRoot } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';

const world = join(projectRoot, 'test', 'worlds', 'resources.yaml');

/** A partition with two virtual processors of four threads, and all that can hold them and its memory fast. */
export function resourcesLab(host = 'db1'): TestLab {
  return new TestLab(world, host);
}

/** A host of an open lab. */
export interface Opened {
  readonly lab: Lab;
  readonly host: Host;
  /** What runs on it, real programs among it if they are given. */
  alive(reals?: readonly RealProcess[]): ProcessRow[];
  change<Result>(work: (change: Change) => Result): Result;
}

/** Looks at a host with its lab open. */
export function look<Result>(test: TestLab, work: (opened: Opened) => Result, name = 'db1'): Result {
  const lab = Lab.open(test.directory, processMachine);
  try {
    const host = findHost(lab.engine, name);
    if (!host) throw new Error(`no host ${name}`);
    return work({
      ...{ lab, host },
      alive: (reals = []) => processRows(lab, placeNow(lab, { host }), reals, 'outside'),
      change: (done) => lab.update(done),
    });
  } finally {
    lab.close();
  }
}

/** The number of a daemon of the host. */
export function pidOf(test: TestLab, program: string): number {
  return look(test, ({ alive }) => alive().find((row) => row.program === program)?.pid ?? 0);
}

/** What stops the last processor from leaving. */
export function holders(lab: TestLab): readonly string[] {
  return look(lab, ({ lab: open, host, alive }) =>
    holdsProcessor(open, host, leavingProcessors(open.engine, host, 1), alive()),
  );
}
