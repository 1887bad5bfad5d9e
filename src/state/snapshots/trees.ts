import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, constants as fsConstants, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Lab, pendingTrees } from '../lab.ts';
import { removeFolder } from '../remove-folder.ts';

/**
 * Laid trees change together with the database though no transaction spans both: the new trees are staged beside the
 * old ones, the transaction writes down what is to be swapped, and whoever comes next finishes a swap that was cut off.
 */

const stagedPrefix = '.trees-';
const gonePrefix = '.gone-';

export function treesFolder(directory: string): string {
  return join(directory, 'hosts');
}

export function hasTrees(directory: string): boolean {
  const folder = treesFolder(directory);
  return existsSync(folder) && readdirSync(folder).length > 0;
}

/** Copies trees; blocks are shared where the file system can. */
export function copyTrees(from: string, to: string): void {
  // Node's own copy knows neither owners nor named pipes, and trees have both.
  const { status } = spawnSync('cp', ['-a', '--reflink=auto', '--', treesFolder(from), to], {
    stdio: 'ignore',
  });
  if (status === 0) return;
  removeFolder(to);
  cpSync(treesFolder(from), to, {
    recursive: true,
    mode: fsConstants.COPYFILE_FICLONE,
    verbatimSymlinks: true,
    preserveTimestamps: true,
  });
}

/** Copies the trees of a snapshot beside those of the lab. @returns what {@link pendingTrees} has to say; `''`: none */
export function stageTrees(lab: Lab, from: string): string {
  if (!hasTrees(from)) return '';
  const name = `${stagedPrefix}${lab.machine.self.pid}`;
  rmSync(join(lab.directory, name), { recursive: true, force: true });
  copyTrees(from, join(lab.directory, name));
  return name;
}

/** Finishes the swap that a new world asks for; does nothing without one. */
export function settleTrees(lab: Lab): void {
  if (lab.meta(pendingTrees) === undefined || lab.readOnly) return;
  const gone = join(lab.directory, `${gonePrefix}${lab.machine.self.pid}`);
  lab.update((change) => {
    const staged = lab.meta(pendingTrees);
    if (staged === undefined) return;
    swap(lab.directory, staged, gone);
    change.engine.run('DELETE FROM meta WHERE key = ?', pendingTrees);
    lab.refresh();
  });
  sweep(lab);
}

// Cut off at any point it can be done again: trees that are staged no more are in place already.
function swap(directory: string, staged: string, gone: string): void {
  const folder = treesFolder(directory);
  if (staged !== '' && !existsSync(join(directory, staged))) return;
  removeFolder(gone);
  if (existsSync(folder)) renameSync(folder, gone);
  if (staged !== '') renameSync(join(directory, staged), folder);
}

/**
 * Removes what is no part of the lab any more: trees that are gone, and what processes that died had not finished.
 * Outside the transaction: it may be large, and others wait for the lab.
 */
export function sweep(lab: Lab): void {
  for (const name of readdirSync(lab.directory)) {
    const pid = Number(leftover.exec(name)?.[1] ?? 0);
    const mine = pid === lab.machine.self.pid && name.startsWith(gonePrefix);
    if (pid === 0 || name === lab.meta(pendingTrees)) continue;
    if (mine || (pid !== lab.machine.self.pid && !lab.machine.alive({ pid, birth: '' }))) {
      removeFolder(join(lab.directory, name));
    }
  }
}

// The names under which folders and databases are made before they get their place; each ends in its maker's number.
const leftover = /^\.(?:gone|lab|older|trees)-(\d+)(?:\.db(?:-wal|-shm|-journal)?)?$/;
