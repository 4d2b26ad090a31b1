import type { Knex } from 'knex';
import type { Database } from '../../connection.ts';
import { createStores, type Stores } from '../../stores/index.ts';

type Row = Readonly<Record<string, unknown>>;

/** Takes rows of any table and writes them in great batches; in memory are never more than the batches. */
export type Fill = {
  /** The stores of the house, of which only the inserts work: how a record becomes a row is theirs to know. */
  stores: Stores;
  /** A row that no store inserts by itself. */
  add(table: string, row: Row): void;
  /** Writes the batches that are full. */
  settle(): Promise<void>;
  /** Writes the rest, makes the indexes, and leaves the database as it is in use. */
  finish(): Promise<void>;
};

const batchRows = 2_000;

/** One statement for any table: the rows travel as one text of JSON, which both databases take apart by themselves. */
const insertInto = (dialect: Database['dialect'], table: string, columns: readonly string[]): string => {
  const names = columns.map((column) => `"${column}"`).join(', ');
  return dialect === 'postgres'
    ? `insert into "${table}" (${names}) select ${names} from json_populate_recordset(null::"${table}", ?::json)`
    : `insert into "${table}" (${names}) select ${columns.map((column) => `value ->> '${column}'`).join(', ')} from json_each(?)`;
};

type Index = { name: string; sql: string };

/** Indexes that are no constraint: filling without them and sorting once at the end costs a fraction. */
async function dropIndexes({ dialect, writer }: Database): Promise<Index[]> {
  const indexes: Index[] =
    dialect === 'sqlite'
      ? await writer('sqlite_master').where({ type: 'index' }).whereNotNull('sql').select('name', 'sql')
      : (
          await writer.raw(
            'select indexname as name, indexdef as sql from pg_indexes where schemaname = current_schema() and not exists (select 1 from pg_constraint where conname = indexname)',
          )
        ).rows;
  for (const { name } of indexes) await writer.raw('drop index ??', [name]);
  return indexes;
}

/**
 * Opens an empty database for filling. On SQLite nothing waits for the disk meanwhile: whoever is cut off starts over.
 */
export async function openFill(database: Database): Promise<Fill> {
  const { dialect, writer } = database;
  const isSqlite = dialect === 'sqlite';
  const pragma = async (text: string): Promise<void> => {
    if (isSqlite) await writer.raw(text);
  };
  await pragma('PRAGMA foreign_keys=OFF');
  await pragma('PRAGMA synchronous=OFF');
  await pragma('PRAGMA secure_delete=OFF');
  const indexes = await dropIndexes(database);
  const waiting = new Map<string, { table: string; columns: string[]; rows: Row[] }>();

  const add = (table: string, row: Row): void => {
    const columns = Object.keys(row);
    const key = `${table}:${columns.join()}`;
    const batch = waiting.get(key) ?? { table, columns, rows: [] };
    batch.rows.push(row);
    waiting.set(key, batch);
  };
  const write = async (least: number): Promise<void> => {
    const full = [...waiting].filter(([, { rows }]) => rows.length >= least);
    if (full.length === 0) return;
    await writer.transaction(async (transaction) => {
      // Rows may come before those that they refer to; all of them are there at the end.
      if (!isSqlite) await transaction.raw('set local session_replication_role = replica');
      for (const [key, { table, columns, rows }] of full) {
        const statement = insertInto(dialect, table, columns);
        await transaction.raw(statement, [JSON.stringify(rows)]);
        waiting.delete(key);
      }
    });
  };

  const counts: Counts = { chain: { seq: 0, hash: '' }, serials: new Map() };
  return {
    stores: insertingStores(add, counts),
    add,
    settle: () => write(batchRows),
    finish: async () => {
      for (const { table, row } of counts.serials.values()) add(table, row);
      await write(1);
      await writer('audit_head').where({ id: 1 }).update(counts.chain);
      for (const { sql } of indexes) await writer.raw(sql);
      await writer.raw('analyze');
      await pragma('PRAGMA wal_checkpoint(TRUNCATE)');
      await pragma('PRAGMA secure_delete=ON');
      await pragma('PRAGMA synchronous=FULL');
      await pragma('PRAGMA foreign_keys=ON');
    },
  };
}

/** What outlives the batches: the head of the audit chain, and the serial numbers by their table and office. */
type Counts = {
  chain: { seq: number; hash: string };
  serials: Map<string, { table: string; row: Row & { last: number } }>;
};

/** What the stores ask of a knex when they insert: rows are taken, none conflicts, and numbers count up. */
function insertingStores(add: Fill['add'], { chain, serials }: Counts): Stores {
  const next = (table: string, row: Row, key: string): number => {
    const place = `${table}:${row[key]}`;
    const serial = serials.get(place) ?? { table, row: { ...row, last: 0 } };
    serial.row.last += 1;
    serials.set(place, serial);
    return serial.row.last;
  };
  const counted = (table: string, row: Row) => ({
    onConflict: (key: string) => ({
      merge: () => ({ returning: () => Promise.resolve([{ last: next(table, row, key) }]) }),
    }),
  });
  const taken = Object.assign(Promise.resolve(), {
    onConflict: () => ({ ignore: () => Promise.resolve() }),
  });
  const insert = (table: string, row: Row) => {
    add(table, row);
    return taken;
  };
  /** What a store asks before or after it inserts: there is nothing yet but the head of the chain, and what it has just inserted. */
  const asked = (name: string, key: unknown) => ({
    where: () => asked(name, key),
    whereNot: () => asked(name, key),
    first: () => Promise.resolve(name === 'audit_head' ? { ...chain } : key),
    pluck: () => Promise.resolve([]),
    delete: () => Promise.resolve(0),
    update: (head: Counts['chain']) => Promise.resolve(Object.assign(chain, head)),
  });
  const table = (name: string) => ({
    insert: (rows: Row | readonly Row[]) =>
      name.endsWith('_number')
        ? counted(name, rows as Row)
        : [rows].flat().map((row) => insert(name, row))[0],
    where: (key: unknown) => asked(name, key),
  });
  const raw = () => '';
  return createStores(Object.assign(table, { raw }) as unknown as Knex, 'sqlite');
}
