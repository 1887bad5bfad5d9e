import type { Attribute } from '../../../format/hmc-csv.ts';
import type { Interface } from '../../../state/hosts.ts';
import type { ConsoleRow } from './row.ts';

type ConsoleAttribute = Attribute<ConsoleRow>;

const each =
  (value: (own: Interface) => string | null) =>
  ({ interfaces }: ConsoleRow) =>
    interfaces.flatMap((own) => value(own) ?? []);

const address = each((own) => own.address ?? '0.0.0.0');
const netmask = each((own) => own.netmask ?? '255.255.255.0');
const address6 = each((own) => (own.address6 === null ? null : expanded(own.address6)));

/** The attributes of `lshmc -n`, a dozen for each interface, as captured (HMC V7R7.9). */
export function networkAttributes({ interfaces }: ConsoleRow): readonly ConsoleAttribute[] {
  return [
    { name: 'hostname', value: ({ host }) => host.name },
    { name: 'domain', value: ({ console }) => console.domain },
    { name: 'ipaddr', value: address },
    { name: 'networkmask', value: netmask },
    { name: 'gateway', value: ({ console }) => console.gateway },
    { name: 'nameserver', value: ({ console }) => console.nameserver },
    { name: 'domainsuffix', value: () => '' },
    { name: 'slipipaddr', value: () => '10.253.0.1' },
    { name: 'slipnetmask', value: () => '255.255.0.0' },
    { name: 'ipaddrlpar', value: address },
    { name: 'networkmasklpar', value: netmask },
    { name: 'clients', value: () => '' },
    { name: 'ipv6addrlpar', value: address6 },
    {
      name: 'slpipaddrs',
      value: (row) => [
        ...address(row),
        ...row.interfaces.flatMap((own) =>
          own.address6 === null ? [] : [`${own.address6}/${own.prefixlen ?? 64}`],
        ),
      ],
    },
    ...interfaces.flatMap(interfaceAttributes),
  ];
}

function interfaceAttributes(own: Interface): ConsoleAttribute[] {
  const values: Readonly<Record<string, string>> = {
    ipv4addr: own.address ?? '0.0.0.0',
    ipv4netmask: own.netmask ?? '255.255.255.0',
    ipv4dhcp: 'off',
    ipv6addr: own.address6 === null ? '' : `${expanded(own.address6)}/${own.prefixlen ?? 64}`,
    ipv6auto: 'off',
    ipv6privacy: 'off',
    ipv6dhcp: 'off',
    lparcomm: 'off',
    jumboframe: 'off',
    speed: 'auto',
    duplex: 'auto',
    tso: 'off',
  };
  return Object.entries(values).map(([name, value]) => ({ name: `${name}_${own.name}`, value: () => value }));
}

// fe80::214:5eff is fe80:0:0:0:...: the console shortens nothing.
function expanded(short: string): string {
  const [before = '', after] = short.split('::');
  if (after === undefined) return short;
  const left = before === '' ? [] : before.split(':');
  const right = after === '' ? [] : after.split(':');
  return [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right].join(':');
}
