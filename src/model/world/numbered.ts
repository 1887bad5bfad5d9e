/** Puts a number into a pattern of a world file: `lun%03d` with 7 is lun007; without a place for it the text stays. */
export function numbered(pattern: string, number: number): string {
  return pattern.replace(/%0?(\d*)d/, (_, width: string) => String(number).padStart(Number(width || 1), '0'));
}

/** The entries that one with `count` stands for, as their numbers, from 1 on; one without it is one. */
export function numbers(count: number | undefined): number[] {
  return Array.from({ length: count ?? 1 }, (_, index) => index + 1);
}
