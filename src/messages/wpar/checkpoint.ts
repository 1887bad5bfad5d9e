import type { MessageText } from '../define.ts';
import { rule } from './rule.ts';

const recalled = {
  stream: 'stdout',
  status: 0,
  evidence: 'recalled',
  source: 'reference wpar-run 7.6 (weak: no transcript was found)',
} as const;

/** Checkpoint, restart and relocation. */
export const checkpointTexts = {
  checkpointed: { text: '1020-052 WPAR was checkpointed in {path}.', ...recalled },
  restarted: { text: '1020-191 WPAR was restarted from {path}.', ...recalled },
  mcrSucceeded: { text: '1020-187 {command} command succeeded', ...recalled },
  mcrMissing: {
    text: '{command}: This command comes with the fileset mcr.rte, which is not installed on {host}.',
    status: 127,
    ...rule('base WPAR support has no checkpoint commands (reference wpar-run 7.1)'),
  },
  logLevel: {
    text: '{command}: "{level}" is no log level; it is debug or error.',
    status: 2,
    ...rule('-l debug|error (recalled syntax)'),
  },
  notCheckpointable: {
    text: '{command}: Workload partition {name} is not checkpointable; "chwpar -c {name}" makes it so.',
    ...rule('seed 1: created or changed with -c'),
  },
  stateNotEmpty: {
    text: '{command}: The directory {path} is not empty; a checkpoint needs a new one.',
    ...rule('-d (recalled syntax)'),
  },
  stateMissing: {
    text: '{command}: There is no directory {path}.',
    ...rule('-d (recalled syntax)'),
  },
  stateIncomplete: {
    text: '{command}: The directory {path} does not hold a complete checkpoint.',
    ...rule('-d (recalled syntax)'),
  },
  stateChanged: {
    text: '{command}: The state files in {path} were changed since the checkpoint.',
    ...rule('a state directory stands for processes; only the one that was written does'),
  },
  stateOfOther: {
    text: '{command}: The state in {path} is that of workload partition {other}, not of {name}.',
    ...rule('restartwpar names the WPAR of the checkpoint'),
  },
  stateCopy: {
    text: '{command}: The state in {path} was taken without -k or -p: the processes went on, and parlab cannot restart a copy of them.',
    ...rule("parlab's own limit: processes are real and exist once"),
  },
  stateRestarted: {
    text: '{command}: The state in {path} was restarted on {host} already.',
    ...rule('processes exist once'),
  },
  stateResumed: {
    text: '{command}: The processes of the state in {path} were resumed on {host}.',
    ...rule('processes exist once'),
  },
  stateGone: {
    text: '{command}: The processes that the state in {path} stands for are gone.',
    ...rule('killwpar, rmwpar, parlab reset and the end of the machine take them away'),
  },
  levelDiffers: {
    text: '{command}: Workload partition {name} needs AIX {level}; {host} has {other}.',
    ...rule('seed 2: all hosting systems are at the same level'),
  },
  localFileSystem: {
    text: '{command}: The file system {directory} of workload partition {name} is local to its host; a relocation needs it on an NFS server.',
    ...rule('seed 1: the read/write file systems are on an NFS server'),
  },
  otherFileSystem: {
    text: '{command}: The file system {directory} of workload partition {name} is not the one of the checkpoint.',
    ...rule('both systems mount the same directories (seed 1)'),
  },
  otherAddress: {
    text: '{command}: Workload partition {name} does not have the address {address} of the checkpoint.',
    ...rule('connections are preserved (seed 1)'),
  },
  otherNetwork: {
    text: '{command}: Host {host} is not on the network of the address {address}.',
    ...rule('seed 1: same subnet'),
  },
  originNotPaused: {
    text: '{command}: Workload partition {name} on {host} is {state}; it must be Paused.',
    ...rule('the processes of a checkpoint with -p stand still in the original'),
  },
  movedAway: {
    text: '{command}: The processes of workload partition {name} run on {host}; end what is left here with "killwpar {name}".',
    ...rule('seed 1: if successful, the frozen original is killed'),
  },
  pausedStop: {
    text: '{command}: Workload partition {name} is {state}. Use "resumewpar {name}" or "killwpar {name}", or the -F flag.',
    ...rule('processes that stand still cannot end in order; the lswpar page: ready to be resumed or killed'),
  },
  relocationTarget: {
    text: '{command}: {host} is not an AIX host that could take workload partition {name}.',
    ...rule('a relocation goes to another AIX system'),
  },
} as const satisfies Record<string, MessageText>;
