import type { Engine } from '../../state/engine.ts';
import { deviceNames } from '../../state/frames/server-adapters.ts';

/** Hands out names of devices: a prefix and the lowest free number, as AIX does, which gives freed ones out again. */
export class Names {
  readonly #taken: Set<string>;
  readonly #from = new Map<string, number>();

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  next(prefix: string): string {
    let number = this.#from.get(prefix) ?? 0;
    while (this.#taken.has(`${prefix}${number}`)) number++;
    this.#from.set(prefix, number + 1);
    return `${prefix}${number}`;
  }
}

/** The first free name of a kind on a VIO server: vhost0, vtscsi3. */
export function nextDeviceName(engine: Engine, partition: number, prefix: string): string {
  return new Names(deviceNames(engine, partition)).next(prefix);
}
