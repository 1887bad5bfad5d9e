import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Caller, callCommand } from '../../src/cli/call.ts';
import { processMachine } from '../../src/cli/process-machine.ts';
import { runParlab } from '../../src/commands/lab/parlab.ts';
import { registry } from '../../src/commands/registry.ts';
import type { Example } from '../../src/manual/page.ts';
import { TestLab } from '../support/lab.ts';
import { splitWords } from '../support/words.ts';

/** Types the commands of examples, with what they print as a terminal shows it: both streams, in order. */
export class Session {
  readonly #lab: TestLab;
  #status = 0;

  constructor(world: string) {
    this.#lab = new TestLab(world);
  }

  /** A program of the caller's that a page shows. */
  put(name: string, text: string): void {
    writeFileSync(join(this.#lab.home, name), text, { mode: 0o755 });
  }

  /** @returns the lines of the example, with the output that there is now */
  async replay(example: Example): Promise<string[]> {
    this.#lab.host = example.host;
    const lines: string[] = [];
    for (const command of commandsOf(example.lines)) {
      const output = await this.#type(command);
      lines.push(...command, ...(output === '' ? [] : output.replace(/\n$/, '').split('\n')));
    }
    return lines;
  }

  async #type(command: readonly string[]): Promise<string> {
    const line = command.join(' ').slice(2).replace(/\\ +/g, ' ').replaceAll('$?', String(this.#status));
    const [name = '', ...argv] = splitWords(line);
    if (name === 'echo') return `${argv.join(' ')}\n`;
    if (name === 'cat') return readFileSync(join(this.#lab.home, argv[0] ?? ''), 'utf8');
    let text = '';
    const output = {
      write(more: string) {
        text += more;
      },
    };
    const caller: Caller = {
      stdout: output,
      stderr: output,
      environment: this.#lab.environment(),
      directory: this.#lab.home,
      machine: processMachine,
      signal: new AbortController().signal,
    };
    this.#status = await call(name, argv, caller);
    return text;
  }
}

async function call(name: string, argv: readonly string[], caller: Caller): Promise<number> {
  if (name === 'parlab') return await runParlab(argv, caller);
  const registered = registry[name];
  if (!registered) throw new Error(`examples cannot type ${name}`);
  return await callCommand(name, registered, argv, caller);
}

/** The lines of each command: one, and more after a backslash at the end. */
function commandsOf(lines: readonly string[]): string[][] {
  const commands: string[][] = [];
  let open = false;
  for (const line of lines) {
    if (open) commands.at(-1)?.push(line);
    else if (line.startsWith('$ ')) commands.push([line]);
    else continue;
    open = line.endsWith('\\');
  }
  return commands;
}
