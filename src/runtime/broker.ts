import { createServer, type Server, type Socket } from 'node:net';
import type { Output, TypedLines } from '../cli/context.ts';
import type { ProgramOutput } from '../model/inside.ts';
import { type FromCommand, LineReader, passedVariables, type ToCommand } from './protocol.ts';
import { readMessage } from './read-call.ts';

/** A call from inside, as the broker hands it on. */
export interface Call {
  readonly name: string;
  readonly argv: readonly string[];
  /** Where in the partition the caller is. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Its number inside, as it says. */
  readonly pid: number;
  readonly stdout: Output & ProgramOutput;
  readonly stderr: Output & ProgramOutput;
  readonly signal: AbortSignal;
  ask(question: string, options: { readonly hidden: boolean }): Promise<string | undefined>;
  openInput(): Promise<TypedLines>;
  /** Runs a program inside, where the caller is. @returns its exit status */
  runScript(path: string, args: readonly string[]): Promise<number>;
  /** Has the process that calls take a name. @returns when it says that it has, or is gone */
  takeName(name: string): Promise<void>;
  /** What is done when its terminal has another size. */
  onResize(work: () => void): void;
}

/** Does the work of a call. @returns the exit status; it does not throw */
export type Answer = (call: Call) => Promise<number>;

/** More at once are refused: somebody inside may open them without end. */
const mostCalls = 128;

/** When so many characters were typed that have not been taken, the others have to wait. */
const mostWaiting = 256 * 1024;

/** Answers the commands of one partition, as long as somebody is in it. */
export class Broker {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #answer: Answer;

  constructor(answer: Answer) {
    this.#answer = answer;
    this.#server = createServer((socket) => this.#serve(socket));
    this.#server.maxConnections = mostCalls;
  }

  /** @param path at most 107 bytes. @throws the system's errors */
  listen(path: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(path, () => resolve());
    });
  }

  /** Ends all calls. */
  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    const conversation = new Conversation(socket, this.#answer);
    socket.setEncoding('utf8');
    const reader = new LineReader((line) => conversation.hear(readMessage(line)));
    socket.on('data', (text: string) => {
      try {
        reader.add(text);
      } catch {
        // No command of ours: nobody is owed an answer.
        socket.destroy();
      }
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      this.#sockets.delete(socket);
      conversation.end();
    });
  }
}

/** One command and its broker. */
class Conversation {
  readonly #socket: Socket;
  readonly #answer: Answer;
  readonly #interruption = new AbortController();
  #called = false;
  #reading = false;
  readonly #lines: (string | undefined)[] = [];
  #waiting = 0;
  #nextLine: ((line: string | undefined) => void) | undefined;
  #answered: ((text: string | undefined) => void) | undefined;
  #ran: ((status: number) => void) | undefined;
  #resized: (() => void) | undefined;
  #named: (() => void) | undefined;

  constructor(socket: Socket, answer: Answer) {
    this.#socket = socket;
    this.#answer = answer;
  }

  /** @throws TypeError for what cannot be said now */
  hear(said: FromCommand): void {
    if (said.type === 'call') {
      if (this.#called) throw new TypeError('a second call');
      this.#called = true;
      void this.#call(said);
    } else if (said.type === 'interrupt') this.#interruption.abort(said.signal);
    else if (said.type === 'line') {
      if (!this.#reading) throw new TypeError('a line that nobody wants');
      this.#typed(said.text ?? undefined);
    } else if (said.type === 'resized') this.#resized?.();
    else if (said.type === 'named') this.#named?.();
    else if (said.type === 'answer') this.#answered?.(said.text ?? undefined);
    else if (said.type === 'ran') this.#ran?.(said.status);
  }

  /** The other side has gone. */
  end(): void {
    this.#interruption.abort('SIGHUP');
    this.#typed(undefined);
    this.#answered?.(undefined);
    this.#ran?.(129);
    this.#named?.();
  }

  async #call(said: FromCommand & { type: 'call' }): Promise<void> {
    const output = (type: 'out' | 'err'): Output & ProgramOutput => ({
      write: (text) => this.#say({ type, text }),
      writeBytes: (bytes) =>
        this.#say({ type: `${type}-bytes`, bytes: Buffer.from(bytes).toString('base64') }),
      full: () => this.#full(),
      terminal: type === 'out' && said.terminal,
      ...(type === 'out' && said.columns !== undefined ? { columns: said.columns } : {}),
    });
    const status = await this.#answer({
      name: said.name,
      argv: said.argv,
      directory: said.directory,
      environment: passed(said.environment),
      pid: said.pid,
      stdout: output('out'),
      stderr: output('err'),
      signal: this.#interruption.signal,
      ask: (question, { hidden }) => this.#ask(question, hidden),
      openInput: async () => this.#input(),
      runScript: (path, args) => this.#run(path, args),
      takeName: (name) => this.#name(name),
      onResize: (work) => {
        this.#resized = work;
      },
    });
    this.#say({ type: 'end', status });
    this.#socket.end();
  }

  #say(message: ToCommand): void {
    if (this.#socket.writable) this.#socket.write(`${JSON.stringify(message)}\n`);
  }

  /** @returns when what was said has been heard; undefined: go on */
  #full(): Promise<void> | undefined {
    const socket = this.#socket;
    if (!socket.writableNeedDrain || socket.destroyed) return undefined;
    return new Promise((resolve) => {
      socket.once('drain', resolve);
      socket.once('close', resolve);
    });
  }

  #ask(question: string, hidden: boolean): Promise<string | undefined> {
    return new Promise((resolve) => {
      this.#answered = resolve;
      this.#say({ type: 'ask', question, hidden });
    });
  }

  #name(name: string): Promise<void> {
    return new Promise((resolve) => {
      this.#named = resolve;
      this.#say({ type: 'name', name });
    });
  }

  #run(path: string, args: readonly string[]): Promise<number> {
    return new Promise((resolve) => {
      this.#ran = resolve;
      this.#say({ type: 'run', path, args });
    });
  }

  #input(): TypedLines {
    this.#reading = true;
    this.#say({ type: 'read' });
    return {
      next: () => {
        if (this.#lines.length > 0) {
          const line = this.#lines.shift();
          this.#waiting -= weight(line);
          this.#socket.resume();
          return Promise.resolve(line);
        }
        return new Promise((resolve) => {
          this.#nextLine = resolve;
        });
      },
      close: () => this.#say({ type: 'unread' }),
    };
  }

  #typed(line: string | undefined): void {
    const waiting = this.#nextLine;
    this.#nextLine = undefined;
    if (waiting) {
      waiting(line);
      return;
    }
    this.#lines.push(line);
    this.#waiting += weight(line);
    if (this.#waiting >= mostWaiting) this.#socket.pause();
  }
}

// An empty line takes room, too.
function weight(line: string | undefined): number {
  return (line?.length ?? 0) + 64;
}

function passed(environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    passedVariables.flatMap((name) => {
      const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
