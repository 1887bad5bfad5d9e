import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Stanza } from './specification.ts';

/** The privileges of a WPAR by default, in the order of the capture of `lswpar -L` (chef/ohai, AIX fixture). */
export const defaultPrivileges: readonly string[] = `
  PV_AU_ PV_AU_ADD PV_AU_ADMIN PV_AU_PROC PV_AU_READ PV_AU_WRITE PV_AZ_ADMIN PV_AZ_CHECK PV_AZ_READ
  PV_AZ_ROOT PV_DAC_ PV_DAC_GID PV_DAC_O PV_DAC_R PV_DAC_RID PV_DAC_UID PV_DAC_W PV_DAC_X PV_DEV_CONFIG
  PV_DEV_QUERY PV_FS_CHOWN PV_FS_CHROOT PV_FS_CNTL PV_FS_LINKDIR PV_FS_MKNOD PV_FS_MOUNT PV_FS_PDMODE
  PV_FS_QUOTA PV_KER_ACCT PV_KER_CONF PV_KER_DR PV_KER_EWLM PV_KER_EXTCONF PV_KER_IPC PV_KER_IPC_O
  PV_KER_IPC_R PV_KER_IPC_W PV_KER_NFS PV_KER_RAC PV_KER_RAS_ERR PV_KER_REBOOT PV_NET_PORT PV_PROC_CKPT
  PV_PROC_CORE PV_PROC_CRED PV_PROC_ENV PV_PROC_PRIO PV_PROC_PDMODE PV_PROC_RAC PV_PROC_RTCLK PV_PROC_SIG
  PV_PROC_TIMER PV_PROC_VARS PV_PROC_PRIV PV_SU_UID PV_TCB PV_TP PV_TP_SET PV_MIC PV_MIC_CL PV_LAB_
  PV_LAB_CL PV_LAB_CLTL PV_LAB_LEF PV_LAB_SLDG PV_LAB_SLDG_STR PV_LAB_SL_FILE PV_LAB_SL_PROC PV_LAB_SL_SELF
  PV_LAB_SLUG PV_LAB_SLUG_STR PV_LAB_TL PV_MAC_ PV_MAC_CL PV_MAC_R PV_MAC_R_CL PV_MAC_R_STR PV_MAC_R_PROC
  PV_MAC_W PV_MAC_W_CL PV_MAC_W_DN PV_MAC_W_UP PV_MAC_W_PROC PV_MAC_OVRRD PV_KER_SECCONFIG
  PV_PROBEVUE_TRC_USER PV_PROBEVUE_TRC_USER_SELF PV_KER_LVM`
  .trim()
  .split(/\s+/);

/** Privileges that exist: those of the default set, and `PV_ROOT`, which AIX knows and a WPAR does not get. */
const known = new Set([...defaultPrivileges, 'PV_ROOT']);

/** The shipped `/etc/wpars/secattrs`; its syntax was not found on any page: one privilege a line is ours. */
export function defaultSecattrs(): string {
  return `${defaultPrivileges.join('\n')}\n`;
}

/** Reads a privilege file: names separated by white space or commas; lines that start with `*` or `#` are comments. */
export function parseSecattrs(text: string): string[] {
  const lines = text.split('\n').filter((line) => !/^\s*[*#]/.test(line));
  return lines
    .join(' ')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
}

/**
 * `privs=` replaces, `privs+=` adds, `privs-=` removes (operators: chwpar synopsis; meaning recalled).
 * @returns null when nothing was said about privileges: secfile decides
 * @throws Failure for a name that is no privilege
 */
export function choosePrivileges(security: Stanza, current: readonly string[]): string[] | null {
  const list = (attribute: string) => parseSecattrs(security[attribute] ?? '').map(checkPrivilege);
  if (!['privs', 'privs+', 'privs-'].some((attribute) => attribute in security)) return null;
  const base = 'privs' in security ? list('privs') : current;
  const removed = new Set(list('privs-'));
  return [...new Set([...base, ...list('privs+')])].filter((privilege) => !removed.has(privilege));
}

function checkPrivilege(privilege: string): string {
  if (!known.has(privilege)) throw failure(messages.privilegeUnknown, { privilege });
  return privilege;
}
