import { spawnSync } from 'node:child_process';
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  ftruncateSync,
  futimesSync,
  lchownSync,
  linkSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeSync,
} from 'node:fs';
import { type Budget, blockLength, isHole } from './budget.ts';
import { bytesOf } from './bytes.ts';
import { Folders, openFolder, partsOf, within } from './folders.ts';
import type { Member } from './header.ts';
import { Trouble } from './trouble.ts';

/** Puts members below a directory. Directories get their owners, modes and times at the end. */
export class Unpacker {
  readonly #root: number;
  readonly #folders: Folders;
  readonly #others: Folders;
  readonly #directories: Member[] = [];

  /** @param root an open directory, which the caller closes */
  constructor(root: number) {
    this.#root = root;
    this.#folders = new Folders(root);
    this.#others = new Folders(root);
  }

  /** @throws Trouble, the system's errors */
  async put(member: Member, content: AsyncIterable<Buffer>, budget: Budget): Promise<void> {
    const { parts, last } = partsOf(member.name);
    budget.member(member);
    if (member.kind === 'directory') this.#directories.push(member);
    if (last === '') return;
    const parent = this.#folders.open(parts, 'make');
    const path = within(parent, last);
    switch (member.kind) {
      case 'directory':
        return makeFolder(path, parent, last);
      case 'file':
        return await writeFile(path, member, content, budget);
      case 'symlink':
        symlinkSync(bytesOf(member.target), path);
        return finishLink(path, member);
      case 'link': {
        const first = partsOf(member.target);
        return linkSync(within(this.#others.open(first.parts, 'refuse'), first.last), path);
      }
      case 'fifo':
        makeFifo(parent, last);
        return finish(
          openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW),
          member,
        );
    }
  }

  /** What was put is complete: gives directories what they have, the innermost first. @param root where they are now */
  finish(root = this.#root): void {
    this.close();
    const folders = new Folders(root);
    try {
      for (const member of [...this.#directories].sort((a, b) => (a.name < b.name ? 1 : -1))) {
        const { parts, last } = partsOf(member.name);
        const parent = folders.open(parts, 'refuse');
        finish(openFolder(parent, last === '' ? '.' : last), member);
      }
    } finally {
      folders.close();
    }
  }

  close(): void {
    this.#folders.close();
    this.#others.close();
  }
}

function makeFolder(path: Buffer, parent: number, name: string): void {
  try {
    mkdirSync(path, 0o700);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    // Mounted, or made for what is in it.
    closeSync(new Folders(parent).open([name], 'refuse'));
  }
}

const newFile = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

async function writeFile(
  path: Buffer,
  member: Member,
  content: AsyncIterable<Buffer>,
  budget: Budget,
): Promise<void> {
  const descriptor = openSync(path, newFile, 0o600);
  let done = false;
  try {
    let at = 0;
    for await (const piece of content) {
      budget.content(member, piece);
      writePiece(descriptor, piece, at, member.sparse);
      at += piece.length;
    }
    if (at !== member.size) throw new Trouble('damaged', 'a file is not as long as it says');
    if (member.sparse) ftruncateSync(descriptor, member.size);
    done = true;
  } finally {
    if (!done) closeSync(descriptor);
  }
  finish(descriptor, member);
}

function writePiece(descriptor: number, piece: Buffer, position: number, sparse: boolean): void {
  // Pieces come as they come; holes are whole blocks of the file.
  const step = (at: number) => (sparse ? blockLength - ((position + at) % blockLength) : piece.length);
  for (let at = 0; at < piece.length; at += step(at)) {
    const block = piece.subarray(at, at + step(at));
    if (sparse && isHole(block)) continue;
    for (let written = 0; written < block.length; )
      written += writeSync(descriptor, block, written, block.length - written, position + at + written);
  }
}

// Node cannot make one. The name may be one that cannot be an argument.
function makeFifo(parent: number, name: string): void {
  const plain = `.fifo.${process.pid}`;
  const made = spawnSync('mkfifo', ['-m', '600', plain], { cwd: `/proc/self/fd/${parent}`, stdio: 'ignore' });
  if (made.status !== 0) throw new Trouble('failed', 'mkfifo failed');
  if (lstatSync(within(parent, name), { throwIfNoEntry: false })) throw new Trouble('way', 'a name is taken');
  renameSync(within(parent, plain), within(parent, name));
}

/** Owner, mode and time; closes the file. */
function finish(descriptor: number, member: Member): void {
  try {
    if (knows(member)) fchownSync(descriptor, member.user, member.group);
    fchmodSync(descriptor, member.mode);
    futimesSync(descriptor, member.modified, member.modified);
  } finally {
    closeSync(descriptor);
  }
}

function finishLink(path: Buffer, member: Member): void {
  if (knows(member)) lchownSync(path, member.user, member.group);
  lutimesSync(path, member.modified, member.modified);
}

// Run by an ordinary user, a place has one user: then all belongs to that one.
function knows({ user, group }: Member): boolean {
  ids ??= { users: idsIn('uid_map'), groups: idsIn('gid_map') };
  return user < ids.users && group < ids.groups;
}

let ids: { readonly users: number; readonly groups: number } | undefined;

function idsIn(map: string): number {
  const [line = ''] = readFileSync(`/proc/self/${map}`, 'latin1').split('\n');
  const [first = 1, , count = 0] = line.trim().split(/\s+/).map(Number);
  return first === 0 ? count : 0;
}
