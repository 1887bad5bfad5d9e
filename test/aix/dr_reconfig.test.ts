import { expect, test } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import { Lab } from '../../src/state/lab.ts';
import { insertProgramPhase, insertToldProgram } from '../../src/state/program-phases.ts';
import type { Outcome } from '../support/lab.ts';
import { TestLab } from '../support/lab.ts';

/** A host whose programs are told of a removal of memory. */
async function told(): Promise<TestLab> {
  const lab = new TestLab('default', 'l488pp008');
  await lab.ok('startwpar dev02');
  lab.onHost = true;
  const open = Lab.open(lab.directory, processMachine);
  open.update((change) => {
    const partition = open.engine.get<{ id: number }>(
      "SELECT id FROM partition WHERE host = 'l488pp008'",
    )?.id;
    insertProgramPhase(change, {
      partition: partition ?? 0,
      phase: 'check',
      event: JSON.stringify({ resource: 'mem', action: 'release', megabytes: 256, block: 256 }),
      force: 0,
      frames: JSON.stringify({ free: 10, pinnable: 9, total: 11 }),
    });
    insertToldProgram(change, partition ?? 0, {
      ...{ wpar: 0, pid: 1, born: 1, user: 0, name: 'some', answer: null },
    });
  });
  open.close();
  return lab;
}

const event = `phase_gen=1
phase=check
action=remove
resource=mem
force=0
req_memsz_change=268435456
sys_memsz=45056
sys_free_frames=10
sys_pinnable_frames=9
sys_total_frames=11
`;
const usage = 'Usage: dr_reconfig -q [ -d | -f ] [ -g Phase ]\n       dr_reconfig { -d | -f } [ -g Phase ]\n';
const notTold =
  'dr_reconfig: EPERM: Neither the caller nor a process above it was sent SIGRECONFIG in this phase.\n';

test('the event is shown to everybody on the host and in its WPARs; from outside nobody answers', async () => {
  const lab = await told();
  const before = lab.dump();
  const rows: readonly (readonly [string, Outcome])[] = [
    ['-q', { status: 0, stdout: event, stderr: '' }],
    ['-d', { status: 4, stdout: '', stderr: notTold }],
    ['-f', { status: 4, stdout: '', stderr: notTold }],
    ['-q -d', { status: 4, stdout: '', stderr: notTold }],
    ['-d -g 7', { status: 6, stdout: '', stderr: 'dr_reconfig: ESTALE: The phase 7 is over.\n' }],
  ];
  for (const [words, outcome] of rows) expect(await lab.type(`dr_reconfig ${words}`), words).toEqual(outcome);
  lab.wpar = 'dev02';
  lab.user = 'guest';
  expect(await lab.type('dr_reconfig -q')).toEqual({ status: 0, stdout: event, stderr: '' });
  expect(await lab.type('dr_reconfig -f')).toEqual({ status: 4, stdout: '', stderr: notTold });
  expect(lab.dump()).toEqual(before);
});

test.each([
  ['', 'dr_reconfig: One of the flags -q, -d and -f is needed.\n'],
  ['-g 1', 'dr_reconfig: One of the flags -q, -d and -f is needed.\n'],
  ['-q -g 1', 'dr_reconfig: The -g flag needs -d or -f.\n'],
  ['-d -g x', 'dr_reconfig: x is not the number of a phase.\n'],
  ['-d -g 0', 'dr_reconfig: 0 is not the number of a phase.\n'],
])('a mistake in the words: %j', async (words, stderr) => {
  const lab = new TestLab('default', 'l488pp008');
  lab.onHost = true;
  expect(await lab.type(`dr_reconfig ${words}`)).toEqual({ status: 2, stdout: '', stderr: stderr + usage });
});

test('what a process that has died was telling is over', async () => {
  const lab = await told();
  const open = Lab.open(lab.directory, processMachine);
  open.update(({ engine }) => engine.run("UPDATE program_phase SET pid = 1, birth = 'another-boot'"));
  open.close();
  expect(await lab.type('dr_reconfig -q')).toEqual({
    ...{ status: 3, stdout: '', stderr: 'dr_reconfig: ENXIO: No reconfiguration is in progress.\n' },
  });
});
