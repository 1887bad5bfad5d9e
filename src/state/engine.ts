/**
 * The SQLite engine behind an adapter of a few lines: `node:sqlite` where Node has a stable one (24 and later),
 * else the prebuilt addon of @photostructure/sqlite, which has the same class.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';

type Value = string | number | bigint | null | Uint8Array;

interface Statement {
  all(...values: Value[]): unknown[];
  get(...values: Value[]): unknown;
  run(...values: Value[]): { changes: number | bigint; lastInsertRowid: number | bigint };
}

interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

type DatabaseClass = new (path: string, options?: { readOnly?: boolean; timeout?: number }) => Database;

/** A value SQLite stores. Yes/no facts are stored as 1/0. */
export type SqlValue = Value;

/** Rows that are cut out of one text each time somebody goes through them: ten thousand need not stand in memory. */
class TextRows implements Iterable<readonly string[]> {
  readonly #text: string | undefined;

  constructor(text: string | undefined) {
    this.#text = text;
  }

  *[Symbol.iterator](): Generator<readonly string[]> {
    const text = this.#text;
    if (text === undefined) return;
    let start = 0;
    for (let end = text.indexOf('\u001e'); end >= 0; end = text.indexOf('\u001e', start)) {
      yield text.slice(start, end).split('\u001f');
      start = end + 1;
    }
    yield text.slice(start).split('\u001f');
  }
}

/** An open database with its prepared statements kept by their text. */
export class Engine {
  readonly #database: Database;
  readonly #statements = new Map<string, Statement>();

  private constructor(database: Database) {
    this.#database = database;
  }

  /**
   * @param path a file, or a `file:` URI (read-only labs use `immutable=1`)
   * @throws the engine's own error, whose `message` or `code` names SQLITE_CANTOPEN, SQLITE_NOTADB, ...
   */
  static open(path: string, options: { readOnly?: boolean; timeout: number }): Engine {
    const Class = databaseClass();
    return new Engine(new Class(path, options));
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  all<Row>(sql: string, ...values: SqlValue[]): Row[] {
    return this.#prepare(sql).all(...values) as Row[];
  }

  /**
   * Rows of text for listings of thousands: they come out of the database as one text, for handing over every value by
   * itself takes five times as long. Values must have no control characters, and the lab's have none.
   * @param columns SQL expressions that are never NULL
   * @param rest the query after the columns, `FROM ...`
   */
  textRows(columns: readonly string[], rest: string, ...values: SqlValue[]): TextRows {
    return new TextRows(this.text(columns.join(' || char(31) || '), rest, ...values));
  }

  /**
   * The same as it comes, a line for each row with U+001E between them.
   * @param line an SQL expression that is never NULL
   * @returns undefined: there is no row
   */
  text(line: string, rest: string, ...values: SqlValue[]): string | undefined {
    const all = this.get<{ text: string | null }>(
      `SELECT group_concat(line, char(30)) AS text FROM (SELECT ${line} AS line ${rest})`,
      ...values,
    );
    return all?.text ?? undefined;
  }

  /**
   * Rows as objects for listings of thousands, handed over as one JSON text for the same reason.
   * @param columns SQL expressions by the names they get
   * @param rest the query after the columns, `FROM ...`
   */
  records<Row>(columns: Readonly<Record<string, string>>, rest: string, ...values: SqlValue[]): Row[] {
    const names = Object.keys(columns);
    // json_group_array would read each line again to see that it is one.
    const all = this.get<{ text: string | null }>(
      `SELECT group_concat(line) AS text
       FROM (SELECT json_array(${Object.values(columns).join(', ')}) AS line ${rest})`,
      ...values,
    );
    const lines = JSON.parse(`[${all?.text ?? ''}]`) as unknown[][];
    // A copy of an object that has all the names already is made in a fifth of the time that adding them takes.
    const blank: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, null]));
    return lines.map((line) => {
      const row = { ...blank };
      for (let index = 0; index < names.length; index++) row[names[index] ?? ''] = line[index];
      return row as Row;
    });
  }

  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined {
    return this.#prepare(sql).get(...values) as Row | undefined;
  }

  /** @returns how many rows changed, and the rowid of an insert */
  run(sql: string, ...values: SqlValue[]): { changes: number; id: number } {
    const result = this.#prepare(sql).run(...values);
    return { changes: Number(result.changes), id: Number(result.lastInsertRowid) };
  }

  /**
   * The addon finalizes prepared statements only when they are collected as garbage, and until then a closed database
   * keeps its files and what it knows of them. So a process must not open under another name (a link, a rename) a file
   * that it had open before.
   */
  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #prepare(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

// Loading the package through its own entry costs 5 ms (it searches for its prebuilt file at each start), a sixth of
// `node -e 0`; the build records the file it finds (dist/engine.json), and the package's entry is the way out.
function databaseClass(): DatabaseClass {
  if (Number(process.versions.node.split('.')[0]) >= 24) return nodesOwn();
  try {
    return prebuilt();
  } catch {
    return (packages()('@photostructure/sqlite') as { DatabaseSync: DatabaseClass }).DatabaseSync;
  }
}

function packages(): NodeJS.Require {
  return createRequire(join(packageRoot, 'package.json'));
}

// Node 24 warns on stderr that it calls the module experimental: nothing that a user of a command should read.
function nodesOwn(): DatabaseClass {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return (packages()('node:sqlite') as { DatabaseSync: DatabaseClass }).DatabaseSync;
  } finally {
    process.emitWarning = emitWarning;
  }
}

function prebuilt(): DatabaseClass {
  const { addon } = JSON.parse(readFileSync(join(packageRoot, 'dist/engine.json'), 'utf8')) as {
    addon: string;
  };
  const holder: { exports: { DatabaseSync?: DatabaseClass } } = { exports: {} };
  process.dlopen(holder as NodeModule, join(packageRoot, addon));
  if (!holder.exports.DatabaseSync) throw new Error('not the engine');
  return holder.exports.DatabaseSync;
}
