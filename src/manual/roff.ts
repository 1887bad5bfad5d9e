/** Text for roff, the language of manual pages (man(7)). */

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\(rs',
  '-': '\\-',
  // Plain, the next four become typographic quotes and accents, which cannot be pasted into a shell.
  "'": '\\(aq',
  '`': '\\(ga',
  '^': '\\(ha',
  '~': '\\(ti',
};

/** Characters that roff would read as its own. */
export function escapeText(text: string): string {
  return text.replace(/[\\\-'`^~]/g, (character) => escapes[character] ?? character);
}

/** A line of text: a leading dot would be a request. */
export function textLine(text: string): string {
  return guard(escapeText(text));
}

function guard(line: string): string {
  return line.startsWith('.') ? `\\&${line}` : line;
}

export function bold(text: string): string {
  return `\\fB${escapeText(text)}\\fR`;
}

export function italic(text: string): string {
  return `\\fI${escapeText(text)}\\fR`;
}

/** The argument of a macro: in double quotes, with none inside. */
export function macroArgument(text: string): string {
  return `"${escapeText(text).replaceAll('"', '\\(dq')}"`;
}

/** A line with `code` and **strong** words in bold and *variable* ones in italics. */
export function inlineLine(text: string): string {
  const parts = text.trim().split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/);
  const roff = parts.map((part, index) => {
    // Every second part is one that the pattern found.
    if (index % 2 === 0) return escapeText(part);
    if (part.startsWith('`')) return bold(part.slice(1, -1));
    return part.startsWith('**') ? bold(part.slice(2, -2)) : italic(part.slice(1, -1));
  });
  return guard(roff.join(''));
}

/** Lines printed as they are, indented. Commands that one types are bold. */
export function verbatim(lines: readonly string[]): string[] {
  let typed = false;
  const body = lines.map((line) => {
    const prompt = line.startsWith('$ ') ? '$ ' : '';
    const bare = line.slice(prompt.length);
    const text = typed || prompt !== '' ? `${prompt}${bold(bare)}` : textLine(line);
    // A command goes on after a backslash.
    typed = (typed || prompt !== '') && line.endsWith('\\');
    return text;
  });
  return ['.PP', '.RS 4', '.nf', ...body, '.fi', '.RE'];
}

/** A term and what it means. */
export function tagged(term: string, lines: readonly string[]): string[] {
  return ['.TP', term, ...lines];
}
