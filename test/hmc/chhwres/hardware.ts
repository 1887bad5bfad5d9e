/** What tests of chhwres -r mem, proc and io share. */
import { expect } from 'vitest';
import { FakeInside } from '../../support/fake-inside.ts';
import { TestLab } from '../../support/lab.ts';
import { rows, tamper } from '../changing.ts';
import { p750, typed } from '../console.ts';

/** Partitions of the default world: `l488pp008` and `b750nl2` run AIX, `b750off1` is off. */
export const on = (resource: string) => `chhwres -r ${resource} -m ${p750}`;

/** The world without clock, log, and what syslogd and the repository of scripts remember of the last boot. */
export function world(lab: TestLab): object {
  const { meta: _, log: __, change: ___, syslog: ____, script_repository: _____, ...rest } = lab.dump();
  return rest;
}

/** A line that is refused, perhaps after the operating system was asked: nothing is changed. @returns what it says */
export async function denied(lab: TestLab, line: string): Promise<string> {
  const before = world(lab);
  const { status, stdout, stderr } = await typed(lab, line);
  expect({ status, stdout, line }).toEqual({ status: 1, stdout: '', line });
  expect(world(lab)).toEqual(before);
  return stderr;
}

/** MB: `curr pend run` of a partition. */
export function memoryOf(lab: TestLab, name: string): string {
  const [row] = rows(
    lab,
    `SELECT curr || ' ' || pend || ' ' || run AS text FROM partition_memory JOIN partition ON id = partition WHERE name = '${name}'`,
  ) as { text: string }[];
  return row?.text ?? '';
}

/** Processors and hundredths of units: `curr pend run / curr pend run`. */
export function processorsOf(lab: TestLab, name: string): string {
  const [row] = rows(
    lab,
    `SELECT curr_procs || ' ' || pend_procs || ' ' || run_procs || ' / ' || curr_units || ' ' || pend_units || ' ' || run_units
       AS text FROM partition_processor JOIN partition ON id = partition WHERE name = '${name}'`,
  ) as { text: string }[];
  return row?.text ?? '';
}

/** An AIX host gets a script for resources, which does what the fake says. */
export function install(lab: TestLab, host: string, script = 'guard'): void {
  tamper(
    lab,
    `INSERT INTO dlpar_script (host, folder, name, version, date, vendor, info, timeout, resources) VALUES
       ('${host}', 'all', '${script}', '1', '', '', '', 10,
        '[{"name":"mem"},{"name":"cpu"},{"name":"capacity"},{"name":"var_weight"}]')`,
  );
}

/** A lab of the default world whose scripts do what a fake says. */
export class HardwareLab extends TestLab {
  readonly scripts = new FakeInside();

  constructor() {
    super('default');
    this.inside = this.scripts;
  }

  /** Scripts fail at these commands with a reason. */
  failing(...commands: readonly string[]): void {
    this.scripts.scripts = ({ words }) =>
      commands.includes(words[1] ?? '') ? { status: 1, stdout: `DR_ERROR="${words[1]} says no"\n` } : {};
  }

  /** Commands that scripts were called with since the last time, in turn: `checkrelease mem`. */
  calls(): string[] {
    return this.scripts.scriptCalls.splice(0).map((words) => words.split(' ').slice(1).join(' '));
  }
}
