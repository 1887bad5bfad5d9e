import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Change } from '../../state/change.ts';
import { type Host, hostDetails } from '../../state/hosts.ts';
import { setMounts } from '../../state/wpar-writes.ts';
import { devicesOf, mountsOf, type Wpar, type WparMount } from '../../state/wpars.ts';
import { mountDirectory, parseSize, resolveMounts } from './mounts.ts';
import { checkRootvgRoom, rootvgDevice } from './rootvg.ts';
import type { Stanza } from './specification.ts';
import { isRunning } from './states.ts';
import { createLogicalVolumes, extendLogicalVolume, removeLogicalVolume } from './storage.ts';

/**
 * `chwpar -M`: a directory that the WPAR has is resized or gets other options, another one is added.
 * @throws Failure
 */
export function changeMounts(change: Change, host: Host, wpar: Wpar, stanzas: readonly Stanza[]): string {
  const given = new Set<string>();
  for (const stanza of stanzas) {
    const directory = mountDirectory(stanza);
    if (given.has(directory)) throw failure(messages.mountTwice, { directory });
    given.add(directory);
    const mounts = mountsOf(change.engine, wpar.id);
    const current = mounts.find((mount) => mount.directory === directory);
    const changed = current
      ? alter(change, wpar, current, stanza)
      : add(change, host, wpar, { ...stanza, directory }, directory);
    setMounts(change.engine, wpar.id, [...mounts.filter((mount) => mount !== current), changed]);
  }
  return `file systems ${stanzas.map((stanza) => stanza.directory).join(' ')}`;
}

function add(change: Change, host: Host, wpar: Wpar, stanza: Stanza, directory: string): WparMount {
  const ownRootvg = wpar.rootvg === 1;
  const [planned] = resolveMounts(change.engine, [stanza], {
    host: wpar.host,
    hostname: wpar.hostname,
    privateUsr: wpar.private_usr === 1,
    defaultSize: host.file_system_kb,
    detachedSizes: {},
    volumeGroup: ownRootvg ? '' : wpar.volume_group,
    log: hostDetails(host).log,
  }).filter((mount) => mount.directory === directory);
  if (!planned) throw new Error(`no mount was planned for ${directory}`);
  if (planned.size_kb === null) return planned;
  // Application WPARs share the global name space: local file systems are not theirs (wparexec -M).
  if (wpar.type === 'A')
    throw failure(messages.notApplication, { name: wpar.name, what: 'a local file system' });
  if (!ownRootvg) return createLogicalVolumes(change.engine, wpar.host, [planned])[0] ?? planned;
  checkRootvgRoom(change.engine, wpar, devicesOf(change.engine, wpar.id), [
    ...mountsOf(change.engine, wpar.id),
    planned,
  ]);
  return { ...planned, device: rootvgDevice(directory) };
}

/** What `-M` may say about a file system that is there. */
const changeable = ['directory', 'size', 'mountopts', 'vfs'];

function alter(change: Change, wpar: Wpar, current: WparMount, stanza: Stanza): WparMount {
  const { directory } = current;
  const fixed = Object.keys(stanza).find((key) => !changeable.includes(key));
  if (fixed !== undefined) throw failure(messages.mountChange, { attribute: fixed, directory });
  if (stanza.vfs !== undefined && stanza.vfs !== current.vfs)
    throw failure(messages.mountChange, { attribute: 'vfs', directory });
  const changed = { ...current, options: changedOptions(current, stanza.mountopts) };
  if (stanza.size === undefined) return changed;
  if (current.size_kb === null) throw failure(messages.mountChange, { attribute: 'size', directory });
  return { ...changed, size_kb: resized(change, wpar, current, parseSize(stanza.size)) };
}

// The log of a local file system stands among its options, but is no mount option.
function changedOptions(current: WparMount, mountopts: string | undefined): string {
  if (mountopts === undefined) return current.options;
  const log = current.options.split(',').filter((option) => option.startsWith('log='));
  return [...log, mountopts].filter((option) => option !== '').join(',');
}

function resized(change: Change, wpar: Wpar, current: WparMount, sizeKb: number): number {
  if (wpar.rootvg === 0) return extendLogicalVolume(change.engine, wpar.host, current, sizeKb);
  const { directory } = current;
  if (sizeKb < (current.size_kb ?? 0)) throw failure(messages.mountShrink, { directory });
  const others = mountsOf(change.engine, wpar.id).filter((mount) => mount.directory !== directory);
  const mounts = [...others, { ...current, size_kb: sizeKb }];
  checkRootvgRoom(change.engine, wpar, devicesOf(change.engine, wpar.id), mounts);
  return sizeKb;
}

/** `/`, and what every WPAR mounts, cannot go. */
const indispensable = ['/', '/home', '/opt', '/proc', '/tmp', '/usr', '/var'];

/**
 * `chwpar -K -M directory=`: local file systems lose their logical volume, remote ones are only forgotten.
 * @throws Failure
 */
export function removeMount(change: Change, wpar: Wpar, stanza: Stanza): string {
  const directory = mountDirectory(stanza);
  const mounts = mountsOf(change.engine, wpar.id);
  const found = mounts.find((mount) => mount.directory === directory);
  if (!found) throw failure(messages.noSuchMount, { name: wpar.name, directory });
  if (indispensable.includes(directory)) throw failure(messages.mountRootMissing, { directory });
  const below = mounts.some((mount) => mount.directory.startsWith(`${directory}/`));
  if (below && isRunning(wpar.state)) throw failure(messages.deviceBusy, { device: directory });
  if (found.size_kb !== null && wpar.rootvg === 0)
    removeLogicalVolume(change.engine, wpar.host, found.device);
  setMounts(
    change.engine,
    wpar.id,
    mounts.filter((mount) => mount.directory !== directory),
  );
  return `file system ${directory} removed`;
}
