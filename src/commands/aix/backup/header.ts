import type { Context } from '../../../cli/context.ts';
import { backupMessages as messages } from '../../../messages/backup.ts';
import { dateText } from '../../../model/backup/image-data.ts';
import type { CheckedBackup } from '../../../model/backup/read.ts';

/** What restore says of a backup before it lists anything. */
export function sayHeader(context: Context, { path, data }: CheckedBackup, blocks: number): void {
  context.say(messages.volume, { path });
  context.say(messages.cluster, { bytes: blocks * 512, blocks });
  context.say(messages.number, {});
  context.say(messages.date, { date: dateText(data.time) });
  context.say(messages.byName, {});
  context.say(messages.user, {});
}

/** Sizes stand in a column of their own. */
export function sizeColumn(size: number): string {
  return String(size).padStart(12);
}
