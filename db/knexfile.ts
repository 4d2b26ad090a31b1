import type { Knex } from 'knex';
import SqliteClient from 'knex/lib/dialects/sqlite3/index.js';
import pg from 'pg';

/**
 * Knex begins SQLite transactions deferred; read-then-write then fails at once with SQLITE_BUSY_SNAPSHOT when
 * another process has written in between. BEGIN IMMEDIATE takes the write lock first.
 */
class ImmediateSqliteClient extends SqliteClient {
  override _query(connection: unknown, query: { sql: string }): Promise<unknown> {
    if (query.sql === 'BEGIN;') query.sql = 'BEGIN IMMEDIATE;';
    return super._query(connection, query);
  }
}

type RawSqlite = { run(sql: string, done: (error: Error | null) => void): void };

const afterCreate =
  (pragmas: readonly string[]) =>
  (raw: RawSqlite, done: (error: Error | null, raw: RawSqlite) => void): void => {
    const next = (index: number): void => {
      const pragma = pragmas[index];
      if (pragma === undefined) done(null, raw);
      else raw.run(`PRAGMA ${pragma}`, (error) => (error ? done(error, raw) : next(index + 1)));
    };
    next(0);
  };

const basics = ['foreign_keys=ON', 'temp_store=MEMORY', 'cache_size=-32000'];

const sqlite = (filename: string, pool: Knex.PoolConfig, pragmas: readonly string[]): Knex.Config => ({
  client: ImmediateSqliteClient,
  connection: { filename },
  useNullAsDefault: true,
  acquireConnectionTimeout: 5_000,
  pool: { ...pool, afterCreate: afterCreate([...pragmas, ...basics]) },
});

/** A busy wait blocks the event loop, so it is short; patience.ts waits asynchronously instead. */
export const sqliteWriter = (filename: string): Knex.Config =>
  sqlite(filename, { min: 1, max: 1 }, [
    'busy_timeout=50',
    'journal_mode=WAL',
    'synchronous=FULL',
    'secure_delete=ON',
  ]);

export const sqliteReader = (filename: string): Knex.Config =>
  sqlite(filename, { min: 0, max: 4 }, ['busy_timeout=1000', 'query_only=ON']);

// int8 and numeric arrive as text otherwise; every count and amount of ours is far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

const postgres = (connectionString: string, max: number, options: string, schema?: string): Knex.Config => ({
  client: 'pg',
  connection: { connectionString, options },
  acquireConnectionTimeout: 5_000,
  pool: { min: 0, max },
  ...(schema ? { searchPath: [schema] } : {}),
});

/** `schema` keeps test files apart on one server. */
export const postgresWriter = (url: string, schema?: string): Knex.Config => postgres(url, 8, '', schema);

export const postgresReader = (url: string, schema?: string): Knex.Config =>
  postgres(url, 4, '-c default_transaction_read_only=on', schema);
