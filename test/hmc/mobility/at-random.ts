import { expect } from 'vitest';
import { callCommand } from '../../../src/cli/call.ts';
import { processMachine } from '../../../src/cli/process-machine.ts';
import { registry } from '../../../src/commands/registry.ts';
import { anchorClock } from '../../../src/state/change.ts';
import { Lab } from '../../../src/state/lab.ts';
import type { Machine } from '../../../src/state/machine.ts';
import { closeForgotten, seededChoice, setPace } from '../../state/facts.ts';
import type { TestLab } from '../../support/lab.ts';
import { splitWords } from '../../support/words.ts';
import { belongings, impossibleFrames } from './conservation.ts';
import { addFault, inside, migrations } from './migrations.ts';
import { randomWorld } from './random-world.ts';

interface Ended {
  readonly status: number;
  readonly stderr: string;
}

/** Calls a command as a process that dies after so many waits for the clock; each wait is a second of lab time. */
async function call(lab: TestLab, line: string, waits: number): Promise<Ended> {
  const [name = '', ...argv] = splitWords(line);
  const registered = registry[name];
  if (!registered) throw new Error(`no command ${name}`);
  const self = { pid: 2_147_483_646, birth: `another-boot ${line}` };
  let left = waits;
  const clock = Lab.open(lab.directory, processMachine);
  const machine: Machine = {
    ...processMachine,
    self,
    alive: (owner) => owner.birth === self.birth || processMachine.alive(owner),
    async sleep() {
      if (left-- === 0) throw new Error('killed');
      clock.refresh();
      clock.update((change) => anchorClock(change, clock.now() + 1));
    },
  };
  let stderr = '';
  const status = await callCommand(name, registered, argv, {
    stdout: { write: () => {} },
    stderr: { write: (text) => (stderr += text) },
    environment: lab.environment(),
    directory: lab.home,
    machine,
    signal: new AbortController().signal,
  });
  clock.close();
  return { status, stderr };
}

export interface Tally {
  moved: number;
  refused: number;
  killed: number;
  recovered: number;
}

/**
 * Random operations in a random world; after each one nothing may be lost, doubled or overspent, and every migration that
 * was cut off can be recovered.
 */
export async function wander(seed: number, steps: number, tally: Tally): Promise<void> {
  const choose = seededChoice(seed);
  const { lab, frames, partitions } = randomWorld(choose);
  const before = look(lab);
  expect(before.wrong, `seed ${seed}`).toEqual([]);
  for (let step = 0; step < steps; step++) {
    if (step % 4 === 0) await closeForgotten();
    const line = nextLine(lab, choose, frames, partitions);
    const killed = line.includes('-o m') && choose([true, false, false]);
    setPace(lab.directory, killed ? 'step' : 'instant');
    if (choose([true, false, false, false, false, false])) addFault(lab, randomRule(choose, partitions));
    const ended = await call(lab, line, killed ? choose([21, 22, 25, 30, 33, 36, 40, 48, 60]) : -1);
    const where = `seed ${seed}, step ${step}: ${line}\n${ended.stderr}`;
    count(tally, line, ended, killed);
    if (!(killed && ended.status === 70)) expect([0, 1], where).toContain(ended.status);
    check(lab, before, where);
    for (const { partition } of migrations(lab)) {
      await recover(lab, partition, where);
      tally.recovered++;
      check(lab, before, `${where}after its recovery`);
    }
  }
}

function look(lab: TestLab) {
  return inside(lab, ({ engine }) => ({ has: belongings(engine), wrong: impossibleFrames(engine) }));
}

function check(lab: TestLab, before: ReturnType<typeof look>, where: string): void {
  const now = look(lab);
  expect(now.wrong, where).toEqual([]);
  // A VIO server may have lost its connection; nobody has lost anything else.
  expect(now.has, where).toEqual(before.has);
}

async function recover(lab: TestLab, partition: number, where: string): Promise<void> {
  setPace(lab.directory, 'instant');
  const names = inside(lab, ({ engine }) =>
    engine.get<{ name: string; frame: string }>(
      `SELECT partition.name, managed_system.name AS frame FROM migration JOIN partition ON partition.id = migration.partition
         JOIN managed_system ON managed_system.id = source WHERE migration.partition = ?`,
      partition,
    ),
  );
  inside(lab, (open) => open.update(({ engine }) => engine.run('DELETE FROM fault')));
  const ended = await call(lab, `migrlpar -o r -m ${names?.frame} -p ${names?.name} --force`, -1);
  expect(ended, `recovery: ${where}`).toEqual({ status: 0, stderr: '' });
}

function nextLine(
  lab: TestLab,
  choose: ReturnType<typeof seededChoice>,
  frames: string[],
  partitions: string[],
): string {
  const source = choose(frames);
  const dest = choose(frames.filter((frame) => frame !== source));
  const here = inside(lab, ({ engine }) =>
    engine.all<{ name: string }>(
      `SELECT partition.name FROM partition JOIN managed_system ON managed_system.id = system
       WHERE managed_system.name = ? AND env <> 'vioserver'`,
      source,
    ),
  ).map(({ name }) => name);
  const name = choose(here.length > 0 ? here : partitions);
  const overrides = choose([
    '',
    '',
    ' --mpio 2 --vlanbridge 2',
    ' --redundantmsps 2',
    ' --uuid 2 -n default',
  ]);
  return choose([
    `migrlpar -o m -m ${source} -t ${dest} -p ${name}${overrides}`,
    `migrlpar -o m -m ${source} -t ${dest} -p ${name}${overrides}`,
    `migrlpar -o m -m ${source} -t ${dest} -p ${name}`,
    `migrlpar -o m -m ${source} -t ${dest} --all`,
    `migrlpar -o v -m ${source} -t ${dest} -p ${name}`,
    `migrlpar -o s -m ${source} -p ${name}`,
    `migrlpar -o r -m ${source} -p ${name}`,
  ]);
}

function randomRule(choose: ReturnType<typeof seededChoice>, partitions: readonly string[]) {
  return {
    object: choose(partitions),
    at: choose(['shell', 'movers', 'prepare', 'devices', 'copy', 'suspend', 'resume', 'cleanup']),
    kind: choose(['msp', 'vios', 'storage', 'network', 'os', 'hypervisor']),
    percent: choose([0, 10, 50, 99]),
    times: 1,
  };
}

function count(tally: Tally, line: string, { status }: Ended, killed: boolean): void {
  if (!line.includes('-o m')) return;
  if (killed && status === 70) tally.killed++;
  else if (status === 0) tally.moved++;
  else tally.refused++;
}
