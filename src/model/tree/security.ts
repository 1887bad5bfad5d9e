/** Files of /etc/security of a new tree: what lsuser and passwd go by. Values are those of a captured lsuser. */

/** What users have whose own stanza does not say otherwise. */
const userDefaults = `default:
	admin = false
	login = true
	su = true
	daemon = true
	rlogin = true
	sugroups = ALL
	admgroups =
	ttys = ALL
	auth1 = SYSTEM
	auth2 = NONE
	tpath = nosak
	umask = 022
	expires = 0
	SYSTEM = "compat"
	logintimes =
	pwdwarntime = 0
	account_locked = false
	loginretries = 0
	histexpire = 0
	histsize = 0
	minage = 0
	maxage = 0
	maxexpired = -1
	minalpha = 0
	minother = 0
	minlen = 0
	mindiff = 0
	maxrepeats = 8
	dictionlist =
	pwdchecks =
	default_roles =
	roles =
`;

const administrators = ['daemon', 'bin', 'sys', 'adm', 'uucp', 'lpd', 'lp'];

function stanza(name: string, ...lines: readonly string[]): string {
  return `${name}:\n${lines.map((line) => `\t${line}\n`).join('')}`;
}

export const securityUser: string = [
  userDefaults,
  stanza('root', 'admin = true', 'SYSTEM = "compat"', 'registry = files', 'account_locked = false'),
  // They own files and daemons: they expired on the first day of 1970, so that nobody logs in as one.
  ...administrators.map((name) => stanza(name, 'admin = true', 'expires = 0101000070')),
  stanza('guest', 'admin = false'),
  stanza('nobody', 'admin = true', 'expires = 0101000070'),
  stanza('invscout', 'admin = true'),
].join('\n');

const adminGroups = ['system', 'bin', 'sys', 'adm', 'security', 'cron', 'audit', 'printq', 'lp'];

export const securityGroup: string = [
  ...adminGroups.map((name) => stanza(name, 'admin = true')),
  ...['staff', 'uucp', 'mail', 'ecs', 'invscout', 'nobody', 'usr'].map((name) =>
    stanza(name, 'admin = false'),
  ),
].join('\n');

export const limits: string = stanza(
  'default',
  'fsize = 2097151',
  'core = 2097151',
  'cpu = -1',
  'data = 262144',
  'rss = 65536',
  'stack = 65536',
  'nofiles = 2000',
);

/** The shells that chuser takes, and the algorithm of passwords. */
export const loginConfiguration: string = [
  stanza('default', 'logindisable = 0', 'logininterval = 0', 'loginreenable = 0', 'logindelay = 0'),
  stanza(
    'usw',
    'shells = /bin/sh,/bin/bsh,/bin/csh,/bin/ksh,/bin/tsh,/bin/ksh93,/usr/bin/sh,/usr/bin/bsh,/usr/bin/csh,/usr/bin/ksh,/usr/bin/tsh,/usr/bin/ksh93,/usr/bin/rksh,/usr/bin/rksh93,/usr/sbin/uucp/uucico,/usr/sbin/sliplogin,/usr/sbin/snappd',
    'maxlogins = 32767',
    'logintimeout = 60',
    'auth_type = STD_AUTH',
    'pwd_algorithm = ssha256',
  ),
].join('\n');

export const passwords: string = ['root', 'guest'].map((name) => stanza(name, 'password = *')).join('\n');

/** What mkuser puts into a new home directory. */
export const userProfile = `PATH=/usr/bin:/etc:/usr/sbin:/usr/ucb:$HOME/bin:/usr/bin/X11:/sbin:.

export PATH
`;
