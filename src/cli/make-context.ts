import { resolve } from 'node:path';
import { quoted } from '../format/quote.ts';
import { Folder } from '../model/folder.ts';
import { refreshTrees } from '../model/host-tree.ts';
import type { Inside } from '../model/inside.ts';
import { placeFolder } from '../model/tree/folder.ts';
import type { Host } from '../state/hosts.ts';
import type { Lab } from '../state/lab.ts';
import type { Wpar } from '../state/wpars.ts';
import type { Context, Output } from './context.ts';
import { callerFiles, placeFiles } from './files.ts';
import { scratchFile } from './large-files.ts';
import { messageText } from './run.ts';

/** What a context is made of. */
export interface Surroundings {
  readonly command: string;
  readonly argv: readonly string[];
  readonly lab: Lab;
  readonly host: Host;
  readonly user: string;
  /** The WPAR that the caller is in. */
  readonly wpar?: Wpar;
  readonly inside: Inside;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  readonly signal: AbortSignal;
  /** True with `parlab on`: every path is the host's. */
  readonly onHost: boolean;
  /** The directory is one of the place's. */
  readonly fromInside?: boolean;
  readonly ask: Context['ask'];
  readonly openInput: Context['openInput'];
  readonly runScript: Context['runScript'];
  /** Default: one calls from outside. */
  readonly callerPid?: Context['callerPid'];
  readonly runOn: Context['runOn'];
  readonly enter: Context['enter'];
  readonly prepareApplication: Context['prepareApplication'];
}

export function makeContext(around: Surroundings): Context {
  const { lab, host, wpar, command } = around;
  const location = wpar ? { host, wpar } : { host };
  lab.actAs({ command: [command, ...around.argv].map(quoted).join(' '), host: host.name, user: around.user });
  lab.onCommit = refreshTrees;
  const insideDirectory = around.fromInside === true ? around.directory : '/';
  const place = { command, release: host.release };
  const report: Context['report'] = (message, values) => {
    const output = message.stream === 'stdout' ? around.stdout : around.stderr;
    output.write(messageText(message, values, place));
  };
  return {
    command,
    lab,
    host,
    wpar,
    place: location,
    inside: around.inside,
    engine: lab.engine,
    user: around.user,
    stdout: around.stdout,
    stderr: around.stderr,
    environment: around.environment,
    directory: around.directory,
    insideDirectory,
    signal: around.signal,
    files: (of) =>
      of === 'host' || around.onHost
        ? placeFiles(lab, location, insideDirectory)
        : callerFiles(around.directory),
    folder: (path) =>
      around.onHost
        ? placeFolder(lab, location, path, insideDirectory)
        : new Folder(path, { at: (each, work) => work(resolve(around.directory, each)) }),
    scratch: () => scratchFile(lab.directory),
    ask: around.ask,
    openInput: around.openInput,
    runScript: around.runScript,
    callerPid: around.callerPid ?? (async () => undefined),
    runOn: around.runOn,
    enter: around.enter,
    ownFiles: !around.onHost,
    prepareApplication: around.prepareApplication,
    report,
    say: report,
  };
}
