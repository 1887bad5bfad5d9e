import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: "parlab's own command: no vendor has it" } as const;

/** What `parlab fault` refuses. */
export const faultMessages = defineMessages('fault', {
  operation: {
    text: '{command}: {operation} is no operation that faults can strike; they are {operations}.',
    status: 2,
    ...ours,
  },
  phase: {
    text: '{command}: {operation} has no phase {phase}; its phases are {phases}.',
    status: 2,
    ...ours,
  },
  needsPhase: {
    text: '{command}: Say with --at where it strikes: {phases}, or a percentage of the memory such as 40%.',
    status: 2,
    ...ours,
  },
  percent: {
    text: '{command}: Only a migration has a percentage, from 0% to 100%, of the memory that is copied.',
    status: 2,
    ...ours,
  },
  kind: {
    text: '{command}: {operation} knows no fault of the kind {kind}; it knows {kinds}.',
    status: 2,
    ...ours,
  },
  number: { text: '{command}: {flag} takes a whole number from 1 on, not {value}.', status: 2, ...ours },
  chance: { text: '{command}: {value} is no probability; it is for example 25%.', status: 2, ...ours },
  detail: { text: '{command}: A detail has at most 200 characters.', status: 2, ...ours },
  object: { text: '{command}: The lab has no partition called {name}.', ...ours },
  unknown: { text: '{command}: There is no fault rule {id}; "parlab fault list" lists them.', ...ours },
});
