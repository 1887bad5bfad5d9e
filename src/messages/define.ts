/**
 * How sure we are of a text. `seed`: one of the documents the project was created from. `document`: the vendor's
 * manual. `capture`: output of a real system, or a program that depends on it. `recalled`: remembered, no page found.
 * `ours`: our own wording, because none was found; never with a vendor's number.
 */
export type Evidence = 'seed' | 'document' | 'capture' | 'recalled' | 'ours';

export interface MessageText {
  /** With `{placeholders}`; `{command}` is the name of the command that prints it. */
  readonly text: string;
  /** The wording of AIX 6.1, where it differs. */
  readonly aix61?: string;
  /** Default: stderr. */
  readonly stream?: 'stdout' | 'stderr';
  /** Exit status when it ends the command; default 1. */
  readonly status?: number;
  readonly evidence: Evidence;
  /** Where the text, or the part of it that is not ours, comes from. */
  readonly source: string;
}

export interface Message<Text extends string = string> extends MessageText {
  readonly id: string;
  readonly text: Text;
}

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Exclude<Name, 'command'> | Placeholders<Rest>
  : never;

/** The values a message needs: one for each of its placeholders. */
export type Values<Text extends string> = [Placeholders<Text>] extends [never]
  ? Record<string, never> | undefined
  : Record<Placeholders<Text>, string | number>;

export type Messages<Texts extends Record<string, MessageText>> = {
  readonly [Key in keyof Texts & string]: Message<Texts[Key]['text']> & Texts[Key];
};

/** Gives each text its id, `area.key`: what `parlab evidence` lists and commands raise. */
export function defineMessages<const Texts extends Record<string, MessageText>>(
  area: string,
  texts: Texts,
): Messages<Texts> {
  const entries = Object.entries(texts).map(([key, text]) => [key, { id: `${area}.${key}`, ...text }]);
  return Object.fromEntries(entries) as Messages<Texts>;
}

/** Control characters of an argument must not reach a terminal, forge a second line of a message or turn its direction. */
export function printable(value: string): string {
  return value.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '?');
}

export function fillIn(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : printable(String(value));
  });
}
