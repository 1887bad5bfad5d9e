import { type ScriptRow, scriptPath } from '../state/dlpar-scripts.ts';

/** Column in which the description of a script begins: of a captured line. */
const descriptionColumn = 49;

/** The line that an installation prints, and a block of the listing begins with. */
export function scriptLine(path: string, info: string): string {
  return `${path.length < descriptionColumn ? path.padEnd(descriptionColumn) : `${path} `}${info}`;
}

const rule = '-'.repeat(60);
/** What the listing says of scripts that do not ask for parts of a memory event; nothing asks for them here. */
const memoryPercentage = 100;

/** What `drmgr -l` prints (layout recalled; the words of the first line are in TIPS0121). */
export function scriptListing(root: string, syslogId: string, scripts: readonly ScriptRow[]): string {
  const lines = [`DR Install Root Directory: ${root}`, `Syslog ID: ${syslogId}`, rule];
  for (const script of scripts) lines.push(...block(root, script), rule);
  return lines.map((line) => `${line}\n`).join('');
}

function block(root: string, script: ScriptRow): string[] {
  const { folder, name, info, vendor, version, date, timeout, override, resources } = script;
  return [
    scriptLine(scriptPath(root, folder, name), info),
    stops(8, [`Vendor:${vendor},`, `Version:${version},`, `Date:${date}`]),
    stops(8, [`Script Timeout:${timeout},`, `Admin Override Timeout:${override}`]),
    stops(8, [`Memory DR Percentage:${memoryPercentage}`]),
    stops(8, ['Resources Supported:']),
    ...resources.map((each) => {
      const named = stops(16, [`Resource Name: ${each.name}`, '']);
      return `${named}${' '.repeat(8)}Resource Usage: ${each.usage}`;
    }),
  ];
}

/** Columns that each begin at the next eighth place, after an indent. */
function stops(indent: number, columns: readonly string[]): string {
  return columns.reduce((line, column, index) => {
    const width = index === 0 ? indent : (Math.floor(line.length / 8) + 1) * 8;
    return `${line.padEnd(width)}${column}`;
  }, '');
}
