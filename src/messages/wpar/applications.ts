import { rule } from './rule.ts';

/** About application WPARs. */
export const applicationTexts = {
  commandMissing: {
    text: '{command}: The full path of a command is required.',
    ...rule('wparexec page, syntax'),
    status: 2,
  },
  commandRelative: {
    text: '{command}: The command {path} is not a full path.',
    ...rule('wparexec page, syntax'),
  },
  commandNotFound: {
    text: '{command}: The command {path} was not found.',
    ...rule('wparexec; status as of programs that run others (POSIX)'),
    status: 127,
  },
  commandNotExecutable: {
    text: '{command}: The command {path} cannot be executed.',
    ...rule('wparexec; status as of programs that run others (POSIX)'),
    status: 126,
  },
  applicationMount: {
    text: '{command}: The file system {directory} cannot be of type {vfs}: an application workload partition has nfs file systems, and those of the global environment by their directory alone.',
    ...rule('IBM topic on file systems of application workload partitions'),
  },
  notInFilesystems: {
    text: '{command}: The file system {directory} is not in /etc/filesystems of the global environment.',
    ...rule('IBM topic on file systems of application workload partitions'),
  },
  applicationHasNo: {
    text: '{command}: An application workload partition has no {what}.',
    ...rule('wparexec page: it has no such flags'),
  },
  startsNowhere: {
    text: '{command}: The command of workload partition {name} can be started by wparexec only: startwpar has no terminal and no files to lend it.',
    ...rule('parlab: startwpar of an application workload partition made with wparexec -1'),
  },
} as const;
