import { closeSync, constants, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { type Pack, pack } from 'tar-stream';
import { controlFolder } from '../../format/backup-image.ts';
import type { ArchiveReport, MeasureRequest, SaveRequest } from '../../model/backup/protocol.ts';
import { bytesOf } from './bytes.ts';
import { headerOf, type Member } from './header.ts';
import { bytesUsed, type Found, findFiles } from './walk.ts';

type Tell = (report: ArchiveReport) => void;

/** Says how much there is to save. @returns the files */
export function measure(request: MeasureRequest | SaveRequest, tell: Tell): Found[] {
  const files = findFiles(request);
  const used: Record<string, number> = {};
  for (const { directory } of request.mounts) used[directory] = 0;
  for (const each of files) used[each.mount] = (used[each.mount] ?? 0) + bytesUsed(each);
  tell({ type: 'listed', count: files.length, used });
  return files;
}

/** Writes the tar of the files to the standard output. */
export async function save(request: SaveRequest, tell: Tell): Promise<void> {
  const files = measure(request, tell);
  const archive = pack();
  const writing = write(archive, request);
  const filling = fill(archive, files, request, tell).catch((error: Error) => {
    archive.destroy(error);
    throw error;
  });
  const [bytes] = await Promise.all([filling, writing]);
  tell({ type: 'done', ...bytes });
}

async function write(archive: Pack, { packed, cluster }: SaveRequest): Promise<void> {
  const stream = Readable.from(archive);
  const out = packed ? stream.pipe(createGzip({ level: 1 })) : stream;
  // A pipe does not hand on how the source ended.
  if (packed) stream.on('error', (error) => out.destroy(error));
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of out as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    length += chunk.length;
    if (length < cluster) continue;
    const all = Buffer.concat(waiting);
    const whole = length - (length % cluster);
    for (let at = 0; at < whole; at += cluster) writeAll(all.subarray(at, at + cluster));
    waiting = [all.subarray(whole)];
    length -= whole;
  }
  writeAll(Buffer.concat(waiting));
}

function writeAll(bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
}

async function fill(
  archive: Pack,
  files: readonly Found[],
  { control, time, verbose }: SaveRequest,
  tell: Tell,
): Promise<{ readonly count: number; readonly bytes: number }> {
  let bytes = 0;
  for (const { name, text } of control) {
    const content = Buffer.from(text, 'utf8');
    await put(archive, controlMember(`${controlFolder}/${name}`, content.length, time), content);
    bytes += content.length;
    if (verbose) tell({ type: 'file', name: `${controlFolder}/${name}`, size: content.length, kind: 'file' });
  }
  let count = control.length;
  for (const each of files) {
    const member = memberOfFile(each);
    const added =
      each.kind === 'file' ? await putFile(archive, each, member, tell) : await put(archive, member);
    if (!added) continue;
    count++;
    bytes += member.size;
    if (verbose) tell({ type: 'file', name: member.name, size: member.size, kind: member.kind });
  }
  archive.finalize();
  return { count, bytes };
}

function controlMember(name: string, size: number, time: number): Member {
  return {
    name,
    kind: 'file',
    target: '',
    mode: 0o644,
    user: 0,
    group: 0,
    modified: time,
    size,
    sparse: false,
  };
}

function memberOfFile({ name, kind, target, status }: Found): Member {
  const size = kind === 'file' ? Number(status.size) : 0;
  return {
    name,
    kind,
    target,
    mode: Number(status.mode) & 0o7777,
    user: Number(status.uid),
    group: Number(status.gid),
    modified: Number(status.mtimeNs / 1000n) / 1e6,
    size,
    sparse: size > 0 && Number(status.blocks) * 512 < size,
  };
}

function put(archive: Pack, member: Member, content?: Buffer): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const done = (error?: Error | null) => (error ? reject(error) : resolve(true));
    if (content === undefined || content.length === 0) archive.entry(headerOf(member), Buffer.alloc(0), done);
    else archive.entry(headerOf(member), content, done);
  });
}

const pieceLength = 256 * 1024;

async function putFile(archive: Pack, { path, status }: Found, member: Member, tell: Tell): Promise<boolean> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  let descriptor: number;
  try {
    descriptor = openSync(bytesOf(path), flags);
  } catch (error) {
    tell({ type: 'lost', name: member.name, why: (error as NodeJS.ErrnoException).code ?? 'unknown' });
    return false;
  }
  try {
    // Those inside may have put something else there meanwhile.
    const now = fstatSync(descriptor, { bigint: true });
    if (!now.isFile() || now.ino !== status.ino || now.dev !== status.dev) {
      tell({ type: 'lost', name: member.name, why: 'it was replaced' });
      return false;
    }
    if (member.size === 0) return await put(archive, member);
    await copyFile(archive, descriptor, member);
    return true;
  } finally {
    closeSync(descriptor);
  }
}

// A file that shrinks meanwhile is filled up with zeros, one that grows is cut: its size is said already.
function copyFile(archive: Pack, descriptor: number, member: Member): Promise<void> {
  return new Promise((resolve, reject) => {
    const sink = archive.entry(headerOf(member), (error) => (error ? reject(error) : resolve()));
    let left = member.size;
    const go = () => {
      try {
        while (left > 0) {
          const piece = Buffer.alloc(Math.min(pieceLength, left));
          readSync(descriptor, piece, 0, piece.length, member.size - left);
          left -= piece.length;
          if (!sink.write(piece)) {
            sink.once('drain', go);
            return;
          }
        }
        sink.end(null);
      } catch (error) {
        reject(error as Error);
      }
    };
    go();
  });
}
