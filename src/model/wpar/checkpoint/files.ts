import { createHash } from 'node:crypto';
import { formatSpecification } from '../../../format/specification.ts';
import { failure } from '../../../messages/failure.ts';
import { wparMessages as messages } from '../../../messages/wpar.ts';
import type { CheckpointKind } from '../../../state/checkpoints.ts';
import { isoTime } from '../../../state/clock.ts';
import type { WparMount, WparNetwork } from '../../../state/wpars.ts';
import type { Folder } from '../../folder.ts';
import type { FrozenContents, RealProcess } from '../../inside.ts';
import type { Specification } from '../specification.ts';

/**
 * The state files: what seed 1 lists, as JSON, and the ticket with their checksums. Their names are ours, for those of the
 * product were not found. The memory itself is not written: the processes are kept, and the ticket stands for them.
 */

/** What a restart needs to know of the original. */
export interface PartitionState {
  readonly networks: readonly WparNetwork[];
  readonly mounts: readonly WparMount[];
  readonly mounted: readonly MadeMount[];
  readonly initPid: number | null;
  /** Lab seconds. */
  readonly started: number | null;
  readonly treeLaid: boolean;
}

/** A mount that somebody made inside. */
export interface MadeMount {
  readonly directory: string;
  readonly node: string;
  readonly device: string;
  readonly vfs: string;
  readonly options: string;
  readonly time: number;
}

export interface StateToWrite {
  readonly ticket: string;
  readonly kind: CheckpointKind;
  readonly name: string;
  readonly host: string;
  readonly level: string;
  /** Lab seconds. */
  readonly taken: number;
  readonly specification: Specification;
  readonly partition: PartitionState;
  readonly processes: readonly RealProcess[];
  readonly contents: FrozenContents;
}

/** The ticket of a state directory. */
export interface Ticket {
  readonly format: 1;
  readonly ticket: string;
  readonly kind: CheckpointKind;
  readonly name: string;
  readonly host: string;
  readonly level: string;
  readonly taken: string;
  /** SHA-256 of the other files. */
  readonly files: Readonly<Record<string, string>>;
}

const ticketFile = 'ticket.json';
const partitionFile = 'partition.json';

/** Every file that a checkpoint writes. */
export const stateFileNames: readonly string[] = [
  'specification',
  partitionFile,
  'processes.json',
  'ipc.json',
  'files.json',
  'sockets.json',
  'mounts.json',
  'memory.json',
  ticketFile,
];

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Writes the files, the ticket last: without it a directory is no checkpoint. @returns the ticket's digest. @throws Failure */
export function writeState(folder: Folder, state: StateToWrite): string {
  const { contents, partition } = state;
  const texts: Record<string, string> = {
    specification: formatSpecification(state.specification),
    [partitionFile]: json(partition),
    'processes.json': json(state.processes),
    'ipc.json': json(contents.ipc),
    'files.json': json(contents.files),
    'sockets.json': json(contents.sockets),
    'mounts.json': json([...partition.mounts, ...partition.mounted]),
    'memory.json': json({ residentKb: contents.memoryKb }),
  };
  for (const [name, text] of Object.entries(texts)) folder.write(name, text);
  const ticket: Ticket = {
    format: 1,
    ticket: state.ticket,
    kind: state.kind,
    name: state.name,
    host: state.host,
    level: state.level,
    taken: isoTime(state.taken),
    files: Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, digestOf(text)])),
  };
  const text = json(ticket);
  folder.write(ticketFile, text);
  return digestOf(text);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A complete state directory, as its own checksums have it. */
export interface StateRead {
  readonly ticket: Ticket;
  readonly digest: string;
  readonly partition: PartitionState;
  readonly memoryKb: number;
}

/** @throws Failure if it is missing, not complete, or does not fit its checksums */
export function readState(folder: Folder): StateRead {
  const { path } = folder;
  if (folder.names() === undefined) throw failure(messages.stateMissing, { path });
  const text = folder.read(ticketFile);
  if (text === undefined) throw failure(messages.stateIncomplete, { path });
  const ticket = parse<Ticket>(text);
  if (typeof ticket?.files !== 'object' || ticket.files === null || typeof ticket.ticket !== 'string')
    throw failure(messages.stateChanged, { path });
  const texts = new Map<string, string>();
  for (const name of stateFileNames.filter((each) => each !== ticketFile)) {
    const part = folder.read(name);
    if (part === undefined) throw failure(messages.stateIncomplete, { path });
    if (digestOf(part) !== ticket.files[name]) throw failure(messages.stateChanged, { path });
    texts.set(name, part);
  }
  const partition = parse<PartitionState>(texts.get(partitionFile) ?? '');
  const memory = parse<{ residentKb: number }>(texts.get('memory.json') ?? '');
  if (!partition || !memory) throw failure(messages.stateChanged, { path });
  return { ticket, digest: digestOf(text), partition, memoryKb: memory.residentKb };
}

// Nothing of it is believed before its digest is found in the lab (conditions.ts).
function parse<Shape>(text: string): Shape | undefined {
  try {
    return JSON.parse(text) as Shape;
  } catch {
    return undefined;
  }
}
