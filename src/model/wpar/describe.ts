import type { Wpar, WparObjects } from '../../state/wpars.ts';
import type { Specification, Stanza } from './specification.ts';

/** Columns a description needs: a WPAR that exists, or one that is planned. */
export type Describable = Partial<Wpar> & Pick<Wpar, 'directory' | 'hostname' | 'name'>;

const yes = (flag: number | undefined): string => (flag ? 'yes' : 'no');

/**
 * The specification that makes this WPAR again: what `mkwpar -o` writes, what `-e` starts from and what
 * `/etc/wpars/NAME.cf` holds. Generated values are in it (derived broadcast and interface, default mounts); logical
 * volumes only where the administrator named them, so that the file serves for another WPAR.
 */
export function describeWpar(wpar: Describable, objects: WparObjects): Specification {
  return {
    general: generalStanza(wpar),
    networks: objects.networks.map((network) =>
      network.address.includes(':')
        ? { interface: network.interface, prefixlen: network.mask, address6: network.address }
        : {
            broadcast: network.broadcast,
            interface: network.interface,
            netmask: network.mask,
            address: network.address,
          },
    ),
    routes: objects.routes.map((route) =>
      withoutEmpty({
        rtdest: route.destination,
        rtgateway: route.gateway,
        rttype: route.type,
        rtinterface: route.interface,
        rtnetmask: route.netmask,
        rtprefixlen: route.prefixlen,
        rtfamily: route.family,
      }),
    ),
    mounts: objects.mounts.map((mount) => mountStanza(mount, wpar.volume_group ?? 'rootvg')),
    devices: objects.devices.map((device) =>
      withoutEmpty({
        ...(device.device_id === '' ? { devname: device.name } : { devid: device.device_id }),
        devtype: device.type,
        vdevname: device.virtual,
        rootvg: device.rootvg ? 'yes' : '',
        bootset: device.bootset ? String(device.bootset) : '',
      }),
    ),
    kexts: objects.kexts.map((kext) => ({ kext: kext.kext, local: yes(kext.local), major: yes(kext.major) })),
    resources: objects.resources,
    security: {
      secfile: wpar.secfile ?? '/etc/wpars/secattrs',
      ...(typeof wpar.privileges === 'string' ? { privs: wpar.privileges } : {}),
    },
  };
}

// The first seven are in seed 1's file, always; the others are written where they differ from the default.
function generalStanza(wpar: Describable): Stanza {
  return {
    name: wpar.name,
    preserve: yes(wpar.preserve),
    hostname: wpar.hostname,
    checkpointable: yes(wpar.checkpointable),
    directory: wpar.directory,
    privateusr: yes(wpar.private_usr),
    devices: wpar.devices ?? '/etc/wpars/devexports',
    ...withoutEmpty({
      auto: wpar.auto ? 'yes' : '',
      script: wpar.script ?? '',
      routing: wpar.routing ? 'yes' : '',
      xwparipc: wpar.ipc ? 'yes' : '',
      application: wpar.application ?? '',
      vg: wpar.volume_group === 'rootvg' ? '' : (wpar.volume_group ?? ''),
      architecture: wpar.architecture ?? '',
      ostype: wpar.ostype ? String(wpar.ostype) : '',
      owner: wpar.owner === 'root' ? '' : (wpar.owner ?? ''),
      resolver: wpar.resolver ? 'yes' : '',
      image: wpar.ostype ? imageOf(wpar) : '',
      uuid: wpar.uuid ?? '',
    }),
  };
}

function imageOf(wpar: Describable): string {
  const details = JSON.parse(wpar.details ?? '{}') as { image?: string };
  return details.image ?? '';
}

// Seed 1's two orders: nfs stanzas dev, mountopts, directory, vfs, host; namefs stanzas dev, directory, vfs, mountopts.
function mountStanza(mount: WparObjects['mounts'][number], volumeGroup: string): Stanza {
  if (mount.vfs === 'nfs') {
    return {
      dev: mount.device,
      mountopts: mount.options,
      directory: mount.directory,
      vfs: mount.vfs,
      host: mount.node,
    };
  }
  if (mount.vfs === 'namefs') {
    return { dev: mount.device, directory: mount.directory, vfs: mount.vfs, mountopts: mount.options };
  }
  if (mount.size_kb === null) return { directory: mount.directory, vfs: mount.vfs };
  return withoutEmpty({
    dev: mount.named ? mount.device : '',
    directory: mount.directory,
    vfs: mount.vfs,
    size: String(mount.size_kb * 2),
    vg: mount.volume_group === volumeGroup ? '' : mount.volume_group,
    logname: mount.log,
    crfsopts: mount.crfs,
    mountopts: mount.options
      .split(',')
      .filter((option) => !option.startsWith('log='))
      .join(','),
  });
}

function withoutEmpty(stanza: Stanza): Stanza {
  return Object.fromEntries(Object.entries(stanza).filter(([, value]) => value !== ''));
}
