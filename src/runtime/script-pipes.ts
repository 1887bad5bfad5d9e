import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { firstPipe, ScriptChannel } from './script-channel.ts';
import { toolEnvironment } from './streams.ts';

/** Where a script prints. */
export interface ScriptPipes {
  readonly out: ScriptChannel;
  readonly err: ScriptChannel;
}

/** So many scripts can begin before we have read what they say. */
const most = 16;

/**
 * The pipes of a session. Scripts take turns with them: who runs ahead prints into others, so that it is always known who
 * has said what.
 */
export class PipePool {
  readonly #folder: string;
  readonly #free: ScriptPipes[] = [];
  readonly #all: ScriptPipes[] = [];
  readonly #ready: Promise<void>;

  /** @param folder as seen outside */
  constructor(folder: string) {
    this.#folder = folder;
    const kinds = Array.from({ length: most }, (_, slot) => kindsOf(slot)).flat();
    this.#ready = new Promise((resolve, reject) => {
      const words = ['-m', '666', ...kinds.map((kind) => join(folder, firstPipe(kind)))];
      execFile('mkfifo', words, { env: toolEnvironment() }, (error) => (error ? reject(error) : resolve()));
    });
    // Whoever waits for them hears of it.
    this.#ready.catch(() => {});
  }

  /** Waits until there are pipes. @throws the system's errors */
  async ready(): Promise<void> {
    await this.#ready;
  }

  /** @returns undefined: all are in use */
  take(): ScriptPipes | undefined {
    const free = this.#free.shift();
    if (free || this.#all.length === most) return free;
    const [out, err] = kindsOf(this.#all.length);
    const made = { out: new ScriptChannel(this.#folder, out), err: new ScriptChannel(this.#folder, err) };
    this.#all.push(made);
    return made;
  }

  giveBack(pipes: ScriptPipes): void {
    this.#free.push(pipes);
  }

  close(): void {
    for (const { out, err } of this.#all) {
      out.close();
      err.close();
    }
  }
}

function kindsOf(slot: number): [string, string] {
  return [`out${slot}`, `err${slot}`];
}
