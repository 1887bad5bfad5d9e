import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import type { ScriptCall, ScriptEnd, ScriptSession } from '../../src/model/inside.ts';
import { openScripts } from '../../src/runtime/scripts.ts';
import { findHolder } from '../../src/state/holders.ts';
import { findHost } from '../../src/state/hosts.ts';
import { Lab } from '../../src/state/lab.ts';
import { TestLab } from '../support/lab.ts';
import { inside, insideTest } from './inside.ts';

let close = () => {};
afterEach(() => close());

async function opened(files: Record<string, string>): Promise<{
  lab: TestLab;
  session: ScriptSession;
  call(name: string, more?: Partial<ScriptCall> & { readonly argv?: readonly string[] }): Promise<ScriptEnd>;
}> {
  const lab = new TestLab('default', 'l488pp008');
  const open = Lab.open(lab.directory, processMachine);
  const host = findHost(open.engine, 'l488pp008');
  if (!host) throw new Error('no host');
  const lent = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));
  const session = await openScripts(open, { host }, lent);
  close = () => {
    session.close();
    open.close();
  };
  const usual = { environment: {}, directory: '/tmp', seconds: 10, signal: new AbortController().signal };
  return {
    lab,
    session,
    call: (name, { argv = [], ...more } = {}) =>
      session.run({ ...usual, ...more, words: [session.lent(name), ...argv] }),
  };
}

insideTest('scripts run one after the other in one place, each with its own output and status', async () => {
  const { call } = await opened({
    one: '#!/bin/sh\necho "DR_A=$1"; echo oops >&2; exit 3\n',
    where: '#!/bin/sh\npwd; id -u; hostname; tty; read line || echo no input; env | grep ^DR_\n',
  });
  expect(await call('one', { argv: ["it's $HOME"] })).toMatchObject({
    ...{ status: 3, stdout: "DR_A=it's $HOME\n", stderr: 'oops\n', timedOut: false, cut: false },
  });
  expect((await call('where', { environment: { DR_B: 'two words', PATH: '/usr/bin' } })).stdout).toBe(
    '/tmp\n0\nl488pp008\nnot a tty\nno input\nDR_B=two words\n',
  );
});

insideTest(
  'a script that hangs gets SIGABRT, and a second later SIGKILL with all it has started',
  async () => {
    const { call, lab } = await opened({
      waits: '#!/bin/sh\ntrap "echo aborted; exit 9" ABRT\nwhile :; do sleep 0.1; done\n',
      ignores: '#!/bin/sh\ntrap "" ABRT\nsleep 77777\n',
    });
    expect(await call('waits', { seconds: 0.3 })).toMatchObject({
      ...{ status: 9, timedOut: true, stdout: 'aborted\n' },
    });
    expect(await call('ignores', { seconds: 0.3 })).toMatchObject({ status: 137, timedOut: true });
    expect((await inside(lab, 'l488pp008', '/usr/bin/pgrep -f "slee[p] 77777" | wc -l\n')).stdout).toBe(
      '0\n',
    );
  },
);

insideTest('what a script has sent into the background ends with it, if it has to be killed', async () => {
  const { call, lab } = await opened({
    spawns: '#!/bin/sh\ntrap "" ABRT\n(sh -c "sleep 77779; :" &)\n(setsid -f sleep 77779)\nsleep 77779\n',
    leaves: '#!/bin/sh\n(sh -c "sleep 77780; :" &)\n',
  });
  expect(await call('spawns', { seconds: 0.3 })).toMatchObject({ status: 137, timedOut: true });
  expect(await call('leaves')).toMatchObject({ status: 0 });
  const count = (number: number) =>
    inside(lab, 'l488pp008', `/usr/bin/pgrep -x -f "sleep ${number}" | wc -l\n`);
  // A daemon has left the group on purpose; one of a script that ends in time may stay.
  expect((await count(77_779)).stdout).toBe('1\n');
  expect((await count(77_780)).stdout).toBe('1\n');
});

insideTest('what a script leaves behind does not speak for the next one', async () => {
  const { call } = await opened({
    leaves: '#!/bin/sh\n(sleep 0.3; echo DR_ERROR=late) &\necho first\n',
    next: '#!/bin/sh\nsleep 0.6; echo second\n',
  });
  expect((await call('leaves')).stdout).toBe('first\n');
  expect((await call('next')).stdout).toBe('second\n');
});

insideTest('endless output, closed descriptors and killing the shell hold nobody up', async () => {
  const { call } = await opened({
    endless: '#!/bin/sh\nexec yes DR_LOG_INFO=more\n',
    closes: '#!/bin/sh\nexec >&- 2>&- <&-\nexit 4\n',
    kills: '#!/bin/sh\nkill -9 $PPID\n',
    long: '#!/bin/sh\nhead -c 10000000 /dev/zero | tr "\\0" x\necho\necho DR_ERROR=end\n',
    fine: '#!/bin/sh\necho fine\n',
  });
  const { stdout, ...end } = await call('endless', { seconds: 0.5 });
  expect(end).toMatchObject({ timedOut: true, cut: true });
  expect(stdout.length).toBe(65_536);
  expect(await call('closes')).toMatchObject({ status: 4, stdout: '' });
  expect(await call('long')).toMatchObject({ status: 0, cut: true });
  expect((await call('kills')).status).not.toBe(0);
  expect(await call('fine')).toMatchObject({ status: 0, stdout: 'fine\n' });
  expect((await call('nothing')).status).toBe(127);
});

insideTest('who stops, kills or speaks for the shell that runs scripts holds nobody up', async () => {
  const { call, lab } = await opened({
    stops: '#!/bin/sh\nkill -STOP $PPID\n',
    forges: '#!/bin/sh\nsleep 0.1; echo "p 99999" > /proc/$PPID/fd/1; trap "" ABRT; sleep 77778\n',
    kills: '#!/bin/sh\nkill -9 $PPID; trap "" ABRT; sleep 77778\n',
    // No end of line follows: what the shell says next has a line of its own.
    mutters: '#!/bin/sh\nprintf "s 1" > /proc/$PPID/fd/1; exit 5\n',
    fine: '#!/bin/sh\necho fine\n',
  });
  expect(await call('stops', { seconds: 0.3 })).toMatchObject({ status: 137, timedOut: true });
  expect(await call('fine')).toMatchObject({ status: 0, stdout: 'fine\n' });
  expect(await call('forges', { seconds: 0.5 })).toMatchObject({ status: 137, timedOut: true });
  expect(await call('kills')).toMatchObject({ status: 137, timedOut: false });
  expect(await call('mutters')).toMatchObject({ status: 5, timedOut: false });
  expect(await call('fine')).toMatchObject({ status: 0, stdout: 'fine\n' });
  const left = await inside(lab, 'l488pp008', '/usr/bin/pgrep -f "slee[p] 77778" | wc -l\n');
  expect(left.stdout).toBe('0\n');
});

insideTest('a place that ends takes its scripts along, and the call ends, too', async () => {
  const { call, lab } = await opened({ waits: '#!/bin/sh\nsleep 77781\n', fine: '#!/bin/sh\n' });
  const open = Lab.open(lab.directory, processMachine);
  const top = findHolder(open.engine, 'l488pp008', undefined)?.top ?? 0;
  open.close();
  const ended = call('waits', { seconds: 0 });
  setTimeout(() => process.kill(top, 'SIGKILL'), 500);
  expect(await ended).toMatchObject({ status: 137, timedOut: false });
  expect((await call('fine')).status).toBe(137);
});

insideTest('a stopped shell without a limit ends when the caller gives up', async () => {
  const { call } = await opened({ stops: '#!/bin/sh\nkill -STOP $PPID\n' });
  const signal = AbortSignal.timeout(300);
  expect(await call('stops', { seconds: 0, signal })).toMatchObject({ status: 137, timedOut: false });
});

insideTest('the scripts of a host are its own files below /usr/lib/dr, and those of no WPAR', async () => {
  const { lab } = await opened({});
  const { stdout } = await inside(
    lab,
    'l488pp008',
    'echo mine > /usr/lib/dr/scripts/all/sysadmin_test; cat /usr/lib/dr/scripts/all/sysadmin_test\ntouch /usr/lib/mine 2> /dev/null || echo refused\n',
  );
  expect(stdout).toBe('mine\nrefused\n');
  const file = join(lab.directory, 'hosts/l488pp008/usr/lib/dr/scripts/all/sysadmin_test');
  expect(readFileSync(file, 'utf8')).toBe('mine\n');
});
