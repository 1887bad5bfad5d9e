const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** `90`, `5m`, `1h30m`, `2d` in seconds; undefined for anything else, and for more than ten years. */
export function parseDuration(text: string): number | undefined {
  if (!/^(\d{1,9}|(\d{1,9}[smhd])+)$/.test(text)) return undefined;
  let seconds = 0;
  for (const [, number, unit = 's'] of text.matchAll(/(\d+)([smhd]?)/g)) {
    seconds += Number(number) * (unitSeconds[unit] ?? 1);
  }
  return seconds <= 3650 * 86_400 ? seconds : undefined;
}
