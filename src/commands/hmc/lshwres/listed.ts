import type { Filters } from '../../../cli/hmc/filter.ts';
import type { Attribute, Named } from '../../../format/hmc-csv.ts';
import type { Engine } from '../../../state/engine.ts';
import type { Listing } from '../../../state/frames/listings/listing.ts';
import type { ManagedHere } from '../../../state/frames/systems.ts';

/** One listing of lshwres: what it shows, of what, and how filters choose. */
export interface Listed<Row> {
  readonly attributes: readonly Attribute<Row>[];
  /** Those that the console shows for a system; default: all. */
  readonly shown?: (system: ManagedHere) => readonly Attribute<Row>[];
  /** Names of its filters beside those that choose partitions. */
  readonly filters?: readonly string[];
  /** Filters may choose partitions. */
  readonly ofPartitions?: (row: Row) => number | null;
  /** @throws Failure if the system does not support it */
  readonly check?: (system: ManagedHere) => void;
  readonly rows: (engine: Engine, system: ManagedHere) => readonly Row[];
  /** Filters that do not choose partitions. */
  readonly passes?: (row: Row, filters: Filters) => boolean;
}

/** A listing of lshwres that grows with the partitions: the database writes its text. */
export interface TextListed {
  readonly listing: Listing;
  readonly attributes: readonly Named[];
  /** Those that the console shows for a system; default: all. */
  readonly shown?: (system: ManagedHere) => readonly Named[];
  /** @throws Failure if the system does not support it */
  readonly check?: (system: ManagedHere) => void;
}

/** Hides the type of its rows, so that listings of all kinds stand in one table. */
export interface AnyListed {
  readonly use: <Result>(work: <Row>(listed: Listed<Row>) => Result) => Result;
}

export function listed<Row>(definition: Listed<Row>): AnyListed {
  return { use: (work) => work(definition) };
}

/** Whether a filter that is given has a value. */
export function passes(filters: Filters, name: string, value: string | number | null): boolean {
  const values = filters.get(name);
  return values === undefined || (value !== null && values.includes(String(value)));
}
