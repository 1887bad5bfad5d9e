import { defineMessages } from './define.ts';

const transcript = {
  stream: 'stdout',
  evidence: 'capture',
  source: 'AIX shutdown transcript (NattyNarwhal)',
} as const;
const recalled = { stream: 'stdout', evidence: 'recalled', source: 'AIX consoles at a shutdown' } as const;
const ours = { evidence: 'ours', source: 'rule: pages of the commands; wording not found' } as const;

/** What shutdown, halt and reboot say. */
export const shutdownMessages = defineMessages('shutdown', {
  title: { text: 'SHUTDOWN PROGRAM\n{date}', ...transcript },
  broadcast: { text: 'Broadcast message from root@{host} ({tty}) at {time} ...', ...transcript },
  logOff: { text: 'shutdown: PLEASE LOG OFF NOW !!!', ...transcript },
  message: { text: 'shutdown: {message}', ...recalled },
  inOneMinute: { text: 'All processes will be killed in 1 minute.', ...transcript },
  inMinutes: { text: 'All processes will be killed in {minutes} minutes.', ...recalled },
  now: { text: 'shutdown: THE SYSTEM IS BEING SHUT DOWN NOW', ...transcript },
  stopping: { text: '0513-044 The {name} Subsystem was requested to stop.', ...transcript },
  inoperative: { text: '0513-004 The Subsystem or Group, {name}, is currently inoperative.', ...transcript },
  waitForHalt: { text: "Wait for '....Halt completed....' before stopping.", ...transcript },
  waitForReboot: { text: "Wait for 'Rebooting...' before stopping.", ...recalled },
  errorLog: { text: 'Error reporting has stopped.', ...transcript },
  advancedAccounting: { text: 'Advanced Accounting has stopped...', ...transcript },
  accounting: { text: 'Process accounting has stopped.', ...transcript },
  nfs: { text: 'nfs_clean: Stopping NFS/NIS Daemons', ...transcript },
  halted: { text: '....Halt completed....', ...recalled },
  rebooting: { text: 'Rebooting . . .', ...recalled },
  warningOnly: { text: 'This was only a warning: nothing is shut down.', stream: 'stdout', ...ours },
  badTime: {
    text: '{command}: {value} is no time: now, +minutes or hours:minutes.',
    status: 2,
    ...ours,
  },
  interrupted: { text: '{command}: Interrupted: nothing was shut down.', ...ours },
  noPartition: {
    text: '{command}: The host {host} has no partition that could be powered off: parlab has no other switch for it.',
    ...ours,
  },
  wparBusy: {
    text: '{command}: Workload partition {name} is busy: {verb} (process {pid}) is in progress.',
    ...ours,
  },
  wparStuck: {
    text: '{command}: A process of workload partition {name} does not end: it still runs. Stop it from outside: stopwpar -F {name}.',
    ...ours,
  },
});
