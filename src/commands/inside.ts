import type { Registered } from './registry.ts';

/**
 * Commands that every Unix has: they exist inside hosts and WPARs, and by `parlab on`; no bin puts them into anybody's own
 * PATH.
 */
export const insideRegistry: Readonly<Record<string, Registered>> = {
  df: { platform: 'aix', inWpar: true, load: () => import('./aix/df.ts') },
  hostname: { platform: 'aix', inWpar: true, load: () => import('./aix/hostname.ts') },
  id: { platform: 'aix', inWpar: true, load: () => import('./aix/id.ts') },
  passwd: { platform: 'aix', inWpar: true, load: () => import('./aix/passwd.ts') },
  w: { platform: 'aix', inWpar: true, load: () => import('./aix/w.ts') },
  who: { platform: 'aix', inWpar: true, load: () => import('./aix/who.ts') },
  whoami: { platform: 'aix', inWpar: true, load: () => import('./aix/whoami.ts') },
  mount: { platform: 'aix', inWpar: true, load: () => import('./aix/mount.ts') },
  umount: { platform: 'aix', inWpar: true, load: () => import('./aix/umount.ts') },
  unmount: { platform: 'aix', inWpar: true, load: () => import('./aix/unmount.ts') },
};
