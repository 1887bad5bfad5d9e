import type { Engine } from '../../state/engine.ts';
import { type FileSystem, fileSystemsOf } from '../../state/host-file-systems.ts';
import { type Host, hostDetails } from '../../state/hosts.ts';
import { mountsOf, type Wpar, type WparMount } from '../../state/wpars.ts';
import { globalPath } from '../wpar/paths.ts';

/** Whose file system it is. */
export type Owner =
  | { readonly kind: 'host'; readonly fileSystem: FileSystem }
  | { readonly kind: 'wpar'; readonly wpar: Wpar; readonly mount: WparMount };

/** A file system that a host knows: what its stanza in /etc/filesystems says. */
export interface FileSystemRecord {
  /** As the host sees it. */
  readonly directory: string;
  readonly owner: Owner;
  /** Attributes of the stanza, in order. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** The host's own file systems. */
export function ownRecords(engine: Engine, host: string): FileSystemRecord[] {
  return fileSystemsOf(engine, host).map((fileSystem) => ({
    directory: fileSystem.mount_point,
    owner: { kind: 'host', fileSystem },
    attributes: ownAttributes(fileSystem),
  }));
}

/** Those of one of its WPARs. */
export function wparRecords(engine: Engine, wpar: Wpar): FileSystemRecord[] {
  return mountsOf(engine, wpar.id)
    .filter(({ vfs }) => vfs !== 'directory')
    .map((mount) => ({
      directory: globalPath(wpar, mount.directory),
      owner: { kind: 'wpar', wpar, mount },
      attributes: wparAttributes(wpar, mount),
    }));
}

/** The WPARs of a host that have file systems of their own, by name. */
export function wparsWithFileSystems(engine: Engine, host: string): Wpar[] {
  return engine.all<Wpar>("SELECT * FROM wpar WHERE host = ? AND type <> 'A' ORDER BY name", host);
}

/** All file systems that a host knows. */
export function recordsOf(engine: Engine, host: string): FileSystemRecord[] {
  const wpars = wparsWithFileSystems(engine, host);
  return [...ownRecords(engine, host), ...wpars.flatMap((wpar) => wparRecords(engine, wpar))];
}

/** @param name a directory, or a device */
export function findRecord(engine: Engine, host: Host, name: string): FileSystemRecord | undefined {
  const own = ownRecords(engine, host.name);
  const all = own.some((each) => isNamed(each, name)) ? own : recordsOf(engine, host.name);
  return all.find((each) => each.directory === name) ?? all.find((each) => isNamed(each, name));
}

function isNamed({ directory, owner }: FileSystemRecord, name: string): boolean {
  if (directory === name) return true;
  return owner.kind === 'host'
    ? owner.fileSystem.device === name
    : owner.mount.size_kb !== null && owner.wpar.rootvg === 0 && owner.mount.device === name;
}

/** KB; null where it is not on a volume. */
export function sizeOf(owner: Owner): number | null {
  return owner.kind === 'host' ? owner.fileSystem.size_kb : owner.mount.size_kb;
}

export function deviceOf(owner: Owner): string {
  return owner.kind === 'host' ? owner.fileSystem.device : owner.mount.device;
}

function ownAttributes(fileSystem: FileSystem): Record<string, string> {
  const { device, vfs, auto, log, mount_group, options, account, attributes } = fileSystem;
  return {
    dev: device,
    vfs,
    ...(vfs === 'jfs2' ? { log: log === '' ? '/dev/hd8' : log } : {}),
    mount: auto === 1 ? 'automatic' : 'false',
    check: 'false',
    ...(mount_group === '' ? {} : { type: mount_group }),
    ...(options === '' ? {} : { options }),
    ...(account === 1 ? { account: 'true' } : {}),
    ...(vfs === 'jfs2' ? { free: 'false' } : {}),
    ...(JSON.parse(attributes) as Record<string, string>),
  };
}

// The mount group is the WPAR's name: that is how its start finds them (seed 3).
function wparAttributes(wpar: Wpar, mount: WparMount): Record<string, string> {
  const options = mount.options.split(',').filter((each) => each !== '' && !each.startsWith('log='));
  return {
    dev: mount.device,
    vfs: mount.vfs,
    ...(mount.node === '' ? {} : { nodename: mount.node }),
    ...(mount.vfs === 'jfs2' ? { log: mount.log || 'NULL' } : {}),
    mount: 'false',
    type: wpar.name,
    ...(options.length === 0 ? {} : { options: options.join(',') }),
    account: 'false',
  };
}

/** The log that a new file system of a WPAR names. */
export function wparLog(host: Host): string {
  return hostDetails(host).log;
}
