import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { insideLab } from './inside-world.ts';

// Flags, widths and the last lines as in captures.
const en0 =
  'en0: flags=1e080863,480<UP,BROADCAST,NOTRAILERS,RUNNING,SIMPLEX,MULTICAST,GROUPRT,64BIT,CHECKSUM_OFFLOAD(ACTIVE),CHAIN>\n';
const space = '         tcp_sendspace 262144 tcp_recvspace 262144 rfc1323 1\n';
const lo0 = `lo0: flags=e08084b,c0<UP,BROADCAST,LOOPBACK,RUNNING,SIMPLEX,MULTICAST,GROUPRT,64BIT,LARGESEND,CHAIN>
        inet 127.0.0.1 netmask 0xff000000 broadcast 127.255.255.255
        inet6 ::1%1/0
         tcp_sendspace 131072 tcp_recvspace 131072 rfc1323 1
`;
const own = '        inet 172.16.20.8 netmask 0xffffff00 broadcast 172.16.20.255\n';
const alias = '        inet 172.16.20.12 netmask 0xffffff00 broadcast 172.16.20.255\n';

describe('ifconfig', () => {
  // Seed 1: the top line is the address of the global environment, the lines below are aliases, one each.
  test('an alias for each WPAR, while it is active', async () => {
    const lab = new TestLab('default', 'l488pp008');
    expect(await lab.ok('ifconfig -a')).toBe(`${en0}${own}${space}${lo0}`);
    await lab.ok('startwpar dev02');
    expect(await lab.ok('ifconfig -a')).toBe(`${en0}${own}${alias}${space}${lo0}`);
    expect(await lab.ok('ifconfig -a')).toBe(await lab.ok('ifconfig -u'));
    lab.wpar = 'dev02';
    expect(await lab.ok('ifconfig -a')).toBe(`${en0}${alias}${space}${lo0}`);
    lab.wpar = undefined;
    await lab.ok('stopwpar dev02');
    expect(await lab.ok('ifconfig en0')).toBe(`${en0}${own}${space}`);
  });

  test('seed 1: 9.69.44.236 first, then what runs', async () => {
    const addresses = (await new TestLab('default', 'p550q').ok('ifconfig en0')).match(/inet [\d.]+/g);
    expect(addresses?.[0]).toBe('inet 9.69.44.236');
    expect(addresses?.slice(1).sort()).toEqual(['inet 9.69.44.113', 'inet 9.69.44.115']);
  });

  test.each([
    ['ifconfig -l', 'en0 lo0\n'],
    ['ifconfig -a -l', 'en0 lo0\n'],
    ['ifconfig -d', ''],
    ['ifconfig lo0 inet6', lo0.replace(/.*127\.255.*\n/, '')],
    ['ifconfig en0 inet', `${en0}${own}${space}`],
  ])('%s', async (line, stdout) => {
    expect(await new TestLab('default', 'l488pp008').type(line)).toEqual({ status: 0, stdout, stderr: '' });
  });

  test('addresses of both families; a WPAR without a network has only the loopback', async () => {
    expect(await insideLab('routed').ok('ifconfig en0')).toBe(
      `${en0}        inet 10.0.42.12 netmask 0xfffffc00 broadcast 10.0.43.255\n        inet6 fd00::12/64\n${space}`,
    );
    expect(await insideLab('old52').ok('ifconfig -a')).toBe(lo0);
  });

  test.each([
    ['en7', 1, 'ifconfig: There is no interface called en7.\n'],
    [
      'en0 10.1.1.1 netmask 255.0.0.0',
      1,
      'ifconfig: Addresses are not changed here: those of a host are given by the world, those of a workload partition by mkwpar and chwpar -N.\n',
    ],
    ['en0 down', 1, /^ifconfig: Addresses are not changed here/],
    ['', 2, /^ifconfig: Interface is required\.\nUsage: /],
    ['-d -u', 2, /cannot be used together/],
    ['en0 inet inet6', 2, /^ifconfig: The argument inet6 is not expected\./],
    ['__proto__', 1, 'ifconfig: There is no interface called __proto__.\n'],
  ])('ifconfig %s', async (words, status, stderr) => {
    const lab = new TestLab('default', 'l488pp008');
    const dump = lab.dump();
    const outcome = await lab.type(`ifconfig ${words}`);
    expect([outcome.status, outcome.stdout]).toEqual([status, '']);
    if (typeof stderr === 'string') expect(outcome.stderr).toBe(stderr);
    else expect(outcome.stderr).toMatch(stderr);
    expect(lab.dump()).toEqual(dump);
  });
});
