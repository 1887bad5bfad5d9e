import type { Engine } from '../engine.ts';

/** What an HMC has beside its host row. */
export interface Console {
  readonly host: string;
  readonly service_pack: number;
  readonly build: string;
  /** JSON array of lines. */
  readonly fixes: string;
  readonly type_model: string;
  readonly serial: string;
  readonly domain: string;
  readonly gateway: string;
  readonly nameserver: string;
  /** JSON: values of `lshmc -r` that differ from those of a new console. */
  readonly remote: string;
}

export function findConsole(engine: Engine, host: string): Console | undefined {
  return engine.get<Console>('SELECT * FROM console WHERE host = ?', host);
}
