import { deleteDlparRequest } from '../../state/dlpar-requests.ts';
import { findHost } from '../../state/hosts.ts';
import type { Work } from '../work.ts';
import { attend } from './attendance.ts';
import { collectAfterBoot } from './collect-scripts.ts';
import { Operation } from './operation.ts';
import type { Outcome, Request } from './request.ts';
import { takeTurn } from './turn.ts';

/** Carries out a request. Either all of it takes effect or nothing, but for blocks of memory that have moved. */
export async function carryOutRequest(work: Work, request: Request): Promise<Outcome> {
  const { partition } = request;
  const host = partition.host === null ? undefined : findHost(work.lab.engine, partition.host);
  if (host?.platform === 'aix') await collectAfterBoot({ ...work, host });
  const deadline = await takeTurn(work, request);
  if (!deadline) {
    const cause = work.signal.aborted ? 'interrupted' : 'turn';
    return { ok: false, completed: 0, cause, refusals: [] };
  }
  const attendance = attend(work, request, deadline);
  try {
    return await new Operation(work, request, attendance).run();
  } finally {
    attendance.close();
    work.lab.update((change) => deleteDlparRequest(change, partition.id));
  }
}
