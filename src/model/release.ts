/** Levels are compared part by part: `7.1.2.0` is at least `7.1.1` and below `7.2`. */
export function atLeast(level: string, wanted: string): boolean {
  const have = level.split('.').map(Number);
  const want = wanted.split('.').map(Number);
  for (let index = 0; index < want.length; index++) {
    const difference = (have[index] ?? 0) - (want[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/**
 * What changed between the releases of AIX, in one place.
 * Sources: lswpar captures of 6.1, 7.1 and 7.x; synopses of the 6.1, 7.1 and 7.2 manuals.
 */
export function featuresOf(level: string) {
  return {
    /** lswpar's sixth column and `-G` field; 6.1 has five columns (capture). */
    rootVgColumn: atLeast(level, '7.1'),
    /** OStype, Cross-WPAR IPC, Architecture in `lswpar -L`: absent in the capture of 7.1 GA, present later. */
    laterGeneral: atLeast(level, '7.1.1'),
    /** Progress lines carry the command's name and the WPAR's name in quotes (IBM topic of 6.1). */
    prefixedProgress: !atLeast(level, '7.1'),
  };
}

export type Features = ReturnType<typeof featuresOf>;
