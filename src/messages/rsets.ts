import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: 'rule: pages of the rset commands; wording not found' } as const;

/** Processors, bindings and resource sets. */
export const rsetMessages = defineMessages('rset', {
  noRset: { text: '{command}: There is no rset called {name} in the system registry.', ...ours },
  badName: { text: '{command}: {name} is not of the form namespace/rsname.', ...ours },
  reserved: { text: '{command}: {name}: the namespace sys is reserved for the system.', ...ours },
  exclusive: { text: '{command}: {name}: parlab has no exclusive rsets.', ...ours },
  exists: { text: '{command}: An rset called {name} is in the system registry already.', ...ours },
  own: { text: '{command}: {name} is an rset of the system and cannot be removed.', ...ours },
  noCpu: { text: '{command}: There is no CPU {cpu}: logical CPU IDs go from 0 to {last}.', ...ours },
  badList: { text: '{command}: {value} is no list of CPUs or memory regions.', status: 2, ...ours },
  noRegion: { text: '{command}: There is no memory region {region}: the only one is 0.', ...ours },
  allOffline: { text: '{command}: No CPU of the rset is online.', ...ours },
  bound: { text: '{command}: Process {pid} is bound to processor {cpu}; -F removes the binding.', ...ours },
  notWithin: {
    text: '{command}: Process {pid} has an effective rset with other CPUs; -F detaches it.',
    ...ours,
  },
  beyond: { text: '{command}: The rset has CPUs that the partition rset of process {pid} has not.', ...ours },
  notAttached: { text: '{command}: No rset is attached to process {pid}.', ...ours },
  noProcess: { text: '{command}: There is no process {pid}.', ...ours },
  notOwner: { text: '{command}: Process {pid} belongs to somebody else.', ...ours },
  notANumber: { text: '{command}: {value} is not a number.', status: 2, ...ours },
  noProcessor: {
    text: '{command}: Processor {cpu} is not available; the last one is {last}.',
    evidence: 'ours',
    source: 'rule: bindprocessor page and seed 4: 0 to N-1; wording not found',
  },
  noSmtSet: { text: '{command}: There is no SMT set {set}: they go from 0 to {last}.', ...ours },
  attached: {
    text: '{command}: Process {pid} has an rset attached and cannot be bound.',
    evidence: 'ours',
    source: 'rule: bindprocessor page (it fails if the process has a resource attachment); wording not found',
  },
  oneForm: { text: '{command}: What to do is missing, or more than one thing.', status: 2, ...ours },
});
