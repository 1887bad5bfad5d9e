/** One interface as `ifconfig` of AIX shows it. */
export interface InterfaceLines {
  readonly name: string;
  readonly addresses: readonly {
    readonly family: 'inet' | 'inet6';
    readonly address: string;
    /** 0xffffff00, or a prefix length. */
    readonly mask: string;
    readonly broadcast: string;
  }[];
}

// Flags, buffers and blanks as captured from machines with virtual adapters; en with and without a broadcast are alike.
const ethernet =
  'flags=1e080863,480<UP,BROADCAST,NOTRAILERS,RUNNING,SIMPLEX,MULTICAST,GROUPRT,64BIT,CHECKSUM_OFFLOAD(ACTIVE),CHAIN>';
const loopback =
  'flags=e08084b,c0<UP,BROADCAST,LOOPBACK,RUNNING,SIMPLEX,MULTICAST,GROUPRT,64BIT,LARGESEND,CHAIN>';

export function interfaceText({ name, addresses }: InterfaceLines): string {
  const local = name === 'lo0';
  const space = local ? 131_072 : 262_144;
  const lines = addresses.map(({ family, address, mask, broadcast }) =>
    family === 'inet6'
      ? `inet6 ${address}/${mask}`
      : `inet ${address} netmask ${mask}${broadcast === '' ? '' : ` broadcast ${broadcast}`}`,
  );
  return [
    `${name}: ${local ? loopback : ethernet}\n`,
    ...lines.map((line) => `        ${line}\n`),
    `         tcp_sendspace ${space} tcp_recvspace ${space} rfc1323 1\n`,
  ].join('');
}
