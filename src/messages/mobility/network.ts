import { defineMessages } from '../define.ts';

/** Texts about the network of a partition that is to migrate. */
export const networkMessages = defineMessages('mobility-network', {
  notBridged: {
    text: "HSCLA256 The migrating partition's virtual LAN configuration cannot be supported by the existing Virtual I/O Server (VIOS) partitions on the destination managed system. To migrate the partition, set up the necessary VIOS hosts on the destination managed system to access the following VLAN(s): {vlans}. Then try the operation again.",
    evidence: 'recalled',
    source: 'its frame is that of the documented HSCLA319',
  },
  noSwitch: {
    text: 'The destination managed system has no virtual switch {switch} for the virtual Ethernet adapters of the migrating partition.  Create the virtual switch or map it to another one, then try the operation again.',
    evidence: 'ours',
    source: 'rule: validation also checks virtual switch name and VEB/VEPA configuration (seed 5, page 19)',
  },
  otherMode: {
    text: 'The virtual switch {switch} is in {mode} mode, and {target} of the destination managed system is in {other} mode.',
    evidence: 'ours',
    source: 'rule: validation also checks virtual switch name and VEB/VEPA configuration (seed 5, page 19)',
  },
});
