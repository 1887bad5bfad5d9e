import { fstatSync, writeSync } from 'node:fs';
import type { Output } from './context.ts';

/** A standard stream, written at once: nothing is lost when the process ends, and output is never cut in a pipe. */
export class ProcessOutput implements Output {
  /** Why output was lost, if it was: `EPIPE` (the reader has gone; nobody misses it), `ENOSPC` ... */
  lost: string | undefined;
  readonly descriptor: 1 | 2;
  readonly columns?: number;

  constructor(descriptor: 1 | 2) {
    this.descriptor = descriptor;
    const stream = descriptor === 1 ? process.env.COLUMNS : undefined;
    if (stream !== undefined && /^\d+$/.test(stream)) this.columns = Number(stream);
  }

  /** A character device; `tty.isatty` would load a module at every start. */
  get terminal(): boolean {
    try {
      return fstatSync(this.descriptor).isCharacterDevice();
    } catch {
      return false;
    }
  }

  write(text: string): void {
    this.writeBytes(Buffer.from(text, 'utf8'));
  }

  writeBytes(bytes: Uint8Array): void {
    if (this.lost !== undefined) return;
    let written = 0;
    while (written < bytes.length) {
      try {
        written += writeSync(this.descriptor, bytes, written, Math.min(bytes.length - written, 65_536));
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? 'EIO';
        if (code !== 'EAGAIN') {
          this.lost = code;
          return;
        }
        // A pipe that somebody set non-blocking is full: wait for its reader.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      }
    }
  }
}
