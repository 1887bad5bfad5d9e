/**
 * Splits a command line as a shell does in simple cases: blanks, 'single' and "double" quotes, backslashes. Variables,
 * patterns and pipes are not understood.
 * @throws Error if a quote is not closed
 */
export function splitWords(line: string): string[] {
  const words: string[] = [];
  const piece = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\]+)|(\s+)/gy;
  let word: string | undefined;
  let end = 0;
  for (const match of line.matchAll(piece)) {
    end = match.index + match[0].length;
    const [, single, double, escaped, plain, blanks] = match;
    if (blanks === undefined) word = (word ?? '') + (single ?? unquoted(double) ?? escaped ?? plain);
    else {
      if (word !== undefined) words.push(word);
      word = undefined;
    }
  }
  if (end !== line.length) throw new Error(`a quote is not closed: ${line}`);
  if (word !== undefined) words.push(word);
  return words;
}

// Between double quotes a backslash protects only these.
function unquoted(text: string | undefined): string | undefined {
  return text?.replace(/\\(["\\$`])/g, '$1');
}
