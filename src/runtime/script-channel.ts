import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, constants, openSync, readSync } from 'node:fs';
import { Socket } from 'node:net';
import { toolEnvironment } from './streams.ts';

/** So much of an output is kept; nobody reads more of what a script says to a program. */
const mostKept = 64 * 1024;

/** What came through a pipe. */
export interface Heard {
  readonly text: string;
  /** There was more. */
  readonly cut: boolean;
}

/**
 * A named pipe that scripts print into, one after the other. It is always read, so that nobody waits for us; and what a
 * script has left running cannot print into what the next one says: then another pipe takes its place.
 */
export class ScriptChannel {
  readonly #path: (number: number) => string;
  #number = 0;
  #reader = -1;
  #writer = -1;
  #socket: Socket | undefined;
  #parts: Buffer[] = [];
  #length = 0;
  #cut = false;

  /** @param path where its n-th pipe stands */
  constructor(path: (number: number) => string) {
    this.#path = path;
    this.#open();
  }

  /** Name of the pipe to print into now. */
  get number(): number {
    return this.#number;
  }

  /** What was printed since the last time; the pipe is ready for the next script. */
  take(): Heard {
    // What the script printed last may still be on the way.
    this.#drain();
    const heard = { text: Buffer.concat(this.#parts).toString('utf8'), cut: this.#cut };
    this.#parts = [];
    this.#length = 0;
    this.#cut = false;
    try {
      this.#makeReady();
    } catch {
      // The folder has gone, and the whole place with it: nobody prints here any more.
      this.#close();
    }
    return heard;
  }

  close(): void {
    this.#close();
  }

  #makeReady(): void {
    if (this.#writer < 0 || !this.#isHeldByOthers()) return;
    this.#close();
    this.#number++;
    this.#open();
  }

  #open(): void {
    const path = this.#path(this.#number);
    execFileSync('mkfifo', ['-m', '666', path], { env: toolEnvironment(), stdio: 'ignore' });
    chmodSync(path, 0o666);
    this.#reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    // Without a writer of our own there would be an end after each script.
    this.#writer = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
    this.#socket = new Socket({ fd: this.#reader, readable: true, writable: false });
    this.#socket.on('data', (bytes: Buffer) => this.#keep(bytes));
    this.#socket.on('error', () => {});
  }

  #close(): void {
    this.#socket?.destroy();
    if (this.#writer >= 0) closeSync(this.#writer);
    this.#writer = -1;
  }

  #keep(bytes: Buffer): void {
    const room = mostKept - this.#length;
    if (bytes.length > room) this.#cut = true;
    if (room <= 0) return;
    const kept = Buffer.from(bytes.subarray(0, room));
    this.#parts.push(kept);
    this.#length += kept.length;
  }

  #drain(): void {
    const bytes = Buffer.alloc(16 * 1024);
    // Bounded: who prints without end is dead by now, and what it has left in the pipe is no more than the pipe holds.
    for (let turn = 0; turn < 1024; turn++) {
      const length = this.#read(bytes);
      if (length <= 0) return;
      this.#keep(bytes.subarray(0, length));
    }
  }

  // Without our own writer a pipe that nobody else holds is at its end; else there is only nothing to read now.
  #isHeldByOthers(): boolean {
    closeSync(this.#writer);
    this.#writer = -1;
    const held = this.#read(Buffer.alloc(1)) !== 0;
    this.#writer = openSync(this.#path(this.#number), constants.O_WRONLY | constants.O_NONBLOCK);
    return held;
  }

  /** @returns -1: nothing now; 0: nobody has it open for writing */
  #read(bytes: Buffer): number {
    try {
      return readSync(this.#reader, bytes);
    } catch {
      return -1;
    }
  }
}
