/**
 * How long work takes on the emulated systems, in lab seconds; `parlab pace` decides what that means for the watcher.
 */
export const seconds = {
  // Seed 1: "3 to 4 minutes", roughly the same for local disk and NFS; seed 3: "a couple of minutes".
  createFileSystems: 20,
  restoreFiles: 40,
  installRootParts: 130,
  // Seed 1: starting takes only a few seconds.
  mount: 1,
  load: 1,
  verify: 2,
  // Orderly end of a freshly started WPAR's daemons; ours. Its limit is 600 s, or 60 s with -h (stopwpar page).
  halt: 10,
  hardHalt: 5,
  forcedHalt: 2,
  unmount: 1,
  removeFileSystem: 1,
  synchronise: 30,
  // All filesets of a WPAR are installed anew; how long that takes is ours.
  migrate: 600,
  // Ours: seed 2 shows a pause of some seconds and says that it took a short wait.
  freeze: 1,
  // Seed 3: "simpler" than a full backup; ours.
  listFiles: 5,
  backUp: 30,
} as const;

/** stopwpar page: it gives up after 600 seconds, after 60 with -h. */
export const haltLimits = { normal: 600, hard: 60 } as const;

// Ours. The processes of a fresh WPAR (seed 3, listing 6) and of each program that was started in it; what a gigabit
// network carries to an NFS server of seed 2's time.
const memory = { systemMb: 128, programMb: 16, networkMbPerSecond: 40 };

/** KB of memory that the state of a WPAR has. @param programs real ones in it */
export function stateMemoryKb(programs: number): number {
  return (memory.systemMb + programs * memory.programMb) * 1024;
}

/** Seconds to write or read the state on the NFS server. */
export function stateSeconds(memoryKb: number): number {
  return Math.ceil(memoryKb / 1024 / memory.networkMbPerSecond);
}
