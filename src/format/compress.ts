/**
 * The files of compress, `NAME.Z`: LZW with codes of 9 to 16 bits, which uncompress, zcat and gzip -d read. The table is never
 * emptied: once it is full, it stays.
 */

const firstBits = 9;
const mostBits = 16;
/** 256 would empty the table. */
const firstCode = 257;

/** @returns the compressed bytes, header included */
export function compress(bytes: Uint8Array): Buffer {
  const out = new Codes(bytes.length);
  // Block mode, and the most bits.
  const header = Buffer.from([0x1f, 0x9d, 0x80 | mostBits]);
  let prefix = bytes[0];
  if (prefix === undefined) return header;
  const table = new Map<number, number>();
  let next = firstCode;
  for (let at = 1; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const key = prefix * 256 + byte;
    const known = table.get(key);
    if (known !== undefined) {
      prefix = known;
      continue;
    }
    out.write(prefix, next);
    if (next < 1 << mostBits) table.set(key, next++);
    prefix = byte;
  }
  out.write(prefix, next);
  return Buffer.concat([header, out.end()]);
}

class Codes {
  #bytes: Buffer;
  #length = 0;
  #bits = firstBits;
  #pending = 0;
  #pendingBits = 0;
  /** Codes of the present width. */
  #count = 0;

  constructor(length: number) {
    this.#bytes = Buffer.alloc(length * 2 + 64);
  }

  /** @param next the code that the table would give away now: when it needs more bits, all codes after this one do */
  write(code: number, next: number): void {
    this.#pending |= code << this.#pendingBits;
    this.#pendingBits += this.#bits;
    this.#count++;
    while (this.#pendingBits >= 8) this.#byte();
    const most = this.#bits === mostBits ? 1 << mostBits : (1 << this.#bits) - 1;
    if (next > most) this.#widen();
  }

  // Codes of one width are written in groups of eight; the last group is filled up.
  #widen(): void {
    while (this.#count % 8 !== 0) {
      this.#pendingBits += this.#bits;
      this.#count++;
      while (this.#pendingBits >= 8) this.#byte();
    }
    this.#bits++;
    this.#count = 0;
  }

  #byte(): void {
    this.#bytes[this.#length++] = this.#pending & 0xff;
    this.#pending >>>= 8;
    this.#pendingBits -= 8;
  }

  end(): Buffer {
    if (this.#pendingBits > 0) this.#byte();
    return this.#bytes.subarray(0, this.#length);
  }
}
