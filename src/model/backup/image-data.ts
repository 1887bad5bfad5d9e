import { createHash } from 'node:crypto';
import type { Engine } from '../../state/engine.ts';
import type { Host } from '../../state/hosts.ts';
import type { Wpar, WparMount } from '../../state/wpars.ts';
import { mountsOf } from '../../state/wpars.ts';
import { globalPath } from '../wpar/paths.ts';

/** Where mkwpardata leaves what it finds (mkwpardata page). */
export function imageDataPath(name: string): string {
  return `/tmp/wpardata/${name}/image.data`;
}

/** What describes a backup beside the WPAR. */
export interface BackupFacts {
  /** Lab seconds. */
  readonly time: number;
  /** `AIX l488pp008 1 7 00F693484C00` */
  readonly uname: string;
  /** Bytes that the files of each file system take, by its directory. */
  readonly used: Readonly<Record<string, number>>;
}

/** A stanza file: names with their attributes, in order. */
export type Stanzas = readonly (readonly [string, readonly (readonly [string, string | number])[]])[];

export function formatStanzas(stanzas: Stanzas): string {
  return stanzas
    .map(
      ([name, attributes]) =>
        `${name}:\n${attributes.map(([key, value]) => `\t${key}= ${value}\n`).join('')}`,
    )
    .join('\n');
}

interface Volume {
  readonly name: string;
  readonly volume_group: string;
  readonly partitions: number;
}

/** The image.data file of a WPAR: stanzas as mksysb's image.data has them (recalled). */
export function describeImage(engine: Engine, host: Host, wpar: Wpar, facts: BackupFacts): string {
  const local = mountsOf(engine, wpar.id).filter((mount) => mount.size_kb !== null && mount.vfs !== 'namefs');
  const volumes = local.map((mount) => volumeOf(engine, host, wpar.volume_group, mount));
  const groups = [...new Set(volumes.map((volume) => volume.volume_group))];
  const body = formatStanzas([
    [
      'image_data',
      [
        ['IMAGE_TYPE', 'bff'],
        ['DATE_TIME', dateText(facts.time)],
        ['UNAME_INFO', facts.uname],
        ['PRODUCT_TAPE', 'no'],
        ['OSLEVEL', host.release],
        ['WPAR_NAME', wpar.name],
      ],
    ],
    [
      'logical_volume_policy',
      [
        ['SHRINK', 'no'],
        ['EXACT_FIT', 'no'],
      ],
    ],
    ['ils_data', [['LANG', 'en_US']]],
    ...groups.map((group) => groupStanza(engine, host, group)),
    ...groups.flatMap((group) => diskStanzas(engine, host, group)),
    ...local.map((mount, index) => volumeStanza(engine, host, wpar, mount, volumes[index], facts)),
    ...local.map((mount) => fileSystemStanza(mount, facts)),
  ]);
  return `${madeBy}${digest(body)}\n${body}`;
}

const madeBy = '# Made by mkwpardata; savewpar makes it anew unless it was edited. ';

/** Whether somebody has changed an image.data file since mkwpardata wrote it. */
export function wasEdited(text: string): boolean {
  const end = text.indexOf('\n');
  return !text.startsWith(madeBy) || text.slice(madeBy.length, end) !== digest(text.slice(end + 1));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function volumeOf(engine: Engine, host: Host, wparGroup: string, mount: WparMount): Volume {
  const name = mount.device.replace(/^\/dev\//, '');
  const found = engine.get<Volume>(
    'SELECT name, volume_group, partitions FROM logical_volume WHERE host = ? AND name = ?',
    host.name,
    name,
  );
  const group = mount.volume_group === '' ? wparGroup : mount.volume_group;
  // The volumes of a WPAR's own rootvg are not those of the host.
  return found ?? { name, volume_group: group, partitions: Math.ceil((mount.size_kb ?? 0) / 131_072) };
}

function partitionMb(engine: Engine, host: Host, group: string): number {
  const found = engine.get<{ partition_mb: number }>(
    'SELECT partition_mb FROM volume_group WHERE host = ? AND name = ?',
    host.name,
    group,
  );
  return found?.partition_mb ?? 128;
}

function groupStanza(engine: Engine, host: Host, group: string): Stanzas[number] {
  return [
    'vg_data',
    [
      ['VGNAME', group],
      ['PPSIZE', partitionMb(engine, host, group)],
      ['VARYON', 'yes'],
      [
        'VG_SOURCE_DISK_LIST',
        disksOf(engine, host, group)
          .map(({ name }) => name)
          .join(' '),
      ],
    ],
  ];
}

interface Disk {
  readonly name: string;
  readonly pvid: string | null;
  readonly size_mb: number;
}

function disksOf(engine: Engine, host: Host, group: string): Disk[] {
  return engine.all<Disk>(
    'SELECT name, pvid, size_mb FROM disk WHERE host = ? AND volume_group = ? ORDER BY name',
    host.name,
    group,
  );
}

function diskStanzas(engine: Engine, host: Host, group: string): Stanzas {
  return disksOf(engine, host, group).map(({ name, pvid, size_mb }) => [
    'source_disk_data',
    [
      ['PVID', pvid ?? ''],
      ['SIZE_MB', size_mb],
      ['HDISKNAME', name],
    ],
  ]);
}

function volumeStanza(
  engine: Engine,
  host: Host,
  wpar: Wpar,
  mount: WparMount,
  volume: Volume | undefined,
  facts: BackupFacts,
): Stanzas[number] {
  const { name = '', volume_group = 'rootvg', partitions = 1 } = volume ?? {};
  const least = Math.ceil(
    (facts.used[mount.directory] ?? 0) / (partitionMb(engine, host, volume_group) * 1_048_576),
  );
  return [
    'lv_data',
    [
      ['VOLUME_GROUP', volume_group],
      ['LOGICAL_VOLUME', name],
      ['TYPE', mount.vfs],
      ['COPIES', 1],
      ['LPs', partitions],
      ['PP', partitions],
      ['STALE_PPs', 0],
      ['MOUNT_POINT', globalPath(wpar, mount.directory)],
      ['LV_MIN_LPS', Math.min(partitions, Math.max(1, least))],
      ['MAPFILE', ''],
    ],
  ];
}

function fileSystemStanza(mount: WparMount, facts: BackupFacts): Stanzas[number] {
  const size = (mount.size_kb ?? 0) * 2;
  const used = Math.ceil((facts.used[mount.directory] ?? 0) / 512);
  return [
    'fs_data',
    [
      ['FS_NAME', mount.directory],
      ['FS_SIZE', size],
      // jfs2 does not get smaller than 16 MB.
      ['FS_MIN_SIZE', Math.min(size, Math.max(32_768, used))],
      ['FS_LV', mount.device],
      ['FS_JFS2_BS', 4096],
    ],
  ];
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Thu Nov 17 10:41:29 2011`, in the lab's time zone. */
export function dateText(seconds: number): string {
  const date = new Date(seconds * 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  const day = String(date.getUTCDate()).padStart(2);
  return `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${day} ${time} ${date.getUTCFullYear()}`;
}
