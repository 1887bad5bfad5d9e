import { afterEach, describe, expect, test } from 'vitest';
import { answerEvent, currentPhase, phaseFacts } from '../../../src/model/dlpar/program-answers.ts';
import { answerSeconds } from '../../../src/model/dlpar/programs.ts';
import type { RealProcess } from '../../../src/model/inside.ts';
import type { Place } from '../../../src/model/place.ts';
import type { ProgramAnswer } from '../../../src/state/program-phases.ts';
import { aProcess } from '../../support/fake-inside.ts';
import { addMemory, addProcessor, Requests, removeMemory, removeProcessor } from './requests.ts';

const close: (() => void)[] = [];
afterEach(() => {
  for (const each of close.splice(0)) each();
});

/** Programs in the host, by default database and its child, that catch the signal. */
function withPrograms(...programs: readonly RealProcess[]): Requests {
  const requests = new Requests();
  close.push(() => requests.close());
  requests.inside.run('l488pp008/undefined', [
    ...programs,
    aProcess(90, { parent: 7, words: ['dr_reconfig'] }),
    aProcess(91, { parent: 90, words: ['sh'] }),
    aProcess(92, { parent: 7, user: 100, words: ['theirs'] }),
    aProcess(95, { parent: 1, words: ['stranger'] }),
  ]);
  requests.inside.aware.set('l488pp008/undefined', programs);
  return requests;
}

const database = aProcess(7, { words: ['/opt/db/bin/database', '-x'] });

/** What the program sees, as the command prints it, and its answer. @returns the answers that were refused, and why */
function answering(
  requests: Requests,
  say: (phase: string, each: RealProcess) => readonly [ProgramAnswer, number, number?] | undefined,
): { facts: string[]; refused: string[] } {
  const heard = { facts: [] as string[], refused: [] as string[] };
  requests.inside.onSignal = (place, each) => {
    const row = currentPhase(requests.lab, place);
    heard.facts.push(
      phaseFacts(row)
        .filter(([name]) => name !== 'phase_gen')
        .map((pair) => pair.join('='))
        .join(' '),
    );
    const said = say(row.phase, each);
    if (said) void answer(requests, place, said).catch((error: Error) => heard.refused.push(error.message));
  };
  return heard;
}

async function answer(
  { lab, inside }: Requests,
  place: Place,
  [what, pid, generation]: readonly [ProgramAnswer, number, number?],
): Promise<void> {
  await answerEvent(lab, { place, inside, pid, generation }, what);
}

const refusals = (requests: Requests) => ({
  ...{ rows: requests.test.dump().program_phase, told: requests.test.dump().program_told },
});
const nothing = { rows: [], told: [] };

describe('seed 4, "Making Programs DLPAR-Aware Using DLPAR APIs"', () => {
  test('"The SIGRECONFIG signal is sent to the applications at the various phases": check, pre and post', async () => {
    const requests = withPrograms(database);
    const { facts } = answering(requests, () => ['done', 7]);
    expect(await requests.carryOut(addProcessor)).toEqual({ ok: true, completed: 1, refusals: [] });
    expect(facts).toEqual(
      ['check', 'pre', 'post'].map((phase) => `phase=${phase} action=add resource=cpu force=0 lcpu=4 bcpu=4`),
    );
    expect(requests.inside.signals).toEqual(['check', 'pre', 'post'].map(() => 'l488pp008/undefined 7 58'));
    expect(refusals(requests)).toEqual(nothing);
  });

  test('"dr_reconfig ... to obtain the type of resource, type of action, phase of the event, as well as other information"', async () => {
    const requests = withPrograms(database);
    const { facts } = answering(requests, () => ['done', 7]);
    await requests.carryOut(removeMemory, { force: true });
    // Of 8 GB nine tenths are in use, and of the four fifths that may be pinned 512 MB are.
    const [total, free, pinnable] = [8192 * 256, 820 * 256, Math.floor((0.8 * 8192 - 512) * 256)];
    expect(facts).toEqual(
      ['pre', 'post'].map(
        (phase) =>
          `phase=${phase} action=remove resource=mem force=1 req_memsz_change=536870912 sys_memsz=8589934592 ` +
          `sys_free_frames=${free} sys_pinnable_frames=${pinnable} sys_total_frames=${total}`,
      ),
    );
  });

  test('of capacity and weight they hear, too', async () => {
    const requests = withPrograms(database);
    const { facts } = answering(requests, () => ['done', 7]);
    await requests.carryOut({ resource: 'capacity', action: 'acquire', capacity: 100, delta: 20 });
    await requests.carryOut({
      resource: 'var_weight',
      action: 'release',
      capacity: 100,
      weight: 128,
      delta: 8,
    });
    expect([facts[0], facts[3]]).toEqual([
      'phase=check action=add resource=capacity force=0 capacity=100 delta_cap=20',
      'phase=check action=remove resource=var_weight force=0 capacity=128 delta_cap=8',
    ]);
  });

  test('"the system will wait a short period of time ... and proceed to the next phase"', async () => {
    const requests = withPrograms(database, aProcess(8, { words: ['silent'] }));
    answering(requests, (_, { pid }) => (pid === 7 ? ['done', 7] : undefined));
    const before = requests.lab.machine.now();
    expect(await requests.carryOut(addProcessor, { minutes: 1 })).toMatchObject({ ok: true });
    expect(requests.lab.machine.now() - before).toBe(3 * 2000);
    expect(requests.said()).toEqual(
      [1, 2, 3].map(() => 'silent (process 8) has not answered SIGRECONFIG within 2 seconds'),
    );
  });

  test.each([
    [0, 30],
    [1, 2],
    [5, 10],
    [15, 30],
    [1000, 30],
  ])('"a function of the user-specified timeout": of %i minutes, %i seconds', (minutes, seconds) => {
    expect(answerSeconds(minutes)).toBe(seconds);
  });

  test('"a non-privileged rogue thread could prevent all DLPAR operations": two thousand of them do not', async () => {
    const rogues = Array.from({ length: 2000 }, (_, index) =>
      aProcess(1000 + index, { user: 200, words: [`rogue\u001b[31m${index}`] }),
    );
    const requests = withPrograms(...rogues);
    const before = requests.lab.machine.now();
    expect(await requests.carryOut(removeProcessor, { force: true })).toMatchObject({ ok: true });
    expect(requests.lab.machine.now() - before).toBe(2 * 2000);
    const said = requests.said();
    expect(said).toHaveLength(2 * 11);
    expect(said[0]).toBe('rogue?[31m0 (process 1000) has not answered SIGRECONFIG within 2 seconds');
    expect(said[10]).toBe('1990 more programs have not answered SIGRECONFIG within 2 seconds');
  });

  test('what they wait counts for the time of the request', async () => {
    const requests = withPrograms(database);
    requests.register('pool', { DR_CPU_ADD_CHECK: { wait: 59, rc: 'DR_SUCCESS' } });
    // One second is left: the program is waited for no longer, and the request has failed by then.
    const before = requests.lab.machine.now();
    expect(await requests.carryOut(addProcessor, { minutes: 1 })).toMatchObject({ ok: false, cause: 'time' });
    expect(requests.lab.machine.now() - before).toBe(1000);
  });
});

describe('an answer', () => {
  test('"the user cannot force the addition of a new processor if a ... DLPAR-aware program fails the DLPAR operation in the check phase"', async () => {
    const requests = withPrograms(database, aProcess(8));
    const { facts } = answering(requests, (_, { pid }) => [pid === 7 ? 'fail' : 'done', pid]);
    expect(await requests.carryOut(addProcessor, { force: true })).toEqual({
      ...{ ok: false, completed: 0, cause: 'check' },
      refusals: [
        {
          ...{ layer: 'application signal handlers', name: 'SIGRECONFIG', phase: 'check' },
          reason: 'database (process 7) refused: DR_EVENT_FAIL',
        },
      ],
    });
    // Nobody has anything to undo.
    expect(facts).toHaveLength(2);
    expect(refusals(requests)).toEqual(nothing);
  });

  test('that refuses stops a removal, and is not asked for where FORCE leaves the check out', async () => {
    const requests = withPrograms(database);
    answering(requests, (phase) => [phase === 'check' ? 'fail' : 'done', 7]);
    expect(await requests.carryOut(removeMemory)).toMatchObject({ ok: false, cause: 'check', completed: 0 });
    expect(await requests.carryOut(removeMemory, { force: true })).toMatchObject({ ok: true });
  });

  test('may refuse in the check phase only', async () => {
    const requests = withPrograms(database);
    const { refused } = answering(requests, (phase) => [phase === 'check' ? 'done' : 'fail', 7]);
    expect(await requests.carryOut(addMemory)).toMatchObject({ ok: true });
    expect(refused).toEqual(['dr_reconfig.tooLate', 'dr_reconfig.tooLate']);
  });

  test('may come from a child of the program, and from its child', async () => {
    for (const pid of [90, 91]) {
      const requests = withPrograms(database);
      const { refused } = answering(requests, () => ['fail', pid]);
      expect(await requests.carryOut(addMemory)).toMatchObject({ cause: 'check' });
      expect(refused).toEqual([]);
    }
  });

  test.each([
    ['a stranger', 95, database],
    ['a process that is not there', 4711, database],
    ['who was started by another user', 92, database],
  ])('of %s does not count', async (_, pid, program) => {
    const requests = withPrograms(program);
    const { refused } = answering(requests, () => ['fail', pid]);
    expect(await requests.carryOut(addProcessor)).toMatchObject({ ok: true });
    expect(refused).toEqual(['dr_reconfig.notTold', 'dr_reconfig.notTold', 'dr_reconfig.notTold']);
  });

  test('of a user counts for the own program', async () => {
    const mine = aProcess(7, { user: 100, words: ['mine'] });
    const requests = withPrograms(mine);
    answering(requests, () => ['fail', 92]);
    expect(await requests.carryOut(addProcessor)).toMatchObject({ cause: 'check' });
  });

  test('of one with the number of a program that has ended does not count', async () => {
    const requests = withPrograms(database);
    requests.inside.aware.set('l488pp008/undefined', [{ ...database, born: 1 }]);
    const { refused } = answering(requests, () => ['fail', 7]);
    expect(await requests.carryOut(addProcessor)).toMatchObject({ ok: true });
    expect(refused[0]).toBe('dr_reconfig.notTold');
  });

  test('to a phase that is over does not count for the next', async () => {
    const requests = withPrograms(database);
    let first = 0;
    const { refused } = answering(requests, (phase) => {
      const { generation } = currentPhase(requests.lab, requests.place());
      if (phase === 'check') first = generation;
      return ['done', 7, first];
    });
    await requests.carryOut(addProcessor);
    expect(refused).toEqual(['dr_reconfig.phaseOver', 'dr_reconfig.phaseOver']);
  });

  test('that refuses stays a refusal', async () => {
    const requests = withPrograms(database, aProcess(8));
    requests.inside.onSignal = async (place, { pid }) => {
      if (pid !== 8) return;
      for (const said of [
        ['fail', 7],
        ['done', 7],
        ['done', 8],
      ] as const)
        await answer(requests, place, said);
    };
    expect(await requests.carryOut(addProcessor)).toMatchObject({ cause: 'check' });
  });

  test('when nothing goes on is refused: no event is in progress', async () => {
    const requests = withPrograms(database);
    await expect(answer(requests, requests.place(), ['done', 7])).rejects.toThrow('dr_reconfig.noEvent');
    expect(() => currentPhase(requests.lab, requests.place())).toThrow('dr_reconfig.noEvent');
  });
});

describe('programs', () => {
  test('that have ended are not waited for', async () => {
    const requests = withPrograms(database);
    requests.inside.onSignal = () => requests.inside.run('l488pp008/undefined', []);
    const before = requests.lab.machine.now();
    expect(await requests.carryOut(addProcessor, { minutes: 5 })).toMatchObject({ ok: true });
    expect(requests.lab.machine.now() - before).toBeLessThan(3 * 600);
    expect(requests.said()).toEqual([]);
  });

  test('that could not be sent the signal are not waited for, and may not answer', async () => {
    const requests = withPrograms({ ...database, state: 'X' });
    const before = requests.lab.machine.now();
    expect(await requests.carryOut(addProcessor)).toMatchObject({ ok: true });
    expect(requests.lab.machine.now()).toBe(before);
  });

  test('of WPARs are told with those of the host, each by its number there', async () => {
    const requests = withPrograms(database);
    await requests.test.ok('startwpar dev01');
    requests.inside.aware.set('l488pp008/dev01', [database]);
    requests.inside.run('l488pp008/dev01', [database]);
    requests.inside.onSignal = (place) => void answer(requests, place, [place.wpar ? 'fail' : 'done', 7]);
    expect(await requests.carryOut(addProcessor)).toMatchObject({ cause: 'check' });
    expect(requests.inside.signals).toEqual(['l488pp008/undefined 7 58', 'l488pp008/dev01 7 58']);
  });

  test('hear "the post-error phase ... when the operation, which in this case is the entire user request, fails"', async () => {
    const requests = withPrograms(database);
    requests.obstacle = (step) => (step === 1 ? 'pinned' : undefined);
    const { facts } = answering(requests, () => ['done', 7]);
    expect(await requests.carryOut(removeMemory)).toMatchObject({ ok: false, completed: 1 });
    expect(facts.map((each) => each.split(' ')[0])).toEqual(['phase=check', 'phase=pre', 'phase=posterror']);
  });

  test('where nobody catches the signal nothing is written and nobody waits', async () => {
    const requests = withPrograms();
    const before = requests.lab.machine.now();
    await requests.carryOut(addProcessor);
    expect(requests.lab.machine.now()).toBe(before);
    expect(requests.lab.meta('next.generation')).toBeUndefined();
  });

  test('are not waited for when the request is interrupted', async () => {
    const requests = withPrograms(database);
    requests.inside.onSignal = () => requests.stop.abort();
    expect(await requests.carryOut(addProcessor)).toMatchObject({ ok: false, cause: 'interrupted' });
    expect(refusals(requests)).toEqual(nothing);
  });
});
