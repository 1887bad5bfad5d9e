import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Caller, callCommand, callOn } from '../../src/cli/call.ts';
import { chooseHost } from '../../src/cli/choose-host.ts';
import type { TypedLines } from '../../src/cli/context.ts';
import { makeLab } from '../../src/cli/make-lab.ts';
import { processMachine } from '../../src/cli/process-machine.ts';
import { registered } from '../../src/commands/registry.ts';
import type { Inside } from '../../src/model/inside.ts';
import { Lab } from '../../src/state/lab.ts';
import { worldTables } from '../../src/state/schema.ts';
import { findWpar } from '../../src/state/wpars.ts';
import { folderPrefix } from './folder-prefix.ts';

/** What a command did: always all three, so that silence is asserted too. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const folders: string[] = [];

function inputOf(typed: readonly string[] | 'silence'): TypedLines {
  if (typed === 'silence') return { next: () => new Promise(() => {}), close() {} };
  const lines = [...typed];
  return { next: async () => lines.shift(), close() {} };
}

/**
 * The engine gives back what a closed database has held when the event loop turns, which commands in this process do not need
 * by themselves. Without it a worker grows to a gigabyte, and starting a program from there takes 100 ms in place of 10.
 */
async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

/** Removes the folders of the test that is over. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), folderPrefix()));
  folders.push(folder);
  return folder;
}

/**
 * Makes a lab. Building a world takes a hundred times as long as copying it, and thousands of tests want the same few: what one
 * process of the run has built, all copy. A world with a pace of its own has a clock that began when it was built.
 */
function layLab(directory: string, world: string): void {
  const text = world.endsWith('.yaml') ? readFileSync(world, 'utf8') : world;
  const folder = process.env.PARLAB_TEST_WORLDS;
  const database = join(directory, 'lab.db');
  if (folder === undefined || /^pace:/m.test(text)) {
    makeLab(directory, processMachine, world);
    return;
  }
  const kept = join(folder, createHash('sha256').update(text).digest('hex'));
  if (existsSync(kept)) {
    mkdirSync(directory, { mode: 0o700 });
    copyFileSync(kept, database);
    return;
  }
  makeLab(directory, processMachine, world);
  const copy = join(mkdtempSync(join(folder, 'new-')), 'lab.db');
  copyFileSync(database, copy);
  renameSync(copy, kept);
}

/** A lab of its own for one test, and commands called in it in this process. */
export class TestLab {
  readonly directory: string;
  /** The caller's directory, for files. */
  readonly home: string;
  host: string | undefined;
  /** As with `parlab on`: every path is the host's. */
  onHost = false;
  /** The WPAR on that host that one is in. */
  wpar: string | undefined;
  /** Lines of the standard input, until its end; or somebody who types nothing and stays. */
  typed: readonly string[] | 'silence' = [];
  /** What somebody at a terminal answers to questions, in turn; undefined: there is no terminal. */
  answers: string[] | undefined;
  /** The questions that were asked. */
  readonly asked: string[] = [];
  /** Who calls; default the usual user. */
  user: string | undefined;
  /** What is real in partitions; default that of the lab. */
  inside: Inside | undefined;

  /** @param world the name of a shipped world or the path of a world file */
  constructor(world: string, host?: string) {
    const folder = temporaryFolder();
    this.directory = join(folder, 'lab');
    this.home = folder;
    this.host = host;
    layLab(this.directory, world);
  }

  environment(): Record<string, string> {
    return { PARLAB_DIR: this.directory, ...(this.host === undefined ? {} : { PARLAB_HOST: this.host }) };
  }

  /** Calls a documented command as a plain shell would, without a process of its own. */
  async call(name: string, ...argv: string[]): Promise<Outcome> {
    let stdout = '';
    let stderr = '';
    const caller: Caller = {
      stdout: {
        write(text) {
          stdout += text;
        },
      },
      stderr: {
        write(text) {
          stderr += text;
        },
      },
      environment: this.environment(),
      directory: this.home,
      machine: processMachine,
      signal: new AbortController().signal,
      openInput: async () => inputOf(this.typed),
      ask: async (question) => {
        this.asked.push(question);
        return this.answers?.shift();
      },
      ...(this.user === undefined ? {} : { user: this.user }),
      ...(this.inside === undefined ? {} : { inside: this.inside }),
    };
    const found = registered(name);
    if (!found) throw new Error(`no command ${name}`);
    const status =
      this.onHost || this.wpar !== undefined
        ? await this.#callOnHost(name, argv, caller)
        : await callCommand(name, found, argv, caller);
    await turn();
    return { status, stdout, stderr };
  }

  async #callOnHost(name: string, argv: readonly string[], caller: Caller): Promise<number> {
    const found = registered(name);
    if (!found) throw new Error(`no command ${name}`);
    const lab = Lab.open(this.directory, processMachine);
    try {
      const host = chooseHost(lab, found.platform, this.host);
      const wpar = this.wpar === undefined ? undefined : findWpar(lab.engine, host.name, this.wpar);
      const inside = wpar ? { ...caller, wpar, directory: '/', fromInside: true } : caller;
      return await callOn(lab, host, name, found, argv, inside, true);
    } finally {
      lab.close();
    }
  }

  /** Every row of every table: two equal dumps are two equal labs. */
  dump(): Record<string, unknown[]> {
    const lab = Lab.open(this.directory, processMachine);
    try {
      return Object.fromEntries(
        worldTables.map((table) => [table, lab.engine.all(`SELECT * FROM ${table}`)]),
      );
    } finally {
      lab.close();
    }
  }

  /** Puts a WPAR into the middle of an operation of some process. */
  async inProgress(wpar: string, verb: string, pid: number): Promise<void> {
    const lab = Lab.open(this.directory, processMachine);
    lab.update((change) => {
      const row = lab.engine.get<{ id: number; state: string }>(
        'SELECT id, state FROM wpar WHERE name = ?',
        wpar,
      );
      const birth = pid === process.pid ? processMachine.self.birth : 'another-boot';
      lab.engine.run(
        'INSERT INTO operation (wpar, verb, log, pid, birth, before, started) VALUES (?, ?, ?, ?, ?, ?, ?)',
        row?.id ?? 0,
        verb,
        change.log(),
        pid,
        birth,
        row?.state ?? 'D',
        lab.now(),
      );
      lab.engine.run("UPDATE wpar SET state = 'T' WHERE id = ?", row?.id ?? 0);
    });
    lab.close();
  }

  /** A line as one would type it; words are split at blanks, quotes are not understood. */
  async type(line: string): Promise<Outcome> {
    const [name = '', ...argv] = line.split(/\s+/).filter((word) => word !== '');
    return await this.call(name, ...argv);
  }

  /** Types a line that must succeed in silence on stderr. @returns its output */
  async ok(line: string): Promise<string> {
    const outcome = await this.type(line);
    if (outcome.status !== 0 || outcome.stderr !== '') {
      throw new Error(`${line}: status ${outcome.status}\n${outcome.stdout}${outcome.stderr}`);
    }
    return outcome.stdout;
  }
}
