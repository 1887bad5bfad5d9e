import type { MessageText } from '../define.ts';
import { rule } from './rule.ts';

/** Which WPAR, and whether its state lets a command at it. */
export const stateTexts = {
  notFound: {
    text: '{command}: 0960-419 Could not find a workload partition called {name}.',
    evidence: 'capture',
    source: 'chef-cookbooks/aix pull 30 (AIX 7.2); kitchen-wpar matches it on stderr',
  },
  notActive: {
    text: '{command}: 0960-254 Workload partition {name} is not currently active.',
    evidence: 'capture',
    source: 'chef-cookbooks/aix pull 30 (AIX 7.2), printed by stopwpar',
  },
  alreadyActive: {
    text: '{command}: Workload partition {name} is already active.',
    ...rule('startwpar page: must be defined'),
  },
  wrongState: {
    text: '{command}: Workload partition {name} is {state}; it must be {wanted}.',
    ...rule('state descriptions of the lswpar page'),
  },
  broken: {
    text: '{command}: Workload partition {name} is Broken. Use "stopwpar -F {name}", or remove it with "rmwpar -F {name}".',
    ...rule('stopwpar page: a broken WPAR cannot be started'),
  },
  busy: {
    text: '{command}: Workload partition {name} is busy: {verb} (process {pid}) is in progress.',
    ...rule('the administrative lock; a second command fails'),
  },
  activeRemoval: {
    text: '{command}: Workload partition {name} is {state}. Stop it first, or use the -s or -F flag.',
    ...rule('rmwpar page'),
  },
  mustBeStopped: {
    text: '{command}: Workload partition {name} must be Defined to change its {what}.',
    ...rule('chwpar page; rename: ahix.fr 998'),
  },
  notApplication: {
    text: '{command}: Workload partition {name} is an application workload partition; {what} is for system workload partitions.',
    ...rule('stopwpar, rebootwpar, rmwpar and chwpar pages'),
  },
  signalled: {
    text: '{command}: 0960-367 {signal} received - cleaning up...',
    evidence: 'capture',
    source: 'chef-cookbooks/aix issue 103 (AIX 7.2), with SIGTERM',
  },
  osLevel: {
    text: '{command}: 0960-667 The operating system level within the workload partition is not supported.',
    evidence: 'capture',
    source: 'rhdisk0, starting a 6.1 WPAR on 7.1',
  },
  waitingForHalt: {
    text: '{command}: 0960-261 Waiting up to {seconds} seconds for workload partition to halt.',
    stream: 'stdout',
    evidence: 'recalled',
    source: 'reference wpar-run 3.2 (strong)',
  },
  haltTimeout: {
    text: '{command}: Workload partition {name} did not halt within {seconds} seconds.',
    ...rule('stopwpar page: on expiry the command fails'),
  },
  unkillable: {
    text: '{command}: A process of workload partition {name} could not be stopped.',
    ...rule('stopwpar page: with -F the WPAR stays Broken'),
  },
  tryForce: {
    text: '{command}: A process of workload partition {name} could not be stopped; use the -F flag.',
    ...rule('stopwpar page'),
  },
  toStart: {
    text: 'mkwpar: 0960-390 To start the workload partition, execute the following as root: \nstartwpar [-v] {name}',
    stream: 'stdout',
    status: 0,
    evidence: 'seed',
    source: 'seed 3, listing 1 (the break after "root: " is printed as published)',
  },
} as const satisfies Record<string, MessageText>;
