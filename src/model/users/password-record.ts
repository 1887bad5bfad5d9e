import { pbkdf2Sync, timingSafeEqual } from 'node:crypto';

/**
 * Records of passwords as AIX keeps them in /etc/security/passwd: `{ssha256}06$salt$hash`. The hash is PBKDF2 of the
 * password with the letters of the salt, 2 to the power of the number of rounds; three bytes are four letters, the lowest six
 * bits first.
 */

/** The letters of salts and hashes, by their value. */
export const letters = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Letters of the salt that AIX makes. */
export const saltLength = 16;
/** A record that somebody made up could ask for years of work. */
const greatestCost = 16;

const algorithms: Readonly<Record<string, { readonly digest: string; readonly bytes: number }>> = {
  ssha1: { digest: 'sha1', bytes: 20 },
  ssha256: { digest: 'sha256', bytes: 32 },
  ssha512: { digest: 'sha512', bytes: 64 },
};

/** @param salt letters of the alphabet */
export function makeRecord(password: string, salt: string): string {
  return `{ssha256}06$${salt}$${encoded(derive(password, salt, 6, 'sha256', 32))}`;
}

/** Whether a password belongs to a record; false for records of a kind that is not known. */
export function verifies(record: string, password: string): boolean {
  if (record.length > 256) return false;
  const [, name = '', cost = '', salt = '', hash = ''] =
    /^\{(\w+)\}(\d\d)\$([^$]*)\$([./0-9A-Za-z]+)$/.exec(record) ?? [];
  const algorithm = Object.hasOwn(algorithms, name) ? algorithms[name] : undefined;
  if (!algorithm || Number(cost) > greatestCost) return false;
  const right = encoded(derive(password, salt, Number(cost), algorithm.digest, algorithm.bytes));
  return right.length === hash.length && timingSafeEqual(Buffer.from(right), Buffer.from(hash));
}

function derive(password: string, salt: string, cost: number, digest: string, bytes: number): Buffer {
  return pbkdf2Sync(password, salt, 2 ** cost, bytes, digest);
}

function encoded(bytes: Buffer): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(index, index + 3);
    const value = (first << 16) | (second << 8) | third;
    const count = Math.min(3, bytes.length - index) + 1;
    for (let letter = 0; letter < count; letter++) text += letters.charAt((value >> (6 * letter)) & 0x3f);
  }
  return text;
}
