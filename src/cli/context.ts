import type { Message, Values } from '../messages/define.ts';
import type { NewFile, OpenFile } from '../model/backup/files.ts';
import type { Folder } from '../model/folder.ts';
import type { Place } from '../model/place.ts';
import type { Work } from '../model/work.ts';
import type { PreparedApplication } from '../model/wpar/application.ts';
import type { Engine } from '../state/engine.ts';
import type { Host } from '../state/hosts.ts';
import type { Wpar, WparCommand } from '../state/wpars.ts';
import type { Arguments } from './arguments.ts';
import type { CommandSpec, PathOf } from './spec.ts';

/** Where text goes. */
export interface Output {
  write(text: string): void;
  /** Columns of the terminal, if it is one. */
  readonly columns?: number;
  /** It is a terminal: our own reports may be coloured. */
  readonly terminal?: boolean;
  /** The process's own descriptor where it goes, for programs that are started. */
  readonly descriptor?: number;
  /** Where output is bytes as they are; not inside a host, where it goes as text. */
  writeBytes?(bytes: Uint8Array): void;
}

/** Files as a command may touch them. Every path is absolute or relative to the caller's directory. */
export interface FileAccess {
  /** @returns undefined if there is no such file. @throws Failure if it cannot be read */
  read(path: string): string | undefined;
  /** Writes the whole file or nothing. @throws Failure */
  write(path: string, text: string): void;
  isExecutable(path: string): boolean;
  /** A path from the root, without `..`. */
  absolute(path: string): string;
  /** The first bytes of a file, as text. @returns undefined if there is no such file. @throws Failure */
  head(path: string, length: number): string | undefined;
  /** Opens a plain file; who opens it closes it. @returns undefined if there is none. @throws Failure */
  open(path: string): OpenFile | undefined;
  /** Begins a file, which appears when it is kept; who makes it closes it. @throws Failure */
  make(path: string): NewFile;
  exists(path: string): boolean;
}

/** What somebody types, line by line: on a terminal, or into a pipe. */
export interface TypedLines {
  /** @returns undefined at the end of the input, and when it was closed */
  next(): Promise<string | undefined>;
  close(): void;
}

/** Where the output of a command goes that another one runs. */
export interface Streams {
  readonly stdout: Output;
  readonly stderr: Output;
}

/** Everything a command may touch: it never reaches for the process, the clock, random numbers or files itself. */
export interface Context extends Work {
  /** The name the command was called by. */
  readonly command: string;
  readonly user: string;
  /** The WPAR one is in; undefined in the global environment and on other platforms. */
  readonly wpar: Wpar | undefined;
  /** Where one is: the host, or the WPAR on it. */
  readonly place: Place;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  /** Where one is in the place; at its root, if one calls from outside. */
  readonly insideDirectory: string;
  /** The caller's files or the host's; with `parlab on` both are the host's. */
  files(of: PathOf): FileAccess;
  /** A directory for state files: the caller's; with `parlab on` and from inside, one of the place. */
  folder(path: string): Folder;
  /** A file without a name, for what goes elsewhere when it is whole; who makes it closes it. */
  scratch(): NewFile;
  /** Asks the user something; undefined without a terminal. */
  ask(question: string, options: { readonly hidden: boolean }): Promise<string | undefined>;
  /** Opens the standard input for reading; who opens it closes it. */
  openInput(): Promise<TypedLines>;
  /**
   * The number in the place of the process that calls from inside: it has shown that it is that process.
   * @returns undefined from outside, or if it has not
   */
  callerPid(): Promise<number | undefined>;
  /** Runs a program of the caller's: only what a flag names (`mkwpar -k script`). @returns its exit status */
  runScript(path: string, args: readonly string[]): Promise<number>;
  /**
   * Goes into a WPAR of this host as one of its users: a login shell, or a command there with its own words.
   * @returns the exit status; undefined if it has no such user
   */
  enter(wpar: Wpar, user: string, words: readonly string[]): Promise<number | undefined>;
  /** Programs that are started have the caller's own files, not those of the host. */
  readonly ownFiles: boolean;
  /**
   * Makes the namespaces of an application WPAR, for a program that is connected to the caller's streams: over the caller's own
   * files and with the caller's rights, or over the files of the host for who is there.
   * @throws Failure
   */
  prepareApplication(wpar: Wpar, command: WparCommand): Promise<PreparedApplication>;
  /**
   * Runs a documented command on another host, as if typed there: its output goes where this command's goes, or to other
   * streams.
   * @returns the exit status; undefined if that host has no such command
   */
  runOn(host: Host, words: readonly string[], streams?: Streams): Promise<number | undefined>;
  /** Shorthand for reading. */
  readonly engine: Engine;
  report<Text extends string>(message: Message<Text>, values: Values<Text>): void;
}

export interface Command {
  readonly spec: CommandSpec;
  /** @returns the exit status. @throws Failure, LabTrouble */
  run(args: Arguments, context: Context): number | Promise<number>;
}
