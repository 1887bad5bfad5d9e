import { createHash } from 'node:crypto';
import { createReadStream, fstatSync, readSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { endLength, type ImageFacts, longestHead, readEnd, readHead } from '../../format/backup-image.ts';
import { asTrouble, Trouble } from './trouble.ts';

/** The archive on the standard input, a plain file. */
export interface Source {
  readonly facts: ImageFacts;
  /** Its sum, which is right. */
  readonly sum: string;
  /** Where the tar begins and ends. */
  readonly begin: number;
  readonly end: number;
}

/** Reads the whole archive and compares its sum: what was cut or changed goes no further. @throws Trouble */
export function openSource(): Source {
  const status = fstatSync(0);
  if (!status.isFile()) throw new Trouble('failed', 'it is no plain file');
  const end = status.size - endLength;
  const head = readHead(read(0, Math.min(longestHead, Math.max(0, end))).toString('latin1'));
  if (!head) throw new Trouble('damaged', 'its beginning is not that of a backup');
  const said = readEnd(read(end, endLength).toString('latin1'));
  if (said === undefined) throw new Trouble('damaged', 'its end is missing: it was cut');
  const hash = createHash('sha256');
  for (let at = 0; at < end; ) {
    const piece = read(at, Math.min(pieceLength, end - at));
    if (piece.length === 0) throw new Trouble('damaged', 'it became shorter while it was read');
    hash.update(piece);
    at += piece.length;
  }
  if (hash.digest('hex') !== said) throw new Trouble('damaged', 'its sum is wrong: it was changed');
  return { facts: head.facts, sum: said, begin: head.length, end };
}

const pieceLength = 1024 * 1024;

function read(position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(0, bytes, 0, length, position));
}

/** A member as it comes; its content must be read before the next one comes. */
export interface Incoming {
  readonly header: Header;
  readonly content: AsyncIterable<Buffer>;
}

/** The members of the tar. @throws Trouble */
export async function* membersOf({ facts, begin, end }: Source): AsyncGenerator<Incoming> {
  if (end <= begin) throw new Trouble('damaged', 'there is no tar in it');
  const bytes = createReadStream('', { fd: 0, start: begin, end: end - 1, autoClose: false });
  const plain = facts.packed ? bytes.pipe(createGunzip()) : bytes;
  const members = extract();
  const feeding = feed(plain as AsyncIterable<Buffer>, members);
  try {
    for await (const each of members) {
      yield { header: each.header, content: each as AsyncIterable<Buffer> };
    }
    await feeding;
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble('damaged', asTrouble(error).message);
  } finally {
    members.destroy();
  }
}

// Who reads may stop early: then nobody waits for it to take more.
async function feed(plain: AsyncIterable<Buffer>, members: ReturnType<typeof extract>): Promise<void> {
  try {
    for await (const piece of plain) {
      if (members.destroyed) return;
      if (members.write(piece)) continue;
      await new Promise<void>((resolve) => {
        const go = () => {
          members.off('drain', go);
          members.off('close', go);
          resolve();
        };
        members.on('drain', go);
        members.on('close', go);
      });
    }
    members.end(null);
  } catch (error) {
    members.destroy(error as Error);
  }
}
