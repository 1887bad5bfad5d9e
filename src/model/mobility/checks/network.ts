import { networkMessages as messages } from '../../../messages/mobility/network.ts';
import { type Check, everyType, found } from '../check.ts';
import type { Facts } from '../facts.ts';
import { bridgedVlans, networksOf } from '../network.ts';

const shared = { id: 'V09', group: 'mapping', types: everyType, severity: 'E' } as const;

function unbridged(facts: Facts): number[] {
  const networks = networksOf(facts);
  if (networks.length === 0) return [];
  const bridged = bridgedVlans(facts);
  const missing = networks.flatMap(({ to, vlans }) =>
    to ? vlans.filter((vlan) => !bridged.has(`${to.number}/${vlan}`)) : [],
  );
  return [...new Set(missing)].sort((one, other) => one - other);
}

/** Network: row V09 of the reference's table. */
export const networkChecks: readonly Check[] = [
  {
    ...shared,
    reads: 'The destination has the virtual switches of the Ethernet adapters, or those they are mapped to',
    message: messages.noSwitch,
    find: (facts) => {
      const missing = networksOf(facts).filter(({ to }) => to === undefined);
      return [...new Set(missing.map(({ wanted }) => wanted))].map((name) =>
        found(messages.noSwitch, { switch: name }),
      );
    },
  },
  {
    ...shared,
    reads: 'The virtual switches are in the same mode, VEB or VEPA',
    override: { flag: '--vsi', given: ({ vsi }) => vsi === 2 },
    message: messages.otherMode,
    find: (facts) => {
      const networks = new Map(networksOf(facts).map((each) => [each.from.name, each]));
      return [...networks.values()].flatMap(({ from, to }) =>
        !to || to.mode === from.mode
          ? []
          : [
              found(messages.otherMode, {
                switch: from.name,
                mode: from.mode,
                target: to.name,
                other: to.mode,
              }),
            ],
      );
    },
  },
  {
    ...shared,
    reads: 'A shared Ethernet adapter of the destination bridges each VLAN of each virtual Ethernet adapter',
    override: { flag: '--vlanbridge', given: ({ vlanBridge }) => vlanBridge === 2 },
    message: messages.notBridged,
    find: (facts) => {
      // A VIO server is refused as such: its control channel would only confuse.
      const vlans = facts.mobile.env === 'vioserver' ? [] : unbridged(facts);
      return vlans.length === 0 ? [] : [found(messages.notBridged, { vlans: vlans.join(', ') })];
    },
  },
];
