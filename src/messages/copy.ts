import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: "parlab's own command: no vendor has it" } as const;

/** What `parlab cp` says. */
export const copyMessages = defineMessages('copy', {
  twoPaths: { text: '{command}: Name what to copy, and where to.', status: 2, ...ours },
  noPlace: { text: '{command}: The lab has no host and no workload partition called {name}.', ...ours },
  manyPlaces: { text: '{command}: There are several called {name}: {names}.', ...ours },
  noFiles: {
    text: '{command}: {name} is an application workload partition: it has no files of its own.',
    ...ours,
  },
  machines: {
    text: '{command}: {path}: {directory} of a host or a workload partition is provided by this machine.',
    ...ours,
  },
  notCopied: { text: '{command}: {path}: {why}.', ...ours },
});
