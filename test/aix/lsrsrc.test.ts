import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';

describe('lsrsrc', () => {
  // The layout is captured (bond-huang/ebook).
  test.each([
    ['l488pp008', '172.16.20.8'],
    ['b750vio1', '172.16.20.21'],
  ])('IBM.MCP on %s', async (host, address) => {
    expect((await new TestLab('default', host).ok('lsrsrc IBM.MCP')).replace(/= \d+\n/, '= N\n')).toBe(
      `Resource Persistent Attributes for IBM.MCP
resource 1:
        MNName            = "${address}"
        NodeID            = N
        KeyToken          = "bpichmc"
        IPAddresses       = {"172.16.20.2"}
        ConnectivityNames = {"${address}"}
        HMCName           = "7042CR8*10C4F2C"
        HMCIPAddr         = "172.16.20.2"
        HMCAddIPs         = ""
        HMCAddIPv6s       = ""
        ActivePeerDomain  = ""
        NodeNameList      = {"${host}"}
`,
    );
  });

  test.each<[string, number, string]>([
    ['lsrsrc', 1, 'lsrsrc: A list of resource classes is not supported by parlab: name IBM.MCP.\n'],
    ['lsrsrc IBM.Host', 1, 'lsrsrc: Resource class IBM.Host is not supported by parlab: only IBM.MCP is.\n'],
    ['lsrsrc IBM.MCP Color', 1, 'lsrsrc: Resource class IBM.MCP has no attribute Color.\n'],
    ['lsrsrc -t IBM.MCP', 2, 'parlab prints only the plain view'],
  ])('%s', async (line, status, stderr) => {
    expect(await new TestLab('default', 'l488pp008').type(line)).toEqual({
      status,
      stdout: '',
      stderr: expect.stringContaining(stderr),
    });
  });

  test('while the daemon is stopped, and on a host in no partition', async () => {
    const lab = new TestLab('default', 'l488pp008');
    await lab.ok('rmcctrl -z');
    expect(await lab.type('lsrsrc IBM.MCP')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'lsrsrc: 2612-022 A session could not be established with the RMC daemon on "local_node".\n',
    });
    lab.host = 'p550q';
    expect(await lab.type('lsrsrc IBM.MCP')).toMatchObject({ status: 1 });
  });
});
