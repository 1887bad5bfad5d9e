import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import { type Host, hostDetails } from '../../state/hosts.ts';
import type { Change } from '../../state/lab.ts';
import { mountsOf, setMounts, type Wpar, type WparMount } from '../../state/wpars.ts';
import { mountDirectory, parseSize, resolveMounts } from './mounts.ts';
import type { Stanza } from './specification.ts';
import { isRunning } from './states.ts';
import { createLogicalVolumes, extendLogicalVolume, removeLogicalVolume } from './storage.ts';

/**
 * `chwpar -M`: a directory that the WPAR has is resized or gets other options, another one is added.
 * @throws Failure
 */
export function changeMounts(change: Change, host: Host, wpar: Wpar, stanzas: readonly Stanza[]): string {
  let mounts = mountsOf(change.engine, wpar.id);
  for (const stanza of stanzas) {
    const directory = mountDirectory(stanza);
    const current = mounts.find((mount) => mount.directory === directory);
    const changed = current
      ? alter(change, wpar, current, stanza)
      : add(change, host, wpar, { ...stanza, directory }, directory);
    mounts = [...mounts.filter((mount) => mount.directory !== directory), changed];
  }
  setMounts(change.engine, wpar.id, mounts);
  return `file systems ${stanzas.map((stanza) => stanza.directory).join(' ')}`;
}

function add(change: Change, host: Host, wpar: Wpar, stanza: Stanza, directory: string): WparMount {
  const planned = resolveMounts(change.engine, [stanza], {
    host: wpar.host,
    hostname: wpar.hostname,
    privateUsr: wpar.private_usr === 1,
    defaultSize: host.file_system_kb,
    detachedSizes: {},
    volumeGroup: wpar.volume_group,
    log: hostDetails(host).log,
  }).filter((mount) => mount.directory === directory);
  const [made] = createLogicalVolumes(change.engine, wpar.host, planned);
  if (!made) throw new Error(`no mount was planned for ${directory}`);
  return made;
}

function alter(change: Change, wpar: Wpar, current: WparMount, stanza: Stanza): WparMount {
  const foreign = Object.keys(stanza).find((key) => !['directory', 'size', 'mountopts', 'vfs'].includes(key));
  if (foreign !== undefined || (stanza.vfs !== undefined && stanza.vfs !== current.vfs)) {
    throw failure(messages.mountTwice, { directory: current.directory });
  }
  const options = stanza.mountopts ?? current.options;
  if (stanza.size === undefined) return { ...current, options };
  if (current.size_kb === null) throw failure(messages.mountSize, { size: stanza.size });
  const size_kb = extendLogicalVolume(change.engine, wpar.host, current, parseSize(stanza.size));
  return { ...current, options, size_kb };
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
  if (found.size_kb !== null) removeLogicalVolume(change.engine, wpar.host, found.device);
  setMounts(
    change.engine,
    wpar.id,
    mounts.filter((mount) => mount.directory !== directory),
  );
  return `file system ${directory} removed`;
}
