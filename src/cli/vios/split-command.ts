/** Reads a command that stands in one word, as `viosvrcmd -c` has it. */

/** Words, or why they are none. */
export type Split = { readonly words: readonly string[] } | { readonly why: string };

/**
 * Splits a command as a shell does: quotes of both kinds and backslashes. A command that is quoted as a whole is split
 * again. Nothing of a shell is beyond that: pipes, lists and redirections have a reason instead of words.
 */
export function splitCommand(text: string): Split {
  const first = split(text);
  if ('why' in first) return first;
  const [only = ''] = first.words;
  const inner = first.words.length === 1 && /\s/.test(only) ? split(only) : first;
  if ('why' in inner) return inner;
  const words = /^(.*\/)?ioscli$/.test(inner.words[0] ?? '') ? inner.words.slice(1) : inner.words;
  return words.length === 0 ? { why: 'it is empty.' } : { words };
}

function split(text: string): Split {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let position = 0; position < text.length; position++) {
    const letter = text[position] ?? '';
    if (quote !== '') {
      if (letter === quote) quote = '';
      else if (letter === '\\' && quote === '"' && /["\\]/.test(text[position + 1] ?? ''))
        word += text[++position] ?? '';
      else word += letter;
    } else if (letter === '"' || letter === "'") {
      quote = letter;
      word ??= '';
    } else if (letter === '\\' && position + 1 < text.length) {
      word = `${word ?? ''}${text[++position]}`;
    } else if (/\s/.test(letter)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (/[|;&<>`]/.test(letter)) {
      return { why: `parlab runs one command without ${letter}.` };
    } else {
      word = `${word ?? ''}${letter}`;
    }
  }
  if (quote !== '') return { why: 'a quotation mark is not closed.' };
  if (word !== undefined) words.push(word);
  return { words };
}
