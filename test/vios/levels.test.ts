import { describe, expect, test } from 'vitest';
import { alter, prints, refusal, server } from './typed.ts';

describe('ioslevel, license, lsuser, ioscli', () => {
  test('levels', async () => {
    expect(await prints(server(), 'ioslevel')).toBe('2.2.3.3\n');
    expect(await prints(server('b740vio1'), 'ioslevel')).toBe('2.2.2.3\n');
    expect((await refusal(server(), 'ioslevel now')).stderr).toMatch(/^The argument now is not expected\.\n/);
  });

  test.each([
    'cfgdev',
    'errlog',
    'ioslevel',
    'lsmap -all',
    'lsnports',
    'lspv',
    'lstcpip -num',
    'lsuser',
    'mkvdev -vdev hdisk9 -vadapter vhost0',
    'rmvdev -vtd vtscsi0',
    'vasistat vasi0',
    'vfcmap -vadapter vfchost0 -fcp',
  ])('%s waits for the licence', async (line) => {
    const lab = server();
    alter(lab, 'UPDATE partition SET license_accepted = 0');
    const [name] = line.split(' ');
    expect(await refusal(lab, line)).toEqual({
      status: 1,
      stderr: `${name}: The license must be accepted first: license -accept.\n`,
    });
  });

  test('license', async () => {
    const lab = server();
    alter(lab, 'UPDATE partition SET license_accepted = 0');
    expect(await prints(lab, 'license')).toBe('The license has not been accepted.\n');
    expect((await refusal(lab, 'license -view')).stderr).toMatch(/not supported by parlab/);
    expect((await refusal(lab, "license -accept -lang '../x'")).stderr).toBe(
      'The locale ../x is not valid.\n',
    );
    expect(await prints(lab, 'license -accept -lang en_US')).toBe('');
    expect(await prints(lab, 'license')).toBe('The license has been accepted.\n');
    expect(await prints(lab, 'license -accept')).toBe('');
    expect(await prints(lab, 'ioslevel')).toBe('2.2.3.3\n');
  });

  test('lsuser', async () => {
    const lab = server();
    expect(await prints(lab, 'lsuser')).toMatch(
      /^padmin roles=PAdmin default_roles=PAdmin .* SYSTEM=compat\n$/,
    );
    expect(await prints(lab, 'lsuser padmin')).toBe(await prints(lab, 'lsuser ALL'));
    expect(await refusal(lab, 'lsuser padmin,nobody')).toEqual({
      status: 1,
      stderr:
        'Some error messages may contain invalid information\nfor the Virtual I/O Server environment.\n\n3004-687 User "nobody" does not exist.\n',
    });
  });

  test('ioscli', async () => {
    const lab = server();
    expect(await prints(lab, 'ioscli ioslevel')).toBe('2.2.3.3\n');
    expect(await prints(lab, 'ioscli lsmap -all -fmt :')).toBe(await prints(lab, 'lsmap -all -fmt :'));
    expect(await prints(lab, 'ioscli ioscli ioslevel')).toBe('2.2.3.3\n');
    expect((await refusal(lab, 'ioscli lsmap -vadapter vhost9')).status).toBe(10);
    expect(await refusal(lab, 'ioscli foo')).toEqual({ status: 127, stderr: 'rksh: foo:  not found.\n' });
    expect(await refusal(lab, 'ioscli -all')).toEqual({ status: 127, stderr: 'rksh: -all:  not found.\n' });
    expect(await refusal(lab, "ioscli ''")).toEqual({ status: 127, stderr: 'rksh: :  not found.\n' });
    // What AIX or the console has is not there.
    expect((await refusal(lab, 'ioscli lswpar')).status).toBe(127);
    expect((await refusal(lab, 'ioscli lssyscfg -r sys')).status).toBe(127);
    expect((await refusal(lab, 'ioscli /usr/bin/ls')).stderr).toBe(
      'rksh: /usr/bin/ls: 0403-019 The operation is not allowed in a restricted shell.\n',
    );
    expect(await refusal(lab, 'ioscli')).toEqual({
      status: 1,
      stderr: 'Usage: ioscli Command [Flags] [Arguments]\n',
    });
  });
});
