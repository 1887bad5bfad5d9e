import { expect, test } from 'vitest';
import { alter, prints, refusal, server } from './typed.ts';

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
  expect((await refusal(lab, "license -accept -lang '../x'")).stderr).toBe('The locale ../x is not valid.\n');
  expect(await prints(lab, 'license -accept -lang en_US')).toBe('');
  expect(await prints(lab, 'license')).toBe('The license has been accepted.\n');
  expect(await prints(lab, 'license -accept')).toBe('');
  expect(await prints(lab, 'ioslevel')).toBe('2.2.3.3\n');
});
