import { defineMessages } from './define.ts';

const rule = (source: string) =>
  ({ evidence: 'ours', source: `rule: ${source}; wording not found` }) as const;

/** Refusals and attentions of the WPAR commands. Numbers are the vendor's; a text without one is ours. */
export const wparMessages = defineMessages('wpar', {
  notFound: {
    text: '{command}: 0960-419 Could not find a workload partition called {name}.',
    evidence: 'capture',
    source: 'chef-cookbooks/aix pull 30 (AIX 7.2); kitchen-wpar matches it on stderr',
  },
  notActive: {
    text: '{command}: 0960-254 Workload partition {name} is not currently active.',
    evidence: 'capture',
    source: 'chef-cookbooks/aix pull 30 (AIX 7.2), printed by stopwpar',
  },
  toStart: {
    text: 'mkwpar: 0960-390 To start the workload partition, execute the following as root: \nstartwpar [-v] {name}',
    stream: 'stdout',
    status: 0,
    evidence: 'seed',
    source: 'seed 3, listing 1 (the break after "root: " is printed as published)',
  },
  overwriteDisk: {
    text: "{command}: 0960-621 Failed to create a workload partition's rootvg. Please use -O flag to overwrite {disk}.\nIf restoring a workload partition, target disks should be in available state.",
    evidence: 'capture',
    source: 'C. Gibson, AIX 7100-00-01',
  },
  signalled: {
    text: '{command}: 0960-367 {signal} received - cleaning up...',
    evidence: 'capture',
    source: 'chef-cookbooks/aix issue 103 (AIX 7.2), with SIGTERM',
  },
  osLevel: {
    text: '{command}: 0960-667 The operating system level within the workload partition is not supported.',
    evidence: 'capture',
    source: 'rhdisk0, starting a 6.1 WPAR on 7.1',
  },
  kextAllLocal: {
    text: '{command}: 0960-593 ALL is not allowed when a kernel extension is local.',
    evidence: 'recalled',
    source: 'reference wpar-define 2.4.7',
  },
  waitingForHalt: {
    text: '{command}: 0960-261 Waiting up to {seconds} seconds for workload partition to halt.',
    stream: 'stdout',
    evidence: 'recalled',
    source: 'reference wpar-run 3.2 (strong)',
  },
  loadError: {
    text: '{command}: 0960-244 Error loading workload partition.',
    evidence: 'recalled',
    source: 'reference wpar-run 12.2',
  },

  nameEmpty: { text: '{command}: The workload partition name is empty.', ...rule('mkwpar page') },
  nameLong: {
    text: '{command}: The workload partition name {name} is longer than {longest} bytes.',
    ...rule('mkwpar page'),
  },
  nameStart: {
    text: '{command}: The workload partition name {name} must not start with - or 0.',
    ...rule('mkwpar page'),
  },
  nameCharacter: {
    text: '{command}: The workload partition name "{name}" contains a character that is not allowed.',
    ...rule('mkwpar page'),
  },
  nameReserved: {
    text: '{command}: The workload partition name {name} is reserved for the global environment.',
    ...rule('audit and ps pages use the name'),
  },
  nameTaken: {
    text: '{command}: A workload partition called {name} already exists.',
    ...rule('names are unique'),
  },
  nameMissing: {
    text: '{command}: A workload partition name is required: use the -n flag or a specification file that has one.',
    ...rule('mkwpar synopsis'),
    status: 2,
  },
  hostnameInvalid: { text: '{command}: "{hostname}" is not a valid host name.', ...rule('host names') },
  hostnameTaken: {
    text: '{command}: The host name {hostname} is used by workload partition {other}.',
    ...rule('mkwpar -a resolves host name conflicts'),
  },
  limitReached: {
    text: '{command}: The limit of {limit} resource-controlled workload partitions is reached.',
    ...rule('WPAR limits page: 8192'),
  },
  busy: {
    text: '{command}: Workload partition {name} is busy: {verb} (process {pid}) is in progress.',
    ...rule('the administrative lock; a second command fails'),
  },
  wrongState: {
    text: '{command}: Workload partition {name} is {state}; it must be {wanted}.',
    ...rule('state descriptions of the lswpar page'),
  },
  alreadyActive: {
    text: '{command}: Workload partition {name} is already active.',
    ...rule('startwpar page: must be defined'),
  },
  broken: {
    text: '{command}: Workload partition {name} is Broken. Use "stopwpar -F {name}", or remove it with "rmwpar -F {name}".',
    ...rule('stopwpar page: a broken WPAR cannot be started'),
  },
  activeRemoval: {
    text: '{command}: Workload partition {name} is {state}. Stop it first, or use the -s or -F flag.',
    ...rule('rmwpar page'),
  },
  notApplication: {
    text: '{command}: Workload partition {name} is an application workload partition; {what} is for system workload partitions.',
    ...rule('stopwpar, rebootwpar, rmwpar and chwpar pages'),
  },
  mustBeStopped: {
    text: '{command}: Workload partition {name} must be Defined to change its {what}.',
    ...rule('chwpar page; rename: ahix.fr 998'),
  },

  noInterface: {
    text: '{command}: The global environment has no network interface {interface}.',
    ...rule('mkwpar -N'),
  },
  noNetwork: {
    text: '{command}: The global environment has no network interface for address {address}.',
    ...rule('mkwpar -N'),
  },
  whichInterface: {
    text: '{command}: Address {address} is on none of the networks of the global environment; name the interface with interface=.',
    ...rule('seed 1: with more than one network "we would need to specify which"'),
  },
  addressInvalid: { text: '{command}: "{value}" is not a valid {what}.', ...rule('mkwpar -N') },
  addressMissing: {
    text: '{command}: The -N flag requires an address= or address6= attribute.',
    ...rule('mkwpar -N'),
  },
  addressMixed: {
    text: '{command}: The {first} and {second} attributes of the -N flag cannot be used together.',
    ...rule('mkwpar -N: one flag is one address'),
  },
  addressTaken: {
    text: '{command}: Address {address} is already used by {user}.',
    ...rule('mkwpar -a resolves network conflicts'),
  },
  addressNone: {
    text: '{command}: No free address is left on the network of interface {interface}.',
    ...rule('mkwpar -a resolves network conflicts'),
  },
  preserveRootvg: {
    text: '{command}: The file systems of rootvg workload partition {name} cannot be preserved.',
    ...rule('rmwpar page'),
  },
  noSuchAddress: {
    text: '{command}: Workload partition {name} has no address {address}.',
    ...rule('chwpar -K -N'),
  },
  routeIncomplete: {
    text: '{command}: The -I flag requires the rtdest= and rtgateway= attributes.',
    ...rule('chwpar synopsis'),
  },
  noSuchRoute: {
    text: '{command}: Workload partition {name} has no route to {destination} through {gateway}.',
    ...rule('chwpar -K -I'),
  },

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

  productMissing: {
    text: '{command}: The {flag} flag requires the fileset {fileset}, which is not installed.',
    ...rule('checkpoint and versioned WPARs are separate products'),
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
  checkpointDevice: {
    text: '{command}: A checkpointable workload partition cannot have the device {device}.',
    ...rule('devices block a checkpoint (reference wpar-run 7.2)'),
  },

  deviceNeeds: {
    text: '{command}: The -D flag requires a devname= or devid= attribute.',
    ...rule('mkwpar -D'),
  },
  deviceBoth: {
    text: '{command}: The devname and devid attributes cannot be used together.',
    ...rule('mkwpar -D'),
  },
  noDevice: {
    text: '{command}: The device {device} was not found.',
    ...rule('mkwpar -D: Available or Defined'),
  },
  deviceNotExportable: {
    text: '{command}: The device {device} is not represented in {file} and cannot be exported.',
    ...rule('devexports page'),
  },
  deviceExported: {
    text: '{command}: The device {device} is exported to workload partition {other}.',
    ...rule('the WPAR that starts first gets it'),
  },
  deviceBusy: { text: '{command}: The device {device} is in use.', ...rule('chwpar -K -D') },
  noSuchDevice: {
    text: '{command}: Workload partition {name} has no device {device}.',
    ...rule('chwpar -K -D'),
  },
  cdromAttachment: {
    text: '{command}: The CD-ROM device {device} is {attachment}; only Fibre Channel CD-ROM devices can be allocated.',
    ...rule('chwpar page: IDE, SATA and virtual CD-ROM devices are not supported'),
  },
  rootvgAttachment: {
    text: '{command}: The disk {device} is {attachment}; the rootvg of a workload partition needs a Fibre Channel or virtual SCSI disk.',
    ...rule('rootvg WPARs'),
  },
  rootvgFull: {
    text: '{command}: The disks of the rootvg have {free} MB; the file systems need {wanted} MB.',
    ...rule('rootvg WPARs'),
  },
  bootsetUnknown: {
    text: '{command}: Workload partition {name} has no boot set {bootset}.',
    ...rule('chwpar -B, -b'),
  },
  bootsetDisk: {
    text: '{command}: The disk {device} belongs to boot set {bootset}; remove the boot set first.',
    ...rule('a disk of a boot set cannot be removed before its boot set (capture notes)'),
  },
  bootsetLimit: {
    text: '{command}: A workload partition has at most {limit} boot sets.',
    ...rule('capture notes'),
  },
  bootsetInUse: { text: '{command}: Boot set {bootset} is the one in use.', ...rule('chwpar -K -B') },
  rootvgOnly: {
    text: '{command}: Workload partition {name} has no rootvg of its own.',
    ...rule('boot sets'),
  },

  valueInvalid: {
    text: '{command}: "{value}" is not a valid value of the {attribute} attribute.',
    ...rule('attribute tables of the reference'),
  },
  limitsOrder: {
    text: '{command}: {attribute}={value}: the minimum must not exceed the soft maximum, nor that the hard maximum.',
    ...rule('resource control page'),
  },
  privilegeUnknown: { text: '{command}: {privilege} is not a privilege.', ...rule('mkwpar -S') },
  noPrivilegeFile: {
    text: '{command}: The privilege file {path} was not found.',
    ...rule('mkwpar -S secfile='),
  },
  exportsInvalid: {
    text: '{command}: The device exports file {path}, line {line}: {why}.',
    ...rule('devexports page'),
  },
  noExportsFile: { text: '{command}: The device exports file {path} was not found.', ...rule('mkwpar -b') },
  noSuchKext: {
    text: '{command}: Workload partition {name} has no kernel extension {kext}.',
    ...rule('chwpar -K -X'),
  },
  kextNeeds: {
    text: '{command}: The -X flag requires a kext= or exportfile= attribute.',
    ...rule('reference wpar-define 2.4.7'),
  },
  specInvalid: {
    text: '{command}: Specification file {path}, line {line}: {why}.',
    ...rule('specification files: seed 1'),
  },
  scriptMissing: {
    text: '{command}: The script {path} was not found or is not executable.',
    ...rule('mkwpar -k'),
  },
  scriptFailed: {
    text: '{command}: ATTENTION: The script {path} ended with status {status}.',
    ...rule('mkwpar -k'),
  },
  noTerminal: {
    text: '{command}: The {flag} flag needs a terminal to ask for the password on.',
    ...rule('mkwpar -P'),
  },
  passwordsDiffer: {
    text: '{command}: The passwords are not the same; nothing was done.',
    ...rule('passwd'),
  },
  uuidInvalid: { text: '{command}: "{uuid}" is not a valid UUID.', ...rule('mkwpar -U') },
  uuidTaken: {
    text: '{command}: The UUID {uuid} belongs to workload partition {other}.',
    ...rule('mkwpar -U'),
  },

  secondsInvalid: {
    text: '{command}: "{value}" is not a number of seconds.',
    ...rule('stopwpar -t'),
    status: 2,
  },
  haltTimeout: {
    text: '{command}: Workload partition {name} did not halt within {seconds} seconds.',
    ...rule('stopwpar page: on expiry the command fails'),
  },
  unkillable: {
    text: '{command}: A process of workload partition {name} could not be stopped.',
    ...rule('stopwpar page: with -F the WPAR stays Broken'),
  },
  tryForce: {
    text: '{command}: A process of workload partition {name} could not be stopped; use the -F flag.',
    ...rule('stopwpar page'),
  },
  fieldUnknown: {
    text: '{command}: {field} is not a field of this view.',
    ...rule('lswpar -a'),
    status: 2,
  },
  stateUnknown: {
    text: '{command}: "{state}" is not a workload partition state.',
    ...rule('lswpar -s'),
    status: 2,
  },
  typeUnknown: {
    text: '{command}: "{type}" is not a workload partition type.',
    ...rule('lswpar -t'),
    status: 2,
  },
  delimiterEmpty: { text: '{command}: The delimiter is empty.', ...rule('lswpar -d'), status: 2 },
  nameOnly: {
    text: '{command}: With -K the -R flag takes names of attributes without values: {word}',
    ...rule('chwpar page'),
    status: 2,
  },
  nothingToDo: { text: '{command}: Nothing to change was given.', ...rule('chwpar'), status: 2 },
  onlyShared: {
    text: '{command}: Workload partition {name} has its own /usr; use the -D flag.',
    ...rule('syncwpar page: without -D only shared WPARs'),
  },
  onlyDetached: {
    text: '{command}: Workload partition {name} shares /usr with the global environment; the -D flag is for detached workload partitions.',
    ...rule('syncwpar page'),
  },
  versioned: {
    text: '{command}: Workload partition {name} is versioned and cannot be synchronized.',
    ...rule('syncwpar page'),
  },
  notVersioned: { text: '{command}: Workload partition {name} is not versioned.', ...rule('syncwpar -c') },
});
