import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'no text of the HMC was found for this' } as const;

/** Texts of dynamic changes to partitions. The layout of the two blocks is that of a captured HSCL2929. */
export const dlparMessages = defineMessages('dlpar', {
  addFailed: {
    text: 'HSCL294C DLPAR ADD Virtual I/O resources failed: The I/O slot dynamic partitioning operation failed.  Here are the I/O slot IDs that failed and the reasons for failure:\n   \n{time} caDlparCommand:execv to drmgr\n{reason}\n\n\nThe OS return code is {code}.  {location} ({drc})',
    evidence: 'recalled',
    source: 'the code is captured by clients; beginning recalled, layout of a captured HSCL2929',
  },
  removeFailed: {
    text: 'HSCL294D Dynamic remove of virtual I/O resources failed: The I/O slot dynamic partitioning operation failed.  Here are the I/O slot IDs that failed and the reasons for failure:\n   \n{time} caDlparCommand:execv to drmgr\n{reason}\n\n\nThe OS return code is {code}.  {location} ({drc})',
    evidence: 'capture',
    source: 'vfoucault/powervmtools compares its beginning; layout of a captured HSCL2929',
  },
  removeBusy: {
    text: 'HSCL294D Dynamic remove of virtual I/O resources failed: The I/O slot dynamic partitioning operation failed.  Here are the I/O slot IDs that failed and the reasons for failure:\n   \n{time} caDlparCommand:execv to drmgr\nMethod error (/etc/methods/ucfgdevice):\n        0514-062 Cannot perform the requested function because the\n                 specified device is busy.\n\n\nThe OS return code is 1.  {location} ({drc})',
    evidence: 'recalled',
    source:
      'beginning and layout as captured; that drmgr ends with 1 for a resource in use is in its programs, the lines of AIX are recalled',
  },
  refused: { text: 'The operating system refused the operation.', ...ours },
  changeFailed: {
    text: 'Dynamic change of virtual I/O resources failed.  {reason}  The OS return code is {code}.  {location} ({drc})',
    ...ours,
  },
  timedOut: {
    text: 'The operating system of partition {partition} did not answer within {minutes} minutes.  Nothing was changed.',
    ...ours,
  },
  interrupted: { text: 'The operation was interrupted.  Nothing was changed.', ...ours },
  slotUsed: { text: 'Virtual slot {slot} of partition {partition} is in use.', ...ours },
  slotOutside: {
    text: 'Virtual slot {slot} does not exist: partition {partition} has at most {maximum} virtual slots.',
    ...ours,
  },
  noFreeSlot: { text: 'Partition {partition} has no free virtual slot.', ...ours },
  slotEmpty: { text: 'There is no virtual adapter in slot {slot} of partition {partition}.', ...ours },
  otherKind: {
    text: 'The virtual adapter in slot {slot} of partition {partition} is of the type {type}.',
    ...ours,
  },
  terminalAdapter: {
    text: 'The virtual serial adapters in slots 0 and 1 of a partition cannot be removed.',
    ...ours,
  },
  moverAdapter: {
    text: 'The adapter in slot {slot} belongs to the mover service of partition {partition}.  It cannot be removed.',
    ...ours,
  },
  required: {
    text: 'The virtual adapter in slot {slot} is required by partition {partition}, which is running.',
    ...ours,
  },
  serversOnly: {
    text: 'Partition {partition} is no Virtual I/O Server: it cannot have server adapters of the type {type}.',
    ...ours,
  },
  clientsOnly: {
    text: 'Partition {partition} is a Virtual I/O Server: it cannot have client adapters of the type {type}.',
    ...ours,
  },
  partnerSelf: { text: 'Partition {partition} cannot be the partner of its own adapter.', ...ours },
  partnersDiffer: {
    text: 'The attributes remote_lpar_id and remote_lpar_name name different partitions.',
    ...ours,
  },
  partnerNoServer: {
    text: 'Partition {partition} is no Virtual I/O Server: it cannot serve a client adapter of the type {type}.',
    ...ours,
  },
  partnerSlot: {
    text: 'The adapter in slot {slot} of partition {partition} is not one that waits for this adapter.',
    ...ours,
  },
  tagged: { text: 'The attribute addl_vlan_ids needs ieee_virtual_eth=1.', ...ours },
  vlanTwice: { text: 'The virtual LAN {vlan} is on the adapter already.', ...ours },
  vlanMissing: { text: 'The virtual LAN {vlan} is not on the adapter.', ...ours },
  manyVlans: { text: 'A virtual Ethernet adapter has at most 20 additional virtual LANs.', ...ours },
  priorityNeedsTrunk: { text: 'The attribute trunk_priority needs is_trunk=1.', ...ours },
  trunkTaken: {
    text: 'A trunk adapter with priority {priority} is on virtual LAN {vlan} of the virtual switch already: slot {slot} of partition {partition}.',
    ...ours,
  },
  switchUnknown: { text: 'The managed system has no virtual switch called {name}.', ...ours },
  macUsed: { text: 'The MAC address {address} is in use.', ...ours },
  wwpnsOfClients: { text: 'Only client adapters have WWPNs.', ...ours },
  wwpnUsed: { text: 'The WWPN {wwpn} is in use.', ...ours },
  disrupts: {
    text: 'A change of {attribute} may disrupt the network of partition {partition}, which is running.  Use --allownetdisrupt to allow it.',
    ...ours,
  },
  notChangeable: { text: 'The attribute {attribute} of an adapter cannot be changed.', ...ours },
});
