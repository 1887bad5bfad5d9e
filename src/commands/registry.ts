import type { Command } from '../cli/context.ts';
import type { Platform } from '../state/hosts.ts';
import { insideRegistry } from './inside.ts';

/** A documented command: where it lives, and how it is loaded when it is called. */
export interface Registered {
  readonly platform: Platform;
  readonly load: () => Promise<{ readonly command: Command }>;
  /** It may be called inside a WPAR too, and answers for that; the others manage WPARs, and are refused there. */
  readonly inWpar?: true;
  /** The command of the same name on another platform, and the words by which one types that one. */
  readonly twin?: Registered & { readonly words?: RegExp };
}

/** A command by its name, those that only partitions have among them. */
export function registered(name: string): Registered | undefined {
  if (Object.hasOwn(registry, name)) return registry[name];
  return Object.hasOwn(insideRegistry, name) ? insideRegistry[name] : undefined;
}

/** The names of all documented commands, in order. */
export function allNames(): string[] {
  return [...Object.keys(registry), ...Object.keys(insideRegistry)].sort();
}

/** A command as a host of a platform has it. */
export function registeredOn(name: string, platform: Platform): Registered | undefined {
  const found = registered(name);
  return found?.platform === platform || !found?.twin
    ? onPlatform(found, platform)
    : onPlatform(found.twin, platform);
}

function onPlatform(found: Registered | undefined, platform: Platform): Registered | undefined {
  return found?.platform === platform ? found : undefined;
}

// AIX stands below a VIO server: the same command on both.
function onBoth(load: Registered['load']): Registered {
  return { platform: 'aix', load, twin: { platform: 'vios', load } };
}

/** Every documented command by the name one types. Literal imports: a command never pays for another one. */
export const registry: Readonly<Record<string, Registered>> = {
  attachrset: { platform: 'aix', load: () => import('./aix/attachrset.ts') },
  bindprocessor: { platform: 'aix', load: () => import('./aix/bindprocessor.ts') },
  cfgdev: { platform: 'vios', load: () => import('./vios/cfgdev.ts') },
  chclass: { platform: 'aix', load: () => import('./aix/chclass.ts') },
  chdev: {
    platform: 'aix',
    load: () => import('./aix/chdev.ts'),
    twin: {
      platform: 'vios',
      load: () => import('./vios/chdev.ts'),
      words: /^-(dev|udid|attr|perm|restoreroute|force)$|vioslpm0$/,
    },
  },
  chfs: { platform: 'aix', load: () => import('./aix/chfs.ts') },
  chgroup: { platform: 'aix', inWpar: true, load: () => import('./aix/chgroup.ts') },
  chhwres: { platform: 'hmc', load: () => import('./hmc/chhwres.ts') },
  chkptwpar: { platform: 'aix', load: () => import('./aix/chkptwpar.ts') },
  chssys: { platform: 'aix', inWpar: true, load: () => import('./aix/chssys.ts') },
  chsyscfg: { platform: 'hmc', load: () => import('./hmc/chsyscfg.ts') },
  chsysstate: { platform: 'hmc', load: () => import('./hmc/chsysstate.ts') },
  chuser: { platform: 'aix', inWpar: true, load: () => import('./aix/chuser.ts') },
  chwpar: { platform: 'aix', load: () => import('./aix/chwpar.ts') },
  clogin: { platform: 'aix', load: () => import('./aix/clogin.ts') },
  crfs: { platform: 'aix', load: () => import('./aix/crfs.ts') },
  detachrset: { platform: 'aix', load: () => import('./aix/detachrset.ts') },
  diagrmc: { platform: 'hmc', load: () => import('./hmc/diagrmc.ts') },
  drmgr: { platform: 'aix', load: () => import('./aix/drmgr.ts') },
  errlog: { platform: 'vios', load: () => import('./vios/errlog.ts') },
  errlogger: { platform: 'aix', inWpar: true, load: () => import('./aix/errlogger.ts') },
  errpt: { platform: 'aix', inWpar: true, load: () => import('./aix/errpt.ts') },
  ioscli: { platform: 'vios', load: () => import('./vios/ioscli.ts') },
  ioslevel: { platform: 'vios', load: () => import('./vios/ioslevel.ts') },
  killwpar: { platform: 'aix', load: () => import('./aix/killwpar.ts') },
  license: { platform: 'vios', load: () => import('./vios/license.ts') },
  lparstat: { platform: 'aix', inWpar: true, load: () => import('./aix/lparstat.ts') },
  lsattr: {
    platform: 'aix',
    inWpar: true,
    load: () => import('./aix/lsattr.ts'),
    twin: { platform: 'vios', load: () => import('./vios/lsattr.ts'), words: /vioslpm0$/ },
  },
  lscfg: { platform: 'aix', inWpar: true, load: () => import('./aix/lscfg.ts') },
  lsclass: { platform: 'aix', load: () => import('./aix/lsclass.ts') },
  lsdev: {
    platform: 'aix',
    inWpar: true,
    load: () => import('./aix/lsdev.ts'),
    twin: {
      platform: 'vios',
      load: () => import('./vios/lsdev.ts'),
      words: /^-(type|virtual|field|fmt|state|dev|plc|child|attr|range|slot|vpd|parent|slots)$/,
    },
  },
  lsfs: { platform: 'aix', inWpar: true, load: () => import('./aix/lsfs.ts') },
  lsgroup: { platform: 'aix', inWpar: true, load: () => import('./aix/lsgroup.ts') },
  lshmc: { platform: 'hmc', load: () => import('./hmc/lshmc.ts') },
  lshwres: { platform: 'hmc', load: () => import('./hmc/lshwres.ts') },
  lslic: { platform: 'hmc', load: () => import('./hmc/lslic.ts') },
  lslparmigr: { platform: 'hmc', load: () => import('./hmc/lslparmigr.ts') },
  lslpp: { platform: 'aix', inWpar: true, load: () => import('./aix/lslpp.ts') },
  lslv: { platform: 'aix', inWpar: true, load: () => import('./aix/lslv.ts') },
  lsmap: { platform: 'vios', load: () => import('./vios/lsmap.ts') },
  lsnports: { platform: 'vios', load: () => import('./vios/lsnports.ts') },
  lspartition: { platform: 'hmc', load: () => import('./hmc/lspartition.ts') },
  lsps: { platform: 'aix', inWpar: true, load: () => import('./aix/lsps.ts') },
  lspv: {
    platform: 'aix',
    inWpar: true,
    load: () => import('./aix/lspv.ts'),
    twin: {
      platform: 'vios',
      load: () => import('./vios/lspv.ts'),
      words: /^-(avail|field|fmt|free|lv|map|pv|size)$/,
    },
  },
  lsrefcode: { platform: 'hmc', load: () => import('./hmc/lsrefcode.ts') },
  lsrset: { platform: 'aix', load: () => import('./aix/lsrset.ts') },
  lsrsrc: onBoth(() => import('./aix/lsrsrc.ts')),
  lssavewpar: { platform: 'aix', load: () => import('./aix/lssavewpar.ts') },
  lssrc: { platform: 'aix', inWpar: true, load: () => import('./aix/lssrc.ts') },
  lssvcevents: { platform: 'hmc', load: () => import('./hmc/lssvcevents.ts') },
  lssyscfg: { platform: 'hmc', load: () => import('./hmc/lssyscfg.ts') },
  lssysconn: { platform: 'hmc', load: () => import('./hmc/lssysconn.ts') },
  lstcpip: { platform: 'vios', load: () => import('./vios/lstcpip.ts') },
  lsuser: {
    platform: 'aix',
    inWpar: true,
    load: () => import('./aix/lsuser.ts'),
    twin: { platform: 'vios', load: () => import('./vios/lsuser.ts'), words: /^padmin$/ },
  },
  lsvg: { platform: 'aix', inWpar: true, load: () => import('./aix/lsvg.ts') },
  lswpar: { platform: 'aix', load: () => import('./aix/lswpar.ts') },
  migrlpar: { platform: 'hmc', load: () => import('./hmc/migrlpar.ts') },
  migwpar: { platform: 'aix', load: () => import('./aix/migwpar.ts') },
  mkauthkeys: { platform: 'hmc', load: () => import('./hmc/mkauthkeys.ts') },
  mkclass: { platform: 'aix', load: () => import('./aix/mkclass.ts') },
  mkgroup: { platform: 'aix', inWpar: true, load: () => import('./aix/mkgroup.ts') },
  mkrset: { platform: 'aix', load: () => import('./aix/mkrset.ts') },
  mkssys: { platform: 'aix', inWpar: true, load: () => import('./aix/mkssys.ts') },
  mksysb: { platform: 'aix', load: () => import('./aix/mksysb.ts') },
  mksyscfg: { platform: 'hmc', load: () => import('./hmc/mksyscfg.ts') },
  mkuser: { platform: 'aix', inWpar: true, load: () => import('./aix/mkuser.ts') },
  mkvdev: { platform: 'vios', load: () => import('./vios/mkvdev.ts') },
  mkvterm: { platform: 'hmc', load: () => import('./hmc/mkvterm.ts') },
  mkwpar: { platform: 'aix', load: () => import('./aix/mkwpar.ts') },
  mkwpardata: { platform: 'aix', load: () => import('./aix/mkwpardata.ts') },
  odmget: { platform: 'aix', inWpar: true, load: () => import('./aix/odmget.ts') },
  oslevel: { platform: 'aix', inWpar: true, load: () => import('./aix/oslevel.ts') },
  pwdadm: { platform: 'aix', inWpar: true, load: () => import('./aix/pwdadm.ts') },
  rebootwpar: { platform: 'aix', load: () => import('./aix/rebootwpar.ts') },
  recfgct: onBoth(() => import('./aix/recfgct.ts')),
  refresh: { platform: 'aix', inWpar: true, load: () => import('./aix/refresh.ts') },
  restartwpar: { platform: 'aix', load: () => import('./aix/restartwpar.ts') },
  restwpar: { platform: 'aix', load: () => import('./aix/restwpar.ts') },
  restwparfiles: { platform: 'aix', load: () => import('./aix/restwparfiles.ts') },
  resumewpar: { platform: 'aix', load: () => import('./aix/resumewpar.ts') },
  rmcctrl: onBoth(() => import('./aix/rmcctrl.ts')),
  rmclass: { platform: 'aix', load: () => import('./aix/rmclass.ts') },
  rmfs: { platform: 'aix', load: () => import('./aix/rmfs.ts') },
  rmgroup: { platform: 'aix', inWpar: true, load: () => import('./aix/rmgroup.ts') },
  rmrset: { platform: 'aix', load: () => import('./aix/rmrset.ts') },
  rmssys: { platform: 'aix', inWpar: true, load: () => import('./aix/rmssys.ts') },
  rmsyscfg: { platform: 'hmc', load: () => import('./hmc/rmsyscfg.ts') },
  rmuser: { platform: 'aix', inWpar: true, load: () => import('./aix/rmuser.ts') },
  rmvdev: { platform: 'vios', load: () => import('./vios/rmvdev.ts') },
  rmvterm: { platform: 'hmc', load: () => import('./hmc/rmvterm.ts') },
  rmwpar: { platform: 'aix', load: () => import('./aix/rmwpar.ts') },
  savewpar: { platform: 'aix', load: () => import('./aix/savewpar.ts') },
  startsrc: { platform: 'aix', inWpar: true, load: () => import('./aix/startsrc.ts') },
  startwpar: { platform: 'aix', load: () => import('./aix/startwpar.ts') },
  stopsrc: { platform: 'aix', inWpar: true, load: () => import('./aix/stopsrc.ts') },
  stopwpar: { platform: 'aix', load: () => import('./aix/stopwpar.ts') },
  svmon: { platform: 'aix', load: () => import('./aix/svmon.ts') },
  syncroot: { platform: 'aix', inWpar: true, load: () => import('./aix/syncroot.ts') },
  syncwpar: { platform: 'aix', load: () => import('./aix/syncwpar.ts') },
  vasistat: { platform: 'vios', load: () => import('./vios/vasistat.ts') },
  vfcmap: { platform: 'vios', load: () => import('./vios/vfcmap.ts') },
  viosvrcmd: { platform: 'hmc', load: () => import('./hmc/viosvrcmd.ts') },
  wlmcntrl: { platform: 'aix', load: () => import('./aix/wlmcntrl.ts') },
  wlmctrl: { platform: 'aix', load: () => import('./aix/wlmctrl.ts') },
  wparerr: { platform: 'aix', inWpar: true, load: () => import('./aix/wparerr.ts') },
  wparexec: { platform: 'aix', load: () => import('./aix/wparexec.ts') },
  wparprnterr: { platform: 'aix', load: () => import('./aix/wparprnterr.ts') },
};
