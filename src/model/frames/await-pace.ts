import type { Work } from '../work.ts';

/** At instant pace what was accepted happens at once; else the command returns, and time does the rest. */
export async function awaitPace(work: Work, seconds: number): Promise<void> {
  if (work.lab.clock().pace !== 'instant' || seconds === 0) return;
  await work.lab.pass(seconds, work.signal);
  work.lab.update(() => {});
}
