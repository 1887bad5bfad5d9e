/** How long partitions and systems take to start and stop, in lab seconds. But for RMC, the figures are ours. */
export const durations = {
  /** From the request to Open Firmware. */
  firmware: 20,
  /** From the request to Running. */
  boot: 100,
  /** From the request to an RMC connection: five to seven minutes (seed 5, page 25). */
  rmc: 300,
  shutdown: 30,
  osShutdown: 60,
  immediate: 5,
  systemOn: 180,
  systemOff: 60,
} as const;

/** Seconds in which the memory of a suspended partition is written or read. */
export function suspendSeconds(memory: number): number {
  return 5 + Math.ceil(memory / 200);
}
