import { defineMessages } from '../define.ts';

const ours = { evidence: 'ours', source: 'no text of the HMC was found for this' } as const;
const recalled = { evidence: 'recalled' } as const;

/** Texts about the storage of a partition that is to migrate: errors, warnings, and what stands under `Details:`. */
export const storageMessages = defineMessages('mobility-storage', {
  noScsiHost: {
    text: "HSCLA24E The migrating partition's virtual SCSI adapter {slot} cannot be hosted by the existing Virtual I/O Server (VIOS) partitions on the destination managed system. To migrate the partition, set up the necessary VIOS host on the destination managed system, then try the operation again.",
    ...recalled,
    source: 'its frame is that of the documented HSCLA319',
  },
  noFcHost: {
    text: "HSCLA319 The migrating partition's virtual fibre channel client adapter {slot} cannot be hosted by the existing Virtual I/O Server (VIOS) partitions on the destination managed system. To migrate the partition, set up the necessary VIOS host on the destination managed system, then try the operation again.",
    evidence: 'document',
    source: 'IBM support page on HSCLA319',
  },
  multipath: {
    text: "HSCLA340 The management console may not be able to replicate the source multipath I/O configuration for the migrating partition's virtual I/O adapters on the destination. This means one or both of the following: (1) Client adapters that are assigned to different source VIOS hosts may be assigned to a single VIOS host on the destination; (2) Client adapters that are assigned to a single source VIOS host may be assigned to different VIOS hosts on the destination. To review the complete list of management console chosen mappings, issue the command to list the virtual I/O mappings for the migrating partition.",
    ...recalled,
    source: 'its content is quoted in public notes, in Chinese',
  },
  met: { text: 'The virtual adapters {slots} would all be hosted by {vios}.', ...ours },
  parted: {
    text: 'The virtual adapters {slots} have one VIOS host and would have several.',
    ...ours,
  },
  noLocation: {
    text: 'HSCLA27C The operation to get the physical device location for adapter {location} on the virtual I/O server partition {vios} has failed.',
    ...recalled,
    source: 'what follows it, the command and its standard error, is recalled too',
  },
  partitionCommand: {
    text: 'The partition command is:',
    ...recalled,
    source: 'below HSCLA27C and HSCLA29A',
  },
  standardError: {
    text: 'The partition standard error is:',
    ...recalled,
    source: 'below HSCLA27C',
  },
  rmcFailed: {
    text: 'HSCLA356 The RMC command issued to partition {vios} failed. This means that destination VIOS partition {vios} cannot host the virtual adapter {slot} on the migrating partition.',
    ...recalled,
    source: 'its number is in public notes',
  },
  rmcCommand: {
    text: 'HSCLA29A The RMC command issued to partition {vios} failed.',
    ...recalled,
    source: 'its number, with return code 69, is in public notes; the layout is recalled',
  },
  rmcReturnCode: { text: 'The RMC return code is:', ...recalled, source: 'below HSCLA29A' },
  osReturnCode: {
    text: 'The OS command return code is:',
    evidence: 'document',
    source: 'IBM support page on HSCLA319 names it',
  },
  standardOut: { text: 'The OS standard out is:', ...recalled, source: 'below HSCLA29A' },
  osStandardError: { text: 'The OS standard err is:', ...recalled, source: 'below HSCLA29A' },
  detailed: {
    text: 'VIOS_DETAILED_ERROR',
    evidence: 'document',
    source: 'source and destination VIOS partitions (POWER8), from VIOS 2.2.3.0 on',
  },
  clientTargets: {
    text: 'Client Target WWPNs: {wwpns}',
    evidence: 'document',
    source: 'as VIOS_DETAILED_ERROR',
  },
  noFcAdapters: {
    text: 'There are no FC adapters',
    evidence: 'document',
    source: 'as VIOS_DETAILED_ERROR',
  },
  returning: {
    text: 'Returning from npiv_dest_adapter rc={code}',
    evidence: 'document',
    source: 'as VIOS_DETAILED_ERROR',
  },
  endDetailed: {
    text: 'End Detailed Message.',
    evidence: 'document',
    source: 'as VIOS_DETAILED_ERROR',
  },
  notZoned: {
    text: '{wwpn} is not zoned to the same target ports as the source for this client',
    ...recalled,
    source: 'the form is in public notes, with the name of a port at its beginning',
  },
  notMasked: { text: '{wwpn} does not see the same LUNs as the WWPN that is logged in', ...ours },
  noLogins: { text: 'No FC adapter has a free NPIV port', ...ours },
  noSlots: { text: 'The VIOS has no free virtual slot', ...ours },
  crowdedOut: {
    text: 'The other adapters of the partition need what the VIOS hosts have left.',
    ...ours,
  },
  lunNotVisible: { text: 'LUN {lun} is not visible', ...ours },
  diskNotAvailable: { text: '{disk} is not Available', ...ours },
  diskReserved: { text: '{disk} has reserve_policy={policy}', ...ours },
  diskInUse: { text: '{disk} is in use by {user}', ...ours },
  noConnection: {
    text: 'The VIOS partition {vios} has no RMC connection to the management console.',
    ...ours,
  },
  volume: {
    text: '{target} of VIOS partition {vios} is backed by logical volume {device}, which cannot migrate.',
    evidence: 'ours',
    source: 'rule: no LVM based disks (seed 5, page 8)',
  },
  file: {
    text: '{target} of VIOS partition {vios} is backed by file {device}, which cannot migrate.',
    evidence: 'ours',
    source: 'rule: disks must be external ones (seed 5, page 8)',
  },
  internal: {
    text: '{target} of VIOS partition {vios} is backed by {device}, an internal disk, which cannot migrate.',
    evidence: 'ours',
    source: 'rule: disks must be external ones (seed 5, page 8)',
  },
  undescribed: { text: '{target} or its device {device} is not Available', ...ours },
  reserved: {
    text: '{device}, the device of {target}, has reserve_policy={policy}',
    evidence: 'ours',
    source: 'rule: hdisks must have reserve_policy=no_reserve (seed 5, page 8)',
  },
  noServer: {
    text: "The migrating partition's virtual adapter {slot} has no server adapter on the source managed system.",
    ...ours,
  },
  requiredAdapter: {
    text: 'The virtual server adapter in slot {slot} of VIOS partition {vios} is marked as required.  Make it not required, then try the operation again.',
    evidence: 'ours',
    source: 'rule: VIOS virtual adapters cannot be marked as required (seed 5, page 19)',
  },
  anyClient: {
    text: 'The virtual server adapter in slot {slot} of VIOS partition {vios} allows any client.  It will stay there when the partition has migrated.',
    evidence: 'ours',
    source: 'rule: should not be marked for "Any client" (seed 5, pages 19 and 46)',
  },
  badMapping: {
    text: 'The mapping of virtual adapter {slot} is not possible.  {why}',
    ...ours,
  },
  noAdapter: { text: 'The migrating partition has no such client adapter in slot {slot}.', ...ours },
  mappedTwice: { text: 'The adapter is mapped more than once.', ...ours },
  unknownVios: { text: 'The destination has no such VIOS partition.', ...ours },
  slotOutside: { text: 'Slot {slot} is not a virtual slot of {vios}.', ...ours },
  slotTaken: { text: 'Slot {slot} of {vios} is in use.', ...ours },
  unknownPort: { text: '{vios} has no Fibre Channel port {port}.', ...ours },
  portWithoutNpiv: { text: 'Port {port} of {vios} does not support NPIV.', ...ours },
  portFull: { text: 'Port {port} of {vios} has no free NPIV port.', ...ours },
  cannotHost: { text: '{vios} cannot host the adapter.', ...ours },
});
