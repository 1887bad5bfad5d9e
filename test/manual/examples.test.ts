import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examplesOf, type Page, parsePage } from '../../src/manual/page.ts';
import { pageNames, readPageText } from '../../src/manual/write.ts';
import { projectRoot } from '../support/bins.ts';
import { Session } from './session.ts';

/** `PARLAB_RECORD=1` writes the output that there is now into the pages; read the difference before you commit it. */
const record = process.env.PARLAB_RECORD === '1';

/** Whole scripts that a page shows: their names stand in their second line. */
function scriptsOf({ sections }: Page): [string, string][] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'verbatim' || block.lines[0]?.startsWith('#!') !== true) return [];
      const text = block.lines.map((line) => `${line}\n`).join('');
      return [[block.lines[1]?.replace('# ', '') ?? '', text] satisfies [string, string]];
    }),
  );
}

test.each(pageNames(projectRoot))('the examples of %s print what the page shows', async (name) => {
  const text = readPageText(projectRoot, name);
  const sessions = new Map<string, Session>();
  let recorded = text;
  for (const example of examplesOf(parsePage(text))) {
    const session = sessions.get(example.world) ?? new Session(example.world);
    for (const [script, lines] of scriptsOf(parsePage(text))) session.put(script, lines);
    sessions.set(example.world, session);
    const lines = await session.replay(example);
    const fence = `\`\`\`console world=${example.world} host=${example.host}\n`;
    const block = (body: readonly string[]) => `${fence}${body.map((line) => `${line}\n`).join('')}\`\`\`\n`;
    if (record) recorded = recorded.replace(block(example.lines), () => block(lines));
    else expect(lines).toEqual(example.lines);
  }
  if (recorded !== text) writeFileSync(join(projectRoot, 'man', `${name}.1.md`), recorded);
});
