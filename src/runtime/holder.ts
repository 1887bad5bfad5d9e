import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Place } from '../model/place.ts';
import { packageRoot } from '../package-root.ts';
import { findHolder, type Holder } from '../state/holders.ts';
import type { Lab } from '../state/lab.ts';
import type { Report } from './keeper.ts';
import { refusal } from './refusal.ts';

/** A keeper that is ready: somebody can come in. */
export interface ReadyHolder extends Holder {
  readonly top: number;
}

/** The keeper of a place, if it has one that is ready. */
export function readyHolder(lab: Lab, { host, wpar }: Place): ReadyHolder | undefined {
  const found = findHolder(lab.engine, host.name, wpar?.id);
  if (!found || found.top === null || !lab.machine.alive(found)) return undefined;
  return { ...found, top: found.top };
}

/** The keeper of a place, started if it has none. @throws Failure where the machine does not allow it */
export async function openHolder(lab: Lab, place: Place): Promise<ReadyHolder> {
  if (process.platform !== 'linux') throw refusal(place);
  const ready = readyHolder(lab, place);
  if (ready) return ready;
  const report = await startKeeper(lab, place);
  if (report?.ready === false) throw refusal(place, report.step);
  // Another one may be on its way.
  for (let tries = 0; tries < 500; tries++) {
    const found = readyHolder(lab, place);
    if (found) return found;
    await lab.machine.sleep(20, new AbortController().signal);
  }
  throw refusal(place, '');
}

// It belongs to nobody: no terminal, no folder, nothing of the caller's environment.
function startKeeper(lab: Lab, { host, wpar }: Place): Promise<Report | undefined> {
  const words = [join(packageRoot, 'bin', 'launch.cjs'), 'keeper', lab.directory, host.name];
  const child = spawn(process.execPath, [...words, ...(wpar ? [wpar.name] : [])], {
    stdio: ['ignore', 'pipe', 'ignore'],
    cwd: '/',
    detached: true,
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', TERM: 'dumb' },
  });
  child.unref();
  return new Promise((resolve, reject) => {
    let said = '';
    const settle = () => {
      child.stdout.destroy();
      try {
        resolve(JSON.parse(said) as Report);
      } catch {
        resolve(undefined);
      }
    };
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => {
      said += text;
      if (said.includes('\n')) settle();
    });
    child.on('error', reject);
    child.on('exit', settle);
  });
}
