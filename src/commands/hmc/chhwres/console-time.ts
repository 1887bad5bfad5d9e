const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `May 15 01:50:27`, as the console's blocks have it (capture). @param seconds lab time */
export function consoleTime(seconds: number): string {
  const date = new Date(seconds * 1000);
  const day = String(date.getUTCDate()).padStart(2, ' ');
  return `${months[date.getUTCMonth()]} ${day} ${date.toISOString().slice(11, 19)}`;
}
