import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { devicesWorld } from '../vios/server.ts';

function l488pp008(): TestLab {
  return new TestLab('default', 'l488pp008');
}

describe('lsattr', () => {
  // Captured: rows of an interface of AIX 6.1 or older.
  test('a captured interface', async () => {
    const listed = (await new TestLab(devicesWorld, 'old1').ok('lsattr -El en0')).split('\n');
    const captured = `alias4                      IPv4 Alias including Subnet Mask           True
arp           on            Address Resolution Protocol (ARP)          True
mtu           1500          Maximum IP Packet Size for This Device     True
netaddr       192.168.2.1   Internet Address                           True
netmask       255.255.255.0 Subnet Mask                                True
rfc1323                     Enable/Disable TCP RFC 1323 Window Scaling True
security      none          Security Level                             True
state         up            Current Interface Status                   True`.split('\n');
    expect(listed.filter((line) => captured.includes(line))).toEqual(captured);
  });

  test.each([
    ['-El hdisk1 -a queue_depth', 'queue_depth 8 Queue DEPTH True\n'],
    ['-El hdisk1 -a queue_depth -F value', '8\n'],
    ['-l hdisk1 -a queue_depth -F attribute=value', 'queue_depth=8\n'],
    ['-l hdisk1 -a queue_depth -a q_type -F value -Z ;', '8;simple;'],
    [
      '-HEl hdisk1 -a queue_depth',
      'attribute   value description user_settable\n\nqueue_depth 8     Queue DEPTH True\n',
    ],
    ['-EOl en0 -a mtu -a arp', '#mtu:arp\n1500:on\n'],
    ['-Dl en0 -a netaddr', 'netaddr  Internet Address True\n'],
    ['-Rl sys0 -a ncargs', '256...1024 (+1)\n'],
    ['-R -l vscsi0 -a vscsi_err_recov', 'delayed_fail\nfast_fail\n'],
    [
      '-El mem0',
      'ent_mem_cap         I/O memory entitlement in Kbytes           False\ngoodsize       8192 Amount of usable physical memory in Mbytes False\nmem_exp_factor      Memory expansion factor                    False\nsize           8192 Total amount of physical memory in Mbytes  False\nvar_mem_weight      Variable memory capacity weight            False\n',
    ],
    [
      '-El proc4',
      'frequency   3300000000     Processor Speed       False\nsmt_enabled true           Processor SMT enabled False\nsmt_threads 4              Processor SMT threads False\nstate       enable         Processor state       False\ntype        PowerPC_POWER7 Processor type        False\n',
    ],
    ['-El sys0 -a modelname', 'modelname IBM,8233-E8B Machine name False\n'],
    ['-El vio0', ''],
  ])('lsattr %s', async (words, stdout) => {
    expect(await l488pp008().type(`lsattr ${words}`)).toEqual({ status: 0, stdout, stderr: '' });
  });

  test('capitals first, and True+ from AIX 7.2 on', async () => {
    const old = (await l488pp008().ok('lsattr -El hdisk1')).split('\n');
    expect(old[0]).toMatch(/^PCM /);
    expect(old.find((line) => line.startsWith('reserve_policy'))).toMatch(/ True$/);
    const later = await new TestLab(devicesWorld, 'client1').ok('lsattr -El hdisk0 -a reserve_policy');
    expect(later).toBe('reserve_policy single_path Reserve Policy True+\n');
  });

  test.each([
    [
      '-El nosuch',
      1,
      'lsattr: 0514-519 The following device was not found in the customized device configuration database:\nnosuch\n',
    ],
    [
      '-El hdisk0 -a nosuch',
      1,
      'lsattr: 0514-528 The "nosuch" attribute does not exist in the predefined device configuration database.\n',
    ],
    ['-Rl hdisk0 -a pvid', 1, 'lsattr: No list of legal values is known for the pvid attribute.\n'],
    ['-l hdisk0 -F nosuch', 1, 'lsattr: There is no column called nosuch.\n'],
  ])('lsattr %s', async (words, status, stderr) => {
    expect(await l488pp008().type(`lsattr ${words}`)).toEqual({ status, stdout: '', stderr });
  });

  test.each([
    ['-E', /^lsattr: One of the -l flags is required\.\nUsage: /],
    ['-l hdisk0', /^lsattr: One of the -D, -E, -P, -F and -R flags is required\./],
    ['-Rl hdisk0', /^lsattr: The -R flag requires one -a flag\./],
    ['-DEl hdisk0', /^lsattr: The -D and -E flags cannot be used together\./],
    ['-E -c disk', /is not supported by parlab: /],
    ['-Pl hdisk0', /^lsattr: Not a recognized flag: P \(this host runs AIX 7\.1\.2\.0/],
  ])('lsattr %s is misuse', async (words, stderr) => {
    const outcome = await l488pp008().type(`lsattr ${words}`);
    expect(outcome).toMatchObject({ status: 2, stdout: '' });
    expect(outcome.stderr).toMatch(stderr);
  });
});
