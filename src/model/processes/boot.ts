import type { LabFacts } from '../../state/change.ts';
import type { Host } from '../../state/hosts.ts';
import type { StateLetter, Wpar } from '../../state/wpars.ts';
import { durations } from '../frames/durations.ts';
import type { Place } from '../place.ts';

/** One life of a place, from its init's start to its end. */
export interface Boot {
  /** Tells it from those before: number of a WPAR's init, time of a host's start. */
  readonly key: number;
  /** Lab seconds at which init started. */
  readonly time: number;
}

/** Days that a host has been up when its world begins; ours. */
const daysUp = 3;

/** Processes of a WPAR are there, running or stopped, in these states. */
const withProcesses: readonly StateLetter[] = ['A', 'B', 'F', 'M', 'P', 'T'];

/** @returns undefined of a WPAR without processes */
export function bootOf(lab: LabFacts, { host, wpar }: Place): Boot | undefined {
  if (!wpar) {
    const time = hostStarted(lab, host);
    return { key: time, time };
  }
  const { init_pid: key, started: time, state } = wpar;
  return key !== null && time !== null && withProcesses.includes(state) ? { key, time } : undefined;
}

/** Lab seconds since when a host has been up: by the last start of its partition, if it was in the lab's time. */
function hostStarted(lab: LabFacts, host: Host): number {
  const began = Number(lab.meta('clock.start') ?? 0);
  const activated = lab.engine.get<{ time: number | null }>(
    'SELECT last_activated AS time FROM partition WHERE host = ?',
    host.name,
  )?.time;
  if (typeof activated === 'number' && activated > began) return activated + durations.boot;
  return firstBoot(lab);
}

/** Key of the boot that hosts have behind them when their world begins. */
export function firstBoot(lab: LabFacts): number {
  return Number(lab.meta('clock.start') ?? 0) - daysUp * 86_400;
}

/** Whether only the WPAR's init is left: the rest of a Broken one has ended. */
export function onlyInit(wpar: Wpar | undefined): boolean {
  return wpar?.state === 'B';
}
