import { defineMessages } from '../define.ts';

const ours = { evidence: 'ours', source: 'no text of the HMC was found for this' } as const;

/** What the checks of the migrating partition say. */
export const readinessMessages = defineMessages('mobility-readiness', {
  state: { text: 'The state of partition {partition} is {state}.', ...ours },
  neverActivated: {
    text: 'Partition {partition} has never been activated.  Activate it to SMS, shut it down, then try the operation again.',
    evidence: 'ours',
    source: 'rule and way out: seed 5, page 33',
  },
  server: {
    text: 'Partition {partition} is a Virtual I/O Server.  Virtual I/O Servers cannot be migrated.',
    ...ours,
  },
  physical: {
    text: 'The migrating partition has physical I/O adapters.  Remove them from the partition, then try the operation again.',
    ...ours,
  },
  serial: {
    text: 'The migrating partition has a required virtual serial adapter in slot {slot}.',
    ...ours,
  },
  hostEthernet: {
    text: 'The migrating partition uses the logical port {port} of a Host Ethernet Adapter.',
    ...ours,
  },
  notBacked: {
    text: 'The port is not part of an EtherChannel with a virtual Ethernet adapter as its backup.',
    evidence: 'ours',
    source: 'rule: seed 5, page 29',
  },
  portRequired: {
    text: 'The port is required in the profile.',
    evidence: 'ours',
    source: 'rule: requirements for mobility with Host Ethernet Adapters',
  },
  portLevel: {
    text: 'The operating system of the partition is {os}.  AIX 6100-05 or later is needed.',
    evidence: 'ours',
    source: 'rule: seed 5, pages 20 and 29',
  },
  sriov: {
    text: 'The migrating partition uses the SR-IOV logical port {port}, which cannot be migrated.',
    ...ours,
  },
  hugePages: { text: 'The migrating partition has {count} huge pages.', ...ours },
  barriers: {
    text: 'The migrating partition has {count} barrier synchronization register (BSR) arrays.',
    ...ours,
  },
  errorPath: {
    text: 'Redundant error path reporting is enabled for partition {partition}.',
    ...ours,
  },
  service: {
    text: 'Partition {partition} is the service partition of the managed system {system}.',
    ...ours,
  },
  workGroup: { text: 'Partition {partition} is in the partition workload group {group}.', ...ours },
  name: {
    text: 'The managed system {system} has a partition named {partition} already.',
    ...ours,
  },
  mac: {
    text: 'The MAC address {mac} of the virtual Ethernet adapter in slot {slot} of the migrating partition is in use on the managed system {system} by partition {partition}.',
    ...ours,
  },
  uuid: {
    text: 'The UUID {uuid} of the migrating partition is in use on the managed system {system} by partition {partition}.',
    ...ours,
  },
  optical: {
    text: 'The virtual optical device {device} of the Virtual I/O Server {server} is attached to the migrating partition.  Detach it, then try the operation again.',
    ...ours,
  },
  terminal: {
    text: "HSCLA291 The selected partition may have an open virtual terminal session.  The management console will force termination of the partition's open virtual terminal session when the migration has completed.",
    evidence: 'recalled',
    source: 'a warning only: seed 5, page 20',
  },
  profileName: {
    text: 'The profile name {profile} is not valid.  A name has 1 to 31 letters, digits, blanks and , . / ; : ~ @ # ^ - _ = + and braces.',
    evidence: 'ours',
    source: 'rule: online help of HMC V7R3.4',
  },
});
