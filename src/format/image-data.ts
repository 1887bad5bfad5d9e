import { failure } from '../messages/failure.ts';
import { wparMessages as messages } from '../messages/wpar.ts';
import type { Stanza } from '../model/wpar/specification.ts';

/** A stanza of an image.data file and of its like. */
export interface DataStanza {
  readonly name: string;
  readonly line: number;
  readonly values: Map<string, string>;
}

/**
 * The `lv_data` and `fs_data` stanzas of an image.data file, as mounts. Directories are as seen in the WPAR, sizes in
 * 512-byte blocks; every file system needs its logical volume and the other way round (mkwpar page, -L).
 * @param options.shrink take FS_MIN_SIZE instead of FS_SIZE
 * @param options.nomaps ignore MAPFILE
 * @throws Failure naming the line
 */
export function parseImageData(
  text: string,
  path: string,
  options: { readonly shrink: boolean; readonly nomaps: boolean },
): Stanza[] {
  const complain = (line: number, why: string) => failure(messages.imageData, { path, line, why });
  const stanzas = readStanzas(text, complain);
  const volumes = stanzas.filter((stanza) => stanza.name === 'lv_data');
  const fileSystems = stanzas.filter((stanza) => stanza.name === 'fs_data');
  const need = (stanza: DataStanza, key: string): string => {
    const value = stanza.values.get(key);
    if (!value) throw complain(stanza.line, `${stanza.name} has no ${key}`);
    return value;
  };
  const names = new Set(volumes.map((volume) => need(volume, 'LOGICAL_VOLUME')));
  for (const volume of volumes) {
    if (volume.values.get('MAPFILE') && !options.nomaps) {
      throw complain(volume.line, 'parlab does not place logical volumes by map files; use nomaps=yes');
    }
  }
  const used = new Set<string>();
  const mounts = fileSystems.map((each) => {
    const device = need(each, 'FS_LV').replace(/^\/dev\//, '');
    if (!names.has(device)) throw complain(each.line, `logical volume ${device} has no lv_data stanza`);
    used.add(device);
    const size = need(each, options.shrink ? 'FS_MIN_SIZE' : 'FS_SIZE');
    if (!/^[1-9]\d{0,11}$/.test(size)) throw complain(each.line, `"${size}" is not a size`);
    return { directory: need(each, 'FS_NAME'), vfs: 'jfs2', dev: device, size };
  });
  const orphan = volumes.find((volume) => !used.has(volume.values.get('LOGICAL_VOLUME') ?? ''));
  if (orphan) {
    throw complain(
      orphan.line,
      `logical volume ${orphan.values.get('LOGICAL_VOLUME')} has no fs_data stanza`,
    );
  }
  return mounts;
}

/** @throws what complain makes for a line that is not understood */
export function readStanzas(text: string, complain: (line: number, why: string) => Error): DataStanza[] {
  const stanzas: DataStanza[] = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) return;
    const header = /^(\w+):$/.exec(line)?.[1];
    if (header !== undefined) {
      stanzas.push({ name: header, line: index + 1, values: new Map() });
      return;
    }
    const match = /^(\w+)\s*=\s*(.*)$/.exec(line);
    const current = stanzas.at(-1);
    if (!match || !current) throw complain(index + 1, 'expected a stanza or KEY= value');
    current.values.set(match[1] ?? '', match[2] ?? '');
  });
  return stanzas;
}

/** Whether map files say where logical volumes go: `EXACT_FIT= yes`. @throws Failure naming the line */
export function wantsExactFit(text: string, path: string): boolean {
  const stanzas = readStanzas(text, (line, why) => failure(messages.imageData, { path, line, why }));
  const policy = stanzas.find(({ name }) => name === 'logical_volume_policy');
  return policy?.values.get('EXACT_FIT') === 'yes';
}
