import type { UserFiles } from './user-files.ts';
import { setting } from './view.ts';

/** The rules of /etc/security/user that a new password breaks, as passwd says them. */
export function brokenRules(
  files: UserFiles,
  user: string,
  password: string,
  old: string | undefined,
): string[] {
  const rule = (attribute: string) => Number(setting(files, 'user', user, attribute) ?? 0) || 0;
  const alphabetic = [...password].filter((letter) => /[A-Za-z]/.test(letter)).length;
  const most = Math.max(0, ...[...new Set(password)].map((letter) => password.split(letter).length - 1));
  const fresh = [...password].filter((letter) => !old?.includes(letter)).length;
  const minima: [attribute: string, has: number, what: string][] = [
    ['minlen', password.length, 'characters in length.'],
    ['minalpha', alphabetic, 'alphabetic characters.'],
    ['minother', password.length - alphabetic, 'non-alphabetic characters.'],
  ];
  if (old !== undefined) minima.push(['mindiff', fresh, 'characters not found in the old password.']);
  const broken = minima.flatMap(([attribute, has, what]) =>
    has < rule(attribute) ? [`a minimum of ${rule(attribute)} ${what}`] : [],
  );
  const repeats = rule('maxrepeats');
  if (repeats > 0 && most > repeats) broken.push(`a maximum of ${repeats} repeated characters.`);
  return broken;
}
