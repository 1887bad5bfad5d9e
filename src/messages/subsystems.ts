import { defineMessages } from './define.ts';

const recalled = { evidence: 'recalled', source: 'the SRC commands on AIX' } as const;
const ours = { evidence: 'ours', source: 'rule: pages of the SRC commands; wording not found' } as const;

/** What the System Resource Controller's commands say. */
export const subsystemMessages = defineMessages('src', {
  started: {
    text: '0513-059 The {name} Subsystem has been started. Subsystem PID is {pid}.',
    stream: 'stdout',
    evidence: 'seed',
    source: 'seed 3, listings 3 and 4',
  },
  stopping: {
    text: '0513-044 The {name} Subsystem was requested to stop.',
    stream: 'stdout',
    evidence: 'capture',
    source: 'AIX shutdown transcript (NattyNarwhal)',
  },
  inoperative: {
    text: '0513-004 The Subsystem or Group, {name}, is currently inoperative.',
    evidence: 'capture',
    source: 'AIX shutdown transcript (NattyNarwhal)',
  },
  alreadyActive: {
    text: '0513-029 The {name} Subsystem is already active.\nMultiple instances are not supported.',
    ...recalled,
  },
  notOnFile: {
    text: '0513-085 The {name} Subsystem is not on file.',
    evidence: 'capture',
    source: 'kitchen-wpar driver, which waits for it',
  },
  noGroup: {
    text: '0513-086 The {name} Group is not on file.',
    evidence: 'capture',
    source: 'tests of the chef AIX service provider',
  },
  noRecords: { text: '0513-084 There were no records that matched your request.', ...recalled },
  added: {
    text: '0513-071 The {name} Subsystem has been added.',
    stream: 'stdout',
    evidence: 'capture',
    source: 'kitchen-wpar driver',
  },
  changed: { text: '0513-077 Subsystem has been changed.', stream: 'stdout', ...recalled },
  deleted: { text: '0513-083 Subsystem has been Deleted.', stream: 'stdout', ...recalled },
  onlySignals: {
    text: '0513-005 The Subsystem, {name}, only supports signal communication.',
    ...recalled,
  },
  notPassed: {
    text: '0513-036 The request could not be passed to the {name} subsystem.\nStart the subsystem and try your command again.',
    ...recalled,
  },
  refreshed: {
    text: '0513-095 The request for subsystem refresh was completed successfully.',
    stream: 'stdout',
    evidence: 'capture',
    source: 'refresh -s inetd of AIX, published notes',
  },
  exists: { text: '{command}: The subsystem {name} is on file already.', ...ours },
  badName: {
    text: '{command}: "{name}" cannot be the name of a subsystem: 1 to 29 printable characters without blanks, colons and slashes.',
    ...ours,
  },
  badNumber: { text: '{command}: {value} is not a number that the {flag} flag can have.', ...ours },
  badPath: { text: '{command}: {path} is not an absolute path.', ...ours },
  mustStop: { text: '{command}: The subsystem {name} is active: stop it first.', ...ours },
  noPid: { text: '{command}: No subsystem has the process {pid}.', ...ours },
  needed: { text: '{command}: {flags} must be given.', status: 2, ...ours },
  oneOf: { text: '{command}: Give one of {flags}.', status: 2, ...ours },
  notRunning: {
    text: '{command}: The workload partition {name} does not run: it has no System Resource Controller now.',
    ...ours,
  },
  wparsOwn: {
    text: '{command}: The subsystem {name} belongs to a workload partition: use {instead}.',
    ...ours,
  },
  noLongStatus: {
    text: '{command}: parlab does not know what {name} reports of itself: only its short status is shown.',
    ...ours,
  },
  nothingToChange: { text: '{command}: Say what is to change.', status: 2, ...ours },
});
