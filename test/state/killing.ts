import { expect } from 'vitest';
import { finished, run, start } from '../support/bins.ts';
import type { TestLab } from '../support/lab.ts';
import { impossibilities, seededChoice, setPace, storage, worldVolumes } from './facts.ts';

/** What is known of one WPAR because a command said so with its exit status. */
interface Fact {
  readonly state: 'A' | 'D';
  readonly hostname: string;
}

type Facts = ReadonlyMap<string, Fact>;

/** One command line, and what is known when it has ended well. */
interface Step {
  readonly argv: readonly [string, ...string[]];
  readonly after: Facts;
  /** How the manual repairs what a death in the middle of it leaves. */
  readonly repair?: (name: string) => readonly [string, ...string[]];
}

export interface Killing {
  /** How many commands are killed before their end. */
  readonly kills: number;
  readonly seed: number;
  readonly pace: string;
  /** Commands that replace the whole world are among them. */
  readonly worlds: boolean;
}

/** Physical partitions of a WPAR in the `empty` world: its four file systems of one partition each. */
const partitions = 4;
const most = 6;

/**
 * Kills random commands at random moments, and after each death holds the lab against what was acknowledged before.
 * @returns how often each command died, for the curious
 */
export async function killAtRandom(lab: TestLab, killing: Killing): Promise<Map<string, number>> {
  const random = seededChoice(killing.seed);
  const own = worldVolumes(lab.directory);
  const died = new Map<string, number>();
  const usual = new Map<string, number>();
  let facts: Facts = new Map();
  if (killing.worlds) {
    await lab.ok('mkwpar -n kept');
    await acknowledged(lab, 'parlab', 'snapshot', 'save', 'base');
    facts = new Map([['kept', { state: 'D', hostname: 'kept' }]]);
  }
  const base = facts;
  setPace(lab.directory, killing.pace);
  for (let round = 0, deaths = 0; deaths < killing.kills; round++) {
    expect(round, 'commands needed to hit so many').toBeLessThan(killing.kills * 4 + 40);
    const step = nextStep(facts, base, random, round, killing.worlds);
    const [program, ...rest] = step.argv;
    const began = performance.now();
    const child = start(program, rest, { environment: lab.environment() });
    const ended = finished(child);
    const moments = Array.from({ length: 100 }, (_, index) => index / 100);
    const timer = setTimeout(() => child.kill('SIGKILL'), random(moments) * (usual.get(program) ?? 150));
    const outcome = await ended;
    clearTimeout(timer);
    const line = `round ${round} of seed ${killing.seed}: ${step.argv.join(' ')}`;
    if (outcome.signal === null) {
      // Half of them are to come through, or the world never fills.
      usual.set(program, (performance.now() - began) * 1.8);
      expect(outcome, line).toMatchObject({ status: 0, stderr: '' });
      facts = step.after;
    } else {
      deaths++;
      usual.set(program, (usual.get(program) ?? 150) * 1.1);
      died.set(program, (died.get(program) ?? 0) + 1);
      facts = await settle(lab, facts, step, line);
    }
    expect(impossibilities(lab.directory, own), line).toEqual([]);
    const [group] = storage(lab.directory, 'aix71');
    expect(group?.free, `${line}: free partitions`).toBe((group?.total ?? 0) - partitions * facts.size);
    if (program === 'parlab') setPace(lab.directory, killing.pace);
  }
  return died;
}

function nextStep(
  facts: Facts,
  base: Facts,
  random: ReturnType<typeof seededChoice>,
  round: number,
  worlds: boolean,
): Step {
  const fresh = `w${round}`;
  const make: Step = {
    argv: ['mkwpar', '-n', fresh],
    after: with_(facts, fresh, { state: 'D', hostname: fresh }),
    repair: (name) => ['rmwpar', '-F', name],
  };
  const worldSteps: Step[] = worlds
    ? [
        { argv: ['parlab', 'reset'], after: new Map() },
        { argv: ['parlab', 'snapshot', 'restore', 'base'], after: base },
      ]
    : [];
  const known = [...facts.entries()];
  // A new world leaves the other commands little to do: not too often.
  const dice = random([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  if (dice === 1 && worldSteps.length > 0) return random(worldSteps);
  if (known.length < 2) return make;
  const [name, fact] = random(known);
  const hostname = `h${round}`;
  const steps: Step[] = [
    { argv: ['chwpar', '-h', hostname, name], after: with_(facts, name, { ...fact, hostname }) },
    { argv: ['syncwpar', name], after: facts },
  ];
  if (known.length < most) steps.push(make, make);
  const stop = (broken: string) => ['stopwpar', '-F', broken] as const;
  if (fact.state === 'D') {
    steps.push({
      argv: ['startwpar', name],
      after: with_(facts, name, { ...fact, state: 'A' }),
      repair: stop,
    });
    steps.push({
      argv: ['rmwpar', name],
      after: without(facts, name),
      repair: (broken) => ['rmwpar', '-F', broken],
    });
  } else {
    const stopped = with_(facts, name, { ...fact, state: 'D' });
    steps.push({ argv: ['stopwpar', name], after: stopped, repair: stop });
    steps.push({ argv: ['stopwpar', '-F', name], after: stopped, repair: stop });
  }
  return random(steps);
}

function with_(facts: Facts, name: string, fact: Fact): Facts {
  return new Map([...facts, [name, fact]]);
}

function without(facts: Facts, name: string): Facts {
  return new Map([...facts].filter(([each]) => each !== name));
}

// A killed command has done nothing, everything, or left its WPAR Broken; all the other WPARs are as they were.
async function settle(lab: TestLab, before: Facts, step: Step, line: string): Promise<Facts> {
  const seen = await listing(lab, line);
  const shown = describe(seen);
  if (shown === describe(before)) return before;
  if (shown === describe(step.after)) return step.after;
  const broken = [...seen].filter(([, each]) => each.state === 'B');
  expect(broken, `${line} left\n${shown}\nafter\n${describe(before)}`).toHaveLength(1);
  const name = broken[0]?.[0] ?? '';
  expect(step.argv, line).toContain(name);
  expect(describe(without(seen as Facts, name)), line).toBe(describe(without(before, name)));
  const { repair } = step;
  if (!repair) expect.fail(`${line} must not leave anything Broken`);
  // Nobody is fooled into starting it.
  const refused = await run('startwpar', [name], { environment: lab.environment() });
  expect(refused, line).toMatchObject({ status: 1, stdout: '' });
  expect(refused.stderr, line).toContain(`Workload partition ${name} is Broken`);
  await acknowledged(lab, ...repair(name));
  const repaired = await listing(lab, line);
  const left = repair(name)[0] === 'rmwpar' ? without(before, name) : stoppedIn(before, name);
  expect(describe(repaired), `${line}, repaired`).toBe(describe(left));
  return left;
}

function stoppedIn(facts: Facts, name: string): Facts {
  const fact = facts.get(name);
  return fact ? with_(facts, name, { ...fact, state: 'D' }) : facts;
}

async function acknowledged(lab: TestLab, program: string, ...argv: readonly string[]): Promise<void> {
  const outcome = await run(program, argv, { environment: lab.environment() });
  expect(outcome, [program, ...argv].join(' ')).toMatchObject({ status: 0 });
}

async function listing(
  lab: TestLab,
  line: string,
): Promise<Map<string, { state: string; hostname: string }>> {
  const outcome = await run('lswpar', ['-cq'], { environment: lab.environment() });
  expect(outcome, line).toMatchObject({ status: 0, stderr: '' });
  const lines = outcome.stdout.split('\n').filter((each) => each !== '');
  return new Map(
    lines.map((each) => {
      const [name = '', state = '', , hostname = ''] = each.split(':');
      return [name, { state, hostname }];
    }),
  );
}

function describe(facts: ReadonlyMap<string, { state: string; hostname: string }>): string {
  return [...facts]
    .map(([name, fact]) => `${name} ${fact.state} ${fact.hostname}`)
    .sort()
    .join('\n');
}
