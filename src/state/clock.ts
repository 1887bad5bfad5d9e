/**
 * The lab clock: the world's start plus simulated time, plus real time times the pace.
 *
 * `instant`: work takes no real time, the clock jumps by what the work would have taken. A factor: the clock runs that
 * many times as fast as real time, and work takes its time. `step`: the clock stands until `parlab pace advance`.
 */
export type Pace = 'instant' | 'step' | number;

export interface ClockSetting {
  /** Lab time at the anchor, seconds since 1970. */
  readonly base: number;
  /** Real time at which `base` held, milliseconds. */
  readonly anchor: number;
  readonly pace: Pace;
}

/** @returns whole lab seconds since 1970 */
export function labTime(setting: ClockSetting, realNow: number): number {
  if (typeof setting.pace !== 'number') return setting.base;
  return Math.floor(setting.base + (Math.max(0, realNow - setting.anchor) / 1000) * setting.pace);
}

/** `instant`, `step`, `60x`; undefined for anything else. */
export function parsePace(text: string): Pace | undefined {
  if (text === 'instant' || text === 'step') return text;
  const match = /^(\d{1,6}(?:\.\d{1,3})?)x$/.exec(text);
  const factor = match ? Number(match[1]) : 0;
  return factor > 0 ? factor : undefined;
}

export function formatPace(pace: Pace): string {
  return typeof pace === 'number' ? `${pace}x` : pace;
}

/** The lab's time zone is UTC, so that the same commands print the same bytes everywhere. */
export function isoTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('T', ' ').slice(0, 19);
}
