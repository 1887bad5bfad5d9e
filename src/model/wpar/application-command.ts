import { quoted } from '../../format/quote.ts';
import { printable } from '../../messages/define.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { WparCommand } from '../../state/wpars.ts';

/**
 * Words after the flags: `var=value` ones before the command are its environment.
 * @returns undefined for no command at all. @throws Failure unless the command is a full path
 */
export function readCommand(words: readonly string[]): WparCommand | undefined {
  const first = words.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word));
  if (words.length === 0) return undefined;
  if (first < 0) throw misuse(messages.commandMissing, {});
  const path = words[first] ?? '';
  if (!path.startsWith('/')) throw failure(messages.commandRelative, { path });
  const pairs = words.slice(0, first).map((word): [string, string] => {
    const end = word.indexOf('=');
    return [word.slice(0, end), word.slice(end + 1)];
  });
  return { words: words.slice(first), environment: Object.fromEntries(pairs) };
}

/** The command as lists and files show it; a control character would forge a line of them. */
export function commandText({ words, environment }: WparCommand): string {
  const assignments = Object.entries(environment).map(([name, value]) => `${name}=${quoted(value)}`);
  return printable([...assignments, ...words.map(quoted)].join(' '));
}

/** The words of an `application` attribute: blanks divide them, quotes of the shell keep blanks. */
export function wordsOf(text: string): string[] {
  const words = text.match(/(?:'[^']*'|\\.|[^\s'\\])+/g) ?? [];
  return words.map((word) => word.replace(/'([^']*)'|\\(.)/g, (_, inner, escaped) => inner ?? escaped));
}

/** Symbols that names may not have, and what looks odd at their beginning. */
const forbidden = /[^\w-]/g;

/** The name of an application WPAR that was given none: that of its command (IBM topic). */
export function nameFor({ words }: WparCommand): string {
  const base = (words[0] ?? '').split('/').at(-1) ?? '';
  const name = base.replace(forbidden, '').replace(/^[-0]+/, '');
  // Room for a number that tells it from others.
  return name === '' ? 'application' : name.slice(0, 20);
}
