import { failure } from '../../messages/failure.ts';
import { fileSystemMessages as messages } from '../../messages/file-systems.ts';

/** Largest size that is taken: 32 TB, the limit of jfs2. KB. */
const largest = 32 * 1024 ** 3;

/** A size as crfs and chfs take it. */
export interface Size {
  readonly kb: number;
  /** chfs: `+64M`, `-64M`. */
  readonly sign: '' | '+' | '-';
}

/** 512-byte blocks, or a number with M or G. @throws Failure */
export function parseSize(text: string): Size {
  const [, sign = '', digits = '', unit = ''] = /^([+-]?)(\d{1,12})([MG]?)$/i.exec(text) ?? [];
  const number = Number(digits);
  const factor = { M: 1024, G: 1024 * 1024 }[unit.toUpperCase()] ?? 0.5;
  const kb = Math.ceil(number * factor);
  if (digits === '' || kb === 0 || kb > largest) throw failure(messages.size, { size: text });
  return { kb, sign: sign as Size['sign'] };
}
