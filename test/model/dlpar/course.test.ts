import { describe, expect, test } from 'vitest';
import { Course } from '../../../src/model/dlpar/course.ts';
import type { DlparAction, Progress } from '../../../src/model/dlpar/event.ts';
import type { Layer, Listener } from '../../../src/model/dlpar/listener.ts';
import { type Phase, protocol } from '../../../src/model/dlpar/phases.ts';

const progress: Progress = { completed: 0, frames: { free: 0, pinnable: 0, total: 0 } };

/** Listeners a, b, c ...; `fails` says who fails when: `b pre`. */
function among(names: string, fails: readonly string[], layer: Layer = 'scripts') {
  const calls: string[] = [];
  const listeners = [...names].map(
    (name): Listener => ({
      layer,
      name,
      call: async (phase) => {
        calls.push(`${name} ${phase}`);
        return fails.includes(`${name} ${phase}`) ? { ok: false, reason: `${name} says no` } : { ok: true };
      },
    }),
  );
  return { calls, listeners };
}

async function phases(
  action: DlparAction,
  force: boolean,
  fails: readonly string[],
  order: readonly Phase[],
): Promise<string> {
  const { calls, listeners } = among('abc', fails);
  const course = new Course(action, listeners, { force });
  const ends: string[] = [];
  for (const phase of order) ends.push((await course.run(phase, progress)).ok ? 'goes on' : 'ends');
  return `${calls.join(', ')}: ${ends.join(', ')}`;
}

describe('removal (seed 4, checkrelease to undoprerelease)', () => {
  test.each<[string, boolean, string[], Phase[], string]>([
    [
      'checkrelease: a script that returns an error indicates that the resource should not be removed',
      ...([false, ['b check']] as [boolean, string[]]),
      ['check'],
      'a check, b check, c check: ends',
    ],
    [
      'with FORCE the drmgr command skips checkrelease and begins with prerelease',
      ...([true, ['b check']] as [boolean, string[]]),
      ['check', 'pre'],
      'a pre, b pre, c pre: goes on, goes on',
    ],
    [
      'prerelease: an error does not prevent the system from attempting to remove the resource',
      ...([false, ['a pre', 'c pre']] as [boolean, string[]]),
      ['pre'],
      'a pre, b pre, c pre: goes on',
    ],
    [
      'prerelease: "either the forced or non-forced mode": with FORCE an error does not prevent it either',
      ...([true, ['a pre', 'c pre']] as [boolean, string[]]),
      ['check', 'pre', 'post'],
      'a pre, b pre, c pre, a post, b post, c post: goes on, goes on, goes on',
    ],
    [
      'the script will be called in the post phase, regardless of what prerelease has done',
      ...([false, ['a pre']] as [boolean, string[]]),
      ['pre', 'post'],
      'a pre, b pre, c pre, a post, b post, c post: goes on, goes on',
    ],
    [
      'postrelease: errors are ignored',
      ...([false, ['a post', 'b post']] as [boolean, string[]]),
      ['pre', 'post'],
      'a pre, b pre, c pre, a post, b post, c post: goes on, goes on',
    ],
    [
      'undoprerelease is sent to every script that was called to release, failed ones too',
      ...([false, ['b pre']] as [boolean, string[]]),
      ['pre', 'undo'],
      'a pre, b pre, c pre, a undo, b undo, c undo: goes on, goes on',
    ],
    [
      'undoprerelease is only invoked if the script was previously called in the current request',
      ...([false, []] as [boolean, string[]]),
      ['check', 'undo'],
      'a check, b check, c check: goes on, goes on',
    ],
  ])('%s', async (_, force, fails, order, expected) => {
    expect(await phases('release', force, fails, order)).toBe(expected);
  });
});

describe('addition (seed 4, checkacquire to postacquire)', () => {
  test.each<[string, boolean, string[], Phase[], string]>([
    [
      'checkacquire is always invoked, and its return code honoured, regardless of FORCE',
      ...([true, ['c check']] as [boolean, string[]]),
      ['check'],
      'a check, b check, c check: ends',
    ],
    [
      'preacquire: an error without FORCE ends the phase; those that are not reached are not called',
      ...([false, ['b pre']] as [boolean, string[]]),
      ['check', 'pre'],
      'a check, b check, c check, a pre, b pre: goes on, ends',
    ],
    [
      'preacquire: with FORCE the system proceeds regardless of the stated return code',
      ...([true, ['b pre']] as [boolean, string[]]),
      ['check', 'pre'],
      'a check, b check, c check, a pre, b pre, c pre: goes on, goes on',
    ],
    [
      'undopreacquire: a script that is called can assume that it successfully completed preacquire',
      ...([false, ['b pre']] as [boolean, string[]]),
      ['pre', 'undo'],
      'a pre, b pre, a undo: ends, goes on',
    ],
    [
      'postacquire: each script that was called in the check and pre phases is called again',
      ...([true, ['b pre']] as [boolean, string[]]),
      ['check', 'pre', 'post'],
      'a check, b check, c check, a pre, b pre, c pre, a post, b post, c post: goes on, goes on, goes on',
    ],
  ])('%s', async (_, force, fails, order, expected) => {
    expect(await phases('acquire', force, fails, order)).toBe(expected);
  });
});

test('mobility and hibernation: a refusing check and a failing pre stop, whatever FORCE says', async () => {
  for (const action of ['migrate', 'hibernate'] as const) {
    expect(await phases(action, true, ['b check'], ['check'])).toBe('a check, b check, c check: ends');
    expect(await phases(action, true, ['b pre'], ['pre', 'undo'])).toBe(
      'a pre, b pre, a undo, b undo: ends, goes on',
    );
  }
});

test('a phase calls scripts, then kernel extensions, then programs; a refusal keeps it from the next kind', async () => {
  const scripts = among('s', []);
  const extensions = among('k', ['k check'], 'kernel extensions');
  const programs = among('p', [], 'application signal handlers');
  const seen: string[] = [];
  const all = [...programs.listeners, ...extensions.listeners, ...scripts.listeners];
  const told = {
    layerBegins: (phase: Phase, layer: Layer) => seen.push(`${phase}: ${layer}`),
    layerEnds: () => seen.push('done'),
  };
  const ended = await new Course('release', all, { told }).run('check', progress);
  expect(ended).toEqual({
    ok: false,
    refusals: [{ layer: 'kernel extensions', name: 'k', phase: 'check', reason: 'k says no' }],
  });
  expect(seen).toEqual(['check: scripts', 'done', 'check: kernel extensions', 'done']);
  expect(programs.calls).toEqual([]);
});

test.each(['release', 'acquire'] as const)(
  'seed 4, "the check code across the different mediums is executed in its entirety": before anything of %s',
  async (action) => {
    const all = [
      among('p', [], 'application signal handlers'),
      among('k', [], 'kernel extensions'),
      among('ab', []),
    ];
    const calls: string[] = [];
    const listeners = all.flatMap(({ listeners: some }) =>
      some.map((each) => ({
        ...each,
        call: async (phase: Phase) => {
          calls.push(`${each.name} ${phase}`);
          return { ok: true };
        },
      })),
    );
    const course = new Course(action, listeners);
    for (const phase of ['check', 'pre', 'post'] as const) await course.run(phase, progress);
    expect(calls).toEqual(
      ['check', 'pre', 'post'].flatMap((phase) => ['a', 'b', 'k', 'p'].map((name) => `${name} ${phase}`)),
    );
  },
);

test('every command of the protocol has one place in it', () => {
  const commands = Object.values(protocol).flatMap((rows) =>
    Object.values(rows).map(({ command }) => command),
  );
  expect(commands).toEqual([
    ...['checkrelease', 'prerelease', 'postrelease', 'undoprerelease'],
    ...['checkacquire', 'preacquire', 'postacquire', 'undopreacquire'],
    ...['checkmigrate', 'premigrate', 'postmigrate', 'undopremigrate'],
    ...['checkhibernate', 'prehibernate', 'posthibernate', 'undoprehibernate'],
  ]);
});
