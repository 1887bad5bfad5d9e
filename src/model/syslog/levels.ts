/** Facilities and levels by the names that /etc/syslog.conf and logger take, with their numbers in a priority. */

/** The page names the first nine and the local ones; the others are in AIX's syslog.h (recalled). */
export const facilities = {
  ...{ kern: 0, user: 1, mail: 2, daemon: 3, auth: 4, syslog: 5, lpr: 6, news: 7, uucp: 8 },
  ...{ cron: 9, authpriv: 10, ftp: 11, aso: 12, caa: 13 },
  ...{ local0: 16, local1: 17, local2: 18, local3: 19, local4: 20, local5: 21, local6: 22, local7: 23 },
} as const;

export type Facility = keyof typeof facilities;

export const levels = {
  ...{ emerg: 0, alert: 1, crit: 2, err: 3, warning: 4, notice: 5, info: 6, debug: 7 },
} as const;

export type Level = keyof typeof levels;

const otherFacilities: Readonly<Record<string, Facility>> = { security: 'auth' };
const otherLevels: Readonly<Record<string, Level>> = { panic: 'emerg', error: 'err', warn: 'warning' };

/** @param word a name or a number */
export function facilityOf(word: string): Facility | undefined {
  return (
    named(word, facilities) ?? (Object.hasOwn(otherFacilities, word) ? otherFacilities[word] : undefined)
  );
}

/** @param word a name or a number */
export function levelOf(word: string): Level | undefined {
  return named(word, levels) ?? (Object.hasOwn(otherLevels, word) ? otherLevels[word] : undefined);
}

function named<Name extends string>(word: string, all: Readonly<Record<Name, number>>): Name | undefined {
  const names = Object.keys(all) as Name[];
  return names.find((name) => name === word || (/^\d{1,2}$/.test(word) && all[name] === Number(word)));
}
