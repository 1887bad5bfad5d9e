import type { ArchiveTrouble } from '../../model/backup/protocol.ts';

/** Ends the work; the reason is reported. */
export class Trouble extends Error {
  readonly what: ArchiveTrouble;

  constructor(what: ArchiveTrouble, why: string) {
    super(why);
    this.what = what;
  }
}

/** What an error of the system means for the work. */
export function asTrouble(error: unknown): Trouble {
  if (error instanceof Trouble) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code))
    return new Trouble('full', 'no space is left on the device');
  return new Trouble('failed', code === '' ? message : `${code}: ${message}`);
}
