/** Scripts that a partition is told of together: it runs ahead of us, and nothing else is different. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import type { ScriptEnd } from '../../src/model/inside.ts';
import { openScripts } from '../../src/runtime/scripts.ts';
import { findHost } from '../../src/state/hosts.ts';
import { Lab } from '../../src/state/lab.ts';
import { finished, run, start } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import { inside, insideTest } from './inside.ts';

let close = () => {};
afterEach(() => {
  close();
  close = () => {};
});

type Called = Pick<ScriptEnd, 'status' | 'stdout' | 'timedOut'>;

/** Calls scripts by their names, all announced before; those after one that halts them are left out. */
async function together(
  scripts: Readonly<Record<string, string>>,
  names: readonly string[],
  { halts = false, seconds = 10 } = {},
): Promise<{ lab: TestLab; ends: Called[]; ran: () => string }> {
  const lab = new TestLab('default', 'l488pp008');
  const open = Lab.open(lab.directory, processMachine);
  const host = findHost(open.engine, 'l488pp008');
  if (!host) throw new Error('no host');
  const texts = Object.entries(scripts).map(
    ([name, text]) => [name, Buffer.from(`#!/bin/sh\necho ${name} >> /tmp/ran\n${text}\n`)] as const,
  );
  const session = await openScripts(open, { host }, Object.fromEntries(texts));
  close = () => {
    session.close();
    open.close();
  };
  const usual = { environment: {}, directory: '/tmp', seconds, signal: new AbortController().signal };
  const calls = names.map((name) => ({ ...usual, words: [session.lent(name)] }));
  await session.ahead?.(calls, { journal: join(lab.home, 'journal'), halts, before: () => {} });
  const ends: Called[] = [];
  for (const call of calls) {
    const { status, stdout, timedOut } = await session.run(call);
    ends.push({ status, stdout, timedOut });
    if (halts && (timedOut || (status !== 0 && status !== 10))) break;
  }
  const ran = join(lab.directory, 'hosts/l488pp008/tmp/ran');
  return { lab, ends, ran: () => readFileSync(ran, 'utf8').replaceAll('\n', ' ').trim() };
}

const ok = (stdout = ''): Called => ({ status: 0, stdout, timedOut: false });

insideTest('each has its own output and status, however many there are', async () => {
  const names = Array.from({ length: 40 }, (_, index) =>
    index % 3 === 0 ? 'says' : index % 3 === 1 ? 'fails' : 'leaves',
  );
  const says = {
    says: 'echo DR_A=1; echo oops >&2',
    fails: 'exit 3',
    // What it leaves behind speaks while others run.
    leaves: '(for i in 1 2 3 4; do sleep 0.05; echo late; done) & echo first',
  };
  const { ends, ran } = await together(says, names);
  const expected = { says: ok('DR_A=1\n'), fails: { ...ok(), status: 3 }, leaves: ok('first\n') };
  // What it left behind may still be heard for a moment, but as its own words.
  const heard = ends.map(({ stdout, ...end }) => ({
    ...end,
    stdout: stdout.replace(/^(first\n)(late\n)+$/, '$1'),
  }));
  expect(heard).toEqual(names.map((name) => expected[name as keyof typeof expected]));
  expect(ran()).toBe(names.join(' '));
});

insideTest('after one that does not agree none is begun, where that halts them; 10 agrees', async () => {
  const scripts = { fine: '', other: 'exit 10', fails: 'exit 3' };
  const { ends, ran } = await together(scripts, ['fine', 'other', 'fails', 'fine', 'fine'], { halts: true });
  expect(ends.map(({ status }) => status)).toEqual([0, 10, 3]);
  await sleep(200);
  expect(ran()).toBe('fine other fails');
});

insideTest('one that takes too long halts them, even if it says that all is well', async () => {
  const scripts = { fine: '', slow: 'trap "exit 0" ABRT; while :; do sleep 0.1; done' };
  const { ends, ran } = await together(scripts, ['fine', 'slow', 'fine'], { halts: true, seconds: 0.5 });
  expect(ends).toEqual([ok(), { ...ok(), timedOut: true }]);
  await sleep(200);
  expect(ran()).toBe('fine slow');
});

insideTest('time is measured for each alone, and nobody is ended for another', async () => {
  const scripts = { naps: 'sleep 0.3; echo up', hangs: 'sleep 77782' };
  const names = ['naps', 'naps', 'hangs', 'naps', 'naps'];
  const { ends } = await together(scripts, names, { seconds: 1 });
  expect(ends).toEqual(
    names.map((name) => (name === 'naps' ? ok('up\n') : { status: 134, stdout: '', timedOut: true })),
  );
});

insideTest(
  'one that kills the shell loses itself alone; endless output and false words hold nobody up',
  async () => {
    const scripts = {
      fine: 'echo fine',
      kills: 'kill -9 $PPID; trap "" ABRT; sleep 77783',
      endless: 'yes DR_LOG_INFO=more | head -c 3000000; exit 5',
      forges: 'printf "\\ns 9 0\\ns 4 0\\nh 3\\n" > /proc/$PPID/fd/1; sleep 0.2; echo true; exit 6',
    };
    const names = ['fine', 'kills', 'fine', 'endless', 'fine', 'forges', 'fine'];
    const { ends, lab, ran } = await together(scripts, names);
    expect(ends.map(({ status }) => status)).toEqual([0, 137, 0, 5, 0, 6, 0]);
    expect(ends.at(-2)?.stdout).toBe('true\n');
    expect(ran()).toBe(names.join(' '));
    const left = await inside(lab, 'l488pp008', '/usr/bin/pgrep -f "slee[p] 77783" | wc -l\n');
    expect(left.stdout).toBe('0\n');
  },
);

const listener = (name: string) => `#!/bin/sh
case $1 in
scriptinfo) echo DR_VERSION=1; echo DR_DATE=20240101; echo DR_SCRIPTINFO=x; echo DR_VENDOR=x ;;
register) echo DR_RESOURCE=cpu ;;
usage) ;;
*) echo "${name} $1" >> /tmp/calls; [ ! -e "/tmp/hang-${name}-$1" ] || exec sleep 60; [ ! -e "/tmp/fail-${name}-$1" ] || exit 1 ;;
esac
`;

insideTest.each([
  // Removal: undo goes to every script that prerelease was sent to (seed 4), and to nobody it was not sent to.
  ['r', 'c prerelease', '', ['a undoprerelease', 'b undoprerelease', 'c undoprerelease']],
  // Addition: of those that preacquire was sent to not the one that has failed.
  ['a --force', 'c preacquire', 'b preacquire', ['a undopreacquire', 'c undopreacquire']],
  // The change is done: the rest hears of it, and nobody twice.
  ['r', 'b postrelease', '', ['c postrelease', 'd postrelease']],
])(
  'a request (-o %s) that is killed while %s is called: the next one tells those that have to hear',
  async (killed, at, failing, expected) => {
    const lab = new TestLab('default', 'l488pp008');
    const tree = join(lab.directory, 'hosts/l488pp008');
    const environment = lab.environment();
    const put = ['a', 'b', 'c', 'd'].map(
      (name) =>
        `cat > /usr/lib/dr/scripts/all/${name} <<'END'\n${listener(name)}END\nchmod 755 /usr/lib/dr/scripts/all/${name}\n`,
    );
    const hang = `/tmp/hang-${at.replace(' ', '-')}`;
    const fail = `/tmp/fail-${failing.replace(' ', '-')}`;
    expect(await inside(lab, 'l488pp008', `${put.join('')}touch ${hang} ${fail}\n`)).toMatchObject({
      status: 0,
    });
    expect(await run('drmgr', ['-b'], { environment })).toMatchObject({ status: 0 });
    const words = (operation: string) =>
      `-r proc -m p750-Server-8233-E8B-SN069348P -o ${operation} -p l488pp008 --procs 1`.split(' ');
    const child = start('chhwres', words(killed), { environment });
    const end = finished(child);
    const calls = join(tree, 'tmp/calls');
    const called = () => (existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : []);
    for (let tries = 0; tries < 400 && called().at(-1) !== at; tries++) await sleep(25);
    child.kill('SIGKILL');
    await end;
    const before = called();
    expect(before.at(-1)).toBe(at);
    expect(await inside(lab, 'l488pp008', `rm ${hang} ${fail}\n`)).toMatchObject({ status: 0 });
    const next = await run('chhwres', words('a'), { environment });
    expect([next.status, next.stderr]).toEqual([0, '']);
    expect(called().slice(before.length, before.length + expected.length + 1)).toEqual([
      ...expected,
      'a checkacquire',
    ]);
  },
);
