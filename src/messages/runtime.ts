import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: "parlab's own: no vendor has it" } as const;

/** About being inside hosts and WPARs. */
export const runtimeMessages = defineMessages('runtime', {
  notHere: {
    text: '{command}: No real programs can run inside {place} on this machine: {why}. What to do: {remedy}. The documented commands work all the same: parlab on {place} COMMAND.',
    ...ours,
  },
  noShell: {
    text: '{command}: {host} has no shell to be in, only its own commands: parlab on {host} COMMAND.',
    ...ours,
  },
  noScript: { text: '{command}: There is no script {path}.', status: 127, ...ours },
  notInside: {
    text: '{command}: This command is not available inside a workload partition.',
    evidence: 'ours',
    source: 'rule: management commands are refused inside; wording not found',
  },
  inUse: {
    text: '{command}: Somebody is inside a host or a WPAR of this lab (process {pids}); leave it first.',
    ...ours,
  },
  noAnswer: { text: '{command}: {place} does not answer: it is not active.', ...ours },
  noAddress: {
    text: '{command}: {place} has no network address; from its host, clogin leads there.',
    ...ours,
  },
  keeperLost: {
    text: '{command}: The process that was to keep {place} was killed. Nothing has run there; try again.',
    ...ours,
  },
  placeGone: { text: '{command}: The lab has no such host or workload partition any more.', ...ours },
});
