import { processMachine } from '../../src/cli/process-machine.ts';
import type { RealProcess } from '../../src/model/inside.ts';
import type { Place } from '../../src/model/place.ts';
import { findHost } from '../../src/state/hosts.ts';
import { Lab } from '../../src/state/lab.ts';
import { findWpar } from '../../src/state/wpars.ts';
import type { Outcome, TestLab } from '../support/lab.ts';

/** Types a line inside a WPAR; afterwards one is outside again. */
export async function within(lab: TestLab, wpar: string, line: string): Promise<Outcome> {
  lab.wpar = wpar;
  try {
    return await lab.type(line);
  } finally {
    lab.wpar = undefined;
  }
}

/** Types a line on the host as with `parlab on`. */
export async function onHost(lab: TestLab, line: string): Promise<Outcome> {
  lab.onHost = true;
  try {
    return await lab.type(line);
  } finally {
    lab.onHost = false;
  }
}

/** Looks at a place of the lab, with the lab open. */
export function at<Result>(
  lab: TestLab,
  host: string,
  wpar: string | undefined,
  look: (open: Lab, place: Place) => Result,
): Result {
  const open = Lab.open(lab.directory, processMachine);
  try {
    const found = findHost(open.engine, host);
    if (!found) throw new Error(`no host ${host}`);
    const place = wpar === undefined ? undefined : findWpar(open.engine, host, wpar);
    return look(open, place ? { host: found, wpar: place } : { host: found });
  } finally {
    open.close();
  }
}

/** A real program, a shell of root unless said otherwise. */
export function program(pid: number, more: Partial<RealProcess> = {}): RealProcess {
  return {
    pid,
    parent: 0,
    user: 0,
    state: 'S',
    started: Date.now(),
    born: pid,
    seconds: 0,
    terminal: undefined,
    words: ['/usr/bin/ksh'],
    clogin: false,
    ...more,
  };
}
