import type { Engine } from '../../state/engine.ts';
import { deliveredPath, deliveredText } from '../dlpar/delivered.ts';
import { recordsOf } from '../storage/records.ts';
import { formatStanzas } from '../storage/stanzas.ts';
import {
  limits,
  loginConfiguration,
  passwords,
  securityGroup,
  securityUser,
  userProfile,
} from './security.ts';

/** A folder of a new tree. */
export interface SkeletonFolder {
  readonly path: string;
  readonly mode: number;
}

/** A place whose files are to be made: a host, or a WPAR on it. */
export interface Resident {
  readonly host: string;
  readonly hostName: string;
  /** Level, `7.1.2.0`. */
  readonly release: string;
  /** The WPAR; undefined for the host itself. */
  readonly wpar?: number;
}

/**
 * What a fresh AIX has, as far as scripts and people look for it (recalled, but where a source is named). `/usr`, `/proc`
 * and `/dev` are mounted and have only their place here.
 */
export const skeletonFolders: readonly SkeletonFolder[] = [
  { path: '/admin/tmp', mode: 0o755 },
  { path: '/audit', mode: 0o755 },
  { path: '/dev', mode: 0o755 },
  { path: '/etc/objrepos', mode: 0o755 },
  { path: '/etc/security', mode: 0o750 },
  { path: '/etc/tunables', mode: 0o755 },
  { path: '/home/guest', mode: 0o755 },
  { path: '/mnt', mode: 0o755 },
  { path: '/opt', mode: 0o755 },
  { path: '/proc', mode: 0o555 },
  { path: '/tmp', mode: 0o1777 },
  { path: '/usr', mode: 0o755 },
  { path: '/var/adm/ras', mode: 0o755 },
  { path: '/var/adm/wpars', mode: 0o755 },
  { path: '/var/log', mode: 0o755 },
  { path: '/var/preserve', mode: 0o1777 },
  { path: '/var/run', mode: 0o755 },
  { path: '/var/spool/cron/crontabs', mode: 0o770 },
  { path: '/var/spool/mail', mode: 0o1777 },
  { path: '/var/tmp', mode: 0o1777 },
];

/** Folders that only the global environment has. */
export const hostFolders: readonly SkeletonFolder[] = [
  { path: '/etc/wpars', mode: 0o700 },
  { path: '/usr/lib/dr/scripts/all', mode: 0o755 },
  { path: '/usr/samples/dr/scripts', mode: 0o755 },
  { path: '/wpars', mode: 0o700 },
];

type Text = (engine: Engine, resident: Resident) => string;

/** Files by name. */
export const skeletonFiles: Readonly<Record<string, Text>> = {
  '/etc/environment': () => environment,
  '/etc/filesystems': fileSystems,
  '/etc/group': () => group,
  '/etc/hosts': hosts,
  '/etc/inetd.conf': () => '# ftp stream tcp6 nowait root /usr/sbin/ftpd ftpd\n',
  '/etc/inittab': inittab,
  '/etc/motd': (_, { release }) => motd(release),
  '/etc/passwd': () => passwd,
  '/etc/profile': () => profile,
  '/etc/security/.profile': () => userProfile,
  '/etc/security/group': () => securityGroup,
  '/etc/security/limits': () => limits,
  '/etc/security/login.cfg': () => loginConfiguration,
  '/etc/security/passwd': () => passwords,
  '/etc/security/user': () => securityUser,
  '/etc/shells': () => '/bin/sh\n/bin/bsh\n/bin/csh\n/bin/ksh\n/bin/tsh\n/usr/bin/sh\n/usr/bin/ksh\n',
  '/etc/syslog.conf': () => syslogConfiguration,
};

/** Files that only the global environment of AIX has. */
export const hostFiles: Readonly<Record<string, Text>> = { [deliveredPath]: () => deliveredText };

/** The mode of a file of a new tree: passwords are root's alone. */
export function fileMode(path: string): number {
  if (Object.hasOwn(hostFiles, path)) return 0o755;
  if (path === '/etc/security/passwd') return 0o600;
  return path.startsWith('/etc/security/') ? 0o640 : 0o644;
}

/** `PATH` of a fresh AIX. */
export const aixPath = '/usr/bin:/etc:/usr/sbin:/usr/ucb:/usr/bin/X11:/sbin';

const environment = `# System wide environment file.
PATH=${aixPath}
TZ=CST6CDT
LANG=en_US
LOCPATH=/usr/lib/nls/loc
NLSPATH=/usr/lib/nls/msg/%L/%N:/usr/lib/nls/msg/%L/%N.cat
LC__FASTMSG=true
ODMDIR=/etc/objrepos
`;

const profile = `trap "" 1 2 3
readonly LOGNAME
umask 022
[ -r "$HOME/.kshrc" ] && export ENV="$HOME/.kshrc"
trap 1 2 3
`;

// As delivered it logs nothing: all of it is comment.
const syslogConfiguration = `# What syslogd logs, and where. A line has a selector, a destination and, for a file, how it is rotated:
#
#   facility[,facility].level[;...]  /file|user[,user]|*|@host
#       [rotate [size NUMBERk|m] [files NUMBER] [time NUMBERh|d|w|m|y] [compress] [archive DIRECTORY]]
#
# A level stands for itself and all above it: emerg, alert, crit, err, warning, notice, info, debug; none takes a facility out.
# A file must be there: touch it first. Then: refresh -s syslogd
#
# For example, all messages, in at most four rotated files of 100 KB each:
#*.debug  /var/adm/messages.log  rotate size 100k files 4
`;

// nobody is 4294967294 on AIX; here it is the name of owners that a partition does not know, such as those of /usr.
const passwd = `root:!:0:0::/:/usr/bin/ksh
daemon:!:1:1::/etc:
bin:!:2:2::/bin:
sys:!:3:3::/usr/sys:
adm:!:4:4::/var/adm:
uucp:!:5:5::/usr/lib/uucp:
guest:!:100:100::/home/guest:
nobody:!:65534:65534::/:
lpd:!:9:65534::/:
lp:*:11:11::/var/spool/lp:/bin/false
invscout:*:6:12::/var/adm/invscout:/usr/bin/ksh
`;

const group = `system:!:0:root
staff:!:1:invscout
bin:!:2:root,bin
sys:!:3:root,bin,sys
adm:!:4:bin,adm
uucp:!:5:uucp
mail:!:6:
security:!:7:root
cron:!:8:root
printq:!:9:lp
audit:!:10:root
lp:!:11:root,lp,printq
invscout:!:12:
ecs:!:28:
nobody:!:65534:nobody,lpd
usr:!:100:guest
`;

/** Seed 3, listing 5: nine rows; 79 columns. */
export function motd(release: string): string {
  const row = (text: string) => `*${text.padEnd(77)}*\n`;
  const version = release.split('.').slice(0, 2).join('.');
  return [
    '',
    '',
    `  Welcome to AIX Version ${version}!`,
    '',
    '',
    '  Please see the README file in /usr/lpp/bos for information pertinent to',
    '  this release of the AIX Operating System.',
    '',
    '',
  ]
    .map(row)
    .join('');
}

interface Named {
  readonly name: string;
  readonly address: string;
}

// A WPAR knows its own name; the global environment, all that name service knows in the lab.
function hosts(engine: Engine, resident: Resident): string {
  const known =
    resident.wpar === undefined
      ? engine.all<Named>('SELECT name, address FROM host_name ORDER BY address, name')
      : engine.all<Named>(
          'SELECT ? AS name, address FROM wpar_network WHERE wpar = ? ORDER BY seq',
          resident.hostName,
          resident.wpar,
        );
  const lines = known.map(({ name, address }) => `${address}\t${name}\n`);
  return `127.0.0.1\tloopback localhost\t# loopback (lo0) name/address\n::1\tloopback localhost\n${lines.join('')}`;
}

// A WPAR's own file has no file systems: they are in that of the global environment (recalled).
function fileSystems(engine: Engine, { host, wpar }: Resident): string {
  return wpar === undefined ? formatStanzas(recordsOf(engine, host)) : '';
}

function inittab(_: Engine, { wpar }: Resident): string {
  const common = [
    'init:2:initdefault:',
    'rc:23456789:wait:/etc/rc 2>&1 | alog -tboot > /dev/console',
    'srcmstr:23456789:respawn:/usr/sbin/srcmstr',
    'rctcpip:23456789:wait:/etc/rc.tcpip > /dev/console 2>&1',
    'cron:23456789:respawn:/usr/sbin/cron',
  ];
  if (wpar === undefined) common.push('rcwpars:2:once:/etc/rc.wpars > /dev/console 2>&1');
  return common.map((line) => `${line}\n`).join('');
}
