/** Layout of lsrset (recalled). */

export interface RsetLine {
  readonly name: string;
  /** The system's own are `r`, those of administrators `a`. */
  readonly own: boolean;
  readonly owner: string;
  readonly group: string;
  readonly cpus: number;
  /** MB. */
  readonly memory: number;
}

const titles = 'T Name                   Owner    Group    Mode    CPU  Memory Resources';

const line = ({ name, own, owner, group, cpus, memory }: RsetLine) =>
  [
    own ? 'r' : 'a',
    name.padEnd(22),
    owner.padEnd(8),
    group.padEnd(8),
    own ? 'r-----' : 'rwr-r-',
    String(cpus).padStart(4),
    String(memory).padStart(7),
    name,
  ].join(' ');

/** The CPUs and memory regions of a set, below its line. */
export function rsetContents(cpus: string, memory: boolean): string {
  return `${cpus === '' ? '' : `        CPU: ${cpus}\n`}${memory ? '        MEM: 0\n' : ''}`;
}

/** @param contents of each set, for a verbose listing */
export function rsetTable(rows: readonly RsetLine[], contents: readonly string[] | undefined): string {
  const body = rows.map((row, index) => {
    const inside = contents ? `${contents[index] ?? ''}\n` : '';
    return `${line(row)}\n${inside}`;
  });
  return `${titles}\n${body.join('')}`;
}
