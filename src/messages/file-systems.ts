import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'no text of AIX was found for this' } as const;
const recalled = { evidence: 'recalled', source: 'the number and its words' } as const;

/** df, mount, umount and the commands for file systems. */
export const fileSystemMessages = defineMessages('file-system', {
  noFile: {
    text: '{command}: {path}: A file or directory in the path name does not exist.',
    evidence: 'recalled',
    source: 'the words that AIX has for ENOENT',
  },
  notMounted: { text: '{command}: {path} is not mounted.', ...ours },
  cannotMount: { text: '{command}: 0506-324 Cannot mount {source} on {directory}: {why}', ...recalled },
  notKnown: { text: '{command}: 0506-334 {name} is not a known file system.', ...recalled },
  noGroup: { text: '{command}: No file system has the type {group}.', ...ours },
  accessDenied: {
    text: '{command}: 1831-011 access denied for {node}:{path}\n{command}: 1831-008 giving up on:\n{node}:{path}\nThe file access permissions do not allow the specified action.',
    ...recalled,
  },
  noServer: { text: '{command}: There is no NFS server called {node}.', ...ours },
  remoteDevice: {
    text: '{command}: {device}: what is mounted from another host begins with a slash.',
    ...ours,
  },
  vfsUnknown: { text: '{command}: {vfs} is not a kind of file system that parlab mounts.', ...ours },
  optionUnknown: { text: '{command}: {option} is not a mount option.', ...ours },
  nothingToMount: { text: '{command}: Nothing says what to mount.', ...ours, status: 2 },
  nothingToUnmount: { text: '{command}: 0506-347 Cannot find anything to unmount.', ...recalled },
  cannotUnmount: { text: '{command}: 0506-349 Cannot unmount {source}: {why}', ...recalled },
  wherefrom: { text: '{command}: Name a file system, -a, -n or -t.', ...ours, status: 2 },
  noRecord: {
    text: '{command}: 0506-915 No record matching {name} was found in /etc/filesystems.',
    ...recalled,
  },
  exists: { text: '{command}: 0506-909 {directory} file system already exists.', ...recalled },
  mountedNow: { text: '{command}: 0506-921 {directory} is currently mounted.', ...recalled },
  created: {
    text: 'File system created successfully.\n{kilobytes} kilobytes total disk space.\nNew File System size is {blocks}',
    stream: 'stdout',
    status: 0,
    evidence: 'recalled',
    source: 'output of crfs for jfs2',
  },
  resized: {
    text: 'Filesystem size changed to {blocks}',
    stream: 'stdout',
    status: 0,
    evidence: 'recalled',
    source: 'output of chfs',
  },
  sameSize: {
    text: 'The filesystem size is already {blocks}.',
    stream: 'stdout',
    status: 0,
    evidence: 'recalled',
    source: 'output of chfs',
  },
  tooSmall: { text: '{command}: {directory} holds {used} KB: it cannot have {wanted} KB.', ...ours },
  size: { text: '{command}: "{size}" is not a valid file system size.', ...ours },
  sizeMissing: { text: '{command}: A new file system needs -a size=, or -d Device.', ...ours, status: 2 },
  flagMissing: { text: '{command}: -{flag} is required.', ...ours, status: 2 },
  attribute: { text: '{command}: "{word}" is not Attribute=Value.', ...ours, status: 2 },
  attributeUnsupported: { text: '{command}: The attribute {attribute} is not supported by parlab.', ...ours },
  attributeFixed: { text: '{command}: The attribute {attribute} of {directory} cannot be changed.', ...ours },
  vfsMade: { text: '{command}: parlab makes jfs2 file systems; {vfs} is not one.', ...ours },
  yesNo: { text: '{command}: "{value}" is neither {first} nor {second}.', ...ours, status: 2 },
  directory: { text: '{command}: {directory} is not the absolute path of a mount point.', ...ours },
  deviceTaken: { text: '{command}: {device} holds the file system {directory}.', ...ours },
  groupLabel: { text: '{command}: "{group}" is not a mount group.', ...ours },
  ofWpar: {
    text: '{command}: {directory} is mounted with workload partition {wpar}: -{flag} has no meaning for it.',
    ...ours,
  },
  indispensable: {
    text: '{command}: {directory} is a file system that workload partition {wpar} cannot do without.',
    ...ours,
  },
  hostNeeds: { text: '{command}: {directory} is a file system that the host cannot do without.', ...ours },
  notLocal: { text: '{command}: {directory} is not on a logical volume.', ...ours },
  noAnswer: { text: '{command}: Nobody is there to ask; nothing was removed.', ...ours },
});
