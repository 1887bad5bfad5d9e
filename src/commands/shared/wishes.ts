import type { Failure } from '../../messages/failure.ts';
import type { Wish } from '../../model/devices/change.ts';

/**
 * Pairs of attributes and values: one a word, or several in one word, as quotes make them. The last of two for one
 * attribute counts.
 * @throws what `complain` makes
 */
export function wishesOf(words: readonly string[], complain: (word: string) => Failure): Wish[] {
  const wishes = words.flatMap((word) =>
    word
      .trim()
      .split(/\s+(?=\w+=)/)
      .map((pair) => {
        const [, attribute, value] = /^(\w+)=(.*)$/s.exec(pair) ?? [];
        if (attribute === undefined || value === undefined) throw complain(word);
        return { attribute, value };
      }),
  );
  return [...new Map(wishes.map((wish) => [wish.attribute, wish])).values()];
}
