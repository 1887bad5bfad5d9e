/** Layouts of lslpp and oslevel; recalled, but where a capture is named. */

/** A fileset to be shown. */
export interface FilesetRow {
  readonly name: string;
  readonly level: string;
  readonly description: string;
  readonly root: boolean;
}

/** One of the databases of what is installed. */
export interface Part {
  readonly path: '/etc/objrepos' | '/usr/lib/objrepos';
  readonly rows: readonly FilesetRow[];
}

const rule = `  ${'-'.repeat(76)}\n`;

// A long name has a line of its own (capture).
function nameAndLevel(name: string, level: string): string {
  const long = name.length > 24;
  return `  ${long ? `${name}\n  ${' '.repeat(24)}` : name.padEnd(24)}${level.padStart(10)}`;
}

const legend = `

State codes: 
 A -- Applied. 
 B -- Broken. 
 C -- Committed. 
 E -- EFIX Locked. 
 O -- Obsolete.  (partially migrated to newer version) 
 ? -- Inconsistent State...Run lppchk -v. 

Type codes: 
 F -- Installp Fileset 
 P -- Product 
 C -- Component 
 T -- Feature 
 R -- RPM Package 
 E -- Interim Fix 
`;

/** `lslpp -L`. @param quiet without titles and legend */
export function listTable(rows: readonly FilesetRow[], quiet: boolean): string {
  const lines = rows.map(
    ({ name, level, description }) => `${nameAndLevel(name, level)}    C     F    ${description}\n`,
  );
  if (quiet) return lines.join('');
  const titles = `  Fileset                      Level  State  Type  Description (Uninstaller)\n${rule}`;
  return `${titles}${lines.join('')}${rows.length > 0 ? legend : ''}`;
}

/** `lslpp -Lc`; the titles are recalled, the row is as captured. */
export function listColons(
  rows: readonly (FilesetRow & { readonly package: string; readonly week: string })[],
  quiet: boolean,
): string {
  const titles =
    '#Package Name:Fileset:Level:State:PTF Id:Fix State:Type:Description:Destination Dir.:Uninstaller:Message Catalog:Message Set:Message Number:Parent:Automatic:EFIX Locked:Install Path:Build Date\n';
  const lines = rows.map(
    (row) =>
      `${row.package}:${row.name}:${row.level}: : :C:F:${row.description}: : : : : : :0:0:/:${row.week}\n`,
  );
  return `${quiet ? '' : titles}${lines.join('')}`;
}

function inParts(parts: readonly Part[], line: (row: FilesetRow) => string): string {
  return parts
    .filter(({ rows }) => rows.length > 0)
    .map(({ path, rows }) => `Path: ${path}\n${rows.map(line).join('')}`)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
}

/** `lslpp -l` */
export function stateTable(parts: readonly Part[], quiet: boolean): string {
  const text = inParts(
    parts,
    ({ name, level, description }) => `${nameAndLevel(name, level)}  COMMITTED  ${description}\n`,
  );
  if (quiet) return text;
  return `  Fileset                      Level  State      Description         \n${rule}${text}`;
}

/** `lslpp -lc`; as programs that read it know it. */
export function stateColons(parts: readonly Part[], quiet: boolean): string {
  const lines = parts.flatMap(({ path, rows }) =>
    rows.map(({ name, level, description }) => `${path}:${name}:${level}::COMMITTED:F:${description}:\n`),
  );
  return `${quiet ? '' : '#Fileset:Level:PTF Id:State:Type:Description:EFIX Locked\n'}${lines.join('')}`;
}

/** `lslpp -h`, rows as captured. @param when date and time of all installations */
export function historyTable(
  parts: readonly Part[],
  quiet: boolean,
  when: readonly [string, string],
): string {
  const [date, time] = when;
  const text = inParts(
    parts,
    ({ name, level }) =>
      `  ${name}\n${level.padStart(25)}   COMMIT       COMPLETE     ${date.padEnd(12)} ${time}\n\n`,
  );
  if (quiet) return text;
  return `  Fileset         Level     Action       Status       Date         Time        \n${rule}${text}`;
}

/** `lslpp -w` */
export function ownerTable(rows: readonly (readonly [string, string])[], quiet: boolean): string {
  const lines = rows.map(([file, fileset]) => `  ${file.padEnd(43)} ${fileset.padEnd(21)} File\n`);
  if (quiet) return lines.join('');
  return `  File                                        Fileset               Type\n${rule}${lines.join('')}`;
}

/** `oslevel -l` and `-g` */
export function laterOrEarlier(rows: readonly FilesetRow[], level: string): string {
  const lines = rows.map((row) => `${row.name.padEnd(39)} ${row.level.padEnd(19)} ${level}\n`);
  return `Fileset                                 Actual Level        Maintenance Level\n${'-'.repeat(77)}\n${lines.join('')}`;
}
