import { defineMessages } from './define.ts';

const seed = (listing: number) =>
  ({ stream: 'stdout', status: 0, evidence: 'seed', source: `seed 3, listing ${listing}` }) as const;
const recalled = {
  stream: 'stdout',
  status: 0,
  evidence: 'recalled',
  source: 'reference wpar-run 3.2; the complete transcript was not found',
} as const;

/**
 * What the WPAR commands say while they work. The wording of 6.1 is that of the IBM topic "Creating an application
 * WPAR" where it has the line, and its analogue elsewhere.
 */
export const progress = defineMessages('progress', {
  creating: { text: 'mkwpar: Creating file systems...', ...seed(1) },
  creatingRootvg: {
    text: "Creating workload partition's rootvg. Please wait...",
    stream: 'stdout',
    status: 0,
    evidence: 'capture',
    source: 'C. Gibson, AIX 7100-00-01',
  },
  restored: { text: 'x {path}', ...seed(1) },
  created: {
    text: 'Workload partition {name} created successfully.',
    aix61: '{command}: Workload partition {name} created successfully.',
    ...seed(1),
  },
  commandStart: {
    text: '{command}: COMMAND START, ARGS: {name}',
    stream: 'stdout',
    status: 0,
    evidence: 'document',
    source: 'IBM topic "Creating an application WPAR" (6.1 only)',
  },
  starting: {
    text: 'Starting workload partition {name}.',
    aix61: "{command}: Starting workload partition '{name}'",
    ...seed(3),
  },
  startingQuoted: {
    text: "Starting workload partition '{name}'.",
    aix61: "{command}: Starting workload partition '{name}'",
    stream: 'stdout',
    status: 0,
    evidence: 'capture',
    source: 'wparexec -v, M. Laborde (AIX 7.x)',
  },
  verifyingFileSystems: {
    text: '{command}: Verifying file systems...',
    aix61: '{command}: Verifying filesystems...',
    stream: 'stdout',
    status: 0,
    evidence: 'capture',
    source: 'wparexec -v, M. Laborde (AIX 7.x); 6.1: IBM topic "Creating an application WPAR"',
  },
  mounting: {
    text: 'Mounting all workload partition file systems.',
    aix61: '{command}: Mounting all workload partition file systems',
    ...seed(3),
  },
  mountingOne: { text: 'Mounting {path}', aix61: '{command}: Mounting {path}', ...seed(4) },
  loading: {
    text: 'Loading workload partition.',
    aix61: '{command}: Loading workload partition',
    ...seed(3),
  },
  devices: {
    text: 'Exporting workload partition devices.',
    aix61: '{command}: Exporting workload partition devices',
    ...seed(3),
  },
  kexts: { text: 'Exporting workload partition kernel extensions.', ...seed(3) },
  subsystem: {
    text: 'Starting workload partition subsystem {subsystem}.',
    aix61: "{command}: Starting workload partition subsystem '{subsystem}'",
    ...seed(3),
  },
  subsystemStarted: {
    text: '0513-059 The {subsystem} Subsystem has been started. Subsystem PID is {pid}.',
    ...seed(3),
  },
  verifying: {
    text: 'Verifying workload partition startup.',
    aix61: '{command}: Verifying workload partition startup',
    ...seed(3),
  },
  success: { text: 'Return Status = SUCCESS.', aix61: '{command}: Return Status = SUCCESS', ...seed(4) },
  failed: {
    text: 'Return Status = FAILURE.',
    aix61: '{command}: Return Status = FAILURE',
    stream: 'stdout',
    evidence: 'ours',
    source: 'by analogy with "syncroot: Returns Status = FAILURE" (seed 3, listing 1)',
  },
  stopping: {
    text: 'Stopping workload partition {name}.',
    aix61: "{command}: Stopping workload partition '{name}'",
    ...recalled,
  },
  stoppingSubsystem: {
    text: 'Stopping workload partition subsystem {subsystem}.',
    aix61: "{command}: Stopping workload partition subsystem '{subsystem}'",
    ...recalled,
  },
  subsystemStopping: {
    text: '0513-044 The {subsystem} Subsystem was requested to stop.',
    stream: 'stdout',
    status: 0,
    evidence: 'capture',
    source: 'AIX shutdown transcript (NattyNarwhal); its place in the order is recalled',
  },
  shuttingDown: {
    text: 'Shutting down all workload partition processes.',
    aix61: '{command}: Shutting down all workload partition processes',
    ...seed(12),
  },
  unmounting: {
    text: 'Unmounting all workload partition file systems.',
    aix61: '{command}: Unmounting all workload partition file systems',
    ...recalled,
  },
  unmountingOne: { text: 'Umounting {path}.', aix61: '{command}: Umounting {path}', ...recalled },
  removing: {
    text: '{command}: Removing workload partition {name}',
    stream: 'stdout',
    status: 0,
    evidence: 'document',
    source: 'IBM topic "Creating an application WPAR"',
  },
  removingFileSystem: {
    text: '{command}: Removing file system {path}.',
    stream: 'stdout',
    status: 0,
    evidence: 'capture',
    source: 'chef-cookbooks/aix pull 30 (AIX 7.2)',
  },
  removedVolume: {
    text: 'rmlv: Logical volume {volume} is removed.',
    stream: 'stdout',
    status: 0,
    evidence: 'capture',
    source: 'chef-cookbooks/aix pull 30 (AIX 7.2)',
  },
  syncing: {
    text: 'syncroot: Processing root part installation status.',
    ...synced('document', 'syncroot page'),
  },
  installpSynced: {
    text: 'syncroot: Installp root packages are currently synchronized.',
    ...synced('recalled', 'reference wpar-define 2.6'),
  },
  rpmSynced: {
    text: 'syncroot: RPM root packages are currently synchronized.',
    ...synced('recalled', 'reference wpar-define 2.6'),
  },
  rootSynced: {
    text: 'syncroot: Root part is currently synchronized.',
    ...synced('recalled', 'reference wpar-define 2.6'),
  },
  syncSuccess: {
    text: 'syncroot: Returns Status = SUCCESS',
    ...synced('recalled', 'reference wpar-define 2.6'),
  },
  syncFailed: { text: 'syncroot: Error synchronizing installp software.', ...seed(1) },
  syncFailure: { text: 'syncroot: Returns Status = FAILURE', ...seed(1) },
  synchronizing: {
    text: 'Synchronizing workload partition {name} ({index} of {count}).',
    stream: 'stdout',
    status: 0,
    evidence: 'recalled',
    source: 'reference wpar-run 8.1',
  },
  preview: {
    text: 'syncroot: Preview: {name} would be {what}.',
    stream: 'stdout',
    status: 0,
    evidence: 'ours',
    source: 'syncwpar -p: nothing is changed; wording not found',
  },
});

function synced(evidence: 'document' | 'recalled', source: string) {
  return { stream: 'stdout', status: 0, evidence, source } as const;
}
