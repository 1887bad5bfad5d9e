import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { compress } from '../../src/format/compress.ts';
import { seeded } from '../../src/state/random.ts';

const noise = (length: number, most: number) =>
  Buffer.from(Array.from({ length }, (_, index) => seeded(7, index) % most));
const log = Buffer.from('Jul 27 16:50:25 thimblelp4 DRMGR: Starting PRE phase.\n'.repeat(3000));

// Widths change at 512 codes and so on up to 16 bits, where the table is full.
test.each<readonly [string, Buffer]>([
  ['nothing', Buffer.alloc(0)],
  ['one byte', Buffer.from('a')],
  ['one byte often', Buffer.alloc(100_000, 65)],
  ['a log', log],
  ['noise', noise(200_000, 256)],
  ['noise of few letters', noise(300_000, 4)],
  ...Array.from(
    { length: 24 },
    (_, more) => [`${250 + more} bytes of noise`, noise(250 + more, 256)] as const,
  ),
])('gzip reads what was compressed: %s', (_, bytes) => {
  const read = spawnSync('gzip', ['-dc'], { input: compress(bytes), maxBuffer: 1e9 });
  expect({ status: read.status, stderr: read.stderr.toString(), same: read.stdout.equals(bytes) }).toEqual({
    ...{ status: 0, stderr: '', same: true },
  });
});

test('a log becomes smaller', () => {
  expect(compress(log).length).toBeLessThan(log.length / 10);
});
