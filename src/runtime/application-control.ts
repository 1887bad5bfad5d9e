import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import type { Duplex } from 'node:stream';

/** No line that is said is longer. */
const longest = 4096;

/** The talk with the first process of an application WPAR, on descriptor 3 of the tool that leads there. */
export class Control {
  /** The first word that is none of these: `ready`, `missing`, `forbidden`; `gone` if it has ended without one. */
  readonly ready: Promise<string>;
  /** When the tool has ended, and all its output is here. */
  readonly ended: Promise<void>;
  /** The process outside that owns the namespaces, where it is not the tool itself. */
  top: number | undefined;
  /** Number of the program inside. */
  pid: number | undefined;
  /** The tool has ended. */
  over = false;
  readonly #child: ChildProcess;
  readonly #status: Promise<number>;
  #tellReady: (word: string) => void = () => {};
  #tellStatus: (status: number) => void = () => {};
  #running = false;

  constructor(child: ChildProcess) {
    this.#child = child;
    this.ready = new Promise((resolve) => {
      this.#tellReady = resolve;
    });
    this.#status = new Promise((resolve) => {
      this.#tellStatus = resolve;
    });
    this.ended = new Promise((resolve) => {
      child.on('error', () => {
        this.#finish(constants.signals.SIGKILL);
        resolve();
      });
      // Whoever ends the namespaces from outside kills what is in them.
      child.on('exit', () => this.#finish(constants.signals.SIGKILL));
      child.on('close', () => resolve());
    });
    const talk = this.#talk;
    let rest = '';
    talk.setEncoding('latin1');
    talk.on('error', () => {});
    talk.on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.#hear(line);
      if (rest.length > longest) talk.destroy();
    });
  }

  /** The program has begun and has not ended. */
  get running(): boolean {
    return this.#running;
  }

  /** Starts the program. @returns its status; 128 and the signal if one ended it */
  start(): Promise<number> {
    this.#running = true;
    this.#talk.write('go\n');
    return this.#status;
  }

  /** Ends the namespaces, and all that runs in them. */
  kill(): void {
    if (this.over) return;
    try {
      if (this.top !== undefined) process.kill(this.top, 'SIGKILL');
    } catch {
      // it has gone by itself
    }
    this.#child.kill('SIGKILL');
  }

  get #talk(): Duplex {
    return this.#child.stdio[3] as Duplex;
  }

  #hear(line: string): void {
    const [word = '', value = ''] = line.split(' ');
    const number = /^\d{1,9}$/.test(value) ? Number(value) : undefined;
    if (word === 'top') this.top ??= number;
    else if (word === 'pid') this.pid ??= number;
    else if (word === 'status') this.#tell((number ?? 1) & 0xff);
    else this.#tellReady(word);
  }

  #tell(status: number): void {
    this.#running = false;
    this.#tellStatus(status);
  }

  #finish(signal: number): void {
    this.over = true;
    this.#tellReady('gone');
    this.#tell(128 + signal);
  }
}
