import Table from 'cli-table3';

const noBorders = Object.fromEntries(
  [
    ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
    ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'],
  ].map((part) => [part, '']),
);

/** Columns two blanks apart under a head. */
export function formatColumns(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const drawn = new Table({
    chars: noBorders,
    head: [...head],
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
  });
  for (const row of rows) drawn.push([...row]);
  return `${drawn.toString().replace(/[ \t]+$/gm, '')}\n`;
}
