import picomatch from 'picomatch';
import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Engine } from '../../state/engine.ts';
import type { WparDevice } from '../../state/wpars.ts';
import type { Stanza } from './specification.ts';

/** One stanza of a device exports file: devices that may be exported, and whether they are by default. */
export interface ExportRule {
  /** Full path or shell pattern. */
  readonly value: string;
  readonly auto: boolean;
}

/** A device as lswpar shows it. */
export interface ExportedDevice {
  readonly name: string;
  readonly type: string;
  readonly virtual: string;
  readonly rootvg: boolean;
  readonly id: string;
  readonly adapter: string;
}

/**
 * What every WPAR gets, in the order of the capture of `lswpar -L` (16 devices). The IBM page "Devices" lists
 * /dev/random and /dev/urandom as well; the capture of a real system decides.
 */
const defaultDevices: readonly { readonly name: string; readonly type: string }[] = [
  { name: '/dev/null', type: 'pseudo' },
  { name: '/dev/tty', type: 'pseudo' },
  { name: '/dev/console', type: 'pseudo' },
  { name: '/dev/zero', type: 'pseudo' },
  { name: '/dev/clone', type: 'pseudo' },
  { name: '/dev/sad', type: 'clone' },
  { name: '/dev/xti/tcp', type: 'clone' },
  { name: '/dev/xti/tcp6', type: 'clone' },
  { name: '/dev/xti/udp', type: 'clone' },
  { name: '/dev/xti/udp6', type: 'clone' },
  { name: '/dev/xti/unixdg', type: 'clone' },
  { name: '/dev/xti/unixst', type: 'clone' },
  { name: '/dev/error', type: 'pseudo' },
  { name: '/dev/errorctl', type: 'pseudo' },
  { name: '/dev/audit', type: 'pseudo' },
  { name: '/dev/nvram', type: 'pseudo' },
];

/** Pseudo devices a host has beside the default ones: a WPAR gets them if its exports file says so. */
const otherPseudoDevices: readonly { readonly name: string; readonly type: string }[] = [
  { name: '/dev/random', type: 'pseudo' },
  { name: '/dev/urandom', type: 'pseudo' },
  ...Array.from({ length: 16 }, (_, index) => ({ name: `/dev/pty${index}`, type: 'pseudo' })),
];

/** Exportable, but not by default: disks and the like, and the patterns the devexports page uses as examples. */
const exportable = ['/dev/*random', '/dev/pty*', '/dev/hdisk*', '/dev/cd*', '/dev/rmt*', '/dev/fcs*'];

/** The shipped `/etc/wpars/devexports` (grammar: devexports page; the shipped text was not found). */
export function defaultDevexports(): string {
  const stanza = (value: string, auto: string) => `name:\n   value = "${value}"\n   auto = "${auto}"\n`;
  return [
    ...defaultDevices.map((device) => stanza(device.name, 'yes')),
    ...exportable.map((pattern) => stanza(pattern, 'no')),
  ].join('\n');
}

export const defaultRules: readonly ExportRule[] = [
  ...defaultDevices.map((device) => ({ value: device.name, auto: true })),
  ...exportable.map((value) => ({ value, auto: false })),
];

/** @throws Failure naming the line */
export function parseDevexports(text: string, path: string): ExportRule[] {
  const rules: { value: string | undefined; auto: boolean; line: number }[] = [];
  const complain = (line: number, why: string) => failure(messages.exportsInvalid, { path, line, why });
  text.split('\n').forEach((raw, index) => {
    const line = raw.trim();
    if (line === '' || /^[*#]/.test(line)) return;
    if (line === 'name:') {
      rules.push({ value: undefined, auto: true, line: index + 1 });
      return;
    }
    const match = /^(\w+)\s*=\s*"?([^"]*)"?$/.exec(line);
    const current = rules.at(-1);
    if (!match || !current) throw complain(index + 1, 'expected "name:" or an attribute of it');
    const [, attribute, value = ''] = match;
    if (attribute === 'value') current.value = value;
    else if (attribute === 'auto' && /^(yes|no)$/.test(value)) current.auto = value === 'yes';
    else throw complain(index + 1, `"${line}" is not value= or auto=yes|no`);
  });
  return rules.map((rule) => {
    if (!rule.value) throw complain(rule.line, 'the stanza has no value');
    return { value: rule.value, auto: rule.auto };
  });
}

export function isExportable(rules: readonly ExportRule[], device: string): boolean {
  const path = devicePath(device);
  return rules.some((rule) => rule.value === path || picomatch.isMatch(path, rule.value, { nobrace: true }));
}

/** Devices of a WPAR: what its exports file gives by default, then what was allocated to it. */
export function deviceList(rules: readonly ExportRule[], allocated: readonly WparDevice[]): ExportedDevice[] {
  const explicit = new Set(allocated.map((device) => device.name));
  const byDefault = [...defaultDevices, ...otherPseudoDevices].filter(
    (device) =>
      !explicit.has(device.name) && rules.some((rule) => rule.auto && matches(rule.value, device.name)),
  );
  return [
    ...byDefault.map((device) => ({ ...device, virtual: '', rootvg: false, id: '', adapter: '' })),
    ...allocated.map((device) => ({
      name: device.name,
      type: device.type,
      virtual: device.virtual,
      rootvg: device.rootvg === 1,
      id: device.device_id,
      adapter: '',
    })),
  ];
}

// Plain paths, which nearly all rules are, need no pattern machinery.
function matches(pattern: string, path: string): boolean {
  return pattern === path || (/[*?[]/.test(pattern) && picomatch.isMatch(path, pattern, { nobrace: true }));
}

function devicePath(device: string): string {
  return device.startsWith('/') ? device : `/dev/${device}`;
}

interface Disk {
  readonly name: string;
  readonly kind: string;
  readonly unique_id: string | null;
  readonly volume_group: string | null;
  readonly size_mb: number;
  readonly attachment: string;
}

/** A device that the administrator allocates, checked against the host's devices and the WPAR's exports file. */
export interface Allocation {
  readonly device: WparDevice;
  /** Undefined for a pseudo device. */
  readonly disk: Disk | undefined;
}

/** @throws Failure if the host has no such device, or the exports file does not let it out */
export function allocate(
  engine: Engine,
  host: string,
  stanza: Stanza,
  exports: { readonly rules: readonly ExportRule[]; readonly file: string },
): Allocation {
  if (stanza.devname !== undefined && stanza.devid !== undefined) throw failure(messages.deviceBoth, {});
  const wanted = stanza.devname ?? stanza.devid;
  if (!wanted) throw failure(messages.deviceNeeds, {});
  const rootvg = yesNo('rootvg', stanza.rootvg);
  if (stanza.xfactor !== undefined && !/^[1-8]$/.test(stanza.xfactor)) {
    throw failure(messages.valueInvalid, { attribute: 'xfactor', value: stanza.xfactor });
  }
  if (stanza.bootset !== undefined && !/^[0-8]$/.test(stanza.bootset)) {
    throw failure(messages.valueInvalid, { attribute: 'bootset', value: stanza.bootset });
  }
  const disk = engine.get<Disk>(
    stanza.devname !== undefined
      ? 'SELECT * FROM disk WHERE host = ? AND name = ?'
      : 'SELECT * FROM disk WHERE host = ? AND unique_id = ?',
    host,
    wanted,
  );
  const pseudo = [...defaultDevices, ...otherPseudoDevices].find((device) => device.name === stanza.devname);
  if (!disk && !pseudo) throw failure(messages.noDevice, { device: wanted });
  const name = disk?.name ?? wanted;
  const type = disk?.kind ?? pseudo?.type ?? 'pseudo';
  if (stanza.devtype !== undefined && stanza.devtype !== type) {
    throw failure(messages.valueInvalid, { attribute: 'devtype', value: stanza.devtype });
  }
  if (!isExportable(exports.rules, name)) {
    throw failure(messages.deviceNotExportable, { device: name, file: exports.file });
  }
  if (rootvg) checkRootvgDisk(name, disk);
  // chwpar page: only CD-ROM devices on Fibre Channel; IDE, SATA and virtual ones are not supported.
  if (disk?.kind === 'cdrom' && disk.attachment !== 'fc') {
    throw failure(messages.cdromAttachment, { device: name, attachment: disk.attachment });
  }
  return {
    disk,
    device: {
      name,
      type,
      virtual: stanza.vdevname ?? '',
      rootvg: rootvg ? 1 : 0,
      device_id: stanza.devid ?? '',
      bootset: rootvg ? Number(stanza.bootset ?? 0) : null,
    },
  };
}

function checkRootvgDisk(device: string, disk: Disk | undefined): void {
  if (disk?.kind !== 'disk') throw failure(messages.noDevice, { device });
  if (disk.attachment !== 'vscsi' && disk.attachment !== 'fc') {
    throw failure(messages.rootvgAttachment, { device, attachment: disk.attachment });
  }
}

/** @throws Failure unless `yes`, `no` or absent (no) */
export function yesNo(attribute: string, value: string | undefined): boolean {
  if (value === undefined || value === 'no') return false;
  if (value === 'yes') return true;
  throw failure(messages.valueInvalid, { attribute, value });
}
