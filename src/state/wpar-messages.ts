import type { Change } from './change.ts';
import type { Engine } from './engine.ts';
import { insertRow } from './insert.ts';

/** Bytes of messages that a WPAR can hold (wparerr page: 1 KB). */
const storeBytes = 1024;

/** What was logged for a WPAR, in order. */
export function wparMessagesOf(engine: Engine, wpar: number): string[] {
  return engine
    .all<{ text: string }>('SELECT text FROM wpar_message WHERE wpar = ? ORDER BY id', wpar)
    .map(({ text }) => text);
}

/** @returns false if there is no room for it */
export function addWparMessage(change: Change, wpar: number, text: string): boolean {
  const taken = Buffer.byteLength(wparMessagesOf(change.engine, wpar).join(''));
  if (taken + Buffer.byteLength(text) > storeBytes) return false;
  insertRow(change.engine, 'wpar_message', { wpar, text });
  return true;
}
