import { callCommand } from '../../../src/cli/call.ts';
import { processMachine } from '../../../src/cli/process-machine.ts';
import { registry } from '../../../src/commands/registry.ts';
import { anchorClock } from '../../../src/state/change.ts';
import type { Migration, MigrationPhase } from '../../../src/state/frames/migrations.ts';
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
  return inside(lab, ({ engine }) => engine.all<Migration>('SELECT * FROM migration ORDER BY partition'));
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
 * Waits in real time until a migration is in a phase. It has just been asked for: of the twenty seconds of the lab in which it
 * is checked fifteen pass quickly, one by one; however slow the machine is, no phase is passed over.
 */
export async function reach(lab: TestLab, phase: MigrationPhase): Promise<void> {
  for (let tries = 0; tries < 3000; tries++) {
    if (migrations(lab).some((each) => each.phase === phase)) return;
    if (tries < 15) inside(lab, (open) => open.update((change) => anchorClock(change, open.now() + 1)));
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error(`no migration reached the phase ${phase}`);
}

/** Calls a command at the pace step; each time it waits for the clock somebody looks, and the clock goes on. */
export async function watched(
  lab: TestLab,
  line: string,
  look: () => Promise<void>,
  seconds = 1,
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
        inside(lab, (open) => open.update((change) => anchorClock(change, open.now() + seconds)));
      },
    },
    signal: new AbortController().signal,
  });
  return { status, ...out };
}
