import { softwareMessages as texts } from '../../../messages/mobility/software.ts';
import { mobilityMessages } from '../../../messages/mobility.ts';
import { type Check, type Found, found } from '../check.ts';
import type { Facts } from '../facts.ts';
import { missingLevel } from '../levels.ts';

/** What the running operating system says; nobody asks one that is off (seed 5, page 33). */
export const softwareChecks: readonly Check[] = [
  {
    id: 'P19',
    group: 'software',
    types: ['active'],
    severity: 'E',
    reads: 'answer of the operating system and its applications',
    message: mobilityMessages.notReady,
    find: refusalFound,
  },
  {
    id: 'P21',
    group: 'software',
    types: ['active'],
    severity: 'E',
    reads: 'level of the operating system',
    message: texts.level,
    find: ({ mobile: { os_version } }) => {
      const least = missingLevel(os_version);
      return least === undefined ? [] : [found(texts.level, { os: os_version, least })];
    },
  },
];

function refusalFound({ engine, mobile, objections }: Facts): Found[] {
  const row = engine.get<{ why: string }>(
    'SELECT refuses_migration AS why FROM partition WHERE id = ?',
    mobile.id,
  );
  const details = [...(row && row.why !== '' ? [row.why] : []), ...objections];
  return details.length > 0 ? [found(mobilityMessages.notReady, undefined, details)] : [];
}
