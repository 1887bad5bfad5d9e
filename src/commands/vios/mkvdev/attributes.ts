import { failure } from '../../../messages/failure.ts';
import { viosCommandMessages as messages } from '../../../messages/vios-commands.ts';

/** What an attribute may be: one of these words, or whatever the expression matches. */
export type Allowed = Readonly<Record<string, RegExp | readonly string[]>>;

/** The pairs of `-attr`, also all in one word. @throws Failure */
export function readAttributes(words: readonly string[], allowed: Allowed): ReadonlyMap<string, string> {
  const pairs = words.flatMap((word) => word.split(/\s+/)).filter((word) => word !== '');
  return new Map(
    pairs.map((word): [string, string] => {
      const end = word.indexOf('=');
      if (end <= 0) throw failure(messages.attributeFormat, { word });
      const attribute = word.slice(0, end);
      const value = word.slice(end + 1);
      const rule = Object.hasOwn(allowed, attribute) ? allowed[attribute] : undefined;
      if (!rule) throw failure(messages.invalidAttribute, { attribute });
      const fits = rule instanceof RegExp ? rule.test(value) : rule.includes(value);
      if (!fits) throw failure(messages.invalidAttributeValue, { attribute, value });
      return [attribute, value];
    }),
  );
}

/** Attributes that no table has a column for. */
export const onOff = ['no', 'yes'] as const;
