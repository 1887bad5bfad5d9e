import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { processMachine } from '../../../src/cli/process-machine.ts';
import {
  type HandlerResult,
  handlerRequests,
  type KernelHandler,
} from '../../../src/state/kernel-handlers.ts';
import { Lab } from '../../../src/state/lab.ts';
import { readWorld } from '../../../src/state/worlds/read.ts';
import { projectRoot } from '../../support/bins.ts';
import { TestLab, temporaryFolder } from '../../support/lab.ts';
import { parlabOk, typeParlab } from '../../support/parlab.ts';
import { addMemory, addProcessor, Requests, removeMemory, removeProcessor } from './requests.ts';

const close: (() => void)[] = [];
afterEach(() => {
  for (const each of close.splice(0)) each();
});

/** The default world's file, with kernel extensions on its first host. */
function worldWith(extensions: string): string {
  const file = join(temporaryFolder(), 'kernel.yaml');
  const text = worldText.replace(
    "    prompt: 'l488pp008_pub[/] > '\n",
    (line) => `${line}    kernel_extensions:\n${extensions}`,
  );
  writeFileSync(file, text);
  return file;
}

const worldText = readFileSync(join(projectRoot, 'src/state/worlds/default.yaml'), 'utf8');

function newRequests(): Requests {
  const requests = new Requests();
  close.push(() => requests.close());
  return requests;
}

/** A handler that takes a second for each call, and so has it in the log; it answers differently where that is said. */
function requestsWith(different: KernelHandler['answers'] = {}): Requests {
  const requests = newRequests();
  const waits = Object.fromEntries(
    handlerRequests.map((each) => [each, { wait: 1, rc: 'DR_SUCCESS' }] as const),
  );
  requests.register('pool', { ...waits, ...different });
  return requests;
}

const called = ({ told }: Requests) =>
  told.flatMap((line) => /(\w+): (DR_\w+) returned DR_WAIT/.exec(line)?.slice(1, 3).join(' ') ?? []);

describe('seed 4, "Reconfiguration Handlers"', () => {
  test('"the check-phase kernel extension handler is invoked once", "the pre phase, post phase ... at the logical memory block level"', async () => {
    const requests = requestsWith();
    expect(await requests.carryOut(addMemory)).toMatchObject({ ok: true, completed: 2 });
    expect(called(requests)).toEqual([
      'pool DR_MEM_ADD_CHECK',
      ...['pool DR_MEM_ADD_PRE', 'pool DR_MEM_ADD_POST'],
      ...['pool DR_MEM_ADD_PRE', 'pool DR_MEM_ADD_POST'],
    ]);
  });

  test('"when the new resource is configured, it is ready to be used": it comes after pre, and before post', async () => {
    const requests = requestsWith();
    requests.book = (step) => requests.told.push(`booked: DR_STEP_${step} returned DR_WAIT`);
    await requests.carryOut(addMemory);
    expect(called(requests)).toEqual([
      'pool DR_MEM_ADD_CHECK',
      ...['pool DR_MEM_ADD_PRE', 'booked DR_STEP_0', 'pool DR_MEM_ADD_POST'],
      ...['pool DR_MEM_ADD_PRE', 'booked DR_STEP_1', 'pool DR_MEM_ADD_POST'],
    ]);
  });

  test('"DLPAR-safe by default": one that has registered nothing is not asked, and is in nobody\'s way', async () => {
    const requests = requestsWith();
    requests.register('plain', { DR_MEM_ADD_CHECK: 'DR_FAIL', DR_MEM_ADD_PRE: 'DR_FAIL' }, []);
    expect(await requests.carryOut(addMemory)).toMatchObject({ ok: true, refusals: [] });
    expect(requests.said().filter((line) => line.includes('plain'))).toEqual([]);
  });

  test('of processors they hear for each one', async () => {
    const requests = requestsWith();
    const two = [
      { logical: 4, bind: 4, connector: '0x1002' },
      { logical: 5, bind: 5, connector: '0x1002' },
    ];
    await requests.carryOut({ resource: 'cpu', action: 'release', processors: two });
    expect(called(requests)).toEqual([
      'pool DR_CPU_REMOVE_CHECK',
      ...['pool DR_CPU_REMOVE_PRE', 'pool DR_CPU_REMOVE_PRE'],
      ...['pool DR_CPU_REMOVE_POST', 'pool DR_CPU_REMOVE_POST'],
    ]);
  });

  test('"the post-error phase for kernel extensions is used when a specific logical memory block operation fails"', async () => {
    const requests = requestsWith();
    requests.obstacle = (step) => (step === 1 ? 'pinned' : undefined);
    expect(await requests.carryOut(removeMemory)).toMatchObject({ ok: false, completed: 1 });
    expect(called(requests)).toEqual([
      'pool DR_MEM_REMOVE_CHECK',
      ...['pool DR_MEM_REMOVE_PRE', 'pool DR_MEM_REMOVE_POST'],
      ...['pool DR_MEM_REMOVE_PRE', 'pool DR_MEM_REMOVE_POST_ERROR'],
    ]);
  });

  test('"If this operation cannot be managed ... the handler returns DR_FAIL": nothing has happened then', async () => {
    const requests = requestsWith({ DR_MEM_REMOVE_CHECK: 'DR_FAIL' });
    const { cause, refusals } = await requests.carryOut(removeMemory);
    expect({ cause, refusals }).toEqual({
      cause: 'check',
      refusals: [
        {
          layer: 'kernel extensions',
          name: 'pool',
          phase: 'check',
          reason: 'DR_MEM_REMOVE_CHECK returned DR_FAIL',
        },
      ],
    });
    expect(called(requests)).toEqual([]);
    expect(requests.said()).toEqual([
      'pool: DR_MEM_REMOVE_CHECK returned DR_FAIL',
      'The Memory removal operation failed: CHECK phase',
    ]);
    // Adding is another request.
    expect(await requests.carryOut(addMemory)).toMatchObject({ ok: true });
  });

  test('"it is advisable that it register for the check phase": without, a block may have moved when it refuses', async () => {
    const requests = newRequests();
    requests.register('pool', { DR_MEM_REMOVE_PRE: 'DR_FAIL' }, ['DR_MEM_REMOVE_PRE']);
    expect(await requests.carryOut(removeMemory)).toMatchObject({
      ...{ ok: false, cause: 'resource', completed: 0, reason: 'pool: DR_MEM_REMOVE_PRE returned DR_FAIL' },
    });
  });

  test('after the change a failure is only reported', async () => {
    const requests = newRequests();
    requests.register('pool', { DR_CPU_ADD_POST: 'DR_FAIL' });
    requests.register('other');
    expect(await requests.carryOut(addProcessor)).toMatchObject({
      ok: true,
      refusals: [{ name: 'pool', phase: 'post' }],
    });
  });

  test('FORCE skips the check of a removal, and not that of an addition', async () => {
    const requests = requestsWith({ DR_CPU_ADD_CHECK: 'DR_FAIL', DR_CPU_REMOVE_CHECK: 'DR_FAIL' });
    expect(await requests.carryOut(removeProcessor, { force: true })).toMatchObject({ ok: true });
    expect(await requests.carryOut(addProcessor, { force: true })).toMatchObject({
      ok: false,
      cause: 'check',
    });
  });
});

describe('seed 4, "Extended DR Handlers"', () => {
  const waits = (seconds: number, rc: HandlerResult = 'DR_SUCCESS') => {
    const requests = newRequests();
    requests.register('pool', { DR_CPU_ADD_PRE: { wait: seconds, rc } });
    return requests;
  };

  test.each([
    ['DR_SUCCESS', true],
    ['DR_FAIL', false],
  ] as const)('a handler that returns DR_WAIT completes with %s', async (rc, ok) => {
    const requests = waits(30, rc);
    const before = requests.lab.now();
    expect(await requests.carryOut(addProcessor, { minutes: 5 })).toMatchObject({ ok });
    requests.lab.update(() => {});
    expect(requests.lab.now() - before).toBe(ok ? 31 : 30);
  });

  test('one that takes longer than the request may take fails it', async () => {
    const requests = waits(90);
    const before = requests.lab.now();
    expect(await requests.carryOut(addProcessor, { minutes: 1 })).toMatchObject({
      ...{ ok: false, reason: 'pool: DR_CPU_ADD_PRE was not completed in the time of the request' },
    });
    requests.lab.update(() => {});
    expect(requests.lab.now() - before).toBe(60);
  });

  test('without a time limit it may take as long as it likes', async () => {
    const requests = waits(90);
    expect(await requests.carryOut(addProcessor, { minutes: 0 })).toMatchObject({ ok: true });
  });
});

test('of capacity they do not hear: no request of theirs is known for it', async () => {
  const requests = requestsWith();
  await requests.carryOut({ resource: 'capacity', action: 'acquire', capacity: 50, delta: 10 });
  expect(called(requests)).toEqual([]);
});

describe('a world file', () => {
  test('names handlers, and the lab shows, compares and restores them', async () => {
    const lab = new TestLab(
      worldWith('      - { name: zeta, registers: [DR_CPU_ADD_PRE] }\n      - name: alpha\n'),
      'l488pp008',
    );
    expect(await parlabOk(lab, 'status')).toContain('zeta, alpha on l488pp008');
    expect(await parlabOk(new TestLab('default'), 'status')).not.toContain('handlers');
    await parlabOk(lab, 'snapshot save before');
    const open = Lab.open(lab.directory, processMachine);
    open.update(({ engine }) => engine.run("DELETE FROM kernel_handler WHERE name = 'zeta'"));
    open.close();
    expect((await typeParlab(lab, 'snapshot diff before')).stdout).toContain('reconfiguration handler zeta');
    await parlabOk(lab, 'snapshot restore before');
    expect(lab.dump().kernel_handler).toHaveLength(2);
  });

  test.each([
    ['      - name: a\n        answers: { DR_CPU_ADD_DOIT: DR_FAIL }\n', 'answers', 'DR_CPU_ADD_DOIT'],
    [
      '      - name: a\n        answers: { DR_CPU_ADD_PRE: maybe }\n',
      'answers.DR_CPU_ADD_PRE',
      'DR_SUCCESS, DR_FAIL or',
    ],
    [
      '      - name: a\n        answers: { DR_CPU_ADD_PRE: { wait: 0 } }\n',
      'answers.DR_CPU_ADD_PRE',
      'Too small',
    ],
    ['      - name: a\n        registers: []\n', 'registers', '>=1'],
    ['      - name: a\n        colour: red\n', 'kernel_extensions.0', 'colour'],
    ['      - name: "a b"\n', 'name', 'a name of letters'],
  ])('that says something else is refused with its line: %j', (extensions, place, why) => {
    const file = worldWith(extensions);
    expect(() => readWorld(file)).toThrow(new RegExp(`line \\d+: .*${place}.*: .*${why}`));
  });

  test.each([
    [
      '      - name: a\n      - name: a\n',
      'line 48: hosts.0.kernel_extensions.1: there is another kernel extension called a',
    ],
    [
      '      - name: a\n        registers: [DR_CPU_ADD_PRE]\n        answers: { DR_CPU_ADD_POST: DR_FAIL }\n',
      'answers.DR_CPU_ADD_POST: it is not registered for that',
    ],
    [
      '      - name: a\n        registers: [DR_CPU_ADD_PRE, DR_CPU_ADD_PRE]\n',
      'registers.1: it is registered already',
    ],
  ])('that contradicts itself is refused with its line: %j', (extensions, why) => {
    expect(() => new TestLab(worldWith(extensions))).toThrow(why);
  });
});
