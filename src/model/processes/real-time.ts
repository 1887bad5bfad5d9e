import { isoTime, labTime } from '../../state/clock.ts';
import type { Lab } from '../../state/lab.ts';

/**
 * The lab's time at a moment of real time: when a real program started, as ps shows it. Where the clock runs, by its pace; where
 * it stands, or before it was set, by the lab's log, which has both times of each command.
 * @param real milliseconds since 1970
 * @param earliest, latest lab seconds between which it must lie
 */
export function labTimeAt(lab: Lab, real: number, earliest: number, latest: number): number {
  const setting = lab.clock();
  const runs = typeof setting.pace === 'number' && real >= setting.anchor;
  const time = runs ? labTime(setting, real) : (loggedTime(lab, real) ?? earliest);
  return Math.max(earliest, Math.min(latest, time));
}

// What the last command before that moment had brought the clock to.
function loggedTime({ engine }: Lab, real: number): number | undefined {
  const row = engine.get<{ id: number; time: number }>(
    'SELECT id, time FROM log WHERE real <= ? ORDER BY id DESC LIMIT 1',
    `${isoTime(Math.floor(real / 1000)).replace(' ', 'T')}.999Z`,
  );
  if (!row) return undefined;
  const last = engine.get<{ time: number | null }>(
    'SELECT max(time) AS time FROM change WHERE log = ?',
    row.id,
  );
  return Math.max(row.time, last?.time ?? row.time);
}
