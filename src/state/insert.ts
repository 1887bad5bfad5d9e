import type { Engine, SqlValue } from './engine.ts';

/** Columns of a row by name. */
export type Row = Readonly<Record<string, SqlValue>>;

/** Inserts a row whose columns are named, the rest have defaults. @returns its rowid, if the table has them */
export function insertRow(engine: Engine, table: string, row: Row): number {
  const columns = Object.keys(row);
  const { id } = engine.run(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ...Object.values(row),
  );
  return id;
}
