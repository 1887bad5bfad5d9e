import type { Registered } from './registry.ts';

// On a VIO server it is the same command.
const loadHostname: Registered['load'] = () => import('./aix/hostname.ts');

/**
 * Commands that every Unix has: they exist inside hosts and WPARs, and by `parlab on`; no bin puts them into anybody's own
 * PATH.
 */
export const insideRegistry: Readonly<Record<string, Registered>> = {
  df: { platform: 'aix', inWpar: true, load: () => import('./aix/df.ts') },
  domainname: { platform: 'aix', inWpar: true, load: () => import('./aix/domainname.ts') },
  dr_reconfig: { platform: 'aix', inWpar: true, load: () => import('./aix/dr_reconfig.ts') },
  halt: { platform: 'aix', inWpar: true, load: () => import('./aix/halt.ts') },
  help: { platform: 'vios', load: () => import('./vios/help.ts') },
  hostid: { platform: 'aix', inWpar: true, load: () => import('./aix/hostid.ts') },
  hostname: {
    platform: 'aix',
    inWpar: true,
    load: loadHostname,
    twin: { platform: 'vios', load: loadHostname },
  },
  id: { platform: 'aix', inWpar: true, load: () => import('./aix/id.ts') },
  ifconfig: { platform: 'aix', inWpar: true, load: () => import('./aix/ifconfig.ts') },
  logger: { platform: 'aix', inWpar: true, load: () => import('./aix/logger.ts') },
  mount: { platform: 'aix', inWpar: true, load: () => import('./aix/mount.ts') },
  netstat: { platform: 'aix', inWpar: true, load: () => import('./aix/netstat.ts') },
  passwd: { platform: 'aix', inWpar: true, load: () => import('./aix/passwd.ts') },
  ps: { platform: 'aix', inWpar: true, load: () => import('./aix/ps.ts') },
  reboot: { platform: 'aix', inWpar: true, load: () => import('./aix/reboot.ts') },
  shutdown: { platform: 'aix', inWpar: true, load: () => import('./aix/shutdown.ts') },
  umount: { platform: 'aix', inWpar: true, load: () => import('./aix/umount.ts') },
  uname: { platform: 'aix', inWpar: true, load: () => import('./aix/uname.ts') },
  unmount: { platform: 'aix', inWpar: true, load: () => import('./aix/unmount.ts') },
  w: { platform: 'aix', inWpar: true, load: () => import('./aix/w.ts') },
  who: { platform: 'aix', inWpar: true, load: () => import('./aix/who.ts') },
  whoami: { platform: 'aix', inWpar: true, load: () => import('./aix/whoami.ts') },
};
