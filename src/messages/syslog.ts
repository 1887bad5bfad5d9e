import { defineMessages } from './define.ts';

const bsd = { evidence: 'recalled', source: 'logger of BSD, which that of AIX comes from' } as const;
const ours = { evidence: 'ours', source: 'rule: logger page; wording not found' } as const;

/** What logger says. */
export const syslogMessages = defineMessages('syslog', {
  unknownFacility: { text: '{command}: unknown facility name: {name}.', ...bsd },
  unknownLevel: { text: '{command}: unknown priority name: {name}.', ...bsd },
  noFile: { text: '{command}: {path}: there is no such file.', ...ours },
  tooLong: { text: '{command}: {path}: a file may have up to 16 MB.', ...ours },
});
