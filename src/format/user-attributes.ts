/** The three layouts in which lsuser and lsgroup print attributes (documented). */

export type Pairs = readonly (readonly [attribute: string, value: string])[];

/** One line: `root id=0 pgrp=system`. */
export function attributeLine(name: string, pairs: Pairs): string {
  return `${[name, ...pairs.map(([attribute, value]) => `${attribute}=${value}`)].join(' ')}\n`;
}

/** `-f`: the name with a colon, a line each, and an empty line. */
export function attributeStanza(name: string, pairs: Pairs): string {
  return `${name}:\n${pairs.map(([attribute, value]) => `\t${attribute}=${value}\n`).join('')}\n`;
}

/** `-c`, `-C`: what the fields are. */
export function attributeTitles(attributes: readonly string[]): string {
  return `#${['name', ...attributes].join(':')}\n`;
}

/** `-c`, `-C`: the values; a colon in one is marked. */
export function attributeRecord(name: string, values: readonly string[]): string {
  return `${[name, ...values].map((value) => value.replaceAll(':', '#!:')).join(':')}\n`;
}
