import { printable } from '../../../messages/define.ts';
import { failure } from '../../../messages/failure.ts';
import { processMessages as messages } from '../../../messages/processes.ts';

/** What the Berkeley form asks for. */
export interface Berkeley {
  readonly letters: ReadonlySet<string>;
  readonly terminal: string | undefined;
  readonly pid: number | undefined;
  readonly style: 'l' | 'u' | '';
}

/** Documented letters that parlab does not have. */
const refused: Readonly<Record<string, string>> = {
  e: 'the environments of programs are theirs.',
  s: 'parlab does not measure stacks.',
  v: 'parlab does not measure memory.',
};

/**
 * `ps aux`, `ps ax 17`, `ps t pts/0`: words without a dash.
 * @throws Failure
 */
export function readBerkeley(words: readonly string[]): Berkeley {
  const letters = new Set<string>();
  let terminal: string | undefined;
  let pid: number | undefined;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (/^\d{1,10}$/.test(word) && pid === undefined) pid = Number(word);
    else if (!/^[acegnwxlsuvtX]+$/.test(word) || /t./.test(word))
      throw failure(messages.badLetters, { word: printable(word) });
    else {
      for (const letter of word) letters.add(letter);
      if (word.endsWith('t')) terminal = words[++index];
    }
  }
  const foreign = Object.keys(refused).find((letter) => letters.has(letter));
  if (foreign !== undefined)
    throw failure(messages.unsupportedLetter, { letter: foreign, why: refused[foreign] ?? '' });
  if (letters.has('t') && terminal === undefined) throw failure(messages.badLetters, { word: 't' });
  if (letters.has('l') && letters.has('u')) throw failure(messages.oneStyle, {});
  const style = letters.has('u') ? 'u' : letters.has('l') ? 'l' : '';
  return { letters, terminal: terminal?.replace(/^\/dev\//, ''), pid, style };
}
