import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';
import { formatEnd, formatHead } from '../../src/format/backup-image.ts';

/** A member of a backup that is built by hand. */
export interface HandMade {
  readonly header: Partial<Header> & Pick<Header, 'name'>;
  readonly content?: string | Buffer;
}

/** The files that every backup begins with. */
export interface Control {
  readonly specification: string;
  readonly imageData: string;
}

export const plainControl: Control = {
  specification: 'general:\n\tname = "evil"\n\thostname = "evil"\n\tdirectory = "/wpars/evil"\n',
  imageData: 'image_data:\n\tIMAGE_TYPE= bff\n',
};

function sumOf(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}

async function tarOf(members: readonly HandMade[]): Promise<Buffer> {
  const archive = pack();
  const pieces: Buffer[] = [];
  const reading = (async () => {
    for await (const piece of archive) pieces.push(piece as Buffer);
  })();
  for (const { header, content } of members) {
    await new Promise<void>((resolve, reject) => {
      const size = content === undefined ? (header.size ?? 0) : Buffer.byteLength(content);
      archive.entry({ ...header, size }, content ?? Buffer.alloc(0), (error) =>
        error ? reject(error) : resolve(),
      );
    });
  }
  archive.finalize();
  await reading;
  return Buffer.concat(pieces);
}

/** A backup whose sums are right, whatever is in it. */
export async function backupOf(
  members: readonly HandMade[],
  control: Control = plainControl,
  options: {
    readonly packed?: boolean;
    readonly oslevel?: string;
    readonly kind?: 'mksysb' | 'savewpar';
  } = {},
): Promise<Buffer> {
  const { packed = true, oslevel = '7.1.2.0', kind = 'savewpar' } = options;
  const tar = await tarOf([
    { header: { name: './.savewpar_dir/wpar.spec' }, content: control.specification },
    { header: { name: './.savewpar_dir/image.data' }, content: control.imageData },
    { header: { name: './.savewpar_dir/backup.data' }, content: 'backup_data:\n\tWPAR_NAME= evil\n' },
    ...members,
  ]);
  return sealed(packed ? gzipSync(tar) : tar, control, { packed, oslevel, kind });
}

/** Head and end around the bytes of a tar. */
export function sealed(
  tar: Buffer,
  control: Control,
  { packed, oslevel, kind }: { packed: boolean; oslevel: string; kind: 'mksysb' | 'savewpar' },
): Buffer {
  const facts = {
    packed,
    specification: sumOf(control.specification),
    imageData: sumOf(control.imageData),
  };
  const whole = Buffer.concat([Buffer.from(formatHead({ kind, oslevel }, facts)), tar]);
  return Buffer.concat([whole, Buffer.from(formatEnd(sumOf(whole)))]);
}
