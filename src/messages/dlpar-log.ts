import { defineMessages } from './define.ts';

const captured = {
  evidence: 'document',
  source: 'IBM Redbook SG24-7039, appendix B: log of a processor addition',
} as const;
const like = {
  evidence: 'ours',
  source: 'after the lines of SG24-7039, appendix B, that are known',
} as const;
const ours = { evidence: 'ours', source: 'no text of AIX was found for this' } as const;

/**
 * What the operating system writes to syslog about a dynamic change. No blank stands after the comma of `phaseStarted`, and the
 * step of applications ends in the words of the one before, as in the captured log.
 */
export const dlparLogMessages = defineMessages('dlpar-log', {
  start: { text: '==== Start: {title} operation ====', ...captured },
  end: { text: '==== End: {title} operation ====', ...like },
  processor: { text: 'Cpu: {connector} has been unisolated and allocated', ...captured },
  check: { text: 'Starting CHECK phase for {subject} operation.', ...captured },
  phase: { text: 'Starting {phase} phase.', ...captured },
  phaseStarted: {
    text: 'Phase {phase} started for scripts,kernel extensions and applications.',
    ...captured,
  },
  scriptsBegin: { text: 'Starting {phase} phase for Scripts.', ...captured },
  scriptsEnd: { text: 'Completed the phase for Scripts.', ...captured },
  extensionsBegin: { text: 'Starting the phase for kernel extensions.', ...captured },
  extensionsEnd: { text: 'Completed the phase for kernel extensions.', ...captured },
  programsBegin: { text: 'Starting the phase for application signal handlers.', ...captured },
  programsEnd: { text: 'Completed the phase for kernel extensions.', ...captured },
  refused: { text: '{name}: {command} {resource} failed ({status}): {reason}', ...ours },
  silent: { text: 'no DR_ERROR was given', ...ours },
  timedOut: { text: 'it did not end within {seconds} seconds', ...ours },
  lost: {
    text: '{name} is installed, but is not called: its file has gone, or is not executable.',
    ...ours,
  },
  notStarted: { text: 'it could not be run', ...ours },
  cut: { text: '{name}: {command} {resource} printed more than is read', ...ours },
  said: { text: '{name}: {text}', ...ours },
  blocks: { text: '{completed} MB of {requested} MB have been moved', ...ours },
  abandoned: { text: 'An interrupted {title} operation is undone.', ...ours },
  arrived: { text: 'A {title} operation is completed.', ...ours },
  failed: { text: 'The {title} operation failed: {reason}', ...ours },
  programSilent: {
    text: '{name} (process {pid}) has not answered SIGRECONFIG within {seconds} seconds',
    ...ours,
  },
  programsSilent: {
    text: '{count} more programs have not answered SIGRECONFIG within {seconds} seconds',
    ...ours,
  },
  programRefused: { text: '{name} (process {pid}) refused: DR_EVENT_FAIL', ...ours },
  handlerWaits: { text: '{name}: {request} returned DR_WAIT', ...ours },
  handlerFailed: { text: '{request} returned DR_FAIL', ...ours },
  handlerLate: { text: '{request} was not completed in the time of the request', ...ours },
  late: { text: 'the time of the request is over', ...ours },
  interrupted: { text: 'the request was interrupted', ...ours },
  vetoed: { text: '{phase} phase', ...ours },
});
