import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'no text of the HMC was found for this' } as const;
const number = (code: string) =>
  ({
    evidence: 'recalled',
    source: `clients of the console know ${code} by this meaning; the text is recalled`,
  }) as const;

/** Texts about managed systems, partitions and profiles that are changed, made, removed, started and stopped. */
export const partitionMessages = defineMessages('lpar', {
  alreadyOff: { text: 'HSCL1558 The partition {partition} is already powered off.', ...number('HSCL1558') },
  alreadyOn: { text: 'HSCL3681 The partition {partition} is already powered on.', ...number('HSCL3681') },
  noShutdown: {
    text: 'HSCL0DB4 The operating system of the partition {partition} cannot be shut down from the management console, because there is no RMC connection to it.',
    ...number('HSCL0DB4'),
  },
  description: {
    text: 'HSCLC63B The description may contain only printable ASCII characters.',
    ...number('HSCLC63B'),
  },
  noMemory: {
    text: 'HSCL03EC There are insufficient memory resources: Obtained: {obtained}, Required: {required}.  Check that there is enough memory available to activate the partition.',
    evidence: 'recalled',
    source: 'activation of a partition',
  },
  noProcessors: {
    text: 'HSCL03F4 There are insufficient processing resources: Obtained: {obtained}, Required: {required}.  Check that there are enough processing resources available to activate the partition.',
    evidence: 'recalled',
    source: 'activation of a partition',
  },
  fcNotMapped: {
    text: 'HSCLB022 The mapping of virtual fibre channel client adapter {client} to virtual fibre channel server adapter {server} on Virtual I/O Server partition {vios} is not valid.  Map the client and server adapters, then try the operation again.',
    evidence: 'capture',
    source: 'recorded responses of a console',
  },
  fcNoServer: {
    text: 'HSCLB023 Virtual fibre channel server adapter {server} for virtual fibre channel client adapter {client} was not found on Virtual I/O Server partition {vios}. Create and map the server adapter, then try the operation again.',
    evidence: 'capture',
    source: 'recorded responses of a console',
  },
  memoryRegion: {
    text: 'The amount of memory of {attribute}, {value} MB, must be a multiple of the memory region size for the managed system.  The memory region size is {region} MB.',
    evidence: 'recalled',
    source: 'its middle is captured by a client; the rest is ours',
  },
  order: {
    text: 'The values of {minimum}, {desired} and {maximum} must be in ascending order: {values}.',
    ...ours,
  },
  ratio: {
    text: 'The ratio of {units} processing units to {procs} virtual processors is outside the limits of the managed system: from {minimum} to 1 unit for each processor.',
    ...ours,
  },
  systemBusy: {
    text: 'Another dynamic partitioning operation is in progress in the partition {partition}.',
    ...ours,
  },
  notReady: {
    text: 'The operating system of the partition {partition} is not ready to be suspended: {reason}.',
    ...ours,
  },
  objected: {
    text: 'The operating system of the partition {partition} reported errors: {reason}.',
    ...ours,
  },
  slotTaken: { text: 'The profile has more than one adapter in virtual slot {slot}.', ...ours },
  slotHigh: {
    text: 'Virtual slot {slot} is not below the maximum number of virtual slots, {maximum}.',
    ...ours,
  },
  leastCapability: {
    text: '{attribute} is not supported by parlab: the capability of its Host Ethernet Adapters cannot be chosen.',
    ...ours,
  },
  noElement: { text: '{element} is not in the list {attribute}.', ...ours },
  elementTwice: { text: '{element} is already in the list {attribute}.', ...ours },
  noSlot: { text: 'The managed system has no physical I/O slot {slot}.', ...ours },
  slotInUse: { text: 'The physical I/O slot {slot} is in use by the partition {owner}.', ...ours },
  wwpnInUse: { text: 'The WWPN {wwpn} belongs to another virtual Fibre Channel adapter.', ...ours },
  macInUse: { text: 'The MAC address {mac} belongs to another virtual Ethernet adapter.', ...ours },
  notHere: {
    text: 'The managed system {system} does not support the attribute {attribute}.',
    ...ours,
  },
  notOfEnv: {
    text: 'The attribute {attribute} does not apply to a partition of the environment {env}.',
    ...ours,
  },
  onlyWhenMade: {
    text: 'The attribute {attribute} can be set only when a partition is made.  To change it later needs HMC V8.',
    evidence: 'ours',
    source: 'rule: seed 5, page 58',
  },
  onlyWhenOff: {
    text: 'HSCL05DF The partition is not in a state under which this operation can be performed. Check the state of the partition.  The attribute {attribute} can be changed only while the partition is not activated.',
    evidence: 'recalled',
    source: 'the first two sentences are captured by clients; the last is ours',
  },
  notSupported: { text: 'The value {value} of {attribute} is not supported by parlab: {why}', ...ours },
  nothingToDo: { text: 'The configuration data names nothing to change.', ...ours },
  twoNames: { text: 'The partition {partition} does not have the ID {id}.', ...ours },
  nameTaken: { text: 'The managed system already has a partition named {partition}.', ...ours },
  idTaken: { text: 'The managed system already has a partition with the ID {id}.', ...ours },
  full: { text: 'The managed system has {maximum} partitions, which is its maximum.', ...ours },
  profileUnknown: {
    text: 'The partition {partition} has no profile named {profile}.',
    ...ours,
  },
  profileTaken: { text: 'The partition {partition} already has a profile named {profile}.', ...ours },
  profileInUse: {
    text: 'The profile {profile} is the default profile or the current profile of the partition {partition} and cannot be removed.',
    ...ours,
  },
  neverActivated: {
    text: 'The partition {partition} has never been activated and has no configuration.  Name a profile with -f.',
    evidence: 'ours',
    source: 'rule: lssyscfg and chsysstate manuals, clients of the console',
  },
  nothingToSave: {
    text: 'The partition {partition} has no resources, so that there is no configuration to save.',
    ...ours,
  },
  systemOff: { text: 'The managed system {system} is not powered on.', ...ours },
  systemOn: { text: 'The managed system {system} is already powered on.', ...ours },
  systemIsOff: { text: 'The managed system {system} is already powered off.', ...ours },
  notConnected: { text: 'There is no connection to the managed system {system}.', ...ours },
  migrates: {
    text: 'A partition migration is in progress on the managed system {system}.  Stop it or wait for its end, then retry the command.',
    ...ours,
  },
  needsImmediate: {
    text: 'The parameter --restart needs --immed when a managed system is powered off.',
    evidence: 'ours',
    source: 'rule: chsysstate manual',
  },
  notSuspendCapable: { text: 'The partition {partition} is not capable of being suspended.', ...ours },
  noSuspendDevice: {
    text: 'There is no free storage device of at least {size} MB for the suspended partition {partition}.',
    evidence: 'ours',
    source: 'rule: 110 percent of the memory (seed 5, page 21)',
  },
  servesSuspended: {
    text: 'The partition {partition} has the storage device of a suspended partition and cannot be removed.',
    ...ours,
  },
  allResources: {
    text: 'A partition with all resources cannot be activated while other partitions are activated.',
    ...ours,
  },
  noMovers: { text: 'The managed system {system} is not capable of partition mobility.', ...ours },
});
