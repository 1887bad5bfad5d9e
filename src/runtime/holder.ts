import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { failure } from '../messages/failure.ts';
import { runtimeMessages } from '../messages/runtime.ts';
import { wparMessages } from '../messages/wpar.ts';
import { type Place, placeName } from '../model/place.ts';
import { settleSyslog } from '../model/syslog/log.ts';
import { isRunning } from '../model/wpar/states.ts';
import { packageRoot } from '../package-root.ts';
import { findHolder, type Holder } from '../state/holders.ts';
import type { Lab } from '../state/lab.ts';
import { findWpar } from '../state/wpars.ts';
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
  // Who goes in may edit the file that the place's syslogd has read when it was started.
  settleSyslog(lab, place);
  const report = await startKeeper(lab, place);
  refuseStopped(lab, place);
  if (report?.ready === false) throw refusal(place, report.step);
  // Another one may be on its way, which this one has left the place to; if not, it was killed.
  if (!report && !comingHolder(lab, place))
    throw failure(runtimeMessages.keeperLost, { place: placeName(place) });
  for (let tries = 0; tries < 500; tries++) {
    const found = readyHolder(lab, place);
    if (found) return found;
    refuseStopped(lab, place);
    await lab.machine.sleep(20, new AbortController().signal);
  }
  throw refusal(place, '');
}

function comingHolder(lab: Lab, { host, wpar }: Place): boolean {
  const found = findHolder(lab.engine, host.name, wpar?.id);
  return found !== undefined && lab.machine.alive(found);
}

// Somebody may stop a WPAR while another one is on the way in: that is no fault of the machine.
function refuseStopped({ engine }: Lab, { host, wpar }: Place): void {
  if (!wpar) return;
  const now = findWpar(engine, host.name, wpar.name);
  if (!now || !isRunning(now.state)) throw failure(wparMessages.notActive, { name: wpar.name });
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
    // Its end is not waited for: only that of what it says keeps this process here.
    child.stdout.on('close', settle);
  });
}
