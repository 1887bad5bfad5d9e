import { describe, expect, test } from 'vitest';
import type { ScriptCall, ScriptEnd } from '../../../src/model/inside.ts';
import { insideTest, inside as onHost } from '../../runtime/inside.ts';
import { giveScripts, scriptFolder } from '../../support/dlpar-scripts.ts';
import { FakeInside } from '../../support/fake-inside.ts';
import { TestLab } from '../../support/lab.ts';
import { parlabOk } from '../../support/parlab.ts';
import { lines, typed } from '../console.ts';
import { belongings, impossibleFrames } from './conservation.ts';
import { addFault, inside, migrations, reach } from './migrations.ts';

const migrate = 'migrlpar -o m -m frame1 -t frame2 -p aix1';
const validate = 'migrlpar -o v -m frame1 -t frame2 -p aix1';
const well = { status: 0, stdout: '', stderr: '' };
const notReady =
  "HSCLA257 The migrating partition has returned a failure response to the management console's request to perform a check for migration readiness.  The migrating partition in not ready for migration at this time.  Try the operation again later.";
const wrongState =
  'HSCL05DF The partition is not in a state under which this operation can be performed. Check the state of the partition.';
const stopped =
  'HSCLA2CF The partition migration has been stopped unexpectedly. Perform a migration recovery for this partition, if necessary.\n';

/** A host with scripts one and two for partition mobility, which do nothing but what a test says. */
class Stage {
  readonly lab: TestLab;
  readonly inside = new FakeInside();

  constructor() {
    this.lab = new TestLab('lpm-two-frames');
    this.lab.inside = this.inside;
    giveScripts(this.lab, 'aix1', 'pmig', { one: '#!/bin/sh\nexit 0\n', two: '#!/bin/sh\nexit 0\n' });
  }

  /** What was called, without the folder and the resource: `one checkmigrate`. */
  get calls(): string[] {
    return this.inside.scriptCalls.map((call) => call.replace(`${scriptFolder}/`, '').replace(/ pmig$/, ''));
  }

  /** Scripts fail at these calls, and say why. */
  refuse(...calls: string[]): void {
    this.answer((call) =>
      calls.includes(call) ? { status: 1, stdout: `DR_ERROR="${call} says no"\n` } : {},
    );
  }

  answer(by: (call: string, whole: ScriptCall) => Partial<ScriptEnd>): void {
    this.inside.scripts = (whole) => by(`${whole.words[0]?.split('/').at(-1)} ${whole.words[1]}`, whole);
  }

  /** Where it runs. */
  async home(): Promise<string> {
    for (const frame of ['frame1', 'frame2']) {
      const rows = await lines(this.lab, `lssyscfg -r lpar -m ${frame} -F name,state`);
      if (rows.includes('aix1,Running')) return frame;
    }
    return 'nowhere';
  }

  facts() {
    return inside(this.lab, ({ engine }) => ({ has: belongings(engine), wrong: impossibleFrames(engine) }));
  }

  /** Requests that somebody still has to end. */
  get requests(): string[] {
    return inside(this.lab, ({ engine }) =>
      engine.all<{ owes: string; called: string }>('SELECT owes, called FROM dlpar_request'),
    ).map(({ owes, called }) => `${owes} ${(JSON.parse(called) as string[]).length}`);
  }
}

const both = (command: string) => [`one ${command}`, `two ${command}`];

describe('a migration calls scripts of the partition', () => {
  test('check in its validation, pre before the memory goes, post on the destination', async () => {
    const stage = new Stage();
    const phases: string[] = [];
    stage.answer((call) => {
      phases.push(`${call}: ${migrations(stage.lab)[0]?.phase ?? 'none'}`);
      return {};
    });
    expect(await typed(stage.lab, migrate)).toEqual(well);
    expect(phases).toEqual([
      'one checkmigrate: none',
      'two checkmigrate: none',
      'one premigrate: prepare',
      'two premigrate: prepare',
      'one postmigrate: resumed',
      'two postmigrate: resumed',
    ]);
    expect(await stage.home()).toBe('frame2');
    expect(stage.requests).toEqual([]);
  });

  test('each is told the detail level, and that nothing is forced; of the resource there is nothing to tell', async () => {
    const stage = new Stage();
    const found: unknown[] = [];
    stage.answer((_, { words, environment, directory }) => {
      found.push({ words, environment, directory });
      return {};
    });
    await typed(stage.lab, `${validate} -d 4`);
    expect(found[0]).toEqual({
      words: [`${scriptFolder}/one`, 'checkmigrate', 'pmig'],
      environment: {
        PATH: '/usr/bin:/etc:/usr/sbin',
        LANG: 'C',
        DR_DETAIL_LEVEL: '4',
        DR_FORCE: 'FALSE',
      },
      directory: '/tmp',
    });
  });

  test('-d shows what happens to whoever has asked for it', async () => {
    const stage = new Stage();
    stage.answer((call) => ({ stdout: `DR_LOG_INFO="${call}"\n` }));
    const level = async (detail: number) => (await typed(stage.lab, `${validate} -d ${detail}`)).stdout;
    expect(await level(0)).toBe('');
    const flow = await level(1);
    expect(flow.split('\n').slice(0, 4)).toEqual([
      '==== Start: Partition migration operation ====',
      'Starting CHECK phase for pmig Migrate operation.',
      'Phase CHECK started for scripts,kernel extensions and applications.',
      'Starting CHECK phase for Scripts.',
    ]);
    expect(flow).not.toContain('checkmigrate');
    expect(await level(2)).toContain(`${scriptFolder}/one: one checkmigrate\n`);
  });

  test('validation alone calls check alone, and changes nothing', async () => {
    const stage = new Stage();
    const before = stage.facts();
    expect(await typed(stage.lab, validate)).toEqual(well);
    expect(stage.calls).toEqual(both('checkmigrate'));
    expect(stage.facts()).toEqual(before);
    expect(stage.requests).toEqual([]);
  });
});

describe('a refusal', () => {
  test.each([validate, migrate])('of a check fails the validation: %s', async (line) => {
    const stage = new Stage();
    const before = stage.facts();
    stage.refuse('one checkmigrate', 'two checkmigrate');
    const path = (name: string) => `${scriptFolder}/${name}: ${name} checkmigrate says no`;
    expect(await typed(stage.lab, line)).toEqual({
      status: 1,
      stdout: '',
      stderr: `Errors:\n${notReady}\nDetails:\n${path('one')}\n${path('two')}\n`,
    });
    expect(stage.calls).toEqual(both('checkmigrate'));
    expect(stage.facts()).toEqual(before);
    expect([migrations(stage.lab), stage.requests]).toEqual([[], []]);
  });

  test('stands beside what else is wrong', async () => {
    const stage = new Stage();
    stage.refuse('two checkmigrate');
    inside(stage.lab, (open) =>
      open.update(({ engine }) =>
        engine.run("UPDATE partition SET redundant_errors = 1 WHERE name = 'aix1'"),
      ),
    );
    const { stderr } = await typed(stage.lab, validate);
    expect(stderr).toContain('Redundant error path reporting is enabled for partition aix1.\n');
    expect(stderr).toContain(`${notReady}\nDetails:\n${scriptFolder}/two: two checkmigrate says no\n`);
  });

  test('shows its reason without control characters, and not at all with --nodetails', async () => {
    const stage = new Stage();
    stage.answer(() => ({ status: 1, stdout: 'DR_ERROR="a\u001b[31mb"\n' }));
    expect((await typed(stage.lab, validate)).stderr).toContain('/one: a?[31mb\n');
    expect((await typed(stage.lab, `${validate} --nodetails`)).stderr).toBe(`Errors:\n${notReady}\n`);
  });

  test('status 10 is none, and a DR_ERROR of one that succeeds is none', async () => {
    const stage = new Stage();
    stage.answer((call) => (call.startsWith('one') ? { status: 10 } : { stdout: 'DR_ERROR=oh\n' }));
    expect(await typed(stage.lab, migrate)).toEqual(well);
  });

  test.each([
    ['one', ['one premigrate', 'one undopremigrate']],
    ['two', ['one premigrate', 'two premigrate', 'one undopremigrate', 'two undopremigrate']],
  ])('of premigrate (%s) undoes everything, and those that were called undo', async (name, called) => {
    const stage = new Stage();
    const before = stage.facts();
    stage.refuse(`${name} premigrate`);
    expect(await typed(stage.lab, migrate)).toEqual({
      status: 1,
      stdout: '',
      stderr: `${notReady}\nDetails:\n${scriptFolder}/${name}: ${name} premigrate says no\n`,
    });
    expect(stage.calls).toEqual([...both('checkmigrate'), ...called]);
    expect(stage.facts()).toEqual(before);
    expect([migrations(stage.lab), stage.requests, await stage.home()]).toEqual([[], [], 'frame1']);
  });

  test('of postmigrate is reported, and the partition is where it should be', async () => {
    const stage = new Stage();
    stage.refuse('one postmigrate');
    expect(await typed(stage.lab, migrate)).toEqual({
      status: 0,
      stdout: '',
      stderr: `The operating system of partition aix1 reported errors after the migration had ended.\nDetails:\n${scriptFolder}/one: one postmigrate says no\n`,
    });
    expect(stage.calls.slice(-2)).toEqual(both('postmigrate'));
    expect(await stage.home()).toBe('frame2');
  });
});

describe('a migration that comes to nothing after premigrate', () => {
  const undone = [...both('checkmigrate'), ...both('premigrate'), ...both('undopremigrate')];

  test.each([
    ['vios', 'devices'],
    ['msp', 'copy'],
    ['os', 'suspend'],
  ])('by a fault (%s at %s) calls undopremigrate', async (kind, at) => {
    const stage = new Stage();
    addFault(stage.lab, { at, kind, ...(at === 'copy' ? { percent: 50 } : {}) });
    expect(await typed(stage.lab, `${migrate} --redundantmsps 0`)).toMatchObject({ status: 1 });
    expect(stage.calls).toEqual(undone);
    expect([await stage.home(), stage.requests]).toEqual(['frame1', []]);
  });

  test('before premigrate there is nothing to undo', async () => {
    const stage = new Stage();
    addFault(stage.lab, { at: 'prepare', kind: 'os' });
    expect(await typed(stage.lab, migrate)).toMatchObject({ status: 1 });
    expect(stage.calls).toEqual(both('checkmigrate'));
    expect(stage.requests).toEqual([]);
  });

  test('by a stop calls undopremigrate', async () => {
    const stage = new Stage();
    await parlabOk(stage.lab, 'pace step');
    const running = typed(stage.lab, migrate);
    await reach(stage.lab, 'copy');
    expect(await typed(stage.lab, 'migrlpar -o s -m frame1 -p aix1')).toEqual(well);
    expect(await running).toEqual({ status: 1, stdout: '', stderr: stopped });
    expect(stage.calls).toEqual(undone);
  });
});

describe('recovery', () => {
  test.each([
    ['network', 'copy', 'frame1', 'undopremigrate'],
    ['vios', 'cleanup', 'frame2', undefined],
  ])('of %s at %s, to %s: %s', async (kind, at, home, command) => {
    const stage = new Stage();
    addFault(stage.lab, { at, kind, times: 1, ...(at === 'copy' ? { percent: 60 } : {}) });
    expect(await typed(stage.lab, migrate)).toMatchObject({ status: 1 });
    stage.inside.scriptCalls.length = 0;
    expect(stage.requests).toEqual(command === undefined ? [] : ['undo 3']);
    expect(await typed(stage.lab, 'migrlpar -o r -m frame1 -p aix1')).toEqual(well);
    expect(stage.calls).toEqual(command === undefined ? [] : both(command));
    expect([await stage.home(), stage.requests]).toEqual([home, []]);
  });

  test.each([
    ['one premigrate', ['one undopremigrate'], 'frame1'],
    ['two premigrate', both('undopremigrate'), 'frame1'],
    ['one postmigrate', ['two postmigrate'], 'frame2'],
    ['two postmigrate', [], 'frame2'],
  ])('whose command has died in %s', async (at, expected, home) => {
    const stage = new Stage();
    // A command that never comes back from there; then nobody has what it had.
    let dies = () => {};
    const dead = new Promise<void>((resolve) => {
      dies = resolve;
    });
    const { openScripts } = stage.inside;
    stage.inside.openScripts = async () => {
      const session = await openScripts.call(stage.inside);
      return {
        ...session,
        run: async (call) => {
          if (`${call.words[0]?.split('/').at(-1)} ${call.words[1]}` !== at) return await session.run(call);
          dies();
          return await new Promise(() => {});
        },
      };
    };
    void typed(stage.lab, migrate);
    await dead;
    inside(stage.lab, (open) =>
      open.update(({ engine }) => {
        engine.run("UPDATE migration SET pid = 999999999, birth = 'gone'");
        engine.run("UPDATE dlpar_request SET pid = 999999999, birth = 'gone'");
      }),
    );
    stage.inside.openScripts = openScripts;
    stage.inside.scriptCalls.length = 0;
    expect(await typed(stage.lab, 'migrlpar -o r -m frame1 -p aix1')).toEqual(well);
    expect(stage.calls).toEqual(expected);
    expect([await stage.home(), stage.requests, stage.facts().wrong]).toEqual([home, [], []]);
  });
});

describe('nobody is asked', () => {
  test.each([
    ['without RMC', "UPDATE partition SET rmc_state = 'inactive' WHERE name = 'aix1'", 'HSCLA246'],
    ['that does not run', "UPDATE partition SET state = 'Open Firmware' WHERE name = 'aix1'", 'HSCL05DF'],
  ])('in a partition %s: it is refused for that', async (_, sql, number) => {
    const stage = new Stage();
    inside(stage.lab, (open) => open.update(({ engine }) => engine.run(sql)));
    const { status, stderr } = await typed(stage.lab, migrate);
    expect([status, stderr.includes(number), stderr.includes('HSCLA257')]).toEqual([1, true, false]);
    expect(stage.calls).toEqual([]);
  });

  test.each(['Not Activated', 'Suspended'])('in a partition that is %s', async (state) => {
    const stage = new Stage();
    inside(stage.lab, (open) =>
      open.update(({ engine }) =>
        engine.run("UPDATE partition SET state = ?, rmc_state = 'inactive' WHERE name = 'aix1'", state),
      ),
    );
    await typed(stage.lab, migrate);
    expect(stage.calls).toEqual([]);
  });

  test('in one that is on its way already', async () => {
    const stage = new Stage();
    await parlabOk(stage.lab, 'pace step');
    const running = typed(stage.lab, migrate);
    await reach(stage.lab, 'copy');
    await parlabOk(stage.lab, 'pace instant');
    const before = stage.calls.length;
    expect((await typed(stage.lab, validate)).stderr).toContain(wrongState);
    expect(stage.calls).toHaveLength(before);
    expect(await running).toEqual(well);
  });
});

test('a migration waits for a DLPAR request of the partition', async () => {
  const stage = new Stage();
  inside(stage.lab, (open) =>
    open.update(({ engine, lab: { machine } }) =>
      engine.run(
        `INSERT INTO dlpar_request (partition, pid, birth, event, force, detail)
         SELECT id, ?, ?, '{"resource":"cpu","action":"release","processors":[]}', 0, 0 FROM partition WHERE name = 'aix1'`,
        machine.self.pid,
        machine.self.birth,
      ),
    ),
  );
  const running = typed(stage.lab, migrate);
  await new Promise((done) => setTimeout(done, 300));
  expect([migrations(stage.lab), stage.calls]).toEqual([[], []]);
  inside(stage.lab, (open) => open.update(({ engine }) => engine.run('DELETE FROM dlpar_request')));
  expect(await running).toEqual(well);
  expect(stage.calls).toHaveLength(6);
});

describe('what AIX is delivered with', () => {
  const delivered = `${scriptFolder}/ctrmc_MDdr`;

  test('needs no way into the partition', async () => {
    const lab = new TestLab('lpm-two-frames');
    const fake = new FakeInside();
    lab.inside = fake;
    expect(await typed(lab, `${validate} -d 2`)).toMatchObject({ status: 0, stderr: '' });
    expect(fake.scriptCalls).toEqual([]);
  });

  test('is called like any other where somebody has changed it', async () => {
    const lab = new TestLab('lpm-two-frames');
    const fake = new FakeInside();
    lab.inside = fake;
    giveScripts(lab, 'aix1', 'pmig', { ctrmc_MDdr: '#!/bin/sh\nexit 1\n' });
    await typed(lab, validate);
    expect(fake.scriptCalls).toEqual([`${delivered} checkmigrate pmig`]);
  });
});

test('of several partitions only the one that refuses stays', async () => {
  const stage = new Stage();
  stage.refuse('one premigrate');
  const { status, stderr } = await typed(stage.lab, 'migrlpar -o m -m frame1 -t frame2 -p lin1,aix1,aix3');
  expect({ status, first: stderr.split('\n')[0] }).toEqual({ status: 1, first: 'aix1:' });
  expect(await stage.home()).toBe('frame1');
  expect(await lines(stage.lab, 'lssyscfg -r lpar -m frame2 -F name')).toEqual(
    expect.arrayContaining(['lin1', 'aix3']),
  );
  expect(stage.facts().wrong).toEqual([]);
});

insideTest(
  'for real: one logs a whole migration into a file of the host, then vetoes the way back',
  async () => {
    const lab = new TestLab('lpm-two-frames');
    const log = 'echo "$1 $2 $DR_DETAIL_LEVEL" >> /var/adm/moves\n';
    giveScripts(lab, 'aix1', 'pmig', {
      logs: `#!/bin/sh\n${log}`,
      vetoes:
        '#!/bin/sh\nif [ "$1" = checkmigrate ] && [ -f /etc/stay ]; then echo \'DR_ERROR="db2: a backup runs"\'; exit 1; fi\n',
    });
    expect(await typed(lab, migrate)).toEqual(well);
    const { stdout } = await onHost(lab, 'aix1', 'cat /var/adm/moves; touch /etc/stay\n');
    expect(stdout).toBe('checkmigrate pmig 1\npremigrate pmig 1\npostmigrate pmig 1\n');
    expect(await typed(lab, 'migrlpar -o v -m frame2 -t frame1 -p aix1')).toEqual({
      status: 1,
      stdout: '',
      stderr: `Errors:\n${notReady}\nDetails:\n${scriptFolder}/vetoes: db2: a backup runs\n`,
    });
  },
);
