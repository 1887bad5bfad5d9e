import type { DlparEvent, Progress, RequestWishes } from './event.ts';

/**
 * The variables of a call (drmgr.md 5.3). Seed 4 says that memory and processor events have them, that frames are of 4 KB and
 * what DR_DETAIL_LEVEL is; the names and units are recalled. Signs of differences are not known: they are without.
 */
export function eventVariables(
  event: DlparEvent,
  progress: Progress,
  { detail, force }: Pick<RequestWishes, 'detail' | 'force'>,
): Readonly<Record<string, string>> {
  return {
    DR_DETAIL_LEVEL: String(detail),
    DR_FORCE: force ? 'TRUE' : 'FALSE',
    ...ofResource(event, progress),
  };
}

function ofResource(event: DlparEvent, { completed, frames }: Progress): Record<string, string> {
  switch (event.resource) {
    case 'cpu': {
      const [first] = event.processors;
      return { DR_LCPUID: String(first?.logical ?? 0), DR_BCPUID: String(first?.bind ?? 0) };
    }
    case 'mem':
      return {
        DR_MEM_SIZE_REQUEST: String(event.megabytes),
        DR_MEM_SIZE_COMPLETED: String(completed),
        DR_FREE_FRAMES: hexadecimal(frames.free),
        DR_PINNABLE_FRAMES: hexadecimal(frames.pinnable),
        DR_TOTAL_FRAMES: hexadecimal(frames.total),
      };
    case 'capacity':
      return { DR_CPU_CAPACITY: String(event.capacity), DR_CPU_CAPACITY_DELTA: String(event.delta) };
    case 'var_weight':
      return {
        DR_CPU_CAPACITY: String(event.capacity),
        DR_VAR_WEIGHT: String(event.weight),
        DR_VAR_WEIGHT_DELTA: String(event.delta),
      };
    default:
      return {};
  }
}

function hexadecimal(frames: number): string {
  return `0x${Math.max(0, frames).toString(16)}`;
}

/** What every call of a script finds beside them (recalled: the list is missing in seed 4's copy). */
export const scriptEnvironment: Readonly<Record<string, string>> = {
  PATH: '/usr/bin:/etc:/usr/sbin',
  LANG: 'C',
};

/** The directory that scripts begin in (recalled). */
export const scriptDirectory = '/tmp';

/** What ends a script that takes too long; a second later it is killed (recalled). */
export const graceSeconds = 1;
/** Seconds that a script has for a call whose vendor says nothing (recalled). */
export const usualTimeout = 10;
/** The exit status of "command not implemented": no objection (recalled). */
export const notImplemented = 10;
