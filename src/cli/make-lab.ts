import { buildWorld } from '../model/build-world.ts';
import { createLab } from '../state/create.ts';
import type { Machine } from '../state/machine.ts';
import { readWorld } from '../state/worlds/read.ts';

/**
 * Makes a lab with a world in an empty folder.
 * @param world the name of a shipped world, or the path of a world file
 * @throws LabTrouble
 */
export function makeLab(directory: string, machine: Machine, world: string): void {
  const file = readWorld(world);
  createLab(directory, machine, (change) => buildWorld(change, file));
}
