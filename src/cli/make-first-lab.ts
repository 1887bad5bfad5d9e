import { buildWorld } from '../model/build-world.ts';
import { createLab } from '../state/create.ts';
import type { Machine } from '../state/machine.ts';
import { loadWorld } from '../state/worlds/shipped.ts';

/** Makes the lab that the first command finds missing, with the default world. @throws LabTrouble */
export async function makeFirstLab(directory: string, machine: Machine): Promise<void> {
  const file = await loadWorld('default');
  createLab(directory, machine, (change) => buildWorld(change, file));
}
