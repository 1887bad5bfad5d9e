import { describe, expect, test } from 'vitest';
import { alter, prints, refusal, server } from './typed.ts';

describe('lstcpip', () => {
  test('-num: the fourth column is the address', async () => {
    const text = await prints(server(), 'lstcpip -num');
    expect(text).toBe(`Name  Mtu   Network     Address            Ipkts Ierrs    Opkts Oerrs  Coll
en5   1500  link#2      8e.2f.e1.0.20.3        0     0        0     0     0
en5   1500  172.16.20   172.16.20.22           0     0        0     0     0
lo0   16896 link#1                             0     0        0     0     0
lo0   16896 127         127.0.0.1              0     0        0     0     0
`);
    expect(await prints(server(), 'lstcpip -state')).toBe(text);
  });

  test('an address of a shared adapter', async () => {
    const lab = server();
    alter(lab, "UPDATE sea SET address = '10.9.8.7', netmask = '255.255.0.0'");
    expect(await prints(lab, 'lstcpip -num')).toMatch(/^en7 +1500 +10\.9 +10\.9\.8\.7 /m);
  });

  test('adapters, interfaces, the name', async () => {
    const lab = server();
    expect((await prints(lab, 'lstcpip -adapters')).split('\n').slice(3, 8)).toEqual([
      'ent3     Ethernet Adapter',
      'ent4     Virtual I/O Ethernet Adapter (l-lan)',
      'ent5     Virtual I/O Ethernet Adapter (l-lan)',
      'ent6     Virtual I/O Ethernet Adapter (l-lan)',
      'ent7     Shared Ethernet Adapter',
    ]);
    expect((await prints(lab, 'lstcpip -interfaces')).split('\n').slice(0, 2)).toEqual([
      'en0  Standard Ethernet Network Interface',
      'et0  IEEE 802.3 Ethernet Network Interface',
    ]);
    expect(await prints(lab, 'lstcpip -hostname')).toBe('b750vio2\n');
  });

  test.each(['-arp', '-sockets', '-routtable', '-stored', '-namesrv', '-num -hostname'])(
    'lstcpip %s is refused',
    async (line) => {
      expect((await refusal(server(), `lstcpip ${line}`)).status).toBe(1);
    },
  );
});
