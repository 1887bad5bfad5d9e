import type { FileSystemRecord } from './records.ts';

/** The text of /etc/filesystems: a stanza for each file system, its attributes below it. */

/** A stanza as it stands in the file. */
export interface Stanza {
  readonly directory: string;
  readonly attributes: Readonly<Record<string, string>>;
}

interface Block {
  /** undefined: what stands before the first stanza. */
  readonly directory: string | undefined;
  readonly lines: readonly string[];
}

/** Its stanzas, in order. What is none is left out: the file may have been edited. */
export function parseStanzas(text: string): Stanza[] {
  return blocksOf(text).flatMap((block) =>
    block.directory === undefined ? [] : [{ directory: block.directory, attributes: attributesOf(block) }],
  );
}

function blocksOf(text: string): Block[] {
  const blocks: { directory: string | undefined; lines: string[] }[] = [{ directory: undefined, lines: [] }];
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const directory = /^(\/.*):\s*$/.exec(line)?.[1];
    if (directory !== undefined) blocks.push({ directory, lines: [line] });
    else blocks.at(-1)?.lines.push(line);
  }
  return blocks;
}

const attributeLine = /^\s+(\w+)\s*=\s*"?(.*?)"?\s*$/;

function attributesOf({ lines }: Block): Record<string, string> {
  const found: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const line of lines) {
    const [, name, value = ''] = attributeLine.exec(line) ?? [];
    if (name !== undefined) found[name] = value;
  }
  return found;
}

export function formatStanzas(records: readonly FileSystemRecord[]): string {
  return records
    .map(({ directory, attributes }) => `${stanzaLines(directory, attributes).join('\n')}\n`)
    .join('\n');
}

function stanzaLines(directory: string, attributes: Readonly<Record<string, string>>): string[] {
  return [`${directory}:`, ...Object.entries(attributes).map(([name, value]) => line(name, value))];
}

function line(name: string, value: string): string {
  return `\t${name.padEnd(15)} = ${value}`;
}

/**
 * Brings some stanzas in step with the state. What somebody has written beside them stays, and so do attributes that the
 * state does not know.
 * @param wanted what the state says of the file systems in question
 * @param isGone tells of stanzas that are not wanted whether the state has removed them
 */
export function syncStanzas(
  text: string,
  wanted: readonly FileSystemRecord[],
  isGone: (stanza: Stanza) => boolean,
): string {
  const left = new Map(wanted.map((record) => [record.directory, record]));
  const blocks = blocksOf(text).flatMap((block): Block[] => {
    const { directory } = block;
    if (directory === undefined) return [block];
    const record = left.get(directory);
    left.delete(directory);
    if (record) return [merged(block, record.attributes)];
    return isGone({ directory, attributes: attributesOf(block) }) ? [] : [block];
  });
  const added = [...left.values()].map((record) => ['', ...stanzaLines(record.directory, record.attributes)]);
  const lines = [...blocks.flatMap((block) => block.lines), ...added.flat()];
  return `${lines.join('\n').replace(/^\n+/, '').replace(/\n+$/, '')}\n`;
}

function merged(block: Block, attributes: Readonly<Record<string, string>>): Block {
  const left = new Map(Object.entries(attributes));
  const lines = block.lines.map((each) => {
    const [, name = '', value] = attributeLine.exec(each) ?? [];
    const wanted = left.get(name);
    left.delete(name);
    return wanted === undefined || wanted === value ? each : line(name, wanted);
  });
  // Empty lines end a stanza: what is new comes before them.
  const end = lines.findLastIndex((each) => each.trim() !== '') + 1;
  lines.splice(end, 0, ...[...left].map(([name, value]) => line(name, value)));
  return { ...block, lines };
}
