import { afterEach, describe, expect, test } from 'vitest';
import { processMachine } from '../../../src/cli/process-machine.ts';
import { carryOutRequest } from '../../../src/model/dlpar/carry-out.ts';
import type { DlparEvent, RequestWishes } from '../../../src/model/dlpar/event.ts';
import type { Outcome } from '../../../src/model/dlpar/request.ts';
import { readPlaceFile, writePlaceFile } from '../../../src/model/tree/files.ts';
import { calledIn, type DlparRow } from '../../../src/state/dlpar-requests.ts';
import { partitionOfHost } from '../../../src/state/frames/servers.ts';
import { findHost, type Host } from '../../../src/state/hosts.ts';
import { Lab } from '../../../src/state/lab.ts';
import { seeded } from '../../../src/state/random.ts';
import { FakeInside } from '../../support/fake-inside.ts';
import { TestLab } from '../../support/lab.ts';

const cleanings: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanings.splice(0)) clean();
});

const names = ['a', 'b', 'c'];
const memory: DlparEvent = { resource: 'mem', action: 'release', megabytes: 768, block: 256 };

/** A host with scripts a, b and c for memory and processors. */
class Rehearsal {
  readonly lab: Lab;
  readonly inside = new FakeInside();
  /** Steps that were booked. */
  readonly booked: number[] = [];
  readonly told: string[] = [];
  /** The step that the operating system cannot do. */
  obstacle: number | undefined;
  readonly #abort = new AbortController();

  constructor(lab = new TestLab('default', 'l488pp008')) {
    this.lab = Lab.open(lab.directory, processMachine);
    cleanings.push(() => this.lab.close());
    this.lab.update(({ engine }) => {
      for (const name of names) {
        engine.run(
          `INSERT OR IGNORE INTO dlpar_script (host, folder, name, version, date, vendor, info, timeout, resources)
           VALUES ('l488pp008', 'all', ?, '1', '', '', '', 10, '[{"name":"mem"},{"name":"cpu"}]')`,
          name,
        );
      }
    });
  }

  /** Where the scripts are. */
  get place(): { readonly host: Host } {
    const host = findHost(this.lab.engine, 'l488pp008');
    if (!host) throw new Error('no host');
    return { host };
  }

  /** Scripts fail at these calls: `b prerelease`. */
  fails(calls: readonly string[], more: { readonly stdout?: string } = {}): void {
    this.inside.scripts = ({ words }) => {
      const call = `${words[0]?.split('/').at(-1)} ${words[1]}`;
      return calls.includes(call) ? { status: 1, stdout: 'DR_ERROR="no"\n', ...more } : more;
    };
  }

  interruptAt(call: string): void {
    const scripts = this.inside.scripts;
    this.inside.scripts = (each) => {
      if (`${each.words[0]?.split('/').at(-1)} ${each.words[1]}` === call) this.#abort.abort();
      return scripts(each);
    };
  }

  async run(event: DlparEvent, wishes: Partial<RequestWishes> = {}): Promise<Outcome> {
    const { host } = this.place;
    const partition = partitionOfHost(this.lab.engine, host.name);
    if (!partition) throw new Error('no partition');
    const work = { lab: this.lab, host, signal: this.#abort.signal, inside: this.inside, say: () => {} };
    return await carryOutRequest(work, {
      ...{ partition, event, wishes: { force: false, detail: 0, minutes: 5, ...wishes } },
      transfer: {
        steps: event.resource === 'mem' ? event.megabytes / event.block : 1,
        obstacle: (step) => (step === this.obstacle ? 'busy' : undefined),
        book: (_, step) => this.booked.push(step),
      },
      tell: (line) => this.told.push(line),
    });
  }

  /** Calls of a phase by its command: names of the scripts. */
  called(command: string): string[] {
    return this.inside.scriptCalls
      .map((words) => words.split(' '))
      .filter(([, each]) => each === command)
      .map(([path]) => path?.split('/').at(-1) ?? '');
  }
}

describe('whatever fails at whatever phase', () => {
  // drmgr.md 7 and 8 written down once more, without the table of the sources.
  const commands = {
    release: { check: 'checkrelease', pre: 'prerelease', post: 'postrelease', undo: 'undoprerelease' },
    acquire: { check: 'checkacquire', pre: 'preacquire', post: 'postacquire', undo: 'undopreacquire' },
  } as const;

  test('all takes effect or nothing, but for blocks that have moved; post and undo go where they belong', async () => {
    let draw = 0;
    const random = () => seeded(5, draw++) / 2 ** 32;
    const chance = (of: number) => random() < of;
    const kinds = new Set<string>();
    for (let turn = 0; turn < 300; turn++) {
      const action = chance(0.5) ? 'release' : 'acquire';
      const force = chance(0.4);
      const event: DlparEvent = chance(0.5)
        ? { ...memory, action }
        : { resource: 'cpu', action, processors: [{ logical: 4, bind: 3, connector: '0x1001' }] };
      const steps = event.resource === 'mem' ? 3 : 1;
      const command = commands[action];
      const fails = names.flatMap((name) =>
        (['check', 'pre', 'post', 'undo'] as const)
          .filter((phase) => chance(phase === 'check' ? 0.08 : 0.2))
          .map((phase) => `${name} ${command[phase]}`),
      );
      const failed = (phase: keyof typeof command) =>
        names.filter((name) => fails.includes(`${name} ${command[phase]}`));
      const rehearsal = shared ?? new Rehearsal();
      shared = rehearsal;
      rehearsal.inside.scriptCalls.length = 0;
      rehearsal.booked.length = 0;
      rehearsal.obstacle = chance(0.4) ? Math.floor(random() * steps) : undefined;
      rehearsal.fails(fails);
      const outcome = await rehearsal.run(event, { force });

      const checked = action === 'acquire' || !force;
      const vetoed = checked && failed('check').length > 0;
      const [stopper] = action === 'acquire' && !force ? failed('pre') : [];
      const prepared = vetoed ? [] : names.slice(0, stopper ? names.indexOf(stopper) + 1 : 3);
      const moved = vetoed || stopper ? 0 : (rehearsal.obstacle ?? steps);
      const ok = moved === steps;
      const undone =
        action === 'release' ? prepared : prepared.filter((name) => !failed('pre').includes(name));
      const seen = {
        ok: outcome.ok,
        booked: rehearsal.booked,
        check: rehearsal.called(command.check),
        pre: rehearsal.called(command.pre),
        post: rehearsal.called(command.post),
        undo: rehearsal.called(command.undo),
      };
      expect(seen, `${action} ${event.resource} force ${force}: ${fails.join(', ')}`).toEqual({
        ok,
        booked: Array.from({ length: moved }, (_, index) => index),
        check: checked ? names : [],
        pre: prepared,
        post: ok ? prepared : [],
        undo: ok || vetoed ? [] : undone,
      });
      expect(outcome.completed).toBe(moved);
      expect(event.resource === 'mem' || ok || moved === 0).toBe(true);
      expect(rehearsal.lab.engine.all('SELECT * FROM dlpar_request')).toEqual([]);
      kinds.add(`${action} ${outcome.cause ?? 'ok'} ${moved > 0 && !ok}`);
    }
    // The draw has met every kind of end.
    expect([...kinds].sort()).toEqual([
      'acquire check false',
      'acquire ok false',
      'acquire pre false',
      'acquire resource false',
      'acquire resource true',
      'release check false',
      'release ok false',
      'release resource false',
      'release resource true',
    ]);
  });
  let shared: Rehearsal | undefined;
});

test('seed 4, "revert to the old state": scripts hear once of a request, whatever the number of blocks, and how much has moved', async () => {
  const rehearsal = new Rehearsal();
  const completed: string[] = [];
  rehearsal.inside.scripts = ({ words, environment }) => {
    completed.push(`${words[1]} ${environment.DR_MEM_SIZE_COMPLETED}/${environment.DR_MEM_SIZE_REQUEST}`);
    return {};
  };
  rehearsal.obstacle = 2;
  expect(await rehearsal.run(memory)).toMatchObject({ ok: false, completed: 2, reason: 'busy' });
  expect(completed.filter((_, index) => index % 3 === 0)).toEqual([
    'checkrelease 0/768',
    'prerelease 0/768',
    'undoprerelease 512/768',
  ]);
});

test('an error of the post phase is reported, and the operation is a success (seed 4, postrelease)', async () => {
  const rehearsal = new Rehearsal();
  rehearsal.fails(['b postrelease']);
  expect(await rehearsal.run(memory)).toMatchObject({
    ok: true,
    refusals: [{ name: '/usr/lib/dr/scripts/all/b', phase: 'post', reason: expect.stringContaining('no') }],
  });
});

test.each([
  ['a checkrelease', 'interrupted', [], []],
  ['b prerelease', 'interrupted', names, []],
])('an interrupt at %s', async (call, cause, undone, booked) => {
  const rehearsal = new Rehearsal();
  rehearsal.interruptAt(call);
  expect(await rehearsal.run(memory)).toMatchObject({ ok: false, cause });
  expect(rehearsal.called('undoprerelease')).toEqual(undone);
  expect(rehearsal.booked).toEqual(booked);
});

test('the time of the request bounds its scripts, and is over for all of them together', async () => {
  const rehearsal = new Rehearsal();
  const limits: number[] = [];
  rehearsal.inside.scripts = ({ seconds }) => {
    limits.push(seconds);
    return { milliseconds: 10_000 };
  };
  expect(await rehearsal.run(memory, { minutes: 1 })).toMatchObject({ ok: false, cause: 'time' });
  expect(limits).toEqual([10, 10, 10, 10, 10, 10, 10, 10, 10]);
  expect(rehearsal.called('undoprerelease')).toEqual(names);
});

test('seed 4, DR_DETAIL_LEVEL: 0 tells nothing, 1 the flow of the system, 2 what scripts say', async () => {
  const told = async (detail: number) => {
    const rehearsal = new Rehearsal();
    rehearsal.fails([], { stdout: 'DR_LOG_INFO="hello\u001b[31m"\n' });
    await rehearsal.run({ ...memory, megabytes: 256 }, { detail });
    return rehearsal.told;
  };
  expect(await told(0)).toEqual([]);
  const flow = await told(1);
  expect(flow.slice(0, 8)).toEqual([
    '==== Start: Memory removal operation ====',
    'Starting CHECK phase for mem Remove operation.',
    'Phase CHECK started for scripts,kernel extensions and applications.',
    'Starting CHECK phase for Scripts.',
    'Completed the phase for Scripts.',
    'Starting the phase for kernel extensions.',
    'Completed the phase for kernel extensions.',
    'Starting the phase for application signal handlers.',
  ]);
  expect(flow.at(-1)).toBe('==== End: Memory removal operation ====');
  expect((await told(2)).filter((line) => line.includes('hello'))).toEqual(
    ['check', 'pre', 'post'].flatMap(() =>
      names.map((name) => `/usr/lib/dr/scripts/all/${name}: hello?[31m`),
    ),
  );
});

test.each([
  [false, 'FALSE', ['checkrelease', 'prerelease', 'undoprerelease']],
  [true, 'TRUE', ['prerelease', 'undoprerelease']],
])(
  'seed 4, FORCE "applies to the entire DLPAR operation including its phases": %s',
  async (force, said, commands) => {
    const rehearsal = new Rehearsal();
    const seen = new Set<string>();
    rehearsal.inside.scripts = ({ words, environment }) => {
      seen.add(`${words[1]} ${environment.DR_FORCE}`);
      return {};
    };
    rehearsal.obstacle = 0;
    expect(await rehearsal.run(memory, { force })).toMatchObject({ ok: false, cause: 'resource' });
    expect([...seen]).toEqual(commands.map((command) => `${command} ${said}`));
  },
);

test('seed 4, "Script Execution Environment": each variable of the protocol begins with DR_', async () => {
  const rehearsal = new Rehearsal();
  const names = new Set<string>();
  rehearsal.inside.scripts = ({ environment }) => {
    for (const name of Object.keys(environment)) names.add(name);
    return {};
  };
  await rehearsal.run(memory);
  expect([...names].filter((name) => !name.startsWith('DR_')).sort()).toEqual(['LANG', 'PATH']);
  expect(names).toContain('DR_DETAIL_LEVEL');
});

test('a script that is not made for a command says 10: no objection', async () => {
  const rehearsal = new Rehearsal();
  rehearsal.inside.scripts = () => ({ status: 10 });
  expect(await rehearsal.run(memory)).toEqual({ ok: true, completed: 3, refusals: [] });
});

test('a request waits for the one before it; what a dead one has prepared is undone first', async () => {
  const lab = new TestLab('default', 'l488pp008');
  const rehearsal = new Rehearsal(lab);
  const partition = partitionOfHost(rehearsal.lab.engine, 'l488pp008');
  const occupy = (pid: number, birth: string) =>
    rehearsal.lab.update(({ engine }) => {
      engine.run(
        'INSERT INTO dlpar_request (partition, pid, birth, event, force, detail, called, completed) VALUES (?, ?, ?, ?, 1, 0, ?, 256)',
        ...[partition?.id ?? 0, pid, birth, JSON.stringify(memory)],
        JSON.stringify(['/usr/lib/dr/scripts/all/b']),
      );
    });
  occupy(999_999, 'gone');
  const seen: string[] = [];
  rehearsal.inside.scripts = ({ words, environment }) => {
    seen.push(`${words.slice(1).join(' ')} ${environment.DR_FORCE} ${environment.DR_MEM_SIZE_COMPLETED}`);
    return {};
  };
  expect((await rehearsal.run({ ...memory, megabytes: 256 })).ok).toBe(true);
  expect(seen.slice(0, 2)).toEqual(['undoprerelease mem TRUE 256', 'checkrelease mem FALSE 0']);

  const { pid, birth } = processMachine.self;
  occupy(pid, birth);
  setTimeout(() => rehearsal.lab.update(({ engine }) => engine.run('DELETE FROM dlpar_request')), 250);
  const began = Date.now();
  expect((await rehearsal.run(memory)).ok).toBe(true);
  expect(Date.now() - began).toBeGreaterThan(200);
});

test.each([
  ['DR_LOG_EMERG', 'emerg', undefined],
  ['DR_LOG_ERR', 'err', 'crit'],
  ['DR_LOG_WARNING', 'warning', 'err'],
  ['DR_LOG_INFO', 'info', 'notice'],
  ['DR_LOG_DEBUG', 'debug', 'info'],
])('seed 4, "Logs the message with the syslog level of": %s is %s', async (name, level, above) => {
  const lab = new TestLab('default', 'l488pp008');
  lab.onHost = true;
  const rehearsal = new Rehearsal(lab);
  const write = (path: string, text: string) =>
    writePlaceFile(rehearsal.lab, rehearsal.place, path, text, 0o755);
  write('/etc/syslog.conf', `daemon.${level} /var/adm/level\ndaemon.${above ?? 'none'} /var/adm/above\n`);
  for (const path of ['/var/adm/level', '/var/adm/above']) write(path, '');
  for (const each of names) write(`/usr/lib/dr/scripts/all/${each}`, '#!/bin/sh\n');
  await lab.ok('refresh -s syslogd');
  rehearsal.fails([], { stdout: `${name}="from ${name}"\n` });
  await rehearsal.run({ ...memory, megabytes: 256 });
  const lines = (path: string) =>
    (readPlaceFile(rehearsal.lab, rehearsal.place, path) ?? '')
      .split('\n')
      .filter((line) => line.includes(name));
  // Three scripts in three phases.
  expect(lines('/var/adm/level')).toHaveLength(9);
  expect(lines('/var/adm/above')).toEqual([]);
});

test('a request that dies after the change owes post, and nobody hears the end of it twice', async () => {
  const rehearsal = new Rehearsal();
  const rows: string[] = [];
  rehearsal.inside.scripts = ({ words }) => {
    const row = rehearsal.lab.engine.get<{ owes: string; called: string }>('SELECT * FROM dlpar_request');
    rows.push(`${words[1]} ${row?.owes} ${(JSON.parse(row?.called ?? '[]') as string[]).length}`);
    return {};
  };
  expect((await rehearsal.run(memory)).ok).toBe(true);
  const count = rows.filter((each) => each.startsWith('prerelease')).length;
  expect(count).toBeGreaterThan(1);
  const numbers = Array.from({ length: count }, (_, index) => index);
  // Written down before each call: how many have prepared, then how many still are to be told.
  expect(rows.slice(count)).toEqual([
    ...numbers.map((index) => `prerelease undo ${index + 1}`),
    ...numbers.map((index) => `postrelease post ${count - 1 - index}`),
  ]);
});

test('seed 4, undopreacquire: of a forced addition that died those that had failed hear nothing of its undo', async () => {
  const rehearsal = new Rehearsal();
  const owed: string[] = [];
  rehearsal.inside.scripts = ({ words }) => {
    const call = `${words[0]?.split('/').at(-1)} ${words[1]}`;
    const row = rehearsal.lab.engine.get<DlparRow>('SELECT * FROM dlpar_request');
    const names = row ? calledIn(rehearsal.lab.directory, row).map((each) => each.split('/').at(-1)) : [];
    owed.push(`${call}: ${row?.owes} ${names.join(' ')}`);
    return call === 'a preacquire' ? { status: 1 } : {};
  };
  expect((await rehearsal.run({ ...memory, action: 'acquire' }, { force: true })).ok).toBe(true);
  expect(owed.filter((each) => /preacquire|postacquire/.test(each))).toEqual([
    'a preacquire: undo a',
    'b preacquire: undo b',
    'c preacquire: undo b c',
    // The end of what is done is told to all.
    'a postacquire: post b c',
    'b postacquire: post c',
    'c postacquire: post ',
  ]);
});

test('while the end of a dead request is told, no other begins; who dies telling it leaves the rest', async () => {
  const rehearsal = new Rehearsal();
  const partition = rehearsal.lab.engine.get<{ id: number }>(
    "SELECT id FROM partition WHERE name = 'l488pp008'",
  );
  const scripts = ['a', 'b'].map((name) => `/usr/lib/dr/scripts/all/${name}`);
  rehearsal.lab.update(({ engine }) => {
    engine.run(
      "INSERT INTO dlpar_request (partition, pid, birth, event, force, detail, called, completed, owes) VALUES (?, 999999, 'gone', ?, 0, 0, ?, 768, 'post')",
      ...[partition?.id ?? 0, JSON.stringify(memory), JSON.stringify(scripts)],
    );
  });
  const seen: string[] = [];
  rehearsal.inside.scripts = ({ words }) => {
    const row = rehearsal.lab.engine.get<{ pid: number; called: string }>('SELECT * FROM dlpar_request');
    const mine = row?.pid === processMachine.self.pid ? 'mine' : 'free';
    seen.push(
      `${words[0]?.slice(-1)} ${words[1]} ${mine} ${(JSON.parse(row?.called ?? '[]') as string[]).length}`,
    );
    return {};
  };
  expect((await rehearsal.run(memory)).ok).toBe(true);
  expect(seen.slice(0, 3)).toEqual(['a postrelease mine 1', 'b postrelease mine 0', 'a checkrelease mine 0']);
});

test('what happens goes to the syslog of the host, with the ID of drmgr (seed 4: "preserved by using the syslog facility")', async () => {
  const lab = new TestLab('default', 'l488pp008');
  lab.onHost = true;
  const rehearsal = new Rehearsal(lab);
  writePlaceFile(
    rehearsal.lab,
    rehearsal.place,
    '/etc/syslog.conf',
    '*.debug /var/adm/dr.log rotate size 100k files 4\n',
  );
  writePlaceFile(rehearsal.lab, rehearsal.place, '/var/adm/dr.log', '');
  for (const name of names)
    writePlaceFile(rehearsal.lab, rehearsal.place, `/usr/lib/dr/scripts/all/${name}`, '#!/bin/sh\n', 0o755);
  await lab.ok('refresh -s syslogd');
  rehearsal.fails(['b prerelease'], { stdout: 'DR_LOG_WARNING="pool is small"\nDR_ERROR="in use"\n' });
  await rehearsal.run({ ...memory, megabytes: 256 });
  const lines = (readPlaceFile(rehearsal.lab, rehearsal.place, '/var/adm/dr.log') ?? '').split('\n');
  const said = lines.map((line) => line.replace(/^\w{3} [ \d]\d \d\d:\d\d:\d\d l488pp008 /, ''));
  expect(said[1]).toBe('DRMGR: ==== Start: Memory removal operation ====');
  expect(said).toContain('DRMGR: /usr/lib/dr/scripts/all/b: pool is small');
  expect(said).toContain('DRMGR: /usr/lib/dr/scripts/all/b: prerelease mem failed (1): in use');
});
