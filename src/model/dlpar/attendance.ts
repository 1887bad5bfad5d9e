import { fillIn } from '../../messages/define.ts';
import { dlparLogMessages as messages } from '../../messages/dlpar-log.ts';
import { Failure } from '../../messages/failure.ts';
import { scriptRepository } from '../../state/dlpar-scripts.ts';
import { findHost, type Host } from '../../state/hosts.ts';
import { scriptJournal } from '../../state/script-journal.ts';
import type { ScriptSession } from '../inside.ts';
import { processesOn } from '../processes/overview.ts';
import { openSyslog } from '../syslog/log.ts';
import type { Work } from '../work.ts';
import type { Expected } from './course.ts';
import type { Deadline } from './deadline.ts';
import type { Progress } from './event.ts';
import { extensionListeners } from './extensions.ts';
import { type RegisteredScripts, registeredScripts } from './installed.ts';
import { type Journal, journalOf } from './journal.ts';
import type { Listener } from './listener.ts';
import { framesOf } from './memory.ts';
import type { LogLevel } from './output.ts';
import { type ProgramCalls, programListener } from './programs.ts';
import type { Request } from './request.ts';
import { announcedCall, scriptListener } from './script-listener.ts';

/** Everybody in a partition who takes part in a request, and what they share. */
export interface Attendance {
  readonly listeners: readonly Listener[];
  readonly deadline: Deadline;
  readonly journal: Journal;
  /** Frames of the partition as they are now: what scripts have ended pins no memory any more. */
  frames(): Promise<Progress['frames']>;
  /**
   * Tells the partition of scripts that are about to be called one after the other, so that it need not wait for us between
   * them.
   * @param before is called before any of them is, with their names and their number in the partition's journal
   * @returns whether it was told
   */
  announce(expected: Expected, before: (names: readonly string[], batch: number) => void): Promise<boolean>;
  close(): void;
}

/** Lines of drmgr in the syslog of its host (the facility is ours: `*.debug`, as published, takes any). */
function logOf({ lab }: Work, host: Host): (level: LogLevel, text: string) => void {
  const tag = scriptRepository(lab.engine, host.name).syslogId;
  const log = openSyslog(lab, { host });
  return (level, text) => log.write({ facility: 'daemon', level, tag, text });
}

/** Gathers them. Only AIX hosts of the lab have any: of other partitions nothing but their amounts is known. */
export function attend(work: Work, request: Omit<Request, 'transfer'>, deadline: Deadline): Attendance {
  const { partition, event, wishes } = request;
  const { engine } = work.lab;
  const host = partition.host === null ? undefined : findHost(engine, partition.host);
  const aix = host?.platform === 'aix' ? host : undefined;
  const journal = journalOf(aix ? logOf(work, aix) : () => {}, request.tell, wishes.detail);
  let opened: Promise<ScriptSession> | undefined;
  let session: ScriptSession | undefined;
  const open = async (): Promise<ScriptSession> => {
    if (!host) throw new Error(`${partition.name} has no host`);
    opened ??= work.inside.openScripts({ host });
    session = await opened;
    return session;
  };
  const calls = { event, wishes, deadline, journal, signal: work.signal, session: open };
  const { installed, lost } = aix ? registeredScripts(work.lab, aix, event.resource) : noScripts;
  for (const name of lost) journal.said('warning', fillIn(messages.lost.text, { name }));
  const journalPath = scriptJournal(work.lab.directory, partition.id);
  const announce: Attendance['announce'] = async ({ phase, listeners, progress, halts }, before) => {
    const scripts = installed.filter(
      ({ path, idle }) => idle !== true && listeners.some(({ name }) => name === path),
    );
    // One alone is called as it is.
    if (scripts.length < 2) return false;
    const session = await ifPossible(open);
    if (!session?.ahead) return false;
    await session.ahead(
      scripts.map((script) => announcedCall(script, calls, phase, progress)),
      {
        journal: journalPath,
        halts,
        before: (batch) =>
          before(
            scripts.map(({ path }) => path),
            batch,
          ),
      },
    );
    return true;
  };
  return {
    announce,
    listeners: [
      ...installed.map((script) => scriptListener(script, calls)),
      ...(aix ? systemListeners(aix, { ...calls, work, partition }) : []),
    ],
    deadline,
    journal,
    frames: async () => (aix && event.resource === 'mem' ? await framesNow(work, aix) : noFrames),
    close: () => session?.close(),
  };
}

// Where no scripts can run, the first that is called says so.
async function ifPossible(open: () => Promise<ScriptSession>): Promise<ScriptSession | undefined> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

const noScripts: RegisteredScripts = { installed: [], lost: [] };
const noFrames: Progress['frames'] = { free: 0, pinnable: 0, total: 0 };

async function framesNow({ lab, inside, signal, say }: Work, host: Host): Promise<Progress['frames']> {
  return framesOf(lab.engine, host, await processesOn({ lab, inside, signal, say, host }));
}

/** What AIX itself asks beside scripts: handlers of kernel extensions, and programs. */
function systemListeners(host: Host, calls: Omit<ProgramCalls, 'host'>): Listener[] {
  return [...extensionListeners(host.name, calls), programListener({ ...calls, host })];
}
