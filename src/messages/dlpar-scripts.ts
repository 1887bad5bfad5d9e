import { defineMessages } from './define.ts';

const ours = {
  evidence: 'ours',
  source: 'the texts of drmgr are in catalogue 0930, of which no number is known',
} as const;
const protocol = { evidence: 'ours', source: 'rule: seed 4, "DLPAR Script Commands"; wording ours' } as const;

/** What drmgr says of DLPAR scripts. */
export const scriptMessages = defineMessages('script', {
  oneAction: { text: '{command}: Give one of -i, -u, -l, -R, -S and -b.', status: 2, ...ours },
  noFile: { text: '{command}: There is no script {path}.', ...ours },
  notExecutable: { text: '{command}: {path} is not executable.', ...ours },
  tooLong: { text: '{command}: {path} is longer than {megabytes} MB.', ...ours },
  badName: {
    text: '{command}: "{name}" cannot be the name of an installed script: it must not begin with a dot or be longer than 255 bytes.',
    ...ours,
  },
  badHost: { text: '{command}: "{name}" is not the name of a host.', ...ours },
  hostAll: { text: '{command}: "all" is the directory of scripts for every host, not a host.', ...ours },
  exists: {
    text: '{command}: Warning: {path} exists already. It was not replaced; -f replaces it.',
    evidence: 'ours',
    source: 'rule: drmgr page, -i and -f; wording ours',
  },
  notInstalled: { text: '{command}: {path} is not an installed script.', ...ours },
  badMinutes: {
    text: '{command}: "{value}" is not a number of minutes from 0 to {most}.',
    ...ours,
  },
  noRoot: { text: '{command}: {path} is not a directory.', ...ours },
  machineRoot: {
    text: '{command}: Scripts cannot be kept in {path}: there, every host has the files of this machine.',
    ...ours,
  },
  badSyslogId: {
    text: '{command}: A syslog ID is a word of at most 64 visible characters.',
    ...ours,
  },
  leftOut: { text: '{command}: {path} is not executable: it is no installed script.', ...ours },

  notRun: { text: '{command}: {path}: "{call}" could not be run (status {status}).{words}', ...protocol },
  failed: { text: '{command}: {path}: "{call}" ended with status {status}.{words}', ...protocol },
  late: { text: '{command}: {path}: "{call}" took longer than {seconds} seconds.', ...protocol },
  endless: {
    text: '{command}: {path}: "{call}" printed more than anybody reads ({kilobytes} KB).',
    ...protocol,
  },
  missing: { text: '{command}: {path}: "{call}" printed no {item}.{words}', ...protocol },
  badLine: {
    text: '{command}: {path}: "{call}", line {line}: {text}: {why}.',
    ...protocol,
  },
  notPair: { text: 'it is not of the form name=value', ...protocol },
  noValue: { text: 'it has no value', ...protocol },
  badTimeout: { text: 'it is not a number of seconds', ...protocol },
  badResource: { text: 'it is not the name of a resource', ...protocol },
  manyResources: { text: '{command}: {path}: "{call}" named more than {most} resources.', ...protocol },
});
