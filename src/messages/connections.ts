import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'no text of the vendor was found for this' } as const;

/** Texts about the connections between consoles and partitions, on both sides of them. */
export const connectionMessages = defineMessages('rmc', {
  noConnection: {
    text: 'HSCL2957 Either there is currently no RMC connection between the management console and the partition {partition} or the partition does not support dynamic partitioning operations. Verify the network setup on the management console and the partition and ensure that any firewall authentication between the management console and the partition has occurred. Run the management console diagrmc command to identify problems that might be causing no RMC connection.',
    evidence: 'capture',
    source: 'recorded responses of a console',
  },
  commandFailed: {
    text: 'HSCL2970 The IOServer command has failed because of the following reason:',
    evidence: 'recalled',
    source: 'number and beginning are in the tests of a client; the rest recalled',
  },
  returnCode: { text: 'rc={code}', evidence: 'recalled', source: 'viosvrcmd, end of its error block' },
  badCommand: {
    text: 'The command cannot be run on a Virtual I/O Server: {why}  Please check your entry and retry the command.',
    ...ours,
  },
  connected: {
    text: '{address} has RMC connection.',
    stream: 'stdout',
    evidence: 'capture',
    source: 'diagrmc: op-test and avocado-misc-tests look for this sentence',
  },
  disconnected: { text: '{address} has no RMC connection.  {why}', stream: 'stdout', ...ours },
  stale: {
    text: '{address} has RMC connection, but the console has recorded the state {state} for partition {partition}.  Use --autocorrect to correct it.',
    stream: 'stdout',
    ...ours,
  },
  corrected: { text: 'The state of partition {partition} was corrected.', stream: 'stdout', ...ours },
  notItsAddress: { text: 'The address {address} is not that of partition {partition}.', ...ours },
  nothingToDiagnose: {
    text: 'No partition that this console manages has ever had an RMC connection.',
    stream: 'stdout',
    ...ours,
  },
  noPartition: { text: '{command}: {host} is not in a partition of the lab.', ...ours },
  noSession: {
    text: '{command}: 2612-022 A session could not be established with the RMC daemon on "local_node".',
    evidence: 'recalled',
    source: 'lsrsrc while ctrmc is inoperative',
  },
  otherClass: {
    text: '{command}: Resource class {name} is not supported by parlab: only IBM.MCP is.',
    ...ours,
  },
  noClass: {
    text: '{command}: A list of resource classes is not supported by parlab: name IBM.MCP.',
    ...ours,
  },
  noAttribute: { text: '{command}: Resource class IBM.MCP has no attribute {name}.', ...ours },
  oneAction: { text: '{command}: Give one of -a, -A, -d, -k, -K, -s, -z, -p and -P.', status: 2, ...ours },
  started: {
    text: '0513-059 The ctrmc Subsystem has been started. Subsystem PID is {pid}.',
    stream: 'stdout',
    evidence: 'capture',
    source: 'recfgct and rmcctrl of AIX, bond-huang/ebook',
  },
  stopping: {
    text: '0513-044 The ctrmc Subsystem was requested to stop.',
    stream: 'stdout',
    evidence: 'recalled',
    source: 'stopsrc on AIX, of any subsystem',
  },
  active: {
    text: '0513-029 The ctrmc Subsystem is already active.\nMultiple instances are not supported.',
    evidence: 'recalled',
    source: 'startsrc on AIX, of any subsystem',
  },
  inactive: {
    text: '0513-004 The Subsystem or Group, ctrmc, is currently inoperative.',
    evidence: 'recalled',
    source: 'stopsrc on AIX, of any subsystem',
  },
  added: {
    text: '0513-071 The ctrmc Subsystem has been added.',
    stream: 'stdout',
    evidence: 'capture',
    source: 'recfgct of AIX, bond-huang/ebook',
  },
  removed: {
    text: '0513-083 Subsystem has been Deleted.',
    stream: 'stdout',
    evidence: 'recalled',
    source: 'rmssys on AIX, of any subsystem',
  },
  reconfigured: {
    text: '{script}\n0513-071 The ctcas Subsystem has been added.\n0513-071 The ctrmc Subsystem has been added.\n0513-059 The ctrmc Subsystem has been started. Subsystem PID is {pid}.',
    stream: 'stdout',
    evidence: 'capture',
    source: 'recfgct of AIX, bond-huang/ebook',
  },
});
