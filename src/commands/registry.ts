import type { Command } from '../cli/context.ts';
import type { Platform } from '../state/hosts.ts';

/** A documented command: where it lives, and how it is loaded when it is called. */
export interface Registered {
  readonly platform: Platform;
  readonly load: () => Promise<{ readonly command: Command }>;
}

/** Every documented command by the name one types. Literal imports: a command never pays for another one. */
export const registry: Readonly<Record<string, Registered>> = {
  chwpar: { platform: 'aix', load: () => import('./aix/chwpar.ts') },
  lshmc: { platform: 'hmc', load: () => import('./hmc/lshmc.ts') },
  lshwres: { platform: 'hmc', load: () => import('./hmc/lshwres.ts') },
  lslic: { platform: 'hmc', load: () => import('./hmc/lslic.ts') },
  lspartition: { platform: 'hmc', load: () => import('./hmc/lspartition.ts') },
  lsrefcode: { platform: 'hmc', load: () => import('./hmc/lsrefcode.ts') },
  lssyscfg: { platform: 'hmc', load: () => import('./hmc/lssyscfg.ts') },
  lssysconn: { platform: 'hmc', load: () => import('./hmc/lssysconn.ts') },
  lswpar: { platform: 'aix', load: () => import('./aix/lswpar.ts') },
  mkwpar: { platform: 'aix', load: () => import('./aix/mkwpar.ts') },
  rebootwpar: { platform: 'aix', load: () => import('./aix/rebootwpar.ts') },
  rmwpar: { platform: 'aix', load: () => import('./aix/rmwpar.ts') },
  startwpar: { platform: 'aix', load: () => import('./aix/startwpar.ts') },
  stopwpar: { platform: 'aix', load: () => import('./aix/stopwpar.ts') },
  syncwpar: { platform: 'aix', load: () => import('./aix/syncwpar.ts') },
};
