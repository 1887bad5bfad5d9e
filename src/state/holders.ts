import type { Engine } from './engine.ts';
import type { Machine, Owner } from './machine.ts';

/** A process that keeps a partition in which something runs: the partition's namespaces last as long as it. */
export interface Holder extends Owner {
  /** Null: parked, outside every view. */
  readonly host: string | null;
  /** Null: it keeps the host itself. */
  readonly wpar: number | null;
  /** Of its session, absolute. */
  readonly folder: string;
  /** The process outside that owns the namespaces; null: it is still on the way. */
  readonly top: number | null;
  /** Of the checkpoint that it is parked for. */
  readonly ticket: string | null;
}

export function findHolder(engine: Engine, host: string, wpar: number | undefined): Holder | undefined {
  return engine.get<Holder>('SELECT * FROM holder WHERE host = ? AND wpar IS ?', host, wpar ?? null);
}

export function holderOf(engine: Engine, { pid, birth }: Owner): Holder | undefined {
  return engine.get<Holder>('SELECT * FROM holder WHERE pid = ? AND birth = ?', pid, birth);
}

export function allHolders(engine: Engine): Holder[] {
  return engine.all<Holder>('SELECT * FROM holder');
}

export function insertHolder(engine: Engine, holder: Holder): void {
  const { pid, birth, host, wpar, folder, top, ticket } = holder;
  engine.run('INSERT INTO holder VALUES (?, ?, ?, ?, ?, ?, ?)', pid, birth, host, wpar, folder, top, ticket);
}

export function deleteHolder(engine: Engine, { pid, birth }: Owner): void {
  engine.run('DELETE FROM holder WHERE pid = ? AND birth = ?', pid, birth);
}

/** Whether a process of before the machine's last start had that birth: then it did not die, everything did. */
export function isOfEarlierBoot({ birth }: Owner, machine: Machine): boolean {
  const boot = (text: string) => text.split('-')[0];
  return boot(birth) !== boot(machine.self.birth);
}

/** Holders of WPARs that died while their WPAR was running: it is Broken. */
export function deadHolders(engine: Engine, machine: Machine): Holder[] {
  return engine
    .all<Holder>('SELECT * FROM holder WHERE wpar IS NOT NULL')
    .filter((holder) => !machine.alive(holder) && !isOfEarlierBoot(holder, machine));
}
