/**
 * Files of stanzas, as AIX keeps them in /etc/security: a name with a colon, then indented lines `attribute = value`. Lines
 * that are neither (comments begin with `*`) stay where they are.
 */

/** Attributes by stanza. Of a stanza or attribute that stands there twice, the first counts. */
export type Stanzas = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What is to be changed in a stanza; undefined: the attribute is removed. */
export type StanzaChanges = Readonly<Record<string, string | undefined>>;

// Nothing that was written by a command is longer; somebody may have written a line without end.
const longestLine = 65_536;

export function readStanzas(text: string): Stanzas {
  const stanzas = new Map<string, Map<string, string>>();
  let current: Map<string, string> | undefined;
  for (const line of text.split('\n')) {
    const name = headOf(line);
    if (name !== undefined) {
      current = new Map();
      if (!stanzas.has(name)) stanzas.set(name, current);
      continue;
    }
    const pair = current && pairOf(line);
    if (pair && !current?.has(pair.attribute)) current?.set(pair.attribute, unquoted(pair.value));
  }
  return stanzas;
}

function headOf(line: string): string | undefined {
  if (line.length > longestLine || !line.trimEnd().endsWith(':') || /^[\s*#]/.test(line)) return undefined;
  const name = line.trimEnd().slice(0, -1);
  return /[\s:=]/.test(name) || name === '' ? undefined : name;
}

function pairOf(line: string): { readonly attribute: string; readonly value: string } | undefined {
  if (line.length > longestLine || !/^\s/.test(line)) return undefined;
  const end = line.indexOf('=');
  const attribute = line.slice(0, end).trim();
  return end < 0 || !/^\w+$/.test(attribute) ? undefined : { attribute, value: line.slice(end + 1).trim() };
}

function unquoted(value: string): string {
  return value.length > 1 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
}

/** @returns the text with a changed stanza, which is made if it was not there */
export function changeStanza(text: string, name: string, changes: StanzaChanges): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => headOf(line) === name);
  if (start < 0) {
    const added = written(changes, []);
    const before = text === '' || text.endsWith('\n\n') ? text : `${text.replace(/\n$/, '')}\n\n`;
    return `${before}${name}:\n${added.map((line) => `${line}\n`).join('')}\n`;
  }
  const end = endOf(lines, start);
  const stanza = written(changes, lines.slice(start + 1, end));
  return [...lines.slice(0, start + 1), ...stanza, ...lines.slice(end)].join('\n');
}

/** @returns the text without a stanza, and without the empty line after it */
export function removeStanza(text: string, name: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => headOf(line) === name);
  if (start < 0) return text;
  const end = endOf(lines, start);
  const after = lines[end]?.trim() === '' && end < lines.length - 1 ? end + 1 : end;
  return [...lines.slice(0, start), ...lines.slice(after)].join('\n');
}

// The line after the last attribute of the stanza.
function endOf(lines: readonly string[], start: number): number {
  let end = start + 1;
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (headOf(line) !== undefined) break;
    if (pairOf(line)) end = index + 1;
  }
  return end;
}

function written(changes: StanzaChanges, lines: readonly string[]): string[] {
  const left = new Map(Object.entries(changes));
  const kept = lines.flatMap((line) => {
    const attribute = pairOf(line)?.attribute;
    if (attribute === undefined || !left.has(attribute)) return [line];
    const value = left.get(attribute);
    left.delete(attribute);
    return value === undefined ? [] : [pairLine(attribute, value)];
  });
  const added = [...left].flatMap(([attribute, value]) =>
    value === undefined ? [] : [pairLine(attribute, value)],
  );
  return [...kept, ...added];
}

function pairLine(attribute: string, value: string): string {
  return `\t${attribute} =${value === '' ? '' : ` ${/\s/.test(value) || attribute === 'SYSTEM' ? `"${value}"` : value}`}`;
}
