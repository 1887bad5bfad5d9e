import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, constants, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { toolEnvironment } from './streams.ts';

/** So much of an output is kept; nobody reads more of what a script says to a program. */
const mostKept = 64 * 1024;

/** What is read at once. */
const bytes = Buffer.alloc(64 * 1024);

/** What came through a pipe. */
export interface Heard {
  readonly text: string;
  /** There was more. */
  readonly cut: boolean;
}

/**
 * A named pipe that scripts print into, one after the other. What a script has left running cannot print into what the next one
 * says: then another pipe takes its place.
 */
export class ScriptChannel {
  readonly #folder: string;
  readonly #kind: string;
  #number = 0;
  #name: string;
  #reader: number;
  #parts: Buffer[] = [];
  #length = 0;
  #cut = false;

  /** @param folder where its pipes stand; the first of its kind is there */
  constructor(folder: string, kind: string) {
    this.#folder = folder;
    this.#kind = kind;
    this.#name = firstPipe(kind);
    this.#reader = this.#open();
  }

  /** Name of the pipe to print into now. */
  get name(): string {
    return this.#name;
  }

  /** Reads what is there, so that nobody who prints waits for us. @returns whether there was anything */
  listen(): boolean {
    const length = this.#read();
    if (length > 0) this.#keep(length);
    return length > 0;
  }

  /** What was printed since the last time; the pipe is ready for the next script. */
  take(): Heard {
    const held = this.#drain();
    const heard = { text: Buffer.concat(this.#parts).toString('utf8'), cut: this.#cut };
    if (this.#length > 0) this.#parts = [];
    this.#length = 0;
    this.#cut = false;
    try {
      if (held) this.#replace();
    } catch {
      // The folder has gone, and the whole place with it: nobody prints here any more.
    }
    return heard;
  }

  close(): void {
    if (this.#reader >= 0) closeSync(this.#reader);
    this.#reader = -1;
  }

  #replace(): void {
    if (this.#reader < 0) return;
    this.close();
    this.#number++;
    this.#name = `.${this.#kind}-${this.#number}`;
    const path = join(this.#folder, this.#name);
    execFileSync('mkfifo', ['-m', '666', path], { env: toolEnvironment(), stdio: 'ignore' });
    this.#reader = this.#open();
  }

  #open(): number {
    const path = join(this.#folder, this.#name);
    chmodSync(path, 0o666);
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  }

  #keep(length: number): void {
    const room = mostKept - this.#length;
    if (length > room) this.#cut = true;
    if (room <= 0) return;
    const kept = Buffer.from(bytes.subarray(0, Math.min(length, room)));
    this.#parts.push(kept);
    this.#length += kept.length;
  }

  /**
   * Reads what the script printed last. A pipe that nobody else holds is at its end then; else there is only nothing to read
   * now.
   * @returns whether somebody else still has it
   */
  #drain(): boolean {
    // Bounded: who prints without end is dead by now, and what it has left in the pipe is no more than the pipe holds.
    for (let turn = 0; turn < 1024; turn++) {
      const length = this.#read();
      if (length <= 0) return length < 0;
      this.#keep(length);
    }
    return true;
  }

  /** @returns -1: nothing now; 0: nobody has it open for writing */
  #read(): number {
    try {
      return readSync(this.#reader, bytes);
    } catch {
      return -1;
    }
  }
}

/** The name of the first pipe of a kind. */
export function firstPipe(kind: string): string {
  return `.${kind}-0`;
}
