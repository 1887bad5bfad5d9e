import type { MessageText } from '../define.ts';
import { rule } from './rule.ts';

/** Base directories, file systems, volume groups and backup images. */
export const storageTexts = {
  directoryRelative: {
    text: '{command}: The directory {directory} is not an absolute path.',
    ...rule('mkwpar -d'),
  },
  pathLong: {
    text: '{command}: A path is longer than {longest} characters.',
    ...rule('PATH_MAX of AIX'),
  },
  directoryRegistered: {
    text: '{command}: The base directory {directory} is a file system of /etc/filesystems.',
    ...rule('mkwpar -d'),
  },
  directoryTaken: {
    text: '{command}: The base directory {directory} is used by workload partition {other}.',
    ...rule('mkwpar -d'),
  },
  directoryNotEmpty: {
    text: '{command}: The base directory {directory} is not empty.',
    ...rule('mkwpar -d'),
  },
  directoryMode: {
    text: '{command}: The base directory {directory} has mode {mode}; it must have mode 755.',
    ...rule('mkwpar -d'),
  },
  parentMode: {
    text: '{command}: The directory {parent}, parent of the base directory, has mode {mode}; it must have mode 700.',
    ...rule('mkwpar -d'),
  },
  mountDirectory: { text: '{command}: The -M flag requires a directory= attribute.', ...rule('mkwpar -M') },
  mountTwice: { text: '{command}: The directory {directory} is mounted twice.', ...rule('mkwpar -M') },
  mountVfs: {
    text: '{command}: "{vfs}" is not a file system type of a workload partition (jfs, jfs2, namefs, nfs, directory).',
    ...rule('file system customization page'),
  },
  mountNeeds: {
    text: '{command}: The {vfs} file system {directory} requires the {attribute}= attribute.',
    ...rule('mkwpar -M'),
  },
  mountSize: { text: '{command}: "{size}" is not a valid file system size.', ...rule('crfs sizes') },
  mountShrink: {
    text: '{command}: The file system {directory} cannot be made smaller.',
    ...rule('chwpar -M: parlab does not record how full a file system is'),
  },
  mountChange: {
    text: '{command}: The {attribute} of file system {directory} cannot be changed; remove the file system first.',
    ...rule('chwpar -M'),
  },
  mountRootMissing: {
    text: '{command}: The file system {directory} cannot be removed.',
    ...rule('chwpar -K -M'),
  },
  noSuchMount: {
    text: '{command}: Workload partition {name} has no file system {directory}.',
    ...rule('chwpar -K -M'),
  },
  noNfsServer: { text: '{command}: Cannot reach the NFS server {node}.', ...rule('NFS mounts') },
  notExported: {
    text: '{command}: The NFS server {node} does not export {device} to {client}.',
    ...rule('seeds 1 and 2: exported to every global environment and WPAR'),
  },
  noGlobalDirectory: {
    text: '{command}: The global environment has no directory {device} to mount on {directory}.',
    ...rule('namefs mounts'),
  },
  noVolumeGroup: { text: '{command}: There is no volume group {group}.', ...rule('mkwpar -g') },
  noSpace: {
    text: '{command}: Volume group {group} has {free} free physical partitions; {wanted} are needed.',
    ...rule('crfs, mklv'),
  },
  logicalVolumeTaken: { text: '{command}: The logical volume {device} already exists.', ...rule('mklv') },
  logicalVolumeRenamed: {
    text: '{command}: ATTENTION: The logical volume {device} already exists; another name is used.',
    ...rule('mkwpar -L: a new name is generated and a warning is issued'),
  },
  imageData: { text: '{command}: The image.data file {path}, line {line}: {why}.', ...rule('mkwpar -L') },
  preservedAlready: {
    text: '{command}: Preserved file systems of a workload partition called {name} are there already; use them with mkwpar -p first.',
    ...rule('rmwpar -p: nothing is lost'),
  },
  nothingPreserved: {
    text: '{command}: No preserved file systems of a workload partition called {name} were found.',
    ...rule('rmwpar -p, mkwpar -p'),
  },
  preserveRootvg: {
    text: '{command}: The file systems of rootvg workload partition {name} cannot be preserved.',
    ...rule('rmwpar page'),
  },
  imageMissing: {
    text: '{command}: A versioned workload partition requires a system backup image (-B).',
    ...rule('seed 3'),
  },
  imageNeedsC: {
    text: '{command}: {path} is a system backup; a workload partition made from it needs the -C flag.',
    ...rule('seed 3, reference wpar-define 2.3: -B with -C takes a mksysb'),
  },
  imageNotFound: { text: '{command}: The backup image {path} was not found.', ...rule('mkwpar -B') },
  imageKind: { text: '{command}: {path} is not {wanted}.', ...rule('mkwpar -B') },
  remoteNeeded: {
    text: '{command}: ATTENTION: File system {directory} is local; a checkpointable workload partition can be relocated only with remote file systems.',
    stream: 'stderr',
    ...rule('seeds 1 and 2: relocation needs NFS file systems'),
  },
} as const satisfies Record<string, MessageText>;
