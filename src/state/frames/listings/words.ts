/** Expressions that several listings are made of. */

/** States of a partition whose processors and devices are not at work. */
export const idleStates: readonly string[] = [
  'Not Activated',
  'Not Available',
  'Migrating - Not Activated',
  'Suspended',
  'Unknown',
];

/** States of a system whose hypervisor can be asked. */
export const poweredOnStates: readonly string[] = ['Operating', 'Standby'];

/** The words as SQL has them after IN. */
export function sqlWords(words: readonly string[]): string {
  return `(${words.map((word) => `'${word}'`).join(', ')})`;
}

/** 1 while the partition is at work. */
export const isActive = `partition.state NOT IN ${sqlWords(idleStates)}`;

/** Hundredths as processors: `0.3`, `2.0`, `0.05`. */
export function units(hundredths: string): string {
  const digit = `(${hundredths} % 10)`;
  return `(${hundredths} / 100) || '.' || (${hundredths} / 10 % 10) || iif(${digit}, ${digit}, '')`;
}

/** Lab seconds as `10/14/2017 19:45:21`. */
export function time(seconds: string): string {
  return `strftime('%m/%d/%Y %H:%M:%S', ${seconds}, 'unixepoch')`;
}

/** A number in the digits 0 to 9 and A to Z: up to 65534 they are four. */
export function base36(number: string): string {
  const digit = (value: string) => `substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', ${value} % 36 + 1, 1)`;
  const place = (size: number) =>
    `CASE WHEN ${number} >= ${size} THEN ${digit(`${number} / ${size}`)} ELSE '' END`;
  return `${place(46_656)} || ${place(1296)} || ${place(36)} || ${digit(number)}`;
}
