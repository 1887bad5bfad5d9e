import { defineMessages } from './define.ts';

const ours = {
  evidence: 'ours',
  source: "the errors are those of AIX's dr_reconfig (recalled), which prints no text",
} as const;

/** What dr_reconfig refuses; the names of the system call's errors stand first. */
export const dlparProgramMessages = defineMessages('dr_reconfig', {
  noFlag: { text: '{command}: One of the flags -q, -d and -f is needed.', status: 2, ...ours },
  badGeneration: { text: '{command}: {value} is not the number of a phase.', status: 2, ...ours },
  generationAlone: { text: '{command}: The -g flag needs -d or -f.', status: 2, ...ours },
  noEvent: { text: '{command}: ENXIO: No reconfiguration is in progress.', status: 3, ...ours },
  notTold: {
    text: '{command}: EPERM: Neither the caller nor a process above it was sent SIGRECONFIG in this phase.',
    status: 4,
    evidence: 'ours',
    source: 'rule of parlab: only who was told may answer',
  },
  tooLate: {
    text: '{command}: EINPROGRESS: A reconfiguration can be refused in its check phase only; this is the {phase} phase.',
    status: 5,
    ...ours,
  },
  phaseOver: {
    text: '{command}: ESTALE: The phase {generation} is over.',
    status: 6,
    evidence: 'ours',
    source: 'rule of parlab: an answer counts for the phase it was given in',
  },
});
