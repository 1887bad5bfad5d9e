/** Storage for a suspended partition must have 110 percent of its memory (seed 5, page 21), MB. */
export function suspendStorage(memory: number): number {
  return Math.ceil((memory * 11) / 10);
}
