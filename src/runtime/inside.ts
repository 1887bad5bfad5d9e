import type { Inside } from '../model/inside.ts';
import type { Lab } from '../state/lab.ts';

/** @returns what is real in the partitions of a lab; nothing of it is loaded before it is asked for */
export function insideOf(lab: Lab): Inside {
  return {
    processes: async () => [],
    runAside: async (place, program) => (await import('./aside.ts')).runAside(lab, place, program),
    remount: async () => {},
    end: async () => {},
    endLogins: async () => {},
    freeze: async () => [],
    thaw: async () => {},
    park: async () => {},
    claim: async () => false,
    discard: async () => {},
  };
}
