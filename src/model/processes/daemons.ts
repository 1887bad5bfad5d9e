/**
 * What runs on every AIX and is started with it, and the subsystems that the System Resource Controller knows as delivered.
 * Those of a WPAR, their command lines and the seconds after init: seed 3, listing 6. Groups, what only a global
 * environment has and what is delivered but does not run: recalled.
 */

/** How the SRC talks to a subsystem. */
export type Contact = 'queue' | 'signals' | 'sockets';

export interface Daemon {
  readonly name: string;
  /** As ps shows it. */
  readonly command: string;
  /** Seconds after init. */
  readonly offset: number;
  /** ps prints a blank after its command; two rows of listing 6 have none. */
  readonly bare?: true;
}

export interface Delivered extends Daemon {
  readonly group: string;
  /** Starts with the place. */
  readonly starts: 'global' | 'never' | 'wpar' | 'everywhere';
  /** Only a global environment has it. */
  readonly globalOnly?: true;
  readonly contact: Contact;
  /** First level of AIX that has it. */
  readonly since?: string;
}

/** Children of init that no SRC controls; a global environment has syncd, too. */
export const ownDaemons: readonly (Daemon & { readonly globalOnly?: true })[] = [
  { name: 'errdemon', command: '/usr/lib/errdemon', offset: 4 },
  { name: 'srcmstr', command: '/usr/sbin/srcmstr', offset: 9 },
  { name: 'cron', command: '/usr/sbin/cron', offset: 16 },
  { name: 'syncd', command: '/usr/sbin/syncd 60', offset: 5, globalOnly: true },
];

const rsct = '/usr/sbin/rsct/bin';

type Extra = Partial<Pick<Delivered, 'bare' | 'globalOnly' | 'since'>>;

const runs =
  (starts: 'everywhere' | 'global' | 'wpar') =>
  (
    name: string,
    group: string,
    command: string,
    offset: number,
    contact: Contact,
    more: Extra = {},
  ): Delivered => ({ name, group, command, offset, contact, starts, ...more });

const everywhere = runs('everywhere');
const inGlobal = runs('global');

const rests = (name: string, group: string, more: Extra = {}): Delivered => ({
  name,
  group,
  command: `/usr/sbin/${name}`,
  offset: 0,
  contact: 'sockets',
  starts: 'never',
  ...more,
});

const globalOnly = { globalOnly: true } as const;

/** In the order of `lssrc -a`. New ones go to the end: process ids follow from the place in this list. */
export const delivered: readonly Delivered[] = [
  everywhere('syslogd', 'ras', '/usr/sbin/syslogd', 14, 'sockets'),
  everywhere('sendmail', 'mail', 'sendmail: accepting connections', 15, 'signals'),
  everywhere('portmap', 'portmap', '/usr/sbin/portmap', 15, 'sockets'),
  everywhere('inetd', 'tcpip', '/usr/sbin/inetd', 15, 'sockets'),
  inGlobal('snmpd', 'tcpip', '/usr/sbin/snmpd', 15, 'sockets'),
  inGlobal('hostmibd', 'tcpip', '/usr/sbin/hostmibd', 15, 'sockets', globalOnly),
  inGlobal('snmpmibd', 'tcpip', '/usr/sbin/snmpmibd', 15, 'sockets', globalOnly),
  inGlobal('aixmibd', 'tcpip', '/usr/sbin/aixmibd', 15, 'sockets', globalOnly),
  everywhere('biod', 'nfs', '/usr/sbin/biod 6', 15, 'signals'),
  inGlobal('rpc.statd', 'nfs', '/usr/sbin/rpc.statd -d 0 -t 50', 15, 'signals'),
  everywhere('rpc.lockd', 'nfs', '/usr/sbin/rpc.lockd -d 0', 16, 'signals'),
  everywhere('qdaemon', 'spooler', '/usr/sbin/qdaemon', 17, 'queue'),
  everywhere('writesrv', 'spooler', '/usr/sbin/writesrv', 17, 'sockets'),
  everywhere('sshd', 'ssh', '/usr/sbin/sshd', 17, 'signals'),
  everywhere('clcomd', 'caa', '/usr/sbin/clcomd -d', 16, 'sockets', { since: '7.1' }),
  everywhere('ctrmc', 'rsct', `${rsct}/rmcd -a IBM.LPCommands -r`, 17, 'sockets', { bare: true }),
  everywhere('IBM.ERRM', 'rsct_rm', `${rsct}/IBM.ERrmd`, 20, 'sockets', { bare: true }),
  everywhere('IBM.AuditRM', 'rsct_rm', `${rsct}/IBM.AuditRMd`, 20, 'sockets'),
  inGlobal('IBM.HostRM', 'rsct_rm', `${rsct}/IBM.HostRMd`, 20, 'sockets', globalOnly),
  inGlobal('IBM.ServiceRM', 'rsct_rm', `${rsct}/IBM.ServiceRMd`, 20, 'sockets', globalOnly),
  inGlobal('IBM.DRM', 'rsct_rm', `${rsct}/IBM.DRMd`, 20, 'sockets', globalOnly),
  rests('lpd', 'spooler'),
  rests('nfsd', 'nfs'),
  rests('rpc.mountd', 'nfs'),
  rests('nfsrgyd', 'nfs'),
  rests('gssd', 'nfs'),
  rests('automountd', 'autofs'),
  rests('keyserv', 'keyserv'),
  rests('ypserv', 'yp'),
  rests('ypbind', 'yp'),
  rests('ypupdated', 'yp'),
  rests('yppasswdd', 'yp'),
  rests('ctcas', 'rsct'),
  rests('timed', 'tcpip'),
  rests('routed', 'tcpip', globalOnly),
  rests('gated', 'tcpip', globalOnly),
  rests('named', 'tcpip'),
  rests('rwhod', 'tcpip'),
  rests('xntpd', 'tcpip', globalOnly),
  rests('dhcpcd', 'tcpip', globalOnly),
  rests('dhcpsd', 'tcpip', globalOnly),
  rests('ndpd-host', 'tcpip', globalOnly),
];
