import { createHash } from 'node:crypto';
import { everyHost, putScriptRow } from '../../state/dlpar-scripts.ts';
import type { Engine } from '../../state/engine.ts';
import { deliveredInformation, deliveredName, deliveredText } from './delivered.ts';

/** SHA-256 of a script, hexadecimal. */
export function digestOf(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Writes the row of RSCT's script: a host has it from the beginning, and `recfgct` installs it anew. */
export function putDelivered(engine: Engine, host: string): void {
  putScriptRow(engine, host, {
    ...deliveredInformation,
    folder: everyHost,
    name: deliveredName,
    override: 0,
    digest: digestOf(deliveredText),
  });
}
