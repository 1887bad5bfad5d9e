import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'rule: pages of the WLM commands; wording not found' } as const;

/** Workload Manager. */
export const workloadMessages = defineMessages('wlm', {
  running: {
    text: 'WLM is running',
    stream: 'stdout',
    evidence: 'recalled',
    source: 'wlmcntrl -q',
  },
  stopped: {
    text: 'WLM is stopped',
    stream: 'stdout',
    evidence: 'recalled',
    source: 'wlmcntrl -q',
  },
  notRunning: { text: '{command}: WLM is not running.', ...ours },
  noClass: { text: '{command}: There is no class called {name}.', ...ours },
  exists: { text: '{command}: There is a class called {name} already.', ...ours },
  badName: {
    text: '{command}: {name} cannot be the name of a class: up to 16 letters, digits and underscores.',
    ...ours,
  },
  predefined: { text: '{command}: The class {name} is predefined and cannot be removed.', ...ours },
  noRset: { text: '{command}: There is no rset called {rset} in the system registry.', ...ours },
  classRset: {
    text: '{command}: The rset {rset} of the class {name} is not in the system registry.',
    ...ours,
  },
  noAttribute: { text: '{command}: Classes have no attribute called {name}.', ...ours },
  badValue: { text: '{command}: {value} is not a value of {name}.', ...ours },
  notAPair: { text: '{command}: "{word}" is not of the form name=value.', status: 2, ...ours },
  nothing: { text: '{command}: No attribute to change was given.', status: 2, ...ours },
});
