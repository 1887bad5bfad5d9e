/** The written part of a manual page: a small part of Markdown, read into blocks. */

export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'item'; readonly lines: readonly string[] }
  | { readonly kind: 'term'; readonly term: string; readonly lines: readonly string[] }
  | { readonly kind: 'verbatim'; readonly lines: readonly string[] }
  | Example;

/** A session in a shipped world: `$ command` lines, each with what it prints. */
export interface Example {
  readonly kind: 'example';
  readonly world: string;
  readonly host: string;
  readonly lines: readonly string[];
}

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Page {
  readonly name: string;
  /** Only of a page without a spec: with one, the spec says it. */
  readonly purpose: string | undefined;
  readonly sections: readonly Section[];
}

/** @throws Error naming the line that is not understood */
export function parsePage(text: string): Page {
  const lines = text.trimEnd().split('\n');
  const title = /^# (\w+)(?: - (.+))?$/.exec(lines[0] ?? '');
  if (!title) throw new Error('line 1: expected "# name" or "# name - purpose"');
  const sections: { title: string; blocks: Block[] }[] = [];
  let index = 1;
  while (index < lines.length) {
    const line = lines[index] ?? '';
    const section = /^## (.+)$/.exec(line)?.[1];
    if (section !== undefined) sections.push({ title: section, blocks: [] });
    if (section !== undefined || line === '') {
      index++;
      continue;
    }
    const current = sections.at(-1);
    if (!current) throw new Error(`line ${index + 1}: text before the first "## "`);
    const { block, next } = readBlock(lines, index);
    current.blocks.push(block);
    index = next;
  }
  return { name: title[1] ?? '', purpose: title[2], sections };
}

/** The examples of a page, in order. */
export function examplesOf(page: Page): Example[] {
  return page.sections.flatMap((section) => section.blocks.filter((block) => block.kind === 'example'));
}

function readBlock(lines: readonly string[], start: number): { block: Block; next: number } {
  const first = lines[start] ?? '';
  if (first.startsWith('```')) return readFence(lines, start);
  const heading = /^### (.+)$/.exec(first)?.[1];
  if (heading !== undefined) return { block: { kind: 'heading', text: heading }, next: start + 1 };
  let next = start + 1;
  while (next < lines.length && !/^(|#+ .*|- .*|```.*)$/.test(lines[next] ?? '')) next++;
  const all = lines.slice(start, next);
  if (first.startsWith('- '))
    return { block: { kind: 'item', lines: all.map((line) => line.replace(/^(- | {2})/, '')) }, next };
  // A definition: the term on a line of its own, then `: what it means`.
  if (all[1]?.startsWith(': ')) {
    const meaning = all.slice(1).map((line) => line.replace(/^: /, ''));
    return { block: { kind: 'term', term: first, lines: meaning }, next };
  }
  return { block: { kind: 'paragraph', lines: all }, next };
}

function readFence(lines: readonly string[], start: number): { block: Block; next: number } {
  const end = lines.indexOf('```', start + 1);
  if (end < 0) throw new Error(`line ${start + 1}: the block is not closed`);
  const body = lines.slice(start + 1, end);
  const next = end + 1;
  const info = (lines[start] ?? '').slice(3);
  if (info === '') return { block: { kind: 'verbatim', lines: body }, next };
  const place = /^console world=(\S+) host=(\S+)$/.exec(info);
  if (!place) throw new Error(`line ${start + 1}: expected "console world=WORLD host=HOST"`);
  const [, world = '', host = ''] = place;
  return { block: { kind: 'example', world, host, lines: body }, next };
}
