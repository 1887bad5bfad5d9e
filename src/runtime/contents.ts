import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { FrozenContents } from '../model/inside.ts';
import { processesIn } from './processes.ts';

/** What the programs in the namespaces that a process outside owns have open, and how much memory they use. */
export function contentsOf(top: number): FrozenContents {
  const folder = `/proc/${top}/root/proc`;
  const pids = processesIn(top).map(({ pid }) => pid);
  const [first] = pids;
  return {
    files: pids.flatMap((pid) => filesOf(folder, pid)),
    ipc: ['msg', 'sem', 'shm'].flatMap((kind) =>
      lines(`${folder}/sysvipc/${kind}`).map((each) => `${kind} ${each}`),
    ),
    sockets:
      first === undefined
        ? []
        : ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
            lines(`${folder}/${first}/net/${kind}`).map((each) => `${kind} ${each}`),
          ),
    memoryKb: pids.reduce((sum, pid) => sum + residentKb(folder, pid), 0),
  };
}

// Below the root of the partition, which is a folder of the scaffold.
function filesOf(folder: string, pid: number): FrozenContents['files'] {
  try {
    return readdirSync(`${folder}/${pid}/fd`).map((descriptor) => ({
      pid,
      descriptor: Number(descriptor),
      name: readlinkSync(`${folder}/${pid}/fd/${descriptor}`).replace(/^\/tree(?=\/|$)/, ''),
    }));
  } catch {
    return [];
  }
}

// The first line has the names of the columns.
function lines(path: string): string[] {
  try {
    return readFileSync(path, 'latin1')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().replace(/\s+/g, ' '));
  } catch {
    return [];
  }
}

function residentKb(folder: string, pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`${folder}/${pid}/status`, 'latin1'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
