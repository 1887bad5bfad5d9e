import { describe, expect, test } from 'vitest';
import { typed } from '../hmc/console.ts';
import type { TestLab } from '../support/lab.ts';
import { onHost } from './places.ts';
import { resourcesLab } from './resources.ts';
import { alter } from './wpars.ts';

interface Seen {
  readonly processors: number;
  readonly maximum: number;
  readonly units: string;
  readonly weight: string;
  readonly memory: number;
}

async function onConsole(lab: TestLab, resource: string, fields: string): Promise<string[]> {
  lab.host = 'hmc1';
  const line = `lshwres -r ${resource} -m frame --level lpar --filter "lpar_names=db1" -F ${fields}`;
  const { stdout } = await typed(lab, line);
  lab.host = 'db1';
  return stdout.trim().split(',');
}

async function console(lab: TestLab): Promise<Seen> {
  const [processors, maximum, units = '', weight = ''] = await onConsole(
    lab,
    'proc',
    'run_procs,curr_max_procs,run_proc_units,run_uncap_weight',
  );
  const [memory] = await onConsole(lab, 'mem', 'run_mem');
  return {
    processors: Number(processors),
    maximum: Number(maximum),
    units: Number(units).toFixed(2),
    weight,
    memory: Number(memory),
  };
}

async function lparstat(lab: TestLab): Promise<Seen> {
  const lines = (await lab.ok('lparstat -i')).split('\n').map((line) => line.split(/ *: /));
  const value = (title: string) => lines.find(([each]) => each === title)?.[1] ?? '';
  return {
    processors: Number(value('Online Virtual CPUs')),
    maximum: Number(value('Maximum Virtual CPUs')),
    units: value('Entitled Capacity'),
    weight: value('Variable Capacity Weight'),
    memory: Number(value('Online Memory').replace(' MB', '')),
  };
}

async function attribute(lab: TestLab, device: string, name: string): Promise<string> {
  return (await lab.ok(`lsattr -El ${device} -a ${name} -F value`)).trim();
}

/** Compares every view of the processors and memory of a partition. */
async function agreed(lab: TestLab): Promise<Seen> {
  const seen = await console(lab);
  expect(await lparstat(lab)).toEqual(seen);
  const devices = (await lab.ok('lsdev -Cc processor -F name')).trim().split('\n');
  expect(devices).toEqual(Array.from({ length: seen.processors }, (_, index) => `proc${index * 4}`));
  const threads = Number(await attribute(lab, 'proc0', 'smt_threads'));
  const cpus = Array.from({ length: seen.processors * threads }, (_, index) => index);
  expect(await lab.ok('bindprocessor -q')).toBe(`The available processors are:  ${cpus.join(' ')}\n`);
  const sets = (await lab.ok('lsrset -n sys')).split('\n').filter((row) => row.startsWith('r sys/cpu.'));
  expect(sets).toHaveLength(cpus.length);
  const [, , , , , setCpus, setMemory] =
    (await lab.ok('lsrset -r sys/sys0')).split('\n')[1]?.split(/ +/) ?? [];
  expect([Number(setCpus), Number(setMemory)]).toEqual([cpus.length, seen.memory]);
  expect(await attribute(lab, 'sys0', 'ent_capacity')).toBe(seen.units);
  expect(await attribute(lab, 'sys0', 'variable_weight')).toBe(seen.weight);
  expect(await attribute(lab, 'sys0', 'max_capacity')).toBe('4.00');
  expect(await attribute(lab, 'mem0', 'size')).toBe(String(seen.memory));
  expect(await attribute(lab, 'mem0', 'goodsize')).toBe(String(seen.memory));
  expect(await attribute(lab, 'sys0', 'realmem')).toBe(String(seen.memory * 1024));
  const [, memory] = (await lab.ok('svmon -G')).split('\n');
  expect(Number(memory?.split(/ +/)[1])).toBe(seen.memory * 256);
  return seen;
}

describe('one fact, one answer', () => {
  test('lshwres, lparstat, lsdev, lsattr, bindprocessor, lsrset and svmon, before and after changes', async () => {
    const lab = resourcesLab();
    expect(await agreed(lab)).toEqual({
      ...{ processors: 2, maximum: 4, units: '1.00', weight: '128', memory: 4096 },
    });
    alter(
      lab,
      'UPDATE partition_processor SET curr_procs = 3, pend_procs = 3, run_procs = 3, curr_units = 150, pend_units = 150, run_units = 150, curr_weight = 64, run_weight = 64 WHERE partition = 1',
    );
    expect(await agreed(lab)).toMatchObject({ processors: 3, units: '1.50', weight: '64' });
    alter(lab, 'UPDATE partition_memory SET curr = 6144, pend = 6144, run = 6144 WHERE partition = 1');
    expect(await agreed(lab)).toMatchObject({ memory: 6144 });
    alter(lab, 'UPDATE partition_processor SET curr_procs = 1, run_procs = 1 WHERE partition = 1');
    expect(await agreed(lab)).toMatchObject({ processors: 1 });
  });

  // Configured and running values differ after a change of the console's records only.
  test('what runs is shown where the console holds more', async () => {
    const lab = resourcesLab();
    alter(lab, 'UPDATE partition_processor SET curr_procs = 4 WHERE partition = 1');
    alter(lab, 'UPDATE partition_memory SET curr = 8192 WHERE partition = 1');
    expect(await agreed(lab)).toMatchObject({ processors: 2, memory: 4096 });
    const shown = await lab.ok('lparstat -i');
    expect(shown).toMatch(/^Desired Virtual CPUs {23}: 4$/m);
    expect(shown).toMatch(/^Desired Memory {29}: 8192 MB$/m);
  });

  test('ps inside shows the binding that bindprocessor has made, also for a WPAR from outside', async () => {
    const lab = resourcesLab();
    await lab.ok('bindprocessor 1 6');
    expect((await onHost(lab, 'ps -o bnd= -p 1')).stdout).toBe('  6\n');
    alter(lab, 'UPDATE partition_processor SET run_procs = 1 WHERE partition = 1');
    expect((await onHost(lab, 'ps -o bnd= -p 1')).stdout).toBe('  -\n');
  });
});
