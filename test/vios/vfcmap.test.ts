import { describe, expect, test } from 'vitest';
import { alter, prints, refusal, server } from './typed.ts';

describe('vfcmap', () => {
  test('maps to another port', async () => {
    const lab = server();
    expect(await prints(lab, 'vfcmap -vadapter vfchost0 -fcp fcs1')).toBe('vfchost0 changed\n');
    expect(await prints(lab, 'lsnports -field name aports awwpns -fmt :')).toBe(
      'fcs0:64:2048\nfcs1:63:2046\n',
    );
    expect(await prints(lab, 'vfcmap -vadapter vfchost0 -fcp fcs1')).toBe('vfchost0 changed\n');
    expect(await prints(lab, 'vfcmap -fcp -vadapter vfchost0')).toBe('vfchost0 changed\n');
    expect(await prints(lab, 'lsmap -all -npiv -field status fc flags -fmt :')).toBe('NOT_LOGGED_IN: :1\n');
  });

  test.each([
    ['-vadapter vhost0 -fcp fcs1', 63, 'The device vhost0 is not a server virtual Fibre Channel adapter.\n'],
    ['-vadapter vfchost9 -fcp fcs1', 10, 'There is no device vfchost9 on this Virtual I/O Server.\n'],
    ['-vadapter vfchost0 -fcp fcs9', 10, 'There is no device fcs9 on this Virtual I/O Server.\n'],
  ])('vfcmap %s', async (line, status, stderr) => {
    expect(await refusal(server(), `vfcmap ${line}`)).toEqual({ status, stderr });
  });

  test.each([
    ['fabric = 0', 'The port fcs1 is not connected to a switch that supports NPIV.\n'],
    ['ports = 0', 'The port fcs1 has no NPIV port left.\n'],
    ["status = 'Defined'", 'The device fcs1 is not in the Available state.\n'],
  ])('a port with %s', async (what, stderr) => {
    const lab = server();
    alter(lab, `UPDATE vios_port SET ${what} WHERE name = 'fcs1'`);
    expect(await refusal(lab, 'vfcmap -vadapter vfchost0 -fcp fcs1')).toEqual({ status: 1, stderr });
  });

  test('both flags are needed', async () => {
    expect((await refusal(server(), 'vfcmap -vadapter vfchost0')).stderr).toMatch(
      /^The -fcp flag is required\.\n/,
    );
  });
});
