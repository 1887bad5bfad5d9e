/**
 * What the program that works on the files of a place (src/runtime/archive.ts) is asked, and what it says. It runs inside:
 * the request is lent to it as a file, its reports are lines of JSON on its standard error.
 *
 * Names of files are bytes: in requests and reports each character of a name is one of its bytes (latin1).
 */

/** A file system of the place whose files belong to the work. */
export interface ArchivedMount {
  /** Absolute, as seen in the place. */
  readonly directory: string;
  /** KB; files that need more are refused. Undefined: nobody knows. */
  readonly limit?: number;
  /** What is there stays, as on an NFS server; otherwise the files of the archive replace all. */
  readonly shared?: boolean;
}

/** A file of the control folder. */
export interface ControlFile {
  readonly name: string;
  readonly text: string;
}

/** What is to be counted, or saved. */
export interface Selection {
  readonly mounts: readonly ArchivedMount[];
  /** Directories that are mounted and not saved. */
  readonly without: readonly string[];
  /** Basic regular expressions: names that they fit are left out. */
  readonly exclude: readonly string[];
}

export interface MeasureRequest extends Selection {
  readonly work: 'measure';
}

export interface SaveRequest extends Selection {
  readonly work: 'save';
  readonly control: readonly ControlFile[];
  readonly packed: boolean;
  /** Bytes of a write. */
  readonly cluster: number;
  /** Lab seconds, for the control files. */
  readonly time: number;
  /** Reports each file. */
  readonly verbose: boolean;
}

export interface CheckRequest {
  readonly work: 'check';
  /** Bytes; an archive that holds more is refused. */
  readonly limit: number;
  /** Reports each file. */
  readonly verbose: boolean;
}

export interface RestoreRequest {
  readonly work: 'restore';
  /** The sum that the checked archive had. */
  readonly sum: string;
  readonly mounts: readonly ArchivedMount[];
  readonly without: readonly string[];
}

export interface ExtractRequest {
  readonly work: 'extract';
  readonly sum: string;
  /** Absolute directory of the place. */
  readonly target: string;
  /** Names in the archive, `./etc/motd`; a directory stands for all that is in it. */
  readonly names: readonly string[];
}

export type ArchiveRequest = CheckRequest | ExtractRequest | MeasureRequest | RestoreRequest | SaveRequest;

/** What a member of an archive is. */
export type MemberKind = 'directory' | 'fifo' | 'file' | 'link' | 'symlink';

/** Why a program ends without having done its work. */
export type ArchiveTrouble =
  /** The archive is cut, changed, or no archive. */
  | 'damaged'
  /** It is whole, and holds what no backup holds. */
  | 'hostile'
  /** There is no room for it. */
  | 'full'
  /** None of the wanted names is in it. */
  | 'missing'
  /** A file or directory of the place is in the way. */
  | 'way'
  | 'failed';

export type ArchiveReport =
  /** All files are known: so many members, and bytes of each file system by its directory. */
  | { readonly type: 'listed'; readonly count: number; readonly used: Readonly<Record<string, number>> }
  | { readonly type: 'file'; readonly name: string; readonly size: number; readonly kind: MemberKind }
  /** A file went away, or cannot be read: it is not in the archive. */
  | { readonly type: 'lost'; readonly name: string; readonly why: string }
  | { readonly type: 'control'; readonly name: string; readonly text: string }
  | { readonly type: 'checked'; readonly sum: string; readonly count: number; readonly bytes: number }
  | { readonly type: 'done'; readonly count: number; readonly bytes: number }
  | { readonly type: 'trouble'; readonly what: ArchiveTrouble; readonly why: string };
