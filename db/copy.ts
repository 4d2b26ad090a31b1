import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import knex, { type Knex } from 'knex';
import { appliedMigrations, migrate, openDatabase } from './connection.ts';
import { takeAlone } from './inUse.ts';
import { sqliteWriter } from './knexfile.ts';
import { migrationSource } from './migrations/index.ts';
import { Refused } from './refused.ts';

/** A table on both sides: how many rows, and a checksum over all of them in whatever order they come. */
export type CopiedTable = { table: string; rows: number; checksum: string };

type Row = Readonly<Record<string, unknown>>;

/** Rows in memory at once, on either side; and values of one statement, of which PostgreSQL takes 65,535. */
const rowsAtOnce = 500;
const valuesAtOnce = 60_000;

/** Made by the migrations on each side. */
const ownTable = 'schema_migration';

/**
 * Moves an installation from its SQLite file to an empty PostgreSQL database, all of it or nothing: one transaction,
 * which ends only when every table has the same rows on both sides and every reference holds. Pictures stay in DATA_DIR.
 * @throws Refused while somebody uses either of them, when the file is not at the schema of this version, when the
 *   database is not empty, and when a table differs
 */
export async function copyToPostgres(file: string, url: string): Promise<readonly CopiedTable[]> {
  if (!existsSync(file)) throw new Refused(`There is no database at ${file}.`);
  await (await takeAlone({ dialect: 'sqlite', file }))();
  await (await takeAlone({ dialect: 'postgres', url }))();
  const source = knex(sqliteWriter(file));
  const target = openDatabase({ dialect: 'postgres', url });
  try {
    // Holds the write lock to its end, so that nothing is written that would not be copied.
    return await source.transaction(async (from) => {
      await refuseOtherSchema(from);
      await refuseUsed(target.writer);
      await migrate(target);
      const tables = await tablesOf(from);
      return target.writer.transaction((to) => copyTables(tables, from, to));
    });
  } finally {
    await target.close();
    await source.destroy();
  }
}

async function refuseOtherSchema(from: Knex): Promise<void> {
  const known = await migrationSource.getMigrations([]);
  const applied = await appliedMigrations(from);
  if (applied.join() !== known.join())
    throw new Refused(
      `The file is at ${applied.at(-1)}, this version at ${known.at(-1)}: start this version on the file once, or run npm run db -- migrate.`,
    );
}

/** Nothing is done in an installation without an office, and nothing without a row of the audit log. */
async function refuseUsed(to: Knex): Promise<void> {
  const tables: string[] = await to('pg_tables').whereRaw('schemaname = current_schema()').pluck('tablename');
  const ours = tables.includes(ownTable);
  const used = ours
    ? (await to('office').first()) !== undefined || (await to('audit_entry').first()) !== undefined
    : tables.length > 0;
  if (used) throw new Refused('The PostgreSQL database is not empty; nothing was changed.');
}

const tablesOf = (from: Knex): Promise<string[]> =>
  from('sqlite_master')
    .where({ type: 'table' })
    .whereNotIn('name', [ownTable, `${ownTable}_lock`])
    .whereNot('name', 'like', 'sqlite%')
    .orderBy('name')
    .pluck('name');

async function copyTables(tables: readonly string[], from: Knex, to: Knex): Promise<CopiedTable[]> {
  await to.raw('truncate table ??', [[...tables]]);
  // Rows refer to each other in any order; PostgreSQL checks all of them when the references are set up again.
  await to.raw(rememberReferences);
  await to.raw(dropReferences);
  const copied: CopiedTable[] = [];
  for (const table of tables) {
    const sent = digest();
    for await (const rows of pagesOf(from, table)) {
      sent.add(rows);
      await insert(to, table, rows);
    }
    const arrived = digest();
    for await (const rows of fetched(to, table)) arrived.add(rows);
    if (sent.rows() !== arrived.rows() || sent.checksum() !== arrived.checksum())
      throw new Refused(`The table ${table} differs after it was copied; nothing was changed.`);
    copied.push({ table, rows: sent.rows(), checksum: sent.checksum() });
  }
  await to.raw(setUpReferences);
  return copied;
}

const rememberReferences = `
  create temporary table reference on commit drop as
  select conrelid::regclass as place, conname as name, pg_get_constraintdef(oid) as definition
  from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`;

const dropReferences = `
  do $$ declare one record; begin
    for one in select * from reference loop
      execute format('alter table %s drop constraint %I', one.place, one.name);
    end loop;
  end $$`;

const setUpReferences = `
  do $$ declare one record; begin
    for one in select * from reference loop
      execute format('alter table %s add constraint %I %s', one.place, one.name, one.definition);
    end loop;
  end $$`;

async function insert(to: Knex, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).length;
  const most = Math.max(1, Math.floor(valuesAtOnce / Math.max(1, columns)));
  for (let start = 0; start < rows.length; start += most)
    await to(table).insert(rows.slice(start, start + most));
}

async function* pagesOf(from: Knex, table: string): AsyncGenerator<readonly Row[]> {
  for (let last = 0; ; ) {
    const page: (Row & { copied_rowid: number })[] = await from(table)
      .where('rowid', '>', last)
      .orderBy('rowid')
      .limit(rowsAtOnce)
      .select('*', 'rowid as copied_rowid');
    if (page.length === 0) return;
    last = page.at(-1)?.copied_rowid ?? last;
    yield page.map(({ copied_rowid: _, ...row }) => row);
  }
}

async function* fetched(to: Knex, table: string): AsyncGenerator<readonly Row[]> {
  await to.raw('declare arrived no scroll cursor for select * from ??', [table]);
  for (;;) {
    const { rows } = await to.raw('fetch 500 from arrived');
    if (rows.length === 0) break;
    yield rows;
  }
  await to.raw('close arrived');
}

/** Counts rows and adds up a hash of each, so that the order does not matter: the databases sort text differently. */
function digest() {
  let rows = 0;
  let sum = 0n;
  return {
    add: (page: readonly Row[]): void => {
      for (const row of page) {
        const columns = Object.keys(row).toSorted();
        const text = JSON.stringify(columns.map((column) => [column, row[column]]));
        sum = BigInt.asUintN(128, sum + BigInt(`0x${createHash('sha256').update(text).digest('hex')}`));
        rows += 1;
      }
    },
    rows: () => rows,
    checksum: () => sum.toString(16).padStart(32, '0'),
  };
}
