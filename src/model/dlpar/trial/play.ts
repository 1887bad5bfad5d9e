import { Course } from '../course.ts';
import { Deadline } from '../deadline.ts';
import type { DlparAction, DlparEvent, ScriptResource } from '../event.ts';
import { journalOf } from '../journal.ts';
import type { Listener } from '../listener.ts';
import type { Phase } from '../phases.ts';
import { type InstalledScript, scriptListener } from '../script-listener.ts';
import { type TrialAmounts, trialEvent, trialProgress } from './amounts.ts';
import type { Recorder } from './recorder.ts';
import type { Scenario } from './scenarios.ts';

/** What a course is played with. */
export interface Stage {
  readonly recorder: Recorder;
  readonly script: InstalledScript;
  readonly amounts: TrialAmounts;
  readonly signal: AbortSignal;
}

/**
 * Plays one course of a request as the partition's system would run it, with the same table of phases, the same calls and the
 * same environment; only the change itself is left out.
 */
export async function play(
  { recorder, script, amounts, signal }: Stage,
  resource: ScriptResource,
  action: DlparAction,
  scenario: Scenario,
): Promise<void> {
  const { force = false, detail = 0, size = 'blocks' } = scenario;
  const event = trialEvent(resource, action, amounts, size);
  const own = scriptListener(script, {
    ...{ event, signal, wishes: { force, detail, minutes: 0 }, deadline: new Deadline(0) },
    journal: journalOf(
      () => {},
      () => {},
      detail,
    ),
    session: async () => recorder,
  });
  const course = new Course(action, everybody(own, scenario), { force });
  const run = async (phase: Phase, completed: number) =>
    (await course.run(phase, trialProgress(event, amounts, completed))).ok;
  if (!(await run('check', 0))) return;
  const ready = await run('pre', 0);
  const moved = movedOf(event, scenario);
  if (ready && scenario.fails === undefined) {
    await run('post', moved);
    return;
  }
  const left = ready ? moved : 0;
  await run('undo', left);
  if (scenario.twice) await run('undo', left);
}

/** MB that have moved when the change has ended. */
function movedOf(event: DlparEvent, { fails }: Scenario): number {
  if (event.resource !== 'mem' || fails === 'whole') return 0;
  const blocks = event.megabytes / event.block;
  return (fails === 'half' ? Math.floor(blocks / 2) : blocks) * event.block;
}

function everybody(script: Listener, { cutShort, other }: Scenario): Listener[] {
  const own: Listener = cutShort
    ? {
        ...script,
        call: async (phase, now) => (phase === 'pre' ? { ok: false } : await script.call(phase, now)),
      }
    : script;
  if (!other) return [own];
  const refuses: Listener = {
    layer: 'scripts',
    name: 'another script',
    call: async (phase) => ({ ok: phase !== other.phase }),
  };
  return other.first ? [refuses, own] : [own, refuses];
}
