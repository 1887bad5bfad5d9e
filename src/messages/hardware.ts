import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'no text of the HMC was found for this' } as const;

/**
 * Texts of dynamic changes to memory, processors and physical slots. What the operating system says stands between a head
 * and a tail, a line each.
 */
export const hardwareMessages = defineMessages('hardware', {
  memoryRemoval: {
    text: 'HSCL2932 The dynamic removal of memory resources failed: The operating system prevented all of the requested memory from being removed.  Amount of memory removed: {completed} MB of {requested} MB.  The detailed output of the OS operation follows:\n{time} caDlparCommand:execv to drmgr',
    evidence: 'capture',
    source:
      'a public test of memory removal from a Linux partition has the whole output in a comment; two blanks between sentences as elsewhere',
  },
  memoryAddition: {
    text: 'The dynamic addition of memory resources failed.  Amount of memory added: {completed} MB of {requested} MB.  The detailed output of the OS operation follows:\n{time} caDlparCommand:execv to drmgr',
    ...ours,
  },
  detail: {
    text: '{text}',
    evidence: 'ours',
    source: 'a line of the operating system between the head and the end of a block',
  },
  memoryEnd: {
    text: '\nThe OS return code is {code}.',
    evidence: 'capture',
    source: 'the same public test of memory removal',
  },
  processorRemoval: {
    text: 'HSCL294F The dynamic removal of processing resources failed: The operation to remove processing has failed on partition {partition}. The requested amount of processing to be removed is {requested} and the completed amount is 0.\nThe OS standard output is:\n\nDR_TOTAL_RESOURCES=0\n..cleanup_and_exit. rc={code}\n\nThe OS standard error is:\n',
    evidence: 'capture',
    source:
      'powercampus.de, removing dedicated processors: chhwres on a console with an AIX partition, excerpts',
  },
  processorAddition: {
    text: 'The dynamic addition of processing resources failed: The operation to add processing has failed on partition {partition}. The requested amount of processing to be added is {requested} and the completed amount is 0.\nThe OS standard output is:\n\nDR_TOTAL_RESOURCES=0\n..cleanup_and_exit. rc={code}\n\nThe OS standard error is:\n',
    evidence: 'ours',
    source: 'after the captured text for a removal; its number was not found',
  },
  weightChange: {
    text: 'The dynamic change of the uncapped weight of partition {partition} failed.\nThe OS standard error is:\n',
    ...ours,
  },
  processorEnd: {
    text: '\n\n\n\nThe OS return code is {code}.Please issue the lshwres command to list the processing resources of the partition and to determine whether or not its pending and runtime processing values match. If they do not match, problems with future processing-related operations on the managed system may occur, and it is recommended that the rsthwres command to restore processing resources be issued on the partition to synchronize its pending processing value with its runtime processing value.',
    evidence: 'capture',
    source: 'powercampus.de, removing dedicated processors; no blank stands after the code',
  },
  processorBusy: {
    text: '0930-033 Resource {resource} is busy and cannot be released.',
    evidence: 'capture',
    source: 'powercampus.de, removing dedicated processors',
  },
  slotRemoval: {
    text: 'HSCL2929 The dynamic removal of I/O resources failed: The I/O slot dynamic partitioning operation failed.  Here are the I/O slot IDs that failed and the reasons for failure:\n   \n{time} caDlparCommand:execv to drmgr',
    evidence: 'capture',
    source:
      'chhwres -r io -o r of a Linux partition, kernel mailing lists and an issue of avocado-misc-tests',
  },
  slotAddition: {
    text: 'The dynamic addition of I/O resources failed: The I/O slot dynamic partitioning operation failed.  Here are the I/O slot IDs that failed and the reasons for failure:\n   \n{time} caDlparCommand:execv to drmgr',
    evidence: 'ours',
    source: 'after the captured text for a removal; its number was not found',
  },
  slotBusy: {
    text: 'Method error (/etc/methods/ucfgdevice):\n        0514-062 Cannot perform the requested function because the\n                 specified device is busy.',
    evidence: 'recalled',
    source: 'rmdev of AIX',
  },
  slotEnd: {
    text: '\n\nThe OS return code is {code}.  {location} ({drc})',
    evidence: 'capture',
    source: 'the same captures of HSCL2929',
  },
  turn: {
    text: 'Partition {partition} is busy with another dynamic operation.  Its end was waited for in vain for {minutes} minutes, and nothing was changed.',
    ...ours,
  },
  noted: {
    text: 'The dynamic operation on partition {partition} was successful, but an error was reported: {text}',
    evidence: 'ours',
    source: 'rule: seed 4, postrelease: errors are ignored, an indication of them is reported to the user',
  },
  region: {
    text: 'The quantity of memory, {value} MB, must be a multiple of the memory region size for the managed system.  The memory region size is {region} MB.',
    evidence: 'recalled',
    source: 'its middle is captured by a client; the rest is ours',
  },
  memoryMaximum: {
    text: 'Partition {partition} would have {value} MB of memory, which is more than its maximum of {limit} MB.',
    ...ours,
  },
  memoryMinimum: {
    text: 'Partition {partition} would have {value} MB of memory, which is less than its minimum of {limit} MB.',
    ...ours,
  },
  memoryHuge: {
    text: 'Partition {partition} would have {value} MB of memory, which is less than its {pages} huge pages of 16384 MB need.',
    ...ours,
  },
  noMemory: {
    text: 'The managed system has {available} MB of memory available, and {wanted} MB are needed.',
    ...ours,
  },
  ratio: {
    text: 'HSCL1566 The operation failed because the ratio of assigned processing units to assigned virtual processors for partition {id} would have been less than the minimum ratio supported by the operating system on the partition.',
    evidence: 'capture',
    source: 'powercampus.de, adding virtual processors and processing units',
  },
  ratioMaximum: {
    text: 'Partition {partition} would have {units} processing units for {procs} virtual processors: a virtual processor has at most 1.0 of them.',
    ...ours,
  },
  procsMaximum: {
    text: 'Partition {partition} would have {value} processors, which is more than its maximum of {limit}.',
    ...ours,
  },
  procsMinimum: {
    text: 'Partition {partition} would have {value} processors, which is less than its minimum of {limit}.',
    ...ours,
  },
  unitsMaximum: {
    text: 'Partition {partition} would have {value} processing units, which is more than its maximum of {limit}.',
    ...ours,
  },
  unitsMinimum: {
    text: 'Partition {partition} would have {value} processing units, which is less than its minimum of {limit}.',
    ...ours,
  },
  noUnits: {
    text: 'The managed system has {available} processing units available, and {wanted} are needed.',
    ...ours,
  },
  poolUnits: {
    text: 'The shared processor pool {pool} has {available} processing units left for partition {partition}, and {wanted} are needed.',
    ...ours,
  },
  dedicated: {
    text: 'Partition {partition} has dedicated processors: it has no processing units, no weight and no shared processor pool.',
    ...ours,
  },
  modesDiffer: {
    text: 'Processors can be moved only between partitions with the same processing mode: {source} and {target} differ.',
    ...ours,
  },
  sameTarget: { text: 'The partition {partition} cannot be the target of its own resources.', ...ours },
  sharing: {
    text: 'A partition with {mode} processors cannot have the sharing mode {value}.',
    ...ours,
  },
  capped: {
    text: 'Partition {partition} is capped: it has no weight.  Set sharing_mode=uncap, too.',
    ...ours,
  },
  poolUnknown: { text: 'The managed system has no shared processor pool {pool}.', ...ours },
  poolsDiffer: {
    text: 'The attributes shared_proc_pool_id and shared_proc_pool_name name different shared processor pools.',
    ...ours,
  },
  slotForeign: {
    text: 'The physical I/O slot {slot} does not belong to partition {partition}.',
    ...ours,
  },
  slotOwn: { text: 'The physical I/O slot {slot} belongs to partition {partition} already.', ...ours },
  slotRequired: {
    text: 'The physical I/O slot {slot} is required by the profile {profile} of partition {partition}, which is running.',
    ...ours,
  },
  returned: {
    text: 'Partition {target} could not take what was moved; partition {source} has it back.',
    ...ours,
  },
  stranded: {
    text: 'Partition {target} could not take what was moved, and partition {source} could not take it back: {amount} is left with the managed system.',
    ...ours,
  },
  stayed: {
    text: 'What was changed before could not be taken back: partition {partition} has {units} processing units and {procs} processors now.',
    ...ours,
  },
  noHugePages: {
    text: '{attribute} is not supported by parlab: its managed systems have no memory for huge pages.',
    ...ours,
  },
  noMirroring: {
    text: '{attribute} is not supported by parlab: its managed systems do not mirror memory.',
    ...ours,
  },
  notOfPartition: {
    text: 'The attribute {attribute} belongs to the managed system: it is set without a partition.',
    ...ours,
  },
});
