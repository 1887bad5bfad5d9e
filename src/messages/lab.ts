import { defineMessages } from './define.ts';

const ours = { evidence: 'ours', source: "parlab's own: no vendor has labs" } as const;

/** What any command may have to say about the lab itself. */
export const labMessages = defineMessages('lab', {
  trouble: { text: 'parlab: {trouble}', ...ours },
  noHost: { text: '{command}: The lab has no {platform} host.', ...ours },
  unknownHost: { text: '{command}: The lab has no host called {host} (named by {by}).', ...ours },
  hostDown: {
    text: '{command}: The host {host} does not answer: its partition {partition} is {state}.',
    status: 255,
    evidence: 'ours',
    source: 'rule: nobody is logged in to a partition that does not run; 255 is the status of ssh',
  },
  notOnHost: { text: 'ksh: {name}:  not found.', status: 127, evidence: 'recalled', source: 'ksh on AIX' },
  notOnConsole: {
    text: '/bin/bash: {name}: command not found',
    status: 127,
    evidence: 'capture',
    source: 'github:ziutus/hmc_vios_aix, data/192.168.200.34.20170910_2337.txt: last, typed by ssh',
  },
  slashOnConsole: {
    text: "/bin/bash: {name}: restricted: cannot specify '/' in command names",
    status: 127,
    evidence: 'recalled',
    source: 'the restricted bash of the console',
  },
  onlyRoot: {
    text: '{command}: You must have root authority to run this command.',
    evidence: 'ours',
    source: 'rule: manual pages; wording not found',
  },
  cannotRead: { text: '{command}: Cannot read {path}: {why}.', ...ours },
  cannotWrite: { text: '{command}: Cannot write {path}: {why}.', ...ours },
  internal: {
    text: '{command}: parlab failed inside ({error}). Please report this with the command; nothing was changed by the failing step.',
    status: 70,
    ...ours,
  },
});
