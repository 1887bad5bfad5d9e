/**
 * The file that savewpar and mksysb write. A line that says what it is, a line of facts, a pax tar (compressed by gzip or
 * not), and an end whose sum covers all before it: a file that was cut or changed is known before anything else is read.
 */

/** What the first line says. */
export interface ImageHeading {
  readonly kind: 'mksysb' | 'savewpar';
  /** Level of the system inside, `7.1.2.0`. */
  readonly oslevel: string;
}

/** The second line, JSON: sums of what the outside has put into the image. */
export interface ImageFacts {
  /** The tar is compressed. */
  readonly packed: boolean;
  /** SHA-256 of `wpar.spec` and of `image.data`. */
  readonly specification: string;
  readonly imageData: string;
}

const heading = /^parlab-image (mksysb|savewpar) (\d+(?:\.\d+){1,3})\s*$/;

/** @returns undefined if a text does not begin as an image does */
export function readHeading(text: string): ImageHeading | undefined {
  const match = heading.exec(text.slice(0, 200).split('\n', 1)[0] ?? '');
  return match ? { kind: match[1] as ImageHeading['kind'], oslevel: match[2] ?? '' } : undefined;
}

export function formatHead({ kind, oslevel }: ImageHeading, facts: ImageFacts): string {
  return `parlab-image ${kind} ${oslevel}\n${JSON.stringify(facts)}\n`;
}

/** No head is longer. */
export const longestHead = 1024;

/** The lines before the tar. @returns undefined if they are not there */
export function readHead(
  text: string,
): { readonly heading: ImageHeading; readonly facts: ImageFacts; readonly length: number } | undefined {
  const [first = '', second = ''] = text.slice(0, longestHead).split('\n', 2);
  const said = readHeading(`${first}\n`);
  if (!said || text[first.length] !== '\n' || text[first.length + 1 + second.length] !== '\n')
    return undefined;
  const facts = readFacts(second);
  return facts && { heading: said, facts, length: first.length + second.length + 2 };
}

function readFacts(line: string): ImageFacts | undefined {
  try {
    const said = JSON.parse(line) as Partial<Record<keyof ImageFacts, unknown>> | null;
    const { packed, specification, imageData } = said ?? {};
    if (typeof packed !== 'boolean' || !isSum(specification) || !isSum(imageData)) return undefined;
    return { packed, specification, imageData };
  } catch {
    return undefined;
  }
}

function isSum(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

/** Bytes of the end. */
export const endLength = 77;

export function formatEnd(sum: string): string {
  return `\nparlab-end ${sum}\n`;
}

/** @returns the sum that the last bytes of an image name; undefined if they are no end */
export function readEnd(text: string): string | undefined {
  return /^\nparlab-end ([0-9a-f]{64})\n$/.exec(text)?.[1];
}

/** Where savewpar keeps what describes the WPAR. */
export const controlFolder = './.savewpar_dir';
