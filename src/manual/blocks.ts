import type { Block, Section } from './page.ts';
import { inlineLine, macroArgument, tagged, verbatim } from './roff.ts';

/** A section as written. */
export function sectionRoff(section: Section): string[] {
  let place = '';
  const body = section.blocks.flatMap((block) => {
    if (block.kind !== 'example') return blockRoff(block);
    const now = `World *${block.world}*, host *${block.host}*:`;
    const caption = now === place ? [] : ['.PP', inlineLine(now)];
    place = now;
    return [...caption, ...verbatim(block.lines)];
  });
  return [heading(section.title), ...body];
}

export function heading(title: string): string {
  return `.SH ${macroArgument(title.toUpperCase())}`;
}

function blockRoff(block: Exclude<Block, { readonly kind: 'example' }>): string[] {
  switch (block.kind) {
    case 'heading':
      return [`.SS ${macroArgument(block.text)}`];
    case 'item':
      return ['.IP \\(bu 2', ...block.lines.map(inlineLine)];
    case 'term':
      return tagged(inlineLine(block.term), block.lines.map(inlineLine));
    case 'verbatim':
      return verbatim(block.lines);
    default:
      return ['.PP', ...block.lines.map(inlineLine)];
  }
}
