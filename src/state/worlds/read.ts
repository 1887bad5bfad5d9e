import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { packageRoot } from '../../package-root.ts';
import { LabTrouble } from '../trouble.ts';
import { type World, worldSchema } from './schema.ts';

const shippedFolder = join(packageRoot, 'src', 'state', 'worlds');

/** A world file that has been read, with its lines for complaints about what only the rules can find. */
export interface WorldFile {
  readonly world: World;
  /** @returns an error that names the line of a place in the file, `['hosts', 0, 'wpars', 2]` */
  complain(place: readonly (number | string)[], why: string): LabTrouble;
}

export function shippedWorlds(): string[] {
  return readdirSync(shippedFolder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .sort();
}

/**
 * @param which the name of a shipped world, or a path (anything with a `/` or `.yaml` in it)
 * @throws LabTrouble naming file and line
 */
export function readWorld(which: string): WorldFile {
  const isPath = which.includes('/') || which.endsWith('.yaml') || which.endsWith('.yml');
  const path = isPath ? which : join(shippedFolder, `${which}.yaml`);
  if (!isPath && !shippedWorlds().includes(which)) {
    throw new LabTrouble(
      'world',
      `There is no world called ${which} (there are: ${shippedWorlds().join(', ')}).`,
    );
  }
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new LabTrouble('world', `${path}: cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  return parseWorld(text, path);
}

/** @throws LabTrouble naming file and line */
function parseWorld(text: string, path: string): WorldFile {
  const lines = new LineCounter();
  // A world file is hostile input: no more aliases than a person would write.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    strict: true,
    uniqueKeys: true,
  });
  const lineOf = (offset: number) => lines.linePos(offset).line;
  const [problem] = document.errors;
  if (problem) throw new LabTrouble('world', `${path}, line ${lineOf(problem.pos[0])}: ${problem.message}`);
  const complain = (place: readonly (number | string)[], why: string): LabTrouble => {
    const found = nearest(document, place);
    const offset = isNode(found) ? (found.range?.[0] ?? 0) : 0;
    return new LabTrouble('world', `${path}, line ${lineOf(offset)}: ${place.join('.')}: ${why}`);
  };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new LabTrouble('world', `${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const checked = worldSchema.safeParse(value);
  if (checked.success) return { world: checked.data, complain };
  const [issue] = checked.error.issues;
  throw complain((issue?.path ?? []) as (number | string)[], issue?.message ?? 'not a world');
}

// A missing key has no place of its own: the nearest thing around it has.
function nearest(document: ReturnType<typeof parseDocument>, place: readonly (number | string)[]): unknown {
  for (let length = place.length; length > 0; length--) {
    const found = document.getIn(place.slice(0, length), true);
    if (isNode(found)) return found;
  }
  return document.contents;
}
