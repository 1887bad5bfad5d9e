import { describe, expect, test } from 'vitest';
import { processMachine } from '../../../src/cli/process-machine.ts';
import type { DlparAction, ScriptResource } from '../../../src/model/dlpar/event.ts';
import { Recorder } from '../../../src/model/dlpar/trial/recorder.ts';
import { type TrialReport, tryScript } from '../../../src/model/dlpar/trial/trial.ts';
import type { ScriptCall, ScriptEnd } from '../../../src/model/inside.ts';
import { findHost } from '../../../src/state/hosts.ts';
import { Lab } from '../../../src/state/lab.ts';
import { aProcess, FakeInside } from '../../support/fake-inside.ts';
import { TestLab } from '../../support/lab.ts';

/** What a script answers to a call, where it differs from a good one. */
type Behaviour = (
  command: string,
  resource: string,
  variables: ScriptCall['environment'],
) => Partial<ScriptEnd> | undefined;

const about = 'DR_VERSION=1\nDR_DATE=20111117\nDR_SCRIPTINFO="Ledger of the bank"\nDR_VENDOR="acme"\n';
const phases = /^(?:undo)?(?:check|pre|post)(?:acquire|release|migrate)$/;

/** A script without fault, for one resource. */
function good(resource: string): Behaviour {
  return (command, asked) => {
    if (command === 'scriptinfo') return { stdout: about };
    if (command === 'register') return { stdout: `DR_RESOURCE=${resource}\n` };
    if (asked !== resource) return { status: 10 };
    if (command === 'usage') return { stdout: 'DR_USAGE="pinned buffers"\n' };
    return { status: phases.test(command) ? 0 : 10 };
  };
}

interface Wish {
  readonly resource?: ScriptResource;
  readonly actions?: readonly DlparAction[];
  readonly text?: string;
  readonly name?: string;
  readonly executable?: boolean;
  readonly asked?: readonly ScriptResource[];
  /** Names in /tmp after so many calls of the script. */
  readonly files?: (calls: number) => string;
  /** Programs that run after so many calls. */
  readonly running?: (calls: number) => ReturnType<typeof aProcess>[];
}

interface Tried {
  readonly report: TrialReport;
  readonly inside: FakeInside;
  readonly calls: readonly ScriptCall[];
}

async function tried(behaviour: Behaviour, wish: Wish = {}): Promise<Tried> {
  const { resource = 'mem', actions = ['release'], text = '#!/usr/bin/ksh\n', name = 'acme_ledger' } = wish;
  const lab = Lab.open(new TestLab('empty').directory, processMachine);
  const host = findHost(lab.engine, 'aix71');
  if (!host) throw new Error('no host');
  lab.close();
  const inside = new FakeInside();
  const calls: ScriptCall[] = [];
  const usual = good(resource);
  inside.scripts = (call) => {
    const [program = '', command = '', asked = ''] = call.words;
    if (program === '/bin/ls') return { stdout: wish.files?.(calls.length) ?? '' };
    if (program !== `/dev/.parlab/script/${name}`) return {};
    calls.push(call);
    if (wish.running) inside.run('aix71/undefined', wish.running(calls.length));
    return { ...usual(command, asked, call.environment), ...behaviour(command, asked, call.environment) };
  };
  const signal = new AbortController().signal;
  const session = await inside.openScripts();
  const recorder = new Recorder(session, { place: { host }, inside, signal, sleep: async () => {} });
  const amounts = { memory: 4096, block: 256, processors: 2, threads: 4, capacity: 150, weight: 128 };
  const report = await tryScript(
    { name, content: Buffer.from(text), executable: wish.executable ?? true },
    { recorder, path: recorder.lent(name), amounts, signal },
    { resources: wish.asked ?? [], actions, seconds: undefined },
  );
  return { report, inside, calls };
}

/** `problem errorMissing: prerelease mem` */
function found({ report }: Tried): string[] {
  return report.courses.flatMap(({ findings }) =>
    findings.map(({ verdict, rule, call }) => `${verdict} ${rule}${call === undefined ? '' : `: ${call}`}`),
  );
}

/** Texts of a rule. */
function texts({ report }: Tried, rule: string): string[] {
  return report.courses.flatMap(({ findings }) =>
    findings.filter((each) => each.rule === rule).map(({ text }) => text),
  );
}

const at =
  (when: string, end: Partial<ScriptEnd>): Behaviour =>
  (command, resource) =>
    `${command} ${resource}`.trim() === when ? end : undefined;

describe('what a script does, and what is said of it', () => {
  test.each<[string, Behaviour, string[], Wish?]>([
    ['no fault', () => undefined, []],
    ['no fault, another name of its own kind', () => undefined, [], { name: 'sysadmin_ledger' }],
    // Its file.
    ['the file is not executable', () => undefined, ['problem notExecutable'], { executable: false }],
    ['no #! line', () => undefined, ['problem noInterpreter'], { text: 'exit 0\n' }],
    [
      'lines of another system',
      () => undefined,
      ['problem carriageReturn'],
      { text: '#!/bin/sh\r\nexit 0\r\n' },
    ],
    ['a terminal is used', () => undefined, ['warning terminal'], { text: '#!/bin/sh\nread x < /dev/tty\n' }],
    ['a terminal is only spoken of', () => undefined, [], { text: '#!/bin/sh\n# no stty here\n' }],
    ['a program for the machine', () => undefined, [], { text: '\u007fELF\u0000\r\n' }],
    ['a name without vendor', () => undefined, ['warning name'], { name: 'ledger' }],
    // scriptinfo, register, usage.
    ['scriptinfo fails', at('scriptinfo', { status: 3 }), ['problem descriptionFails: scriptinfo']],
    [
      'an item is misspelt',
      at('scriptinfo', { stdout: about.replace('DR_DATE', 'DR_DTAE') }),
      ['problem noItem: scriptinfo', 'warning unknownName: scriptinfo'],
    ],
    [
      'an item has no value',
      at('scriptinfo', { stdout: about.replace('20111117', '') }),
      ['problem noItem: scriptinfo'],
    ],
    [
      'another version',
      at('scriptinfo', { stdout: about.replace('VERSION=1', 'VERSION=2') }),
      ['warning otherVersion: scriptinfo'],
    ],
    [
      'a limit in words',
      at('scriptinfo', { stdout: `${about}DR_TIMEOUT=ten\n` }),
      ['problem badTimeout: scriptinfo'],
    ],
    ['no limit', at('scriptinfo', { stdout: `${about}DR_TIMEOUT=0\n` }), ['warning noTimeout: scriptinfo']],
    [
      'a blank before the sign',
      at('scriptinfo', { stdout: `${about}DR_TIMEOUT =5\n` }),
      ['problem refusedLine: scriptinfo'],
    ],
    ['nothing is registered', at('register', { stdout: '' }), ['problem noResource: register']],
    [
      'an unknown resource is registered',
      at('register', { stdout: 'DR_RESOURCE=memory\n' }),
      ['problem strangeResource: register'],
    ],
    [
      'a resource is registered twice',
      at('register', { stdout: 'DR_RESOURCE=mem\nDR_RESOURCE=mem\n' }),
      ['warning resourceTwice: register'],
    ],
    [
      'the resource that was asked for is not registered',
      () => undefined,
      ['problem notRegistered: register'],
      { asked: ['cpu'] },
    ],
    [
      'the answer depends on LANG',
      (command, _, { LANG }) => (command === 'register' && LANG === undefined ? { stdout: '' } : undefined),
      ['warning surroundings: register'],
    ],
    ['no usage', at('usage mem', { stdout: '' }), ['warning noUsage: usage mem']],
    ['an unknown command succeeds', at('drtest cpu', { status: 0 }), ['warning notRefused: drtest cpu']],
    [
      'an unknown resource fails',
      at('checkrelease drtest', { status: 1 }),
      ['warning notRefused: checkrelease drtest'],
    ],
    // What it prints.
    [
      'text without quotation marks',
      at('usage mem', { stdout: 'DR_USAGE=pinned\n' }),
      ['warning notQuoted: usage mem'],
    ],
    [
      'quotation marks that do not match',
      at('usage mem', { stdout: 'DR_USAGE="pinned\n' }),
      ['warning brokenQuotes: usage mem'],
    ],
    [
      'a name that nobody reads',
      at('prerelease mem', { stdout: 'DR_LOG_WARN="x"\n' }),
      ['warning unknownName: prerelease mem'],
    ],
    [
      'a name in small letters',
      at('prerelease mem', { stdout: 'dr_log_info="x"\n' }),
      ['warning unknownName: prerelease mem'],
    ],
    [
      'a name of its own',
      at('prerelease mem', { stdout: 'DR_BUFFERS=3\n' }),
      ['warning strangeName: prerelease mem'],
    ],
    [
      'a name of another command',
      at('prerelease mem', { stdout: 'DR_TIMEOUT=3\n' }),
      ['warning misplacedName: prerelease mem'],
    ],
    [
      'a line of prose',
      at('prerelease mem', { stdout: 'shrinking ...\n' }),
      ['warning noPair: prerelease mem'],
    ],
    [
      'control characters',
      at('prerelease mem', { stdout: 'DR_LOG_INFO="\u001b[31mred"\n' }),
      ['warning controls: prerelease mem'],
    ],
    [
      'a text that is cut',
      at('prerelease mem', { stdout: `DR_LOG_INFO="${'x'.repeat(1025)}"\n` }),
      ['warning valueCut: prerelease mem'],
    ],
    [
      'endless output',
      at('prerelease mem', { stdout: 'y\n'.repeat(9), cut: true }),
      ['problem outputCut: prerelease mem'],
    ],
    // What it writes elsewhere.
    [
      'standard error',
      at('prerelease mem', { stderr: '\noops\n' }),
      ['warning standardError: prerelease mem'],
    ],
    [
      'a program that PATH does not have',
      at('prerelease mem', { stderr: 'ksh: db2:  not found.\n' }),
      ['warning notFound: prerelease mem'],
    ],
    [
      'a terminal that it misses',
      at('prerelease mem', { stderr: 'stty: standard input: Inappropriate ioctl for device\n' }),
      ['warning noTerminal: prerelease mem'],
    ],
    [
      'files in /tmp, said once',
      () => undefined,
      ['warning leftFiles'],
      { files: (calls) => (calls < 10 ? 'old\n' : `old\nnew.${calls}\n`) },
    ],
    // How it ends.
    [
      'a failure without reason',
      at('prerelease mem', { status: 3 }),
      ['problem errorMissing: prerelease mem'],
    ],
    ['a signal', at('prerelease mem', { status: 139 }), ['problem errorMissing: prerelease mem']],
    [
      'a reason of which nobody knows whose it is',
      at('prerelease mem', { status: 1, stdout: 'DR_ERROR="no space"\n' }),
      ['warning errorNameless: prerelease mem'],
    ],
    ['a reason', at('prerelease mem', { status: 1, stdout: 'DR_ERROR="ledger: no space"\n' }), []],
    [
      'two reasons',
      at('prerelease mem', { status: 1, stdout: 'DR_ERROR="ledger: a"\nDR_ERROR="ledger: b"\n' }),
      ['warning errorTwice: prerelease mem'],
    ],
    [
      'a reason, and success: the veto is lost',
      at('checkrelease mem', { stdout: 'DR_ERROR="ledger: in use"\n' }),
      ['problem errorIgnored: checkrelease mem'],
    ],
    [
      'a reason, and success, when all is over',
      at('postrelease mem', { stdout: 'DR_ERROR="ledger: slow"\n' }),
      ['warning errorAfter: postrelease mem'],
    ],
    [
      'post fails',
      at('postrelease mem', { status: 1, stdout: 'DR_ERROR="ledger: x"\n' }),
      ['warning postFails: postrelease mem'],
    ],
    [
      'undo fails',
      at('undoprerelease mem', { status: 1, stdout: 'DR_ERROR="ledger: x"\n' }),
      ['warning undoFails: undoprerelease mem'],
    ],
    [
      'a veto in every course',
      at('checkacquire mem', { status: 1, stdout: 'DR_ERROR="ledger: licensed"\n' }),
      ['preacquire', 'postacquire', 'undopreacquire'].map((command) => `warning neverCalled: ${command} mem`),
      { actions: ['acquire'] },
    ],
    ['a command that it does not implement', at('prerelease mem', { status: 10 }), []],
    // Its time.
    [
      'more than half of its time',
      at('prerelease mem', { milliseconds: 5001 }),
      ['warning timeHalf: prerelease mem'],
    ],
    ['less than half of it', at('prerelease mem', { milliseconds: 4900 }), []],
  ])('%s', async (_, behaviour, expected, wish) => {
    expect(found(await tried(behaviour, wish))).toEqual(expected);
  });

  test('a fault is told once, and every course that has it is marked', async () => {
    const outcome = await tried(at('prerelease mem', { status: 3 }));
    const { courses } = outcome.report;
    const marked = courses.filter(({ verdict }) => verdict === 'problem').map(({ name }) => name);
    expect(marked).toContain('release, with FORCE');
    expect(marked).not.toContain('release, another script refuses the check');
    expect(courses.flatMap(({ findings }) => findings)).toHaveLength(1);
  });
});

describe('calls beyond their limit', () => {
  const late = (status: number) =>
    tried(at('prerelease mem', { status, timedOut: true, milliseconds: 10_000 }));

  test.each([
    [134, 'SIGABRT has ended it'],
    [9, 'after SIGABRT it ended with 9'],
    [137, 'SIGABRT did not end it either, and 1 second later it was killed'],
  ])('ended with %i', async (status, effect) => {
    const outcome = await late(status);
    expect(found(outcome)).toEqual(['problem timeOver: prerelease mem', 'problem givenUp']);
    expect(texts(outcome, 'timeOver')).toEqual([
      `It did not end within 10 seconds; ${effect}. Do less in a call, or raise DR_TIMEOUT.`,
    ]);
  });

  test('three of them end the test, and it says how much was left out', async () => {
    const outcome = await late(134);
    expect(outcome.calls.filter(({ words }) => words[1] === 'prerelease')).toHaveLength(3);
    expect(texts(outcome, 'givenUp')).toEqual(['Courses left out: 10. 3 calls have taken too long.']);
  });

  test('what a script declares is its limit, but nobody is waited for longer than a minute', async () => {
    const limit = async (line: string) =>
      (await tried(at('scriptinfo', { stdout: `${about}${line}` }))).report.limit;
    expect([
      await limit(''),
      await limit('DR_TIMEOUT=3\n'),
      await limit('DR_TIMEOUT=3600\n'),
      await limit('DR_TIMEOUT=0\n'),
    ]).toEqual([10, 3, 60, 60]);
  });
});

test('programs that are left running are told, and ended when the test is over', async () => {
  const running = (calls: number) =>
    calls < 9
      ? []
      : [aProcess(4, { parent: 0 }), aProcess(5, { parent: 4 }), aProcess(7, { words: ['dbd'] })];
  const outcome = await tried(() => undefined, { running });
  expect(found(outcome)).toEqual(['warning leftRunning: checkrelease mem']);
  expect(outcome.inside.scriptCalls.at(-1)).toBe('/bin/kill -9 7');
});

test('undo that fails when there is nothing left to undo, and what is not as before', async () => {
  let undone = 0;
  const forgetful = await tried((command) => {
    if (command !== 'undoprerelease') return undefined;
    undone++;
    return undone === 4 ? { status: 1, stdout: 'DR_ERROR="ledger: nothing to undo"\n' } : undefined;
  });
  expect(found(forgetful)).toEqual([
    'warning undoFails: undoprerelease mem',
    'warning undoAgain: undoprerelease mem',
  ]);
  let calls = 0;
  const worn = await tried((command) => {
    calls += command === 'prerelease' ? 1 : 0;
    return command === 'prerelease' && calls > 3
      ? { status: 2, stdout: 'DR_ERROR="ledger: used up"\n' }
      : undefined;
  });
  expect(texts(worn, 'notRestored')).toEqual([
    'It ended with 0 at first, and with 2 after all courses. Post and undo should restore what they found.',
  ]);
});

/** Every course as the script sees it. */
async function courses(resource: ScriptResource, action: DlparAction): Promise<string[]> {
  const { report } = await tried(() => undefined, { resource, actions: [action] });
  return report.courses
    .filter(({ name }) => name.startsWith(action))
    .map(({ name, calls }) => `${name}: ${calls.map(({ command }) => command).join(' ')}`);
}

describe('courses (seed 4, "DLPAR Script Commands")', () => {
  test('removal of a processor', async () => {
    expect(await courses('cpu', 'release')).toEqual([
      'release: checkrelease prerelease postrelease',
      'release, with FORCE: prerelease postrelease',
      'release, with detail level 5: checkrelease prerelease postrelease',
      'release, another script refuses the check: checkrelease',
      'release, the change fails: checkrelease prerelease undoprerelease',
      'release, undo is repeated: checkrelease prerelease undoprerelease undoprerelease',
      'release, the change fails, with FORCE: prerelease undoprerelease',
      'release, post after a failed pre: checkrelease postrelease',
      'release, undo after a failed pre: checkrelease undoprerelease',
      'release, once more: checkrelease prerelease postrelease',
    ]);
  });

  test('addition of memory', async () => {
    expect(await courses('mem', 'acquire')).toEqual([
      'acquire: checkacquire preacquire postacquire',
      'acquire, with FORCE: checkacquire preacquire postacquire',
      'acquire, with detail level 5: checkacquire preacquire postacquire',
      'acquire, of one block: checkacquire preacquire postacquire',
      'acquire, of more than half: checkacquire preacquire postacquire',
      'acquire, another script refuses the check: checkacquire',
      'acquire, another script fails pre: checkacquire preacquire undopreacquire',
      'acquire, another script fails pre before: checkacquire',
      'acquire, the change fails: checkacquire preacquire undopreacquire',
      'acquire, the change fails half-way: checkacquire preacquire undopreacquire',
      'acquire, undo is repeated: checkacquire preacquire undopreacquire undopreacquire',
      'acquire, post after a failed pre, with FORCE: checkacquire postacquire',
      'acquire, once more: checkacquire preacquire postacquire',
    ]);
  });

  test('mobility', async () => {
    expect(await courses('pmig', 'migrate')).toEqual([
      'migrate: checkmigrate premigrate postmigrate',
      'migrate, with detail level 5: checkmigrate premigrate postmigrate',
      'migrate, another script refuses the check: checkmigrate',
      'migrate, another script fails pre: checkmigrate premigrate undopremigrate',
      'migrate, another script fails pre before: checkmigrate',
      'migrate, the change fails: checkmigrate premigrate undopremigrate',
      'migrate, undo is repeated: checkmigrate premigrate undopremigrate undopremigrate',
      'migrate, undo after a failed pre: checkmigrate undopremigrate',
      'migrate, once more: checkmigrate premigrate postmigrate',
    ]);
  });

  test('what a script finds in its environment, when half of a removal has been made', async () => {
    const { report } = await tried(() => undefined);
    const { calls = [] } = report.courses.find(({ name }) => name.endsWith('half-way')) ?? {};
    const common = { DR_DETAIL_LEVEL: '0', DR_FORCE: 'FALSE', DR_MEM_SIZE_REQUEST: '1024' };
    const frames = (count: number) => {
      const hexadecimal = `0x${count.toString(16)}`;
      return { DR_FREE_FRAMES: hexadecimal, DR_PINNABLE_FRAMES: hexadecimal, DR_TOTAL_FRAMES: hexadecimal };
    };
    const [before, after] = [frames(4096 * 256), frames(3584 * 256)];
    expect(calls.map(({ environment }) => environment)).toEqual([
      { ...common, ...before, DR_MEM_SIZE_COMPLETED: '0' },
      { ...common, ...before, DR_MEM_SIZE_COMPLETED: '0' },
      { ...common, ...after, DR_MEM_SIZE_COMPLETED: '512' },
    ]);
  });

  test.each<[ScriptResource, DlparAction, Record<string, string>]>([
    ['cpu', 'acquire', { DR_LCPUID: '8', DR_BCPUID: '8' }],
    ['cpu', 'release', { DR_LCPUID: '7', DR_BCPUID: '7' }],
    ['capacity', 'acquire', { DR_CPU_CAPACITY: '150', DR_CPU_CAPACITY_DELTA: '10' }],
    ['var_weight', 'release', { DR_CPU_CAPACITY: '150', DR_VAR_WEIGHT: '128', DR_VAR_WEIGHT_DELTA: '10' }],
  ])('%s %s', async (resource, action, variables) => {
    const { report } = await tried(() => undefined, { resource, actions: [action] });
    const [call] = report.courses.find(({ name }) => name === action)?.calls ?? [];
    expect(call?.environment).toEqual({ DR_DETAIL_LEVEL: '0', DR_FORCE: 'FALSE', ...variables });
  });
});
