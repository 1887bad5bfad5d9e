import { logLevels } from '../output.ts';

/** What is read of a command's output (drmgr.md 5.2), beside what is for the log. */
const readAfter: Readonly<Record<string, readonly string[]>> = {
  scriptinfo: ['DR_VERSION', 'DR_DATE', 'DR_SCRIPTINFO', 'DR_VENDOR', 'DR_TIMEOUT'],
  register: ['DR_RESOURCE'],
  usage: ['DR_USAGE'],
};
const ofPhases = ['DR_ERROR'];
const everywhere: readonly string[] = Object.keys(logLevels);

/** Values that are texts; those of DR_LOG_ are shown without quotation marks in seed 4. */
export const textNames: readonly string[] = ['DR_ERROR', 'DR_SCRIPTINFO', 'DR_USAGE'];

const allNames: readonly string[] = [...Object.values(readAfter).flat(), ...ofPhases, ...everywhere];

/** Whether a name counts in the output of a command: `stray`: only in that of another one; `strange`: nowhere. */
export function standingOf(name: string, command: string): 'read' | 'strange' | 'stray' {
  // Of a refusal a description may say why, too.
  const here = [...(readAfter[command] ?? []), ...ofPhases, ...everywhere];
  if (here.includes(name)) return 'read';
  return allNames.includes(name) ? 'stray' : 'strange';
}

/** The name that was probably meant. */
export function guessOf(name: string): string | undefined {
  const wanted = name.toUpperCase();
  const near = allNames
    .map((each) => ({ each, far: distance(wanted, each) }))
    .sort((one, other) => one.far - other.far);
  const [best] = near;
  return best && best.far <= 4 ? best.each : undefined;
}

/** Whether a command says what a script is. */
export function isDescription(command: string): boolean {
  return Object.hasOwn(readAfter, command);
}

/** Words that say nothing of an application, though they stand in names and descriptions. */
const plainWords = [
  'aix',
  'dlpar',
  'dynamic',
  'example',
  'memory',
  'processor',
  'sample',
  'script',
  'sysadmin',
  'test',
];

/** Words by which people know a script, in small letters: parts of its name, and of what it says of itself. */
export function knownWords(name: string, said: readonly (string | undefined)[]): string[] {
  const parts = name
    .toLowerCase()
    .replace(/\.[a-z0-9]+$/, '')
    .split(/[^a-z0-9]+/);
  const words = said.flatMap((text) => text?.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);
  return [...parts.filter((part) => part.length > 1), ...words].filter((word) => !plainWords.includes(word));
}

// Levenshtein's: letters to add, drop or change. Names are cut: a script may print any.
function distance(one: string, other: string): number {
  const [first, second] = [one.slice(0, 40), other.slice(0, 40)];
  let row = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (let index = 0; index < first.length; index++) {
    const next = [index + 1];
    for (let column = 0; column < second.length; column++) {
      const changed = (row[column] ?? 0) + (first[index] === second[column] ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[second.length] ?? 0;
}
