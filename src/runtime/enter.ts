import type { ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { openFolder } from '../model/tree/beneath.ts';
import { enterScript } from './enter-script.ts';
import { type Identities, openIdentities } from './identities.ts';
import type { Wanted } from './mounts.ts';
import type { Session } from './session.ts';
import { ended, type Streams, startTool } from './streams.ts';

/** A folder of a laid tree. */
export interface LaidFolder {
  /** Root of the tree. */
  readonly tree: string;
  /** The folder in it; `/` for the whole. */
  readonly base: string;
}

/** A folder of another tree that is at hand. */
export interface HeldFolder extends LaidFolder {
  readonly readOnly: boolean;
}

/** A place to go into. */
export interface Entry extends LaidFolder {
  readonly session: Session;
  /** A folder of another tree that is seen as /opt, read-only. */
  readonly opt: LaidFolder | undefined;
  /** Folders of other trees that the place may mount: found at `/exports/0` and on, out of the tree's sight. */
  readonly exports: readonly HeldFolder[];
  /** Made before anything runs; of a place that is kept, its keeper makes them. */
  readonly mounts: readonly Wanted[];
  readonly hostName: string;
  /** The lines of /bin/sh that its first process runs. */
  readonly init: string;
  /** Number of the first process after it; default 2. */
  readonly firstPid?: number;
}

/** What became of it. */
export type Outcome =
  | { readonly entered: true; readonly status: number }
  /** Nothing ran inside; `step` is where the machine refused. */
  | { readonly entered: false; readonly step: string };

/** All namespaces but that of users, which comes first or last as the case may be. */
export const namespaces: readonly string[] = ['--mount', '--pid', '--fork', '--uts', '--ipc', '--net'];

/** Makes the namespaces and runs the first process in them until it ends. @throws the system's errors of preparing it */
export async function enter(entry: Entry, streams: Streams): Promise<Outcome> {
  const { session } = entry;
  const begun = await begin(entry, streams);
  if (!begun) return { entered: false, step: 'identities' };
  try {
    const status = await ended(begun.child, streams);
    const { step } = session;
    return step === 'entered' ? { entered: true, status } : { entered: false, step };
  } finally {
    begun.close();
  }
}

/** A way in that was begun. */
export interface Begun {
  /** The process that owns the namespaces, outside. At a terminal, the one above it. */
  readonly child: ChildProcess;
  /** Gives back what is needed until it is inside. */
  close(): void;
}

/** Starts to go in. @returns undefined if no user namespace can be made. @throws the system's errors of preparing it */
export async function begin(entry: Entry, streams: Streams): Promise<Begun | undefined> {
  const { session, opt } = entry;
  const held: number[] = [];
  const hold = (descriptor: number) => {
    held.push(descriptor);
    return descriptor;
  };
  session.write('init', entry.init, 0o644);
  session.write('mounts', entry.mounts.map(mountLines).join(''), 0o644);
  session.link('tree', `${entry.tree}${entry.base}`);
  if (opt) session.link('opt', `${opt.tree}${opt.base}`);
  let identities: Identities;
  try {
    identities = await openIdentities();
  } catch {
    return undefined;
  }
  const close = () => {
    for (const descriptor of held.splice(0)) closeSync(descriptor);
    identities.close();
  };
  try {
    const nothing = hold(openSync('/dev/null', 'r'));
    listExports(entry, hold);
    const passed = [
      identities.namespace ?? nothing,
      hold(openFolder(entry.tree, entry.base, 'refuse')),
      opt ? hold(openFolder(opt.tree, opt.base, 'refuse')) : nothing,
    ];
    return { child: startTool(unshareWords(entry, identities.kind), streams, nothing, passed), close };
  } catch (error) {
    close();
    throw error;
  }
}

function mountLines({ directory, source, readOnly }: Wanted): string {
  return `${readOnly ? 'ro' : 'rw'}\n${source}\n${directory}\n`;
}

// The script compares what a name led to with the number of the folder that is held here: nobody can slip in another.
function listExports({ session, exports }: Entry, hold: (descriptor: number) => number): void {
  const lines = exports.map(({ tree, base, readOnly }, number) => {
    const { dev, ino } = fstatSync(hold(openFolder(tree, base, 'make')));
    session.link(`export-${number}`, `${tree}${base}`);
    return `${number} ${dev}:${ino} ${readOnly ? 'ro' : 'rw'}\n`;
  });
  session.write('exports', lines.join(''), 0o644);
}

function unshareWords({ session, hostName, firstPid }: Entry, kind: Identities['kind']): string[] {
  return [
    ...['unshare', '--kill-child'],
    ...(kind === 'own' ? ['--user', '--map-root-user'] : []),
    ...namespaces,
    ...[
      '/bin/sh',
      '-c',
      enterScript,
      session.folder,
      kind,
      hostName,
      process.execPath,
      String(firstPid ?? 2),
    ],
  ];
}
