import { backupMessages as messages } from '../../messages/backup.ts';
import { failure } from '../../messages/failure.ts';
import type { ProgramOutput } from '../inside.ts';
import type { Place } from '../place.ts';
import type { Work } from '../work.ts';
import type { ArchiveReport, ArchiveRequest } from './protocol.ts';

/** Where a program beside a place finds what works on archives, and what is lent to it. */
const program = ['/usr/lib/parlab/node', '/usr/lib/parlab/archive.cjs', '/dev/.parlab/script/request'];

/** What the program is lent. */
export interface Lent {
  /** The archive that it reads. */
  readonly input?: number;
  /** Where it writes one. */
  readonly output?: number;
  /** What the archive is called in messages. */
  readonly path: string;
}

/**
 * Has the work on files of a place done from inside it.
 * @param hear gets the reports as they come, those of failures not among them
 * @throws Failure where it could not be done, and what hear throws
 */
export async function workAside(
  work: Work,
  place: Place,
  request: ArchiveRequest,
  lent: Lent,
  hear: (report: ArchiveReport) => void,
): Promise<void> {
  const said = new Reports(hear);
  const nowhere: ProgramOutput = { write() {} };
  const status = await work.inside.runAside(place, {
    words: program,
    input: lent.input ?? 'none',
    stdout: lent.output === undefined ? nowhere : { write() {}, descriptor: lent.output },
    stderr: said,
    signal: work.signal,
    lent: { request: Buffer.from(JSON.stringify(request), 'utf8') },
  });
  if (work.signal.aborted)
    throw failure(messages.interrupted, { signal: String(work.signal.reason ?? 'SIGTERM') });
  if (said.trouble) throw troubleOf(said.trouble, lent.path);
  if (said.error !== undefined) throw said.error;
  if (status !== 0)
    throw failure(messages.failed, { why: said.rest.trim().slice(0, 300) || `status ${status}` });
}

function troubleOf({ what, why }: ArchiveReport & { type: 'trouble' }, path: string): Error {
  switch (what) {
    case 'damaged':
      return failure(messages.damaged, { path, why });
    case 'hostile':
      return failure(messages.hostile, { path, why });
    case 'full':
      return failure(messages.full, { path, why });
    case 'missing':
      return failure(messages.notInArchive, { path, name: why });
    case 'way':
      return failure(messages.inTheWay, { why });
    case 'failed':
      return failure(messages.failed, { why });
  }
}

/** Cuts what the program says into reports. */
class Reports implements ProgramOutput {
  readonly #hear: (report: ArchiveReport) => void;
  #line = '';
  /** What is no report. */
  rest = '';
  trouble: (ArchiveReport & { readonly type: 'trouble' }) | undefined;
  error: unknown;

  constructor(hear: (report: ArchiveReport) => void) {
    this.#hear = hear;
  }

  write(text: string): void {
    const lines = (this.#line + text).split('\n');
    this.#line = lines.pop() ?? '';
    for (const line of lines) this.#read(line);
  }

  #read(line: string): void {
    const report = parse(line);
    if (!report) this.rest = `${this.rest}${line}\n`.slice(0, 2000);
    else if (report.type === 'trouble') this.trouble = report;
    else if (this.error === undefined) {
      try {
        this.#hear(report);
      } catch (error) {
        this.error = error;
      }
    }
  }
}

function parse(line: string): ArchiveReport | undefined {
  try {
    const said = JSON.parse(line) as ArchiveReport | null;
    return typeof said === 'object' && said !== null && typeof said.type === 'string' ? said : undefined;
  } catch {
    return undefined;
  }
}
