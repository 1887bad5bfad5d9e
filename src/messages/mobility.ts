import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'no text of the HMC was found for this' } as const;

/** Texts of partition migration: what is told of the operation itself. Those of its checks are in messages/mobility/. */
export const mobilityMessages = defineMessages('mobility', {
  stopped: {
    text: 'HSCLA2CF The partition migration has been stopped unexpectedly. Perform a migration recovery for this partition, if necessary.',
    evidence: 'recalled',
    source: 'the number and when it comes are documented (Red Hat errata), the text is recalled',
  },
  noConnection: {
    text: 'HSCLA246 The management console cannot communicate with partition {partition}.  Either the network connection is not available or the partition does not have a level of software that is capable of supporting this operation.  Verify the correct network and setup of the partition, and try the operation again.',
    evidence: 'capture',
    source: 'public operations notes (French), word for word',
  },
  notReady: {
    text: "HSCLA257 The migrating partition has returned a failure response to the management console's request to perform a check for migration readiness.  The migrating partition in not ready for migration at this time.  Try the operation again later.",
    evidence: 'recalled',
    source: 'the number and the words are recalled, "in" too',
  },
  firmware: {
    text: 'HSCL365C The partition migration has been stopped because platform firmware detected an error ({code}).',
    evidence: 'recalled',
    source: 'that it comes with HSCLA2CF is documented (Red Hat errata), the text is recalled',
  },
  viosCommand: {
    text: 'HSCLA29A The RMC command issued to partition {partition} failed.\nThe partition command is:\nmigmgr -f configure_devices -C 0x{id}\nThe RMC return code is:\n0\nThe OS command return code is:\n69\nThe OS standard out is:\nVIOS_DETAILED_ERROR\n{detail}\nEnd Detailed Message.\n\nThe OS standard err is:\n',
    evidence: 'recalled',
    source:
      'number and return code from public notes, the block of the VIO server from an IBM page; layout recalled',
  },
  moverLost: {
    text: 'The connection between the mover service partitions was lost.  The partition remains on the source managed system.',
    ...ours,
  },
  storageLost: { text: 'Storage of the migrating partition could not be reached: {detail}.', ...ours },
  networkLost: {
    text: 'The network connection to partition {partition} was lost, so that what has been done could not be undone.',
    ...ours,
  },
  noRoom: {
    text: 'The destination managed system no longer has what the partition needs: {what}.  The partition remains on the source managed system.',
    ...ours,
  },
  noConsole: { text: 'The management console {console} cannot be reached.', ...ours },
  needsConsole: {
    text: 'The other managed system is managed by the console {console}.  Enter it with --ip, or --force to recover this side alone.',
    ...ours,
  },
  nothingMigrates: { text: 'No partition is migrating from the managed system {system}.', ...ours },
  nothingToMove: { text: 'The managed system {system} has no partition that can be migrated.', ...ours },
  sameSystem: { text: 'The source and the destination are the same managed system, {system}.', ...ours },
  oneRecord: { text: 'The file {file} must have exactly one line of attributes.', ...ours },
  onePartition: { text: '{attribute} can be entered for one partition only.', ...ours },
  vanished: {
    text: 'The partition {partition} is no longer on the source managed system.',
    ...ours,
  },
  objected: {
    text: 'The operating system of partition {partition} reported errors after the migration had ended.',
    ...ours,
  },
  busy: { text: 'Another dynamic partitioning operation is in progress in the partition.', ...ours },
  partition: { text: '{partition}:', ...ours },
});
