import { readFileSync } from 'node:fs';
import type { Machine, Owner } from '../state/machine.ts';

/** This process and this machine. */
export const processMachine: Machine = {
  now: () => Date.now(),
  get self(): Owner {
    return ownerOf(process.pid);
  },
  alive(owner) {
    if (owner.pid === process.pid) return true;
    try {
      process.kill(owner.pid, 0);
    } catch (error) {
      // EPERM: it is there, and somebody else's.
      if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
    }
    const birth = birthOf(owner.pid);
    return birth === undefined || owner.birth === '' || birth === owner.birth;
  },
  sleep(milliseconds, signal) {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener('abort', done, { once: true });
    });
  },
};

/** A process of this machine by its number. */
export function ownerOf(pid: number): Owner {
  return { pid, birth: birthOf(pid) ?? '' };
}

// Linux: start time in clock ticks since boot, field 22 of /proc/PID/stat (fields after the last parenthesis), and the
// boot itself. A zombie does no work any more. Elsewhere the number of the process has to do.
function birthOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return 'gone';
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').slice(0, 8);
    return `${boot}-${fields[19]}`;
  } catch {
    return undefined;
  }
}
