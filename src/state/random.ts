/**
 * Seeded identifiers: the n-th of its kind in a world is always the same one (same world, same commands, same bytes).
 * A 32-bit mixing function (the finaliser of MurmurHash3) is all that is needed; nothing here is a secret.
 */
function mix(value: number): number {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** @returns 32 bits for the place `index` of the stream `seed` */
export function seeded(seed: number, index: number, lane = 0): number {
  return mix(mix(mix(seed + 0x9e3779b9) + index) + Math.imul(lane + 1, 0x27d4eb2f));
}

/** Lower-case 8-4-4-4-12 with the version and variant bits of a random UUID, as captures show. */
export function seededUuid(seed: number, index: number): string {
  const hex = [0, 1, 2, 3].map((lane) => seeded(seed, index, lane).toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** An AIX-like process id: even, seven or eight digits, as in seed 3's listings. */
export function seededPid(seed: number, index: number): number {
  return 2_097_154 + (seeded(seed, index, 7) % 7_000_000) * 2;
}

/** @returns letters of an alphabet of 64, for the place `index` of the stream `seed` */
export function seededLetters(seed: number, index: number, alphabet: string, length: number): string {
  return Array.from({ length }, (_, place) =>
    alphabet.charAt(seeded(seed, index, 100 + place) % alphabet.length),
  ).join('');
}
