import { resolve } from 'node:path';
import { buildWorld } from '../../../model/build-world.ts';
import type { Build } from '../../../state/create.ts';
import type { Lab } from '../../../state/lab.ts';
import { loadWorld } from '../../../state/worlds/shipped.ts';

const worldFileSetting = 'world.file';

/** A world that was named on the command line, or that the lab was made with. */
export interface ChosenWorld {
  readonly name: string;
  readonly build: Build;
}

/**
 * Reads a world before anything is changed.
 * @param named a shipped world, or a file relative to `directory`
 * @throws LabTrouble
 */
export async function chooseWorld(named: string, directory: string): Promise<ChosenWorld> {
  const isFile = named.includes('/') || /\.ya?ml$/.test(named);
  const which = isFile ? resolve(directory, named) : named;
  const file = await loadWorld(which);
  return {
    name: file.world.world,
    build(change) {
      buildWorld(change, file);
      if (isFile) change.setMeta(worldFileSetting, which);
    },
  };
}

/** The world a lab was made with: its file, or its name. */
export function worldOf(lab: Lab): string {
  return lab.meta(worldFileSetting) ?? lab.meta('world') ?? 'default';
}
