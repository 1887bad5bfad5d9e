/** Lines of lparstat: captured layout, titles of 43 characters at most. */
export function lparstatLine(title: string, value: number | string): string {
  return `${title.padEnd(43)}: ${value}\n`;
}
