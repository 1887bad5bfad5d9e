import { failure } from '../../messages/failure.ts';
import { progress } from '../../messages/progress.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Change } from '../../state/change.ts';
import { hostDetails } from '../../state/hosts.ts';
import { setNetworks, updateWpar } from '../../state/wpar-writes.ts';
import { devicesOf, mountsOf, networksOf, type Wpar, type WparDetails } from '../../state/wpars.ts';
import { logStart } from '../processes/error-log.ts';
import { featuresOf } from '../release.ts';
import { forgetMountsOfWpar } from '../storage/forget.ts';
import { settleSyslog } from '../syslog/log.ts';
import { isLaid } from '../tree/files.ts';
import type { Work } from '../work.ts';
import { type ExportRule, isExportable } from './devices.ts';
import { seconds } from './durations.ts';
import { isOtherVersion } from './level.ts';
import { lock, markStale, refuseBusy, release, requireState, requireWpar } from './lock.ts';
import { checkExport } from './mounts.ts';
import { addressUser, resolveNetworks } from './networks.ts';
import { tellsStatus } from './outcome.ts';
import { globalPath } from './paths.ts';

export interface StartOptions {
  readonly verbose: boolean;
  /** `-a`: resolve conflicts of host name and network. */
  readonly automatic: boolean;
  /** `-m`: stop at Maintenance, `-1`: stop at Loaded, `-2`: go on from Loaded. */
  readonly extent: 'full' | 'load' | 'maintenance' | 'spawn';
  readonly exportRules: (wpar: Wpar) => readonly ExportRule[];
}

/**
 * Mounts the file systems, loads the WPAR into the kernel, brings up its network alias and resource class, exports
 * devices, starts its init through the SRC and verifies (startwpar page, seed 3 listings 3 and 4).
 * @throws Failure; before the first line is printed nothing has changed
 */
export async function startWpar(work: Work, name: string, options: StartOptions): Promise<void> {
  const { lab, host } = work;
  const { wpar, began } = lab.update((change) => ({
    wpar: claim(change, work, name, options),
    began: lab.now(),
  }));
  if (featuresOf(host.release).prefixedProgress) work.say(progress.commandStart, { name });
  work.say(progress.starting, { name });
  if (options.extent !== 'spawn') await mountAndLoad(work, wpar, options.verbose);
  if (work.signal.aborted) return abandon(work, wpar);
  const pid = options.extent === 'full' || options.extent === 'spawn' ? await spawn(work, wpar) : undefined;
  if (work.signal.aborted) return abandon(work, wpar);
  finish(work, wpar, { ...options, pid, began });
  await work.inside.remount({ host: work.host });
  if (tellsStatus(work, options.verbose)) work.say(progress.success, {});
}

function claim(change: Change, work: Work, name: string, options: StartOptions): Wpar {
  const wpar = requireWpar(change.engine, work.host.name, name);
  refuseBusy(change, wpar);
  if (wpar.state === 'A') throw failure(messages.alreadyActive, { name });
  requireState(wpar, options.extent === 'spawn' ? ['L'] : ['D']);
  // Nothing is shown as Active that does not run.
  if ((JSON.parse(wpar.details) as WparDetails).command) throw failure(messages.startsNowhere, { name });
  checkStart(change, work, wpar, options);
  lock(change, wpar, 'startwpar');
  // Whatever of it was mounted by hand is mounted by the start now.
  forgetMountsOfWpar(change, wpar);
  return wpar;
}

/** What must hold before a WPAR comes to life on a host. @throws Failure */
export function checkStart(
  change: Change,
  work: Pick<Work, 'host'>,
  wpar: Wpar,
  options: Pick<StartOptions, 'automatic' | 'exportRules'>,
): void {
  checkLevel(wpar, work);
  checkMounts(change, wpar);
  checkDevices(change, wpar, options.exportRules(wpar));
  settleNetworks(change, wpar, options.automatic);
}

// A versioned WPAR carries its own AIX; any other has the level of the host it was made on.
function checkLevel(wpar: Wpar, work: Pick<Work, 'host'>): void {
  if (isOtherVersion(work.host, wpar)) throw failure(messages.osLevel, {});
  if (wpar.ostype === 0) return;
  const fileset = wpar.ostype === 1 ? 'vwpar.images.52' : 'vwpar.images.53';
  if (!hostDetails(work.host).software.includes(fileset)) throw failure(messages.osLevel, {});
}

function checkMounts(change: Change, wpar: Wpar): void {
  for (const mount of mountsOf(change.engine, wpar.id)) {
    if (mount.vfs === 'nfs') checkExport(change.engine, mount.node, mount.device, [wpar.host, wpar.hostname]);
  }
}

// A storage device may be allocated to several WPARs; the one that starts first gets it (reference wpar-define 2.4.4).
function checkDevices(change: Change, wpar: Wpar, rules: readonly ExportRule[]): void {
  for (const device of devicesOf(change.engine, wpar.id)) {
    if (!isExportable(rules, device.name)) {
      throw failure(messages.deviceNotExportable, { device: device.name, file: wpar.devices });
    }
    const other = deviceHolder(change, wpar, device.name);
    if (other !== undefined) throw failure(messages.deviceExported, { device: device.name, other });
  }
}

/** The running WPAR that a storage device is exported to, if it is another one. Pseudo devices are everybody's. */
export function deviceHolder(change: Change, wpar: Wpar, device: string): string | undefined {
  if (device.startsWith('/dev/')) return undefined;
  return change.engine.get<{ name: string }>(
    `SELECT w.name FROM wpar_device d JOIN wpar w ON w.id = d.wpar
     WHERE d.name = ? AND w.host = ? AND w.id <> ? AND w.state NOT IN ('D', 'B')`,
    device,
    wpar.host,
    wpar.id,
  )?.name;
}

// An address may have been given away since the WPAR was defined, or be up on another host after a relocation.
function settleNetworks(change: Change, wpar: Wpar, automatic: boolean): void {
  const networks = networksOf(change.engine, wpar.id);
  const user = { host: wpar.host, name: wpar.name, wpar: wpar.id, twin: false };
  for (const { network, address } of networks) {
    const holder = addressUser(change.engine, network, address, {
      ...user,
      twin: !twinRuns(change, wpar, address),
    });
    if (holder === undefined) continue;
    if (!automatic) throw failure(messages.addressTaken, { address, user: holder });
    const stanzas = networks.map((each) => ({
      interface: each.interface,
      ...(each.broadcast === ''
        ? { address6: each.address, prefixlen: each.mask }
        : { address: each.address, netmask: each.mask, broadcast: each.broadcast }),
    }));
    setNetworks(change.engine, wpar.id, resolveNetworks(change.engine, stanzas, { ...user, automatic }));
    return;
  }
}

function twinRuns(change: Change, wpar: Wpar, address: string): boolean {
  const twin = change.engine.get(
    `SELECT 1 FROM wpar_network n JOIN wpar w ON w.id = n.wpar
     WHERE n.address = ? AND w.name = ? AND w.host <> ? AND w.state NOT IN ('D', 'B', 'P')`,
    address,
    wpar.name,
    wpar.host,
  );
  return twin !== undefined;
}

async function mountAndLoad(work: Work, wpar: Wpar, verbose: boolean): Promise<void> {
  work.say(progress.mounting, {});
  if (verbose) {
    for (const mount of mountsOf(work.lab.engine, wpar.id)) {
      work.say(progress.mountingOne, { path: globalPath(wpar, mount.directory) });
    }
  }
  await work.lab.pass(seconds.mount, work.signal);
  if (work.signal.aborted) return;
  work.say(progress.loading, {});
  await work.lab.pass(seconds.load, work.signal);
}

async function spawn(work: Work, wpar: Wpar): Promise<number> {
  // An application WPAR has no init and no subsystem: seed 3, listing 12 ends with the loading line.
  if (wpar.type === 'A') return work.lab.update((change) => nextPid(change, work, wpar));
  const subsystem = `cor_${wpar.name}`;
  work.say(progress.devices, {});
  // Kernel extensions came with 7.1 (reference wpar-define 2.4.7).
  if (!featuresOf(work.host.release).prefixedProgress) work.say(progress.kexts, {});
  work.say(progress.subsystem, { subsystem });
  const pid = work.lab.update((change) => {
    const pid = nextPid(change, work, wpar);
    updateWpar(change.engine, wpar.id, { init_pid: pid });
    return pid;
  });
  work.say(progress.subsystemStarted, { subsystem, pid });
  work.say(progress.verifying, {});
  await work.lab.pass(seconds.verify, work.signal);
  return pid;
}

/** Whether a WPAR of the host has this process id for its init. */
function pidInUse(change: Change, host: string, pid: number): boolean {
  return change.engine.get('SELECT 1 FROM wpar WHERE host = ? AND init_pid = ?', host, pid) !== undefined;
}

/** The process id of an init that comes from another host: it keeps the one it has, if that is free. */
export function arrivingPid(change: Change, work: Work, wpar: Wpar, pid: number | null): number {
  return pid !== null && !pidInUse(change, work.host.name, pid) ? pid : nextPid(change, work, wpar);
}

/** Process ids that the world names come first (a world that replays a listing has the listing's), then seeded ones. */
function nextPid(change: Change, work: Work, wpar: Wpar): number {
  const inUse = (pid: number) => pidInUse(change, work.host.name, pid);
  const { initPid } = JSON.parse(wpar.details) as WparDetails;
  if (initPid !== undefined && change.next(`start.${wpar.id}`) === 0 && !inUse(initPid)) return initPid;
  const { pids } = hostDetails(work.host);
  const used = Number(change.lab.meta(`next.pids.${work.host.name}`) ?? 0);
  const named = pids[used];
  if (named !== undefined) {
    change.setMeta(`next.pids.${work.host.name}`, String(used + 1));
    if (!inUse(named)) return named;
  }
  let pid = change.pid();
  while (inUse(pid)) pid = change.pid();
  return pid;
}

interface Started extends StartOptions {
  readonly pid: number | undefined;
  /** Lab seconds at which the start was asked for: seed 3 has init's, and what comes after it, reckoned from there. */
  readonly began: number;
}

function finish(work: Work, wpar: Wpar, { pid, began, extent }: Started): void {
  const ends = { full: 'A', spawn: 'A', load: 'L', maintenance: 'N' } as const;
  work.lab.update((change) => {
    const current = requireWpar(change.engine, wpar.host, wpar.name);
    const columns = { started: began, ...(pid === undefined ? {} : { init_pid: pid }) };
    release(change, current, ends[extent], { columns });
    if (ends[extent] === 'A' && wpar.type === 'S') logStart(change, wpar, began);
    markStale(change, work.host, wpar.name);
  });
  // Nobody has edited a file of a tree that is not there.
  const place = { host: work.host, wpar };
  if (ends[extent] === 'A' && wpar.type === 'S' && isLaid(place)) settleSyslog(work.lab, place);
}

// Interrupted: what was mounted and loaded is undone, the WPAR goes back to where it was.
function abandon(work: Work, wpar: Wpar): never {
  work.lab.update((change) => {
    const current = requireWpar(change.engine, wpar.host, wpar.name);
    release(change, current, wpar.state, {
      columns: { init_pid: wpar.init_pid },
      why: 'start interrupted and undone',
      status: 1,
    });
  });
  throw failure(messages.signalled, { signal: String(work.signal.reason ?? 'SIGTERM') });
}
