import type { Attribute } from '../../../format/hmc-csv.ts';
import { type ConsoleRow, consoleLevel } from './row.ts';

// Captured: V7R7.9 with netboot, V8R8.2 with the two others.
const usual: readonly (readonly [name: string, value: string, only?: 'V7' | 'V8'])[] = [
  ['ssh', 'enable'],
  ['sshprotocol', ''],
  ['remotewebui', 'enable'],
  ['xntp', 'disable'],
  ['xntpserver', ''],
  ['syslogserver', ''],
  ['syslogtcpserver', ''],
  ['syslogtlsserver', ''],
  ['netboot', 'disable', 'V7'],
  ['altdiskboot', 'disable'],
  ['ldap', 'disable'],
  ['kerberos', 'disable'],
  ['kerberos_default_realm', ''],
  ['kerberos_realm_kdc', ''],
  ['kerberos_clockskew', ''],
  ['kerberos_ticket_lifetime', ''],
  ['kpasswd_admin', ''],
  ['trace', ''],
  ['kerberos_keyfile_present', ''],
  ['kerberos_allow_weak_crypto', '', 'V8'],
  ['legacyhmccomm', 'disable'],
  ['security', 'legacy', 'V8'],
  ['sol', 'disabled'],
];

/** The attributes of `lshmc -r`. */
export function remoteAttributes({ host, console }: ConsoleRow): readonly Attribute<ConsoleRow>[] {
  const own = JSON.parse(console.remote) as Record<string, string>;
  const level = consoleLevel(host).version >= 8 ? 'V8' : 'V7';
  return usual
    .filter(([, , only]) => only === undefined || only === level)
    .map(([name, value]) => ({ name, value: () => own[name] ?? value }));
}
