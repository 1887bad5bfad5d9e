import { execFile } from 'node:child_process';
import { closeSync } from 'node:fs';
import { posix } from 'node:path';
import { treePath } from '../model/host-tree.ts';
import type { Place } from '../model/place.ts';
import { openFolder } from '../model/tree/beneath.ts';
import { type Bind, bindsOf, locate, rootOf, type Spot } from '../model/tree/binds.ts';
import { isMachines } from '../model/tree/machines.ts';
import { treeOwner } from '../model/tree/owner.ts';
import type { Lab } from '../state/lab.ts';
import { beneathFunction, mountFunction } from './enter-script.ts';
import { isBelow } from './exports.ts';
import { toolEnvironment } from './streams.ts';

/** The mounts that were made in the namespaces of a place since they are there. */
export class Mounts {
  readonly #top: number;
  readonly #exports: readonly Spot[];
  /** Sources by directories. */
  readonly #made = new Map<string, string>();
  #turn: Promise<void> = Promise.resolve();

  constructor(top: number, exports: readonly Spot[]) {
    this.#top = top;
    this.#exports = exports;
  }

  /** Makes them what the state says; one after the other, whoever asks. */
  follow(lab: Lab, place: Place): Promise<void> {
    const all = wantedMounts(lab, place, this.#exports);
    const wanted = new Map(all.map((each) => [each.directory, each]));
    this.#turn = this.#turn.then(() => this.#change(wanted));
    return this.#turn;
  }

  async #change(wanted: ReadonlyMap<string, Wanted>): Promise<void> {
    for (const [directory, source] of [...this.#made].sort().reverse()) {
      if (wanted.get(directory)?.source === source) continue;
      await this.#run(unmountScript, directory);
      this.#made.delete(directory);
    }
    for (const { directory, source, readOnly } of wanted.values()) {
      if (this.#made.has(directory)) continue;
      if (await this.#run(mountScript, directory, source, readOnly ? 'ro' : 'rw'))
        this.#made.set(directory, source);
    }
  }

  #run(script: string, ...words: string[]): Promise<boolean> {
    const of = (name: string) => `/proc/${this.#top}/ns/${name}`;
    const user = treeOwner() === undefined ? [`--user=${of('user')}`, '--preserve-credentials'] : [];
    // umount reads /proc/self, which is there for processes of the place only.
    const spaces = [...user, `--mount=${of('mnt')}`, `--pid=${of('pid_for_children')}`];
    const argv = [...spaces, '/bin/sh', '-c', script, ...words];
    return new Promise((resolve) => {
      execFile('nsenter', argv, { env: toolEnvironment(), timeout: 10_000 }, (error) => resolve(!error));
    });
  }
}

/** A mount that the namespaces of a place are to have. */
export interface Wanted {
  /** As the place sees it. */
  readonly directory: string;
  /** Where the namespaces have what is shown there. */
  readonly source: string;
  readonly readOnly: boolean;
}

/** What the state says of the mounts of a place; the places to mount on are made. */
export function wantedMounts(lab: Lab, place: Place, exports: readonly Spot[]): Wanted[] {
  const root = rootOf(lab.engine, place);
  return bindsOf(lab.engine, place).flatMap((bind) => {
    const source = inNamespaces(bind.source, root, exports);
    // It may have been mounted from outside, before anything ran there.
    if (bind.directory === '/' || source === undefined || isMachines(bind.directory)) return [];
    makeMountPoint(lab, place, bind);
    return [{ directory: bind.directory, source, readOnly: bind.readOnly }];
  });
}

function inNamespaces(spot: Spot, root: Spot, exports: readonly Spot[]): string | undefined {
  if (isBelow(spot, root)) return posix.join('/tree', posix.relative(root.path, spot.path));
  const number = exports.findIndex((each) => isBelow(spot, each));
  const found = exports[number];
  return found && posix.join('/exports', String(number), posix.relative(found.path, spot.path));
}

function makeMountPoint(lab: Lab, place: Place, { directory }: Bind): void {
  const parent = locate(lab.engine, place, posix.dirname(directory));
  const path = posix.join(parent.path, posix.basename(directory));
  try {
    closeSync(openFolder(treePath(lab, parent.host, '/'), path, 'make'));
  } catch {
    // something else stands there: nothing is mounted over it
  }
}

const mountScript = `set -u
${beneathFunction}
${mountFunction}
mount_beneath "$0" "$1" "$2"`;

const unmountScript = `set -u
${beneathFunction}
go_beneath "$0" && umount -n -l -c "$(pwd -P)"`;
