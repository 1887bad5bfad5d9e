import type { Member } from './header.ts';
import { Trouble } from './trouble.ts';

/** Bytes of a block of a file system. */
export const blockLength = 4096;

const zeros = Buffer.alloc(blockLength);

/** Whether a block has nothing in it. */
export function isHole(block: Buffer): boolean {
  return block.equals(block.length === blockLength ? zeros : zeros.subarray(0, block.length));
}

/** What the members of an archive take on disk, against what there is. */
export class Budget {
  readonly #limit: number;
  #used = 0;
  /** Of contents, as they are in the archive. */
  bytes = 0;

  /** @param limit bytes */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @throws Trouble */
  member(member: Member): void {
    // An i-node takes 512 bytes of a file system.
    this.#take(512);
    if (!member.sparse && this.#used + member.size > this.#limit) this.#take(member.size);
  }

  /** @throws Trouble */
  content(member: Member, piece: Buffer): void {
    this.bytes += piece.length;
    if (!member.sparse) {
      this.#take(piece.length);
      return;
    }
    for (let at = 0; at < piece.length; at += blockLength) {
      const block = piece.subarray(at, at + blockLength);
      if (!isHole(block)) this.#take(block.length);
    }
  }

  #take(bytes: number): void {
    this.#used += bytes;
    if (this.#used > this.#limit) throw new Trouble('full', `it needs more than ${this.#limit} bytes`);
  }
}
