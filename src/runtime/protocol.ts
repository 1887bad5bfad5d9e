/**
 * What a command inside a partition and its broker say to each other: one JSON text a line. The command knows nothing of
 * the lab; it lends its streams and its terminal.
 */

/** From the command inside. `call` is the first and comes once. */
export type FromCommand =
  | {
      readonly type: 'call';
      readonly name: string;
      readonly argv: readonly string[];
      readonly directory: string;
      /** Its number. */
      readonly pid: number;
      readonly environment: Readonly<Record<string, string>>;
      /** Columns of its standard output, and whether that is a terminal. */
      readonly columns?: number;
      readonly terminal: boolean;
    }
  /** A typed line; null: the end of the input. */
  | { readonly type: 'line'; readonly text: string | null }
  | { readonly type: 'answer'; readonly text: string | null }
  /** The exit status of a program that it was asked to run. */
  | { readonly type: 'ran'; readonly status: number }
  /** It has the name that it was told to take. */
  | { readonly type: 'named' }
  /** It was sent a signal to end. */
  | { readonly type: 'interrupt'; readonly signal: EndingSignal }
  /** Its terminal has another size. */
  | { readonly type: 'resized' };

/** Signals that ask a command to end. */
export type EndingSignal = (typeof endingSignals)[number];
export const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** To the command inside. `end` is the last. */
export type ToCommand =
  | { readonly type: 'out' | 'err'; readonly text: string }
  /** Output of a program, in base64. */
  | { readonly type: 'out-bytes' | 'err-bytes'; readonly bytes: string }
  | { readonly type: 'ask'; readonly question: string; readonly hidden: boolean }
  | { readonly type: 'read' | 'unread' }
  | { readonly type: 'run'; readonly path: string; readonly args: readonly string[] }
  /** It is to take a name that nobody else can give its process: so it shows which one it is. */
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'end'; readonly status: number };

/** Where the broker of a partition is found inside it: by root, and by everybody else. */
export const brokerPaths = { root: '/dev/.parlab/broker', others: '/dev/.parlab/user' } as const;

/** Variables of the caller inside that a command may see. */
export const passedVariables: readonly string[] = [
  'COLUMNS',
  'HOME',
  'LANG',
  'LINES',
  'LOGNAME',
  'ODMDIR',
  'TERM',
  'TZ',
];

/** No line is longer; a command line on Linux is at most 2 MB. */
const longestLine = 4 * 1024 * 1024;

/** Cuts what arrives into lines. */
export class LineReader {
  #rest = '';
  readonly #take: (line: string) => void;

  constructor(take: (line: string) => void) {
    this.#take = take;
  }

  /** @throws RangeError for a line without end */
  add(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    if (this.#rest.length > longestLine) throw new RangeError('a line without end');
    for (const line of lines) this.#take(line);
  }
}
