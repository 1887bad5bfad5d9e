import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../package-root.ts';
import { LabTrouble } from '../trouble.ts';
import type { WorldFile } from './read.ts';
import type { World } from './schema.ts';

/** What the build writes for each shipped world: reading and checking YAML costs 80 ms, reading this 1 ms. */
export interface CompiledWorld {
  /** The file it was made from, to see whether somebody has changed that since. */
  readonly text: string;
  readonly world: World;
}

/** The folder of the shipped world files. */
export const worldFolder: string = join(packageRoot, 'src', 'state', 'worlds');

/** Where the build puts the compiled form of a shipped world. */
export function compiledPath(name: string): string {
  return join(packageRoot, 'dist', 'worlds', `${name}.json`);
}

/**
 * Reads a world, from its compiled form where that is as the file is.
 * @param which the name of a shipped world, or a path
 * @throws LabTrouble naming file and line
 */
export async function loadWorld(which: string): Promise<WorldFile> {
  return compiledWorld(which) ?? (await import('./read.ts')).readWorld(which);
}

function compiledWorld(which: string): WorldFile | undefined {
  if (!/^[\w-]+$/.test(which)) return undefined;
  const path = join(worldFolder, `${which}.yaml`);
  try {
    const { text, world } = JSON.parse(readFileSync(compiledPath(which), 'utf8')) as CompiledWorld;
    if (text !== readFileSync(path, 'utf8')) return undefined;
    const complain: WorldFile['complain'] = (place, why) =>
      new LabTrouble('world', `${path}: ${place.join('.')}: ${why}`);
    return { world, complain };
  } catch {
    return undefined;
  }
}
