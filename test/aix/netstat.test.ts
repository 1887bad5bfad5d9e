import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { insideLab } from './inside-world.ts';

const titles = 'Name  Mtu   Network     Address            Ipkts Ierrs    Opkts Oerrs  Coll\n';
const loopback = `lo0   16896 127         127.0.0.1           8012     0     8012     0     0
lo0   16896 ::1%1                           8012     0     8012     0     0
`;
const routing = `Routing tables
Destination        Gateway           Flags   Refs     Use  If   Exp  Groups

Route Tree for Protocol Family 2 (Internet):
`;

/** Columns of a routing table that say something: what is counted is always the same. */
function routesIn(text: string): string[] {
  const rows = text.split('\n').filter((line) => / - /.test(line));
  return rows.map((line) =>
    line
      .replace(/ +1 +417 /, ' ')
      .replace(/ +/g, ' ')
      .replace(' - -', ''),
  );
}

describe('interfaces', () => {
  test('a line for the adapter, and one for each address', async () => {
    const lab = new TestLab('default', 'l488pp008');
    await lab.ok('startwpar dev02');
    expect(
      await lab.ok('netstat -in'),
    ).toBe(`${titles}en0   1500  link#2      8e.2f.e1.0.30.2   122345     0    98765     0     0
en0   1500  172.16.20   172.16.20.8       122345     0    98765     0     0
en0   1500  172.16.20   172.16.20.12      122345     0    98765     0     0
lo0   16896 link#1                          8012     0     8012     0     0
${loopback}`);
    const named = await lab.ok('netstat -i');
    expect(named).toContain('en0   1500  172.16.20   dev02             122345');
    expect(named).toContain('lo0   16896 127         loopback            8012');
    lab.wpar = 'dev02';
    expect(await lab.ok('netstat -in')).toBe(
      `${titles}en0   1500  172.16.20   172.16.20.12      122345     0    98765     0     0\n${loopback}`,
    );
  });

  test('of one interface, of a WPAR from outside, of a network with 22 bits', async () => {
    const lab = insideLab();
    expect(await lab.ok('netstat -n -I en0 -@ native')).toBe(
      `${titles}en0   1500  10.0.40     10.0.42.11        122345     0    98765     0     0\n`,
    );
    lab.wpar = 'native';
    expect(await lab.ok('netstat -n -I en0')).toBe(
      `${titles}en0   1500  10.0.40     10.0.42.11        122345     0    98765     0     0\n`,
    );
  });
});

describe('routes', () => {
  test('of a host', async () => {
    const lab = new TestLab('default', 'l488pp008');
    expect(
      await lab.ok('netstat -rn'),
    ).toBe(`${routing}default            172.16.20.1       UG        1       417 en0      -      -
127/8              127.0.0.1         U         1       417 lo0      -      -
172.16.20.0        172.16.20.8       UHSb      1       417 en0      -      -   =>
172.16.20/24       172.16.20.8       U         1       417 en0      -      -
172.16.20.8        127.0.0.1         UGHS      1       417 lo0      -      -
172.16.20.255      172.16.20.8       UHSb      1       417 en0      -      -

Route Tree for Protocol Family 24 (Internet v6):
::1%1              ::1%1             UH        1       417 lo0      -      -

`);
    expect(await lab.ok('netstat -rf inet')).toContain('l488pp008          loopback          UGHS ');
  });

  // Captured: inside a WPAR without routing of its own the gateway is not visible.
  test('a WPAR sees the gateway only with routing of its own', async () => {
    expect(routesIn(await insideLab('native').ok('netstat -rn -f inet'))).toEqual([
      '10.0.40.0 10.0.42.11 UHSb en0 =>',
      '10.0.40/22 10.0.42.11 U en0',
      '10.0.42.11 127.0.0.1 UGHS lo0',
      '10.0.43.255 10.0.42.11 UHSb en0',
      '127/8 127.0.0.1 U lo0',
    ]);
    const own = [
      'default 10.0.43.254 UG en0',
      '10.9/16 10.0.40.7 UG en0',
      '10.8.0.1 10.0.40.8 UGH en0',
      '10.0.40.0 10.0.42.12 UHSb en0 =>',
      '10.0.40/22 10.0.42.12 U en0',
      '10.0.42.12 127.0.0.1 UGHS lo0',
      '10.0.43.255 10.0.42.12 UHSb en0',
      '127/8 127.0.0.1 U lo0',
      'fd00::12 fd00::12 UH en0',
      '::1%1 ::1%1 UH lo0',
    ];
    expect(routesIn(await insideLab('routed').ok('netstat -rn'))).toEqual(own);
    expect(routesIn(await insideLab().ok('netstat -rn -@ routed'))).toEqual(own);
  });
});

describe('the rest', () => {
  test('nobody is connected', async () => {
    expect(await new TestLab('default', 'l488pp008').ok('netstat -n')).toBe(
      'Active Internet connections\nProto Recv-Q Send-Q  Local Address          Foreign Address        (state)\n',
    );
  });

  test.each([
    [undefined, '-rn -@ nosuch', 1, 'netstat: There is no workload partition called nosuch.\n'],
    [undefined, '-rn -@ six', 1, 'netstat: Workload partition six is not active: it has no network.\n'],
    [undefined, '-I en9', 1, 'netstat: There is no interface called en9.\n'],
    ['native', '-rn -@ routed', 1, 'netstat: The -@ flag is not available inside a workload partition.\n'],
    [undefined, '-rn -@', 2, /^netstat: Name a workload partition after -@\.\nUsage: /],
    [undefined, '-f ipx', 2, /^netstat: ipx is no address family: inet or inet6\.\nUsage: /],
    [undefined, '-an', 2, /parlab keeps no sockets/],
    [undefined, '-v', 2, /parlab counts no packets/],
    [undefined, '-r -i', 2, /cannot be used together/],
    [undefined, '5', 2, /not expected/],
  ])('in %s: netstat %s', async (wpar, words, status, stderr) => {
    const outcome = await insideLab(wpar).type(`netstat ${words}`);
    expect([outcome.status, outcome.stdout]).toEqual([status, '']);
    if (typeof stderr === 'string') expect(outcome.stderr).toBe(stderr);
    else expect(outcome.stderr).toMatch(stderr);
  });
});
