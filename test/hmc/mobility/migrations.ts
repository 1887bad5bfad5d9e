import { callCommand } from '../../../src/cli/call.ts';
import { processMachine } from '../../../src/cli/process-machine.ts';
import { registry } from '../../../src/commands/registry.ts';
import { seconds } from '../../../src/model/mobility/durations.ts';
import { anchorClock } from '../../../src/state/change.ts';
import {
  type CopySchedule,
  type Migration,
  type MigrationPhase,
  planOf,
} from '../../../src/state/frames/migrations.ts';
import { Lab } from '../../../src/state/lab.ts';
import type { Outcome, TestLab } from '../../support/lab.ts';
import { splitWords } from '../../support/words.ts';

/** Looks into a lab, or changes it, beside the commands. */
export function inside<Result>(lab: TestLab, work: (open: Lab) => Result): Result {
  const open = Lab.open(lab.directory, processMachine);
  try {
    return work(open);
  } finally {
    open.close();
  }
}

/** The rows of migrations. */
export function migrations(lab: TestLab): Migration[] {
  return inside(lab, migrationsOf);
}

function migrationsOf({ engine }: Lab): Migration[] {
  return engine.all<Migration>('SELECT * FROM migration ORDER BY partition');
}

export interface FaultRule {
  readonly object?: string;
  readonly at: string;
  readonly percent?: number;
  readonly kind: string;
  readonly times?: number;
  readonly detail?: string;
}

/** A rule as `parlab fault add` makes one. */
export function addFault(lab: TestLab, rule: FaultRule): void {
  inside(lab, (open) =>
    open.update(({ engine }) =>
      engine.run(
        'INSERT INTO fault (operation, object, at, percent, kind, times, detail) VALUES (?, ?, ?, ?, ?, ?, ?)',
        'migrate',
        rule.object ?? null,
        rule.at,
        rule.percent ?? null,
        rule.kind,
        rule.times ?? null,
        rule.detail ?? '',
      ),
    ),
  );
}

/**
 * Goes on, at the pace step, until a migration that is about to begin is in a phase. The clock is put to the moment at which
 * each phase begins, and stands there until the command has seen it: however slow the machine is, no phase is passed over.
 */
export async function reach(lab: TestLab, phase: MigrationPhase): Promise<void> {
  // When the command began to wait cannot be seen. If the clock has been put forward before that, it is put forward again.
  await new Promise((done) => setTimeout(done, 400));
  if (!(await arrives(lab, seconds.validate, 'starting', 10_000)))
    await arrives(lab, seconds.validate, 'starting');
  for (;;) {
    const [row] = migrations(lab);
    if (!row) throw new Error(`the migration ended before the phase ${phase}`);
    if (row.phase === phase) return;
    const [next, after] = following(row);
    if (!(await arrives(lab, after, next))) throw new Error(`no migration reached the phase ${next}`);
  }
}

/** Puts the clock forward, and waits until the first migration has come to a phase. */
async function arrives(
  lab: TestLab,
  after: number,
  phase: MigrationPhase,
  patience = 40_000,
): Promise<boolean> {
  const open = Lab.open(lab.directory, processMachine);
  try {
    open.update((change) => anchorClock(change, open.now() + after));
    const end = Date.now() + patience;
    while (Date.now() < end) {
      if (migrationsOf(open)[0]?.phase === phase) return true;
      await new Promise((done) => setTimeout(done, 10));
    }
    return false;
  } finally {
    open.close();
  }
}

/** The phase that follows one of an active migration, and after how many seconds of the lab. */
function following(row: Migration): [MigrationPhase, number] {
  const { passes } = JSON.parse(row.copy ?? '{"passes":[]}') as CopySchedule;
  const takes = (some: CopySchedule['passes']) =>
    Math.ceil(some.reduce((sum, { seconds: pass }) => sum + pass, 0));
  const after: Record<MigrationPhase, [MigrationPhase, number]> = {
    starting: ['shell', seconds.shell],
    shell: ['movers', seconds.movers],
    movers: ['prepare', seconds.prepare],
    prepare: ['devices', planOf(row).adapters.length * seconds.adapter],
    devices: ['copy', 1],
    copy: ['suspend', takes(passes.slice(0, -1))],
    suspend: ['resumed', Math.min(1, takes(passes.slice(-1)))],
    resumed: ['resumed', 0],
  };
  return after[row.phase];
}

/** Calls a command at the pace step; each time it waits for the clock somebody looks, and the clock goes on. */
export async function watched(
  lab: TestLab,
  line: string,
  look: () => Promise<void>,
  each = 1,
): Promise<Outcome> {
  const [name = '', ...argv] = splitWords(line);
  const registered = registry[name];
  if (!registered) throw new Error(`no command ${name}`);
  const out = { stdout: '', stderr: '' };
  const into = (stream: 'stderr' | 'stdout') => ({
    write(text: string) {
      out[stream] += text;
    },
  });
  const status = await callCommand(name, registered, argv, {
    stdout: into('stdout'),
    stderr: into('stderr'),
    environment: lab.environment(),
    directory: lab.home,
    machine: {
      ...processMachine,
      self: processMachine.self,
      async sleep() {
        await look();
        inside(lab, (open) => open.update((change) => anchorClock(change, open.now() + each)));
      },
    },
    signal: new AbortController().signal,
  });
  return { status, ...out };
}
