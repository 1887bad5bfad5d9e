/** `lstcpip -num`, as `netstat -in` of AIX prints interfaces. */

export interface InterfaceLine {
  readonly name: string;
  readonly mtu: number;
  readonly network: string;
  readonly address: string;
}

const title = 'Name  Mtu   Network     Address            Ipkts Ierrs    Opkts Oerrs  Coll';

/** Packets are not counted. */
export function formatInterfaces(lines: readonly InterfaceLine[]): string {
  const rows = lines.map(
    ({ name, mtu, network, address }) =>
      `${name.padEnd(5)} ${String(mtu).padEnd(5)} ${network.padEnd(11)} ${address.padEnd(17)} ${'0'.padStart(6)} ${'0'.padStart(5)} ${'0'.padStart(8)} ${'0'.padStart(5)} ${'0'.padStart(5)}\n`,
  );
  return `${title}\n${rows.join('')}`;
}
