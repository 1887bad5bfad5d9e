import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: "parlab's own: no vendor has it" } as const;

/** About being inside hosts and WPARs. */
export const runtimeMessages = defineMessages('runtime', {
  notHere: {
    text: '{command}: No real programs can run inside {place} on this machine: {why}. What to do: {remedy}. The documented commands work all the same: parlab on {host} COMMAND.',
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
  fromOutside: {
    text: '{command}: A login from inside a host is not supported by parlab yet: name a command, or log in from outside.',
    ...ours,
  },
  inUse: {
    text: '{command}: Somebody is inside a host or a WPAR of this lab (process {pids}); leave it first.',
    ...ours,
  },
  hostGone: { text: '{command}: The lab has no host called {host} any more.', ...ours },
});
