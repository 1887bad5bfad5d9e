import { controlFolder } from '../../format/backup-image.ts';
import { backupMessages as messages } from '../../messages/backup.ts';
import { failure } from '../../messages/failure.ts';
import type { Engine } from '../../state/engine.ts';
import type { Host } from '../../state/hosts.ts';
import type { Work } from '../work.ts';
import { workAside } from './aside.ts';
import { type BackupData, parseBackupData } from './data.ts';
import type { ArchiveReport } from './protocol.ts';

/** A backup whose sum is right and whose members may all be restored. */
export interface CheckedBackup {
  /** What it is called in messages. */
  readonly path: string;
  /** Descriptor of the archive. */
  readonly descriptor: number;
  readonly sum: string;
  readonly count: number;
  /** Of the contents. */
  readonly bytes: number;
  readonly control: readonly { readonly name: string; readonly size: number }[];
  readonly specification: string;
  readonly imageData: string;
  readonly data: BackupData;
}

/** What names a backup for the work on it. */
export interface Archive {
  readonly path: string;
  readonly descriptor: number;
}

/**
 * Reads a whole backup and changes nothing; beside the host, who need not trust it.
 * @param hear gets each member, if it is given
 * @throws Failure for a backup that is damaged, or holds what none holds
 */
export async function checkBackup(
  work: Work,
  { path, descriptor }: Archive,
  hear?: (report: ArchiveReport & { readonly type: 'file' }) => void,
): Promise<CheckedBackup> {
  const control = new Map<string, string>();
  let end: (ArchiveReport & { readonly type: 'checked' }) | undefined;
  const request = {
    work: 'check',
    limit: capacityOf(work.lab.engine, work.host),
    verbose: hear !== undefined,
  } as const;
  await workAside(work, { host: work.host }, request, { input: descriptor, path }, (report) => {
    if (report.type === 'control') control.set(report.name, report.text);
    else if (report.type === 'file') hear?.(report);
    else if (report.type === 'checked') end = report;
  });
  if (!end) throw failure(messages.failed, { why: 'no answer' });
  const text = (name: string) => control.get(`${controlFolder}/${name}`) ?? '';
  return {
    path,
    descriptor,
    sum: end.sum,
    count: end.count,
    bytes: end.bytes,
    control: [...control].map(([name, each]) => ({ name, size: Buffer.byteLength(each) })),
    specification: text('wpar.spec'),
    imageData: text('image.data'),
    data: dataOf(text('backup.data'), path),
  };
}

function dataOf(text: string, path: string): BackupData {
  try {
    return parseBackupData(text);
  } catch (error) {
    throw failure(messages.hostile, { path, why: `backup.data, ${(error as Error).message}` });
  }
}

// Nothing that is larger than all its volume groups can be restored there.
function capacityOf(engine: Engine, host: Host): number {
  const found = engine.get<{ mb: number | null }>(
    'SELECT sum(partition_mb * total) AS mb FROM volume_group WHERE host = ?',
    host.name,
  );
  return (found?.mb ?? 1_048_576) * 1_048_576;
}
