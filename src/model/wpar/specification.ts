/**
 * A WPAR as somebody asks for it: what the flags of mkwpar say and what a specification file says, in the same words.
 * Nothing is resolved yet; defaults and rules come later (settings.ts).
 */

/** Attribute names with their values as written. */
export type Stanza = Readonly<Record<string, string>>;

export interface Specification {
  readonly general: Stanza;
  readonly networks: readonly Stanza[];
  readonly routes: readonly Stanza[];
  readonly mounts: readonly Stanza[];
  readonly devices: readonly Stanza[];
  readonly kexts: readonly Stanza[];
  readonly resources: Stanza;
  readonly security: Stanza;
}

export const emptySpecification: Specification = {
  general: {},
  networks: [],
  routes: [],
  mounts: [],
  devices: [],
  kexts: [],
  resources: {},
  security: {},
};

/**
 * The attributes of each stanza and of the flag that says the same (reference: wpar-define 2.4 and 3.2).
 * `general` has no flag of its own: its attributes are flags such as `-n` and `-h`.
 */
export const attributes = {
  general: [
    'name',
    'preserve',
    'hostname',
    'checkpointable',
    'directory',
    'privateusr',
    'devices',
    'auto',
    'script',
    'routing',
    'uuid',
    'xwparipc',
    'application',
    'vg',
    'architecture',
    'ostype',
    'owner',
    'resolver',
    'image',
  ],
  network: ['interface', 'address', 'netmask', 'broadcast', 'address6', 'prefixlen'],
  route: ['rtdest', 'rtgateway', 'rttype', 'rtinterface', 'rtnetmask', 'rtprefixlen', 'rtfamily'],
  mount: ['directory', 'vfs', 'dev', 'host', 'mountopts', 'size', 'vg', 'logname', 'crfsopts'],
  device: ['devname', 'devid', 'rootvg', 'devtype', 'vdevname', 'xfactor', 'bootset'],
  kext: ['kext', 'local', 'major', 'exportfile'],
  resources: [
    'active',
    'rset',
    'shares_CPU',
    'CPU',
    'shares_memory',
    'memory',
    'procVirtMem',
    'totalVirtMem',
    'totalProcesses',
    'totalThreads',
    'totalPTYs',
    'totalLargePages',
    'pct_msgIDs',
    'pct_semIDs',
    'pct_shmIDs',
    'pct_pinMem',
  ],
  security: ['secfile', 'privs', 'privs+', 'privs-'],
} as const;

export type StanzaName = keyof typeof attributes;

/**
 * The second specification on top of the first: its values win (seed 1: "the options you specify on the command line
 * will override the file contents"). A list of addresses or routes replaces the other list as a whole, for its members
 * have no names; mounts, devices and extensions replace those of the same name.
 */
export function overlay(base: Specification, top: Specification): Specification {
  return {
    general: { ...base.general, ...top.general },
    networks: top.networks.length > 0 ? top.networks : base.networks,
    routes: top.routes.length > 0 ? top.routes : base.routes,
    mounts: mergeBy(base.mounts, top.mounts, (mount) => mount.directory),
    devices: mergeBy(base.devices, top.devices, (device) => device.devname ?? device.devid),
    kexts: mergeBy(base.kexts, top.kexts, (kext) => kext.kext ?? kext.exportfile),
    resources: { ...base.resources, ...top.resources },
    security: Object.keys(top.security).length > 0 ? { ...base.security, ...top.security } : base.security,
  };
}

function mergeBy(
  base: readonly Stanza[],
  top: readonly Stanza[],
  key: (stanza: Stanza) => string | undefined,
): readonly Stanza[] {
  const replaced = new Set(top.map(key));
  return [...base.filter((stanza) => !replaced.has(key(stanza))), ...top];
}
