import { fillIn } from '../../messages/define.ts';
import { Failure } from '../../messages/failure.ts';
import type { WorldFile } from '../../state/worlds/read.ts';

/** A place in a world file, `['hosts', 0, 'wpars', 2]`. */
export type Place = readonly (number | string)[];

/** Something in a world file is impossible; whoever knows the place says where. */
export class Impossible extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'Impossible';
  }
}

/** Builds what stands at a place of the file. @throws LabTrouble naming its line, for what the rules refuse */
export function atPlace<Result>(file: WorldFile, place: Place, build: () => Result): Result {
  try {
    return build();
  } catch (error) {
    if (error instanceof Failure) {
      throw file.complain(place, fillIn(error.catalogued.text, { command: 'world', ...error.values }));
    }
    if (error instanceof Impossible || (error instanceof Error && 'errcode' in error)) {
      throw file.complain(place, error.message);
    }
    throw error;
  }
}
