import { readHeading } from '../../format/backup-image.ts';
import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';

/** A system backup that a WPAR can be made from. */
export interface BackupImage {
  readonly path: string;
  readonly kind: 'mksysb' | 'savewpar';
  /** Level of the system inside, `5.2.0.0`. */
  readonly oslevel: string;
}

/** @returns undefined if the text is no image */
export function parseImage(path: string, text: string): BackupImage | undefined {
  const heading = readHeading(text);
  return heading && { path, ...heading };
}

/** The number lswpar shows for an older AIX inside a versioned WPAR: 1 = 5.2, 1024 = 5.3 (capture notes). */
export function osTypeOf(image: BackupImage): number {
  if (image.oslevel.startsWith('5.2')) return 1;
  if (image.oslevel.startsWith('5.3')) return 1024;
  throw failure(messages.imageKind, { path: image.path, wanted: 'a system backup of AIX 5.2 or 5.3' });
}
