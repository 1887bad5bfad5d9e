import { describe, expect, test } from 'vitest';
import { needsRecovery } from '../../../src/state/frames/migrations.ts';
import { finished, start } from '../../support/bins.ts';
import { TestLab } from '../../support/lab.ts';
import { parlabOk, realBin } from '../../support/parlab.ts';
import { lines, typed } from '../console.ts';
import { belongings, impossibleFrames } from './conservation.ts';
import { addFault, inside, migrations, reach, watched } from './migrations.ts';

const move = 'migrlpar -o m -m frame1 -t frame2';
const stopped =
  'HSCLA2CF The partition migration has been stopped unexpectedly. Perform a migration recovery for this partition, if necessary.\n';
const wrongState =
  'HSCL05DF The partition is not in a state under which this operation can be performed. Check the state of the partition.\n';
const well = { status: 0, stdout: '', stderr: '' };

/** Everything in order: two frames of one console. */
function twoFrames(): TestLab {
  return new TestLab('lpm-two-frames');
}

function facts(lab: TestLab) {
  return inside(lab, ({ engine }) => ({ has: belongings(engine), wrong: impossibleFrames(engine) }));
}

async function states(lab: TestLab, frame: string): Promise<Record<string, string>> {
  const rows = await lines(lab, `lssyscfg -r lpar -m ${frame} -F name:state`);
  return Object.fromEntries(rows.map((row) => row.split(':')));
}

describe('each type of migration takes everything along', () => {
  test.each([
    ['aix1', 'Running', 'virtual SCSI, an AIX host of the lab'],
    ['aix2', 'Running', 'virtual Fibre Channel'],
    ['aix3', 'Running', 'both'],
    ['lin1', 'Running', 'Linux'],
    ['ibmi1', 'Running', 'IBM i'],
    ['off1', 'Not Activated', 'inactive'],
    ['susp1', 'Suspended', 'suspended'],
  ])('%s (%s, %s)', async (name, state) => {
    const lab = twoFrames();
    const before = facts(lab);
    expect(before.wrong).toEqual([]);
    expect(await typed(lab, `${move} -p ${name}`)).toEqual(well);
    expect((await states(lab, 'frame2'))[name]).toBe(state);
    expect(await states(lab, 'frame1')).not.toHaveProperty(name);
    expect(facts(lab)).toEqual(before);
    expect(migrations(lab)).toEqual([]);
    // And back: nothing has been lost on the way.
    expect(await typed(lab, `migrlpar -o m -m frame2 -t frame1 -p ${name}`)).toEqual(well);
    expect(facts(lab)).toEqual(before);
    expect((await states(lab, 'frame1'))[name]).toBe(state);
  });

  test('of a pair of WWPNs the other one is logged in, and back again', async () => {
    const lab = twoFrames();
    const wwpns = async (frame: string) =>
      await lines(
        lab,
        `lshwres -r virtualio --rsubtype fc --level lpar -m ${frame} -F wwpns --filter lpar_names=aix2`,
      );
    const before = await wwpns('frame1');
    expect(await typed(lab, `${move} -p aix2`)).toEqual(well);
    const swapped = before.map((pair) => `"${pair.replaceAll('"', '').split(',').reverse().join(',')}"`);
    expect(await wwpns('frame2')).toEqual(swapped);
  });

  test('-n writes another profile, the old one stays as it was', async () => {
    const lab = twoFrames();
    const old = await lines(
      lab,
      'lssyscfg -r prof -m frame1 --filter lpar_names=aix1 -F virtual_scsi_adapters',
    );
    expect(await typed(lab, `${move} -p aix1 -n moved`)).toEqual(well);
    expect(
      await lines(lab, 'lssyscfg -r prof -m frame2 --filter lpar_names=aix1 -F name,virtual_scsi_adapters'),
    ).toEqual([
      `default,${old[0]}`,
      expect.stringMatching(/^moved,"3\/client\/1\/f2vio1\/\d+\/0,4\/client\/2\/f2vio2\/\d+\/0"$/),
    ]);
    expect(await lines(lab, 'lssyscfg -r lpar -m frame2 --filter lpar_names=aix1 -F curr_profile')).toEqual([
      'moved',
    ]);
  });

  test('dest_lpar_id is taken', async () => {
    const lab = twoFrames();
    expect(await typed(lab, `${move} -p aix1 -i dest_lpar_id=40`)).toEqual(well);
    expect(await lines(lab, 'lssyscfg -r lpar -m frame2 --filter lpar_names=aix1 -F lpar_id')).toEqual([
      '40',
    ]);
  });

  test('the error logs tell of it: two entries of the client, one of each mover', async () => {
    const lab = twoFrames();
    await typed(lab, `${move} -p aix1`);
    const entries = inside(lab, ({ engine }) =>
      engine.all<{ text: string }>(
        `SELECT partition.name || ' ' || identifier || ' ' || label || ' ' || machine AS text FROM error_log
           JOIN partition ON partition.id = partition ORDER BY error_log.id`,
      ),
    ).map(({ text }) => text);
    const mtms = async (frame: string) =>
      (await lines(lab, `lssyscfg -r sys -m ${frame} -F type_model*serial_num`))[0];
    const [first, second] = [await mtms('frame1'), await mtms('frame2')];
    expect(entries).toEqual([
      `aix1 08917DC6 CLIENT_PMIG_STARTED ${first}`,
      `aix1 60AFC9E5 PARTID_CHANGE ${second}`,
      `aix1 A5E6DB96 CLIENT_PMIG_DONE ${second}`,
      expect.stringMatching(/^f1vio[12] 3EB09F5A MVR_MIG_COMPLETED /),
      expect.stringMatching(/^f2vio[12] 3EB09F5A MVR_MIG_COMPLETED /),
    ]);
  });
});

describe('seen from other terminals while the clock of the lab is advanced by hand', () => {
  test('states on both frames, phase by phase', async () => {
    const lab = twoFrames();
    await parlabOk(lab, 'pace step');
    const seen: string[] = [];
    const ended = await watched(lab, `${move} -p aix1`, async () => {
      const [row] = migrations(lab);
      if (!row) return;
      const source = (await states(lab, 'frame1')).aix1 ?? 'absent';
      const dest = (await states(lab, 'frame2')).aix1 ?? 'absent';
      const line = `${row.phase}: ${source} / ${dest}`;
      if (seen.at(-1) !== line) seen.push(line);
      expect(facts(lab).wrong, line).toEqual([]);
    });
    expect(ended).toEqual(well);
    expect(seen).toEqual([
      'starting: Migrating - Running / absent',
      'shell: Migrating - Running / Migrating - Not Activated',
      'movers: Migrating - Running / Migrating - Not Activated',
      'prepare: Migrating - Running / Migrating - Not Activated',
      'devices: Migrating - Running / Migrating - Not Activated',
      'copy: Migrating - Running / Migrating - Not Activated',
      'suspend: Migrating - Running / Migrating - Not Activated',
      'resumed: Migrating - Not Activated / Migrating - Running',
    ]);
  });
});

test('one long advance of the clock ends a whole migration, and a queue of them', async () => {
  const lab = twoFrames();
  await parlabOk(lab, 'pace step');
  let waits = 0;
  const look = async () => {
    waits++;
  };
  expect(await watched(lab, `${move} -p aix1,aix2,lin1`, look, 1800)).toEqual(well);
  expect(waits).toBe(1);
  expect(await states(lab, 'frame2')).toMatchObject({ aix1: 'Running', aix2: 'Running', lin1: 'Running' });
});

describe('stop', () => {
  test('undoes everything; the waiting command ends with 1', async () => {
    const lab = twoFrames();
    const before = facts(lab);
    await parlabOk(lab, 'pace step');
    const running = typed(lab, `${move} -p aix1`);
    await reach(lab, 'copy');
    expect(await typed(lab, 'migrlpar -o s -m frame1 -p aix1')).toEqual(well);
    expect(await running).toEqual({ status: 1, stdout: '', stderr: stopped });
    expect(facts(lab)).toEqual(before);
    expect((await states(lab, 'frame1')).aix1).toBe('Running');
    expect(await states(lab, 'frame2')).not.toHaveProperty('aix1');
  });

  test.each([
    ['copy', 'frame1', { status: 1, stderr: stopped }],
    ['resumed', 'frame2', { status: 0, stderr: '' }],
  ] as const)('an interrupt in the phase %s: it is on %s', async (phase, home, expected) => {
    const lab = twoFrames();
    const before = facts(lab);
    await parlabOk(lab, 'pace step');
    const child = start('migrlpar', ['-o', 'm', '-m', 'frame1', '-t', 'frame2', '-p', 'aix1'], {
      environment: lab.environment(),
    });
    const ended = finished(child);
    await reach(lab, phase);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ ...expected, stdout: '' });
    expect(migrations(lab)).toEqual([]);
    expect(facts(lab)).toEqual(before);
    expect((await states(lab, home)).aix1).toBe('Running');
  });

  test('--all stops all that a system is sending', async () => {
    const lab = twoFrames();
    const before = facts(lab);
    await parlabOk(lab, 'pace step');
    const running = typed(lab, `${move} -p aix1,lin1`);
    await reach(lab, 'copy');
    expect(await typed(lab, 'migrlpar -o s -m frame1 --all')).toEqual(well);
    expect((await running).status).toBe(1);
    expect(facts(lab)).toEqual(before);
  });

  test.each([
    ['nothing migrates', 'frame1', 'aix1'],
    ['of the destination', 'frame2', 'f2vio1'],
  ])('is refused where %s', async (_, frame, name) => {
    expect(await typed(twoFrames(), `migrlpar -o s -m ${frame} -p ${name}`)).toEqual({
      status: 1,
      stdout: '',
      stderr: wrongState,
    });
  });
});

describe('kill -9 and recovery', () => {
  test.each(['starting', 'shell', 'prepare', 'copy', 'resumed'] as const)(
    'killed in the phase %s: nothing is lost, and -o r ends it',
    async (phase) => {
      const lab = twoFrames();
      const before = facts(lab);
      await parlabOk(lab, 'pace step');
      const child = start('migrlpar', ['-o', 'm', '-m', 'frame1', '-t', 'frame2', '-p', 'aix2'], {
        environment: lab.environment(),
      });
      const ended = finished(child);
      await reach(lab, phase);
      child.kill('SIGKILL');
      expect(await ended).toMatchObject({ signal: 'SIGKILL' });
      const [read] = migrations(lab);
      if (!read) throw new Error('there is no migration');
      const isFailed = () => inside(lab, (open) => needsRecovery(open, read));
      expect(isFailed()).toBe(true);
      await parlabOk(lab, 'pace instant');
      expect(facts(lab).wrong).toEqual([]);
      // It blocks a second one until it is recovered.
      const again = await typed(
        lab,
        `migrlpar -o m -m ${phase === 'resumed' ? 'frame2 -t frame1' : 'frame1 -t frame2'} -p aix2`,
      );
      expect(again).toMatchObject({ status: 1, stdout: '' });
      expect(again.stderr).toContain('HSCL05DF');
      expect(await typed(lab, 'migrlpar -o r -m frame1 -p aix2')).toEqual(well);
      // Who has read the row before must not take what has ended meanwhile for a failure.
      expect(isFailed()).toBe(false);
      expect(facts(lab)).toEqual(before);
      const home = phase === 'resumed' ? 'frame2' : 'frame1';
      expect((await states(lab, home)).aix2).toBe('Running');
      expect(await states(lab, home === 'frame1' ? 'frame2' : 'frame1')).not.toHaveProperty('aix2');
      expect(await typed(lab, 'migrlpar -o r -m frame1 -p lin1')).toEqual({
        status: 1,
        stdout: '',
        stderr: wrongState,
      });
    },
    60_000,
  );

  test('what was copied stands still, although the clock goes on', async () => {
    const lab = twoFrames();
    await parlabOk(lab, 'pace step');
    const child = start('migrlpar', ['-o', 'm', '-m', 'frame1', '-t', 'frame2', '-p', 'aix3'], {
      environment: lab.environment(),
    });
    const ended = finished(child);
    await reach(lab, 'copy');
    await parlabOk(lab, 'pace advance 5');
    child.kill('SIGKILL');
    await ended;
    const list = () => lines(lab, 'lslparmigr -r lpar -m frame1 --filter lpar_names=aix3');
    const carried = async () => (await typed(lab, 'vasistat vasi0')).stdout.match(/Bytes: \d+/)?.[0];
    const [before, bytes] = [await list(), await carried()];
    expect(before[0]).toMatch(
      /^name=aix3,lpar_id=5,migration_state=Migration Failed,.*,bytes_transmitted=[1-9]/,
    );
    expect(bytes).toMatch(/: [1-9]/);
    await parlabOk(lab, 'pace advance 3');
    expect(await list()).toEqual(before);
    expect(await carried()).toBe(bytes);
    // And of it nothing else is told: not that its own shell has its name, nor that its disks are in use there.
    await parlabOk(lab, 'pace instant');
    const sides = ['frame1 -t frame2', 'frame2 -t frame1'];
    for (const line of sides.flatMap((side) => ['v', 'm'].map((verb) => `-o ${verb} -m ${side} -p aix3`)))
      expect(await typed(lab, `migrlpar ${line}`), line).toEqual({
        status: 1,
        stdout: '',
        stderr: `Errors:\n${wrongState}Details:\nA migration of partition aix3 has failed.  Recover it first.\n`,
      });
  });

  test('while somebody drives it there is nothing to recover', async () => {
    const lab = twoFrames();
    await parlabOk(lab, 'pace step');
    const running = typed(lab, `${move} -p aix1`);
    await reach(lab, 'copy');
    expect(await typed(lab, 'migrlpar -o r -m frame1 -p aix1')).toEqual({
      status: 1,
      stdout: '',
      stderr: wrongState,
    });
    await parlabOk(lab, 'pace instant');
    expect(await running).toEqual(well);
  });

  test('a VIO server that does not answer is in the way, but for --force', async () => {
    const lab = twoFrames();
    const before = facts(lab);
    await parlabOk(lab, 'pace step');
    const child = start('migrlpar', ['-o', 'm', '-m', 'frame1', '-t', 'frame2', '-p', 'aix1'], {
      environment: lab.environment(),
    });
    const ended = finished(child);
    await reach(lab, 'copy');
    child.kill('SIGKILL');
    await ended;
    inside(lab, (open) =>
      open.update(({ engine }) =>
        engine.run("UPDATE partition SET rmc_state = 'inactive' WHERE name IN ('f2vio1', 'f2vio2')"),
      ),
    );
    const refused = await typed(lab, 'migrlpar -o r -m frame1 -p aix1');
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(
      /^HSCLA246 The management console cannot communicate with partition f2vio[12]\. {2}Either /,
    );
    expect(await typed(lab, 'migrlpar -o r -m frame1 -p aix1 --force')).toEqual(well);
    expect(facts(lab)).toEqual(before);
  });
});

describe('a VIO server that is shut down in the middle', () => {
  test.each([
    ['f1vio1', 'copy', '-i source_msp_id=1,dest_msp_id=1', 1],
    ['f1vio1', 'copy', '--redundantmsps 1', 0],
    ['f2vio1', 'copy', '-i source_msp_id=1,dest_msp_id=1', 1],
  ] as const)('%s in the phase %s with %s: status %i', async (name, phase, flag, status) => {
    const lab = twoFrames();
    const before = facts(lab);
    await parlabOk(lab, 'pace step');
    const running = typed(lab, `${move} -p aix1 ${flag}`);
    await reach(lab, phase);
    const frame = name.startsWith('f1') ? 'frame1' : 'frame2';
    expect(await typed(lab, `chsysstate -m ${frame} -r lpar -o shutdown -n ${name} --immed`)).toEqual(well);
    await parlabOk(lab, 'pace instant');
    const ended = await running;
    expect(ended).toMatchObject({ status, stdout: '' });
    if (status === 1)
      expect(ended.stderr).toContain('The connection between the mover service partitions was lost.');
    expect((await states(lab, status === 0 ? 'frame2' : 'frame1')).aix1).toBe('Running');
    expect(facts(lab).wrong).toEqual([]);
    expect(before.has.size).toBe(facts(lab).has.size);
  });
});

describe('races', () => {
  test('two for one partition: one wins, the other is refused', async () => {
    const lab = twoFrames();
    const both = await Promise.all([realBin(lab, `${move} -p aix1`), realBin(lab, `${move} -p aix1`)]);
    expect(both.map(({ status }) => status).sort()).toEqual([0, 1]);
    const [loser] = both.filter(({ status }) => status === 1);
    expect(loser?.stderr).toMatch(/HSCL05DF|HSCL8012|is no longer on the source managed system/);
    expect(facts(lab).wrong).toEqual([]);
    expect((await states(lab, 'frame2')).aix1).toBe('Running');
  });

  test('one each for six partitions at once: all arrive', async () => {
    const lab = twoFrames();
    const before = facts(lab);
    const names = ['aix1', 'aix2', 'aix3', 'lin1', 'lin2', 'off1'];
    const outcomes = await Promise.all(names.map((name) => realBin(lab, `${move} -p ${name}`)));
    expect(outcomes.map(({ status, stderr }) => ({ status, stderr }))).toEqual(
      names.map(() => ({ status: 0, stderr: '' })),
    );
    expect(facts(lab)).toEqual(before);
  });
});

describe('faults', () => {
  test.each([
    ['os', 'validate', 'HSCLA257'],
    ['os', 'prepare', 'HSCLA257'],
    ['vios', 'devices', 'HSCLA29A The RMC command issued to partition f2vio'],
    ['msp', 'copy', 'The connection between the mover service partitions was lost.'],
    ['storage', 'copy', 'Storage of the migrating partition could not be reached'],
    ['hypervisor', 'copy', 'HSCL365C'],
    ['os', 'suspend', 'HSCL365C'],
  ])('%s at %s: everything is undone', async (kind, at, text) => {
    const lab = twoFrames();
    const before = facts(lab);
    addFault(lab, { object: 'aix1', at, kind, ...(at === 'copy' ? { percent: 40 } : {}) });
    const { status, stdout, stderr } = await typed(lab, `${move} -p aix1 --redundantmsps 0`);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(text);
    expect(facts(lab)).toEqual(before);
    expect(migrations(lab)).toEqual([]);
    expect((await states(lab, 'frame1')).aix1).toBe('Running');
  });

  test.each([
    ['network', 'copy', 'frame1'],
    ['hypervisor', 'suspend', 'frame1'],
    ['vios', 'cleanup', 'frame2'],
    ['storage', 'cleanup', 'frame2'],
  ])('%s at %s: it needs its recovery, after which it is on %s', async (kind, at, home) => {
    const lab = twoFrames();
    const before = facts(lab);
    // Of those that strike after the suspension has begun the step is the next one.
    addFault(lab, {
      at: at === 'suspend' ? 'resume' : at,
      kind,
      ...(at === 'copy' ? { percent: 60 } : {}),
      times: 1,
    });
    expect(await typed(lab, `${move} -p aix1`)).toMatchObject({ status: 1, stdout: '' });
    expect(migrations(lab)).toMatchObject([{ failed: 1 }]);
    expect(facts(lab).wrong).toEqual([]);
    expect(await typed(lab, 'migrlpar -o r -m frame1 -p aix1')).toEqual(well);
    expect(facts(lab)).toEqual(before);
    expect((await states(lab, home)).aix1).toBe('Running');
  });

  test('an RMC loss in the middle also cuts the connection of the server: recovery waits for it', async () => {
    const lab = twoFrames();
    addFault(lab, { object: 'f2vio1', at: 'copy', percent: 50, kind: 'rmc' });
    const { stderr } = await typed(lab, `${move} -p aix1`);
    expect(stderr).toMatch(/^HSCLA246 The management console cannot communicate with partition f2vio1\./);
    expect(await lines(lab, 'lssyscfg -r lpar -m frame2 --filter lpar_names=f2vio1 -F rmc_state')).toEqual([
      'inactive',
    ]);
    expect(await typed(lab, 'migrlpar -o r -m frame1 -p aix1')).toMatchObject({ status: 1 });
  });

  test('an operating system that does not answer is waited for, -w minutes', async () => {
    const lab = twoFrames();
    addFault(lab, { at: 'prepare', kind: 'os' });
    const time = () => inside(lab, (open) => open.now());
    const began = time();
    await typed(lab, `${move} -p aix1 -w 7`);
    expect(time() - began).toBeGreaterThanOrEqual(420);
    expect(time() - began).toBeLessThan(480);
  });

  test('a second pair of movers takes over', async () => {
    const lab = twoFrames();
    addFault(lab, { at: 'copy', percent: 50, kind: 'msp', times: 1 });
    expect(await typed(lab, `${move} -p aix1 --redundantmsps 1`)).toEqual(well);
    expect((await states(lab, 'frame2')).aix1).toBe('Running');
  });

  test('of several partitions only the struck one stays', async () => {
    const lab = twoFrames();
    addFault(lab, { object: 'lin1', at: 'copy', kind: 'msp' });
    const { status, stderr } = await typed(lab, `${move} -p aix1,lin1,aix3 --redundantmsps 0`);
    expect({ status, first: stderr.split('\n')[0] }).toEqual({ status: 1, first: 'lin1:' });
    const there = await states(lab, 'frame2');
    expect(there).toMatchObject({ aix1: 'Running', aix3: 'Running' });
    expect(there).not.toHaveProperty('lin1');
    expect((await states(lab, 'frame1')).lin1).toBe('Running');
  });
});

describe('evacuation', () => {
  test('a hundred partitions with one command, as many at once as the limits allow', async () => {
    const lab = new TestLab('lpm-100');
    const before = facts(lab);
    expect(await typed(lab, `${move} --all`)).toEqual(well);
    expect(facts(lab)).toEqual(before);
    expect(await lines(lab, 'lssyscfg -r lpar -m frame1 -F name')).toHaveLength(2);
    expect(await lines(lab, 'lssyscfg -r lpar -m frame2 -F name')).toHaveLength(102);
  }, 30_000);

  test('what cannot go is told, what can goes', async () => {
    const lab = twoFrames();
    inside(lab, (open) =>
      open.update(({ engine }) =>
        engine.run("UPDATE partition SET migration_disabled = 1 WHERE name = 'aix2'"),
      ),
    );
    const { status, stderr } = await typed(lab, `${move} --all`);
    expect({ status, first: stderr.split('\n').slice(0, 2) }).toEqual({
      status: 1,
      first: ['aix2:', 'Errors:'],
    });
    expect(Object.keys(await states(lab, 'frame1')).sort()).toEqual(['aix2', 'f1vio1', 'f1vio2']);
  });
});
