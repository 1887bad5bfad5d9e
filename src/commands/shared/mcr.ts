import type { Arguments } from '../../cli/arguments.ts';
import type { Context } from '../../cli/context.ts';
import { messageText } from '../../cli/run.ts';
import { type CommandSpec, flag, type OptionSpec, valued } from '../../cli/spec.ts';
import { usageText } from '../../cli/usage.ts';
import { Failure, failure, misuse } from '../../messages/failure.ts';
import { usageMessages } from '../../messages/usage.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import { isoTime } from '../../state/clock.ts';

/** Flags that chkptwpar, restartwpar, resumewpar and killwpar share. */
export const mcrFlags: readonly OptionSpec[] = [
  valued('o', 'logfile', 'Writes a log to this file.', 'recalled', { path: 'caller' }),
  valued('l', 'level', 'With -o: debug writes each step, error only errors. Default: error.', 'recalled'),
  flag('h', 'Prints the usage.', 'recalled'),
];

/** What the contracts of the four have in common. */
export const mcrContract = {
  platform: 'aix',
  evidence: 'recalled',
  operands: { name: 'WparName', minimum: 0, maximum: 1, of: 'wpar' },
  needs: { l: ['o'] },
  user: 'root',
} as const;

/** Where `-d` points. */
export const stateFlag: OptionSpec = valued(
  'd',
  'statefile',
  'The directory of the state files.',
  'recalled',
  {
    path: 'caller',
  },
);

interface McrWork {
  readonly name: string;
  /** Says where the work is: a line of the log file. */
  readonly tell: (step: string) => void;
}

/**
 * Runs one of the four: usage, the log file, the last line.
 * @returns the exit status. @throws Failure
 */
export async function runMcr(
  spec: CommandSpec,
  args: Arguments,
  context: Context,
  work: (call: McrWork) => Promise<void>,
): Promise<number> {
  if (args.has('h')) {
    context.stdout.write(usageText(spec));
    return 0;
  }
  const [name] = args.operands;
  if (name === undefined) throw misuse(usageMessages.missingOperand, { operand: spec.operands.name });
  const log = new StepLog(args, context);
  try {
    await work({ name, tell: (step) => log.step(step) });
    log.step('done');
  } catch (error) {
    log.failed(error);
    throw error;
  } finally {
    log.write();
  }
  context.say(messages.mcrSucceeded, {});
  return 0;
}

/** @throws Failure unless -d is given */
export function requireState(args: Arguments): string {
  const path = args.value('d');
  if (path === undefined || path === '') throw misuse(usageMessages.missingOperand, { operand: '-d' });
  return path;
}

/** The file of `-o`. Written empty first, so that one that cannot be written stops the command before it has begun. */
class StepLog {
  readonly #context: Context;
  readonly #path: string | undefined;
  readonly #debug: boolean;
  #text = '';

  constructor(args: Arguments, context: Context) {
    const level = args.value('l') ?? 'error';
    if (level !== 'debug' && level !== 'error') throw failure(messages.logLevel, { level });
    this.#context = context;
    this.#path = args.value('o');
    this.#debug = level === 'debug';
    this.write();
  }

  step(step: string): void {
    if (this.#debug) this.#line('debug', `${this.#context.command}: ${step}`);
  }

  failed(error: unknown): void {
    if (!(error instanceof Failure)) return;
    const { command, host } = this.#context;
    this.#line(
      'error',
      messageText(error.catalogued, error.values, { command, release: host.release }).trimEnd(),
    );
  }

  write(): void {
    if (this.#path !== undefined) this.#context.files('caller').write(this.#path, this.#text);
  }

  #line(level: string, text: string): void {
    this.#text += `${isoTime(this.#context.lab.now())} ${level}: ${text}\n`;
  }
}
